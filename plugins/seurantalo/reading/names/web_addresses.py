"""Web addresses as people write them: without the scheme, in a sentence, several in one text."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from seurantalo.frozen import dataclass
from seurantalo.patterns import late
from seurantalo.reading.input_words import AND

#: What no address may hold unescaped (RFC 3986, appendix A): it would end the address where it is shown.
_FOREIGN: Final = late(r"[\s<>\"\\^`{|}]")
_SCHEME: Final = late(r"(?i)\A(https?)\s?(?::\s?/{1,3}|:?//)")
#: A name of a host as it stands alone: the last part are letters.
_HOST: Final = late(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d{1,5})?(?=[/?#]|\Z)")
#: Ends of files, not of hosts.
_FILES: Final = late(r"(?i)\.(?:pdf|docx?|xlsx?|pptx?|odt|jpe?g|png|gif|webp|svg|md|ya?ml|txt|ics|html?|zip)\Z")
_MARKDOWN: Final = r"!?\[(?P<title>[^\[\]\n]{0,200})\]\(\s*<?(?P<url>[^()\s<>]{1,2000})>?[^()\n]{0,100}\)"
#: An address inside a text; what else may be one is looked at piece by piece.
_PIECE: Final = r"<?(?:https?:?/{1,3}|www\.|(?:[^\W_][\w-]*\.)+[^\W\d_]{2,}(?=[\s/?#,;)>]|\.?\Z))[^\s<>]*>?"
_LINK: Final = late(rf"{_MARKDOWN}|(?<![\w@.-])(?P<plain>{_PIECE})", re.IGNORECASE)
#: What stands between the words of a link and its address, and between two links.
_BESIDE: Final = " \t\n,;:–—-()|•·<>\"'"
_MAIL: Final = late(r"(?i)(?:mailto:)?[^\s@/]+@[^\s@/]+\.[^\s@/]+\Z")
_LONGEST: Final = 2_000
_AND: Final = late(rf"(?:{AND})?\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """An address, and the words that stand with it."""

    url: str
    title: str = ""


def is_mail_address(text: str) -> bool:
    """Return whether a text is an e-mail address."""
    return _MAIL.match(text) is not None


def is_web_address(text: str) -> bool:
    """Return whether a text is a whole address that browsers take as it stands."""
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return False
    whole = text.startswith(("https://", "http://")) and bool(host) and parts.username is None
    return whole and len(text) <= _LONGEST and not _FOREIGN.search(text)


def web_address(text: str) -> str | None:
    """Return the whole address that a text is; None where it is none, or more than one.

    >>> web_address("www.example.org"), web_address("example.org/sivu.")
    ('https://www.example.org', 'https://example.org/sivu')
    """
    if is_web_address(text):
        return text
    words = text.strip().strip("<>\"'“”’").rstrip(".,;:!")
    if match := _SCHEME.match(words):
        words = f"{match[1].lower()}://{words[match.end() :].lstrip()}"
    elif (host := _HOST.match(words)) and not (host.end() == len(words) and _FILES.search(words)):
        words = f"https://{words}"
    return words if is_web_address(words) else None


def links_in(text: str) -> tuple[WrittenLink, ...]:
    """Return the addresses that stand in a text, each with its words; none where the text holds none.

    >>> links_in("Kotisivu: www.example.org ja [Lippuja](https://liput.example.org)")
    (WrittenLink(url='https://www.example.org', title='Kotisivu'), WrittenLink(url='https://liput.example.org', \
title='Lippuja'))
    """
    text = text[: 10 * _LONGEST]
    found: list[WrittenLink] = []
    end = 0
    rest = ""
    for match in _LINK.finditer(text):
        url = web_address(match["url"] or match["plain"].rstrip(").,;"))
        if url is None:
            continue
        words = _words(text[end : match.start()])
        found.append(WrittenLink(url, (match["title"] or words).strip()))
        end = match.end()
        rest = _words(text[end:])
    if len(found) == 1 and rest and not found[0].title:
        found = [WrittenLink(found[0].url, rest)]
    return tuple(found)


def _words(text: str) -> str:
    words = " ".join(text.strip(_BESIDE).split())
    return "" if _AND.match(words) else words
