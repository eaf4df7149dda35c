"""A foreign description becomes prose of ours: HTML becomes lines, lines become Markdown, contacts go."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

from seurantalo.importing.content_lines import clean
from seurantalo.reading.personal.data import personal_data

#: The longest description that is carried, in characters; the reader of event files takes twice as many.
LONGEST: Final = 10_000
#: Stands where a telephone number or an address was.
REMOVED: Final = "…"

_TAGS: Final = re.compile(
    r"<(?:br|p|div|a|b|i|u|ul|ol|li|span|strong|em|h[1-6]|html|table)\b[^<>]{0,2000}>", re.IGNORECASE
)
_ENTITY: Final = re.compile(r"&(?:amp|nbsp|lt|gt|quot|#\d{1,6});")
_ADDRESS: Final = re.compile(r"<?(https?://[^\s<>\"\\^`{|}]{1,1900})>?")
_AFTER_ADDRESS: Final = ".,;:!?)"
_LINE_MARK: Final = re.compile(r"\A(?=[#>|+=~]|-(?! ))")
_RULE: Final = re.compile(r"[-=_*~\s]{3,}\Z")
_BULLET: Final = re.compile(r"\A[*•·–]\s+")
_SIGNS: Final = re.compile(r"[\\*`\[\]]|(?<!\w)_|_(?!\w)")
_BLOCKS: Final = frozenset({"p", "div", "ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote"})
_UNSEEN: Final = frozenset({"script", "style", "head", "title"})


def read_description(plain: str, html: str = "") -> str:
    """Return a description as plain text: of the HTML where the text has none of its own, or is HTML itself."""
    text = plain if plain.strip() else html
    return clean(from_html(text)) if looks_like_html(text) else clean(text)


def looks_like_html(text: str) -> bool:
    """Tell whether a text holds tags or entities of HTML, as Google writes descriptions."""
    return bool(_TAGS.search(text) or _ENTITY.search(text))


def from_html(text: str) -> str:
    """Return the words of HTML in lines; links keep their addresses. Never raises."""
    reader = _Reader()
    try:
        reader.feed(text)
        reader.close()
    except (AssertionError, ValueError):  # what CPython's parser raises on some broken declarations
        return re.sub(r"<[^<>]*>", " ", text)
    return "".join(reader.words)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.unseen = 0
        self.address = ""
        self.link: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "br":
            self.words.append("\n")
        elif tag == "li":
            self.words.append("\n- ")
        elif tag in _BLOCKS:
            self.words.append("\n\n")
        elif tag == "tr":
            self.words.append("\n")
        elif tag == "a":
            self.address = dict(attrs).get("href") or ""
            self.link = []

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self.unseen = max(0, self.unseen - 1)
        elif tag in _BLOCKS:
            self.words.append("\n\n")
        elif tag == "a" and self.address:
            words = "".join(self.link).strip()
            if self.address.startswith(("http://", "https://")) and words != self.address:
                self.words.append(f" ({self.address})" if words else self.address)
            self.address = ""

    def handle_data(self, data: str) -> None:
        if not self.unseen:
            self.words.append(data)
            if self.address:
                self.link.append(data)


def to_markdown(text: str) -> str:
    """Return plain text as Markdown that shows the same words, each line a paragraph of its own.

    A foreign line break is meant; but Markdown's own way to say one, spaces at the end, does not survive editors.
    """
    paragraphs: list[str] = []
    in_list = False
    for raw in text.split("\n"):
        line = " ".join(raw.split())
        if not line or _RULE.match(line):
            in_list = False
            continue
        line = _BULLET.sub("- ", line, count=1)
        item = line.startswith("- ")
        words = f"- {_line(line[2:])}" if item else _LINE_MARK.sub("\\\\", _line(line), count=1)
        if item and in_list and paragraphs:
            paragraphs[-1] += f"\n{words}"
        else:
            paragraphs.append(words)
        in_list = item
    return "\n\n".join(paragraphs)


def _line(line: str) -> str:
    """Escape what would be markup inside a line; web addresses stand between angle brackets."""
    parts: list[str] = []
    end = 0
    for match in _ADDRESS.finditer(line):
        address = match[1].rstrip(_AFTER_ADDRESS)
        parts.append(_escaped(line[end : match.start()]))
        rest = match[1][len(address) :]
        parts.append(f"<{address}>{_escaped(rest)}" if len(address) > len("https://") else _escaped(match[0]))
        end = match.end()
    parts.append(_escaped(line[end:]))
    return "".join(parts)


def _escaped(words: str) -> str:
    return _SIGNS.sub(lambda match: f"\\{match[0]}", words)


def without_contacts(text: str) -> tuple[str, bool]:
    """Return the text without telephone numbers, e-mail addresses and identity codes, and whether it had any.

    They are not for version control, which does not forget (see ``reading.personal_data``).
    """
    removed = False
    for _ in range(4):
        found = {each.piece for each in personal_data(text)}
        if not found:
            return text, removed
        removed = True
        for piece in sorted(found, key=len, reverse=True):
            text = text.replace(piece, REMOVED)
    return "", True


def shortened(text: str, limit: int) -> str:
    """Return the text, cut at a word where it is longer than ``limit`` characters."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    space = cut.rfind(" ", limit // 2)
    return f"{cut[:space] if space > 0 else cut}{REMOVED}".rstrip()
