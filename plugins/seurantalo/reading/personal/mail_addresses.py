"""Mail addresses in running text, also those whose sign or points are written out: ``nimi (at) posti piste fi``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from seurantalo.patterns import late

_OPEN: Final = r"[(\[{<\"'”“’*]"
_CLOSE: Final = r"[)\]}>\"'”“’*]"
_WORDS: Final = r"at|ät|ät-merkki|miukumauku|miuku|kissanhäntä|snabel-?a"
#: The sign, or a word for it; a word has brackets, blanks or dashes around it.
_SIGN: Final = late(
    rf" {{0,2}}{_OPEN} {{0,2}}(?:@|{_WORDS}|a|ä|et) {{0,2}}{_CLOSE} {{0,2}}"
    rf"| {{1,2}}(?:{_WORDS}) {{1,2}}"
    rf"|(?<=\w)(?:[-_.](?:{_WORDS})[-_.])(?=\w)"
    r"| {0,2}@ {0,2}",
    re.IGNORECASE,
)
_POINT_WORDS: Final = ("dot", "piste", "punkt", "point")
_POINT: Final = (
    rf"(?:\.| \. ?|\. | {{0,2}}{_OPEN} ?(?:{'|'.join(_POINT_WORDS)}|\.) ?{_CLOSE} {{0,2}}"
    rf"| {{1,2}}(?:{'|'.join(_POINT_WORDS)}) {{1,2}})"
)
_LABEL: Final = late(r"[a-z0-9åäö](?:[a-z0-9åäö-]{0,61}[a-z0-9åäö])?", re.IGNORECASE)
_STEP: Final = late(_POINT, re.IGNORECASE)
_MOST_LABELS: Final = 7
_PROVIDER: Final = late(r"(?:gmail|hotmail|outlook|icloud|luukku|suomi24|protonmail|yahoo|live)\b", re.IGNORECASE)
#: The part before the sign, from its end on; at most 64 letters (RFC 5321, 4.5.3.1.1).
_LOCAL_BACKWARDS: Final = late(
    rf"[\w+%&'-]{{1,64}}(?:(?:\.| ?\. |{_CLOSE} ?(?:{'|'.join(word[::-1] for word in _POINT_WORDS)}) ?{_OPEN}"
    rf"| (?:{'|'.join(word[::-1] for word in _POINT_WORDS)}) )[\w+%&'-]{{1,64}}){{0,4}}",
    re.IGNORECASE,
)
_LONGEST: Final = 160
#: Ends of domains that a word for the sign is believed with: other sentences end in a point and a word, too.
_ENDS: Final = frozenset(
    (
        *(
            "fi",
            "ax",
            "se",
            "no",
            "dk",
            "ee",
            "lv",
            "lt",
            "de",
            "uk",
            "fr",
            "it",
            "es",
            "pl",
            "eu",
            "com",
            "org",
            "net",
        ),
        *(
            "info",
            "edu",
            "gov",
            "io",
            "me",
            "name",
            "nu",
            "biz",
            "app",
            "cloud",
            "online",
            "example",
            "test",
            "invalid",
        ),
    )
)
_FILES: Final = frozenset({"png", "jpg", "jpeg", "gif", "webp", "svg", "css", "js", "pdf", "ics", "yml", "md"})


def mail_addresses(text: str, roles: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """Yield where mail addresses begin and end in a text of plain signs.

    ``roles`` are words that no sentence has right before a word for the sign, unless it is an address.

    >>> text = "Kysy: joku.muu (at) posti.example.org. Tule (at) kylätalolle."
    >>> [text[start:end] for start, end in mail_addresses(text)]
    ['joku.muu (at) posti.example.org']
    """
    text, over = text.replace("\n", " "), 0
    for sign in _SIGN.finditer(text):
        local = _LOCAL_BACKWARDS.match(text[max(over, sign.start() - _LONGEST) : sign.start()][::-1])
        if local is None:
            continue
        written = local[0][::-1].lstrip("_-'%&+.")
        start = sign.start() - len(written)
        if not written or text[start - 1 : start] == "@":
            continue
        if sign[0] != "@" and not _is_meant(sign[0], written, roles):
            continue
        end = _domain_end(text, sign.end(), any_top=sign[0] == "@")
        if end is None and "@" not in sign[0] and (provider := _PROVIDER.match(text, sign.end())):
            end = provider.end()
        if end is not None:
            over = end
            yield start, end


def _domain_end(text: str, at: int, *, any_top: bool) -> int | None:
    """Return where the domain ends that begins at a place; None where there is none."""
    plain_end = spelled_end = None
    label, plain, count, last = _LABEL.match(text, at), True, 0, ""
    end = at
    while label is not None and count < _MOST_LABELS:
        count, last, end = count + 1, label[0].lower(), label.end()
        if count > 1 and last in _ENDS:
            plain_end, spelled_end = (end, end) if plain else (plain_end, end)
        point = _STEP.match(text, end)
        label = _LABEL.match(text, point.end()) if point is not None else None
        if plain and (point is None or point[0] != "." or label is None):
            if (
                any_top
                and plain_end is None
                and count > 1
                and len(last) > 1
                and last.isalpha()
                and last not in _FILES
            ):
                plain_end = end
            plain = False
    return plain_end or spelled_end


def _is_meant(sign: str, local: str, roles: frozenset[str]) -> bool:
    """Tell whether a sign with blanks around it, or a word, stands for the sign of an address."""
    bare = sign.strip().lower()
    if bare not in ("at", "@"):
        return True
    like_one = any(mark in local[1:-1] for mark in "._- ") or any(map(str.isdigit, local)) or local.lower() in roles
    return like_one or (bare == "@" and sign != " @" and local[0].islower())
