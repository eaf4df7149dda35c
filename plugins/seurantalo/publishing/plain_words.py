"""The words of cleaned HTML: for search, previews and feeds. What stands apart on a page stands apart here."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from seurantalo.patterns import late
from seurantalo.printable import is_printable

#: A tag of cleaned HTML, where a quoted value may hold angle brackets: its slash, its name, its attributes.
_TAG: Final = late(r"<(/?)([a-z][a-z0-9]*)((?:[^<>\"]|\"[^\"]*\")*)>")
_HREF: Final = late(r"\bhref=\"([^\"]*)\"")
_ALT: Final = late(r"\balt=\"([^\"]*)\"")
_WAY_BACK: Final = late(r"\s*<a [^<>]*class=\"st-back\"[^<>]*>[^<>]*</a>")
_NOTE_MARK: Final = late(r"<sup\b[^<>]*><a\b[^<>]*>(\d+)</a></sup>")
_SPACES: Final = late(r"\s+")
#: Tags that people write, and that a page shows as they are: escaped.
_WRITTEN_TAG: Final = late(
    r"&lt;/?(?P<inside>a|abbr|b|big|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)?"
    r"(?(inside)|(?:article|blockquote|br|center|code|dd|div|dl|dt|form|h[1-6]|hr|iframe|img|input|li|ol|p|pre"
    r"|script|section|style|svg|table|tbody|td|th|thead|tr|ul))(?:\s(?:[^&<>]|&(?![lg]t;)){0,1000})?/?&gt;",
    re.IGNORECASE,
)
_APART: Final = frozenset(
    {*("blockquote", "h2", "h3", "h4", "h5", "h6", "hr", "ol", "p", "pre", "table", "ul"), "thead", "tbody"}
)
_OUTSIDE: Final = ("http://", "https://", "mailto:", "tel:")


def words_on_a_line(made: str) -> str:
    """Return the words of cleaned HTML with a space between what stands apart.

    >>> words_on_a_line("<p>Tule<br>mukaan</p><ul><li>eväät</li><li>juoma</li></ul>")
    'Tule mukaan eväät juoma'
    """
    return " ".join(unescape(_TAG.sub(_gap, _without_ways(made))).split())


def words_by_lines(made: str) -> str:
    r"""Return the words of cleaned HTML: paragraphs apart, items and rows on lines of their own, code as it stands.

    A link out of the site is followed by where it leads: apps make it tappable.

    >>> words_by_lines('<p>Tule <a href="https://a.fi/">tänne</a></p><ol><li>eka</li></ol>')
    'Tule tänne (https://a.fi/)\n\n1. eka'
    """
    if "&lt;" in made:
        made = _WRITTEN_TAG.sub(lambda found: "" if found["inside"] else " ", made)
    return _Lines().of(_without_ways(made))


def _without_ways(made: str) -> str:
    """Return HTML whose marks of footnotes stand apart from the word before them, without the ways back."""
    if "<sup" in made:
        made = _NOTE_MARK.sub(r" [\1]", made)
    return _WAY_BACK.sub("", made) if "st-back" in made else made


def _gap(tag: re.Match[str]) -> str:
    name = tag[2]
    if name == "img":
        alt = _ALT.search(tag[3])
        return alt[1] if alt else ""
    return " " if name in _APART or name in ("br", "li", "td", "th", "tr") else ""


class _Lines:
    """Lines while they are gathered; each opening tag may end the one before it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.line = ""
        self.cells: list[str] | None = None
        self.numbers: list[int] = []
        self.sign = ""
        self.link: tuple[str, int] | None = None
        self.code = False

    def of(self, made: str) -> str:
        at = 0
        for tag in _TAG.finditer(made):
            start, end = tag.span()
            if at < start:
                self._text(made[at:start])
            at = end
            self._tag(tag[2], tag[3], opens=not tag[1])
        self._text(made[at:])
        self._end_line()
        return "\n".join(self.lines).strip()

    def _text(self, text: str) -> None:
        words = unescape(text) if "&" in text else text
        if self.code:
            self.line += words
        elif words.strip():
            is_even = "\n" not in words and is_printable(words) and "  " not in words
            self.line += words if is_even else _SPACES.sub(" ", words)
        elif words and self.line.strip() not in ("", self.sign):
            self.line += " "

    def _tag(self, name: str, attributes: str, *, opens: bool) -> None:
        if name == "a":
            self._set_link(attributes, opens=opens)
        elif name == "img":
            alt = _ALT.search(attributes)
            self.line += unescape(alt[1]) if alt else ""
        elif name == "br":
            if self.cells is None:
                self._end_line()
            else:
                self.line += " "
        elif name == "li":
            if opens:
                self._begin_item()
            else:
                self._end_line()
        elif name in ("td", "th", "tr"):
            self._set_cell(name, opens=opens)
        elif name in _APART:
            self._set_apart(name, attributes, opens=opens)

    def _set_link(self, attributes: str, *, opens: bool) -> None:
        href = _HREF.search(attributes)
        if opens and href is not None:
            self.link = (unescape(href[1]), len(self.line))
        elif not opens and self.link is not None:
            (href_words, start), self.link = self.link, None
            address = href_words.removeprefix("mailto:").removeprefix("tel:")
            shown = self.line[start:].strip()
            if shown and href_words.startswith(_OUTSIDE) and address not in (shown, f"https://{shown}"):
                self.line += f" ({address})"

    def _begin_item(self) -> None:
        self._end_line()
        number = self.numbers[-1] if self.numbers else 0
        self.sign = f"{number}." if number else "-"
        self.line = f"{self.sign} "
        if number:
            self.numbers[-1] += 1

    def _set_cell(self, name: str, *, opens: bool) -> None:
        if name == "tr":
            if opens:
                self._end_line()
                self.cells = []
            elif self.cells is not None:
                row, self.cells = " – ".join(cell for cell in self.cells if cell), None
                self.line = row
                self._end_line()
        elif not opens and self.cells is not None:
            self.cells.append(" ".join(self.line.split()))
            self.line = ""

    def _set_apart(self, name: str, attributes: str, *, opens: bool) -> None:
        if name in ("thead", "tbody"):
            return
        inside = bool(self.numbers)
        if name in ("ol", "ul"):
            if opens:
                start = re.search(r"\bstart=\"(\d{1,9})\"", attributes)
                self.numbers.append(0 if name == "ul" else int(start[1]) if start else 1)
            elif self.numbers:
                self.numbers.pop()
        if name == "p" and inside and self.line.strip() == self.sign:
            return  # the first paragraph of an item stands beside its sign
        self._end_line()
        if name == "pre":
            self.code = opens
        if not (inside and self.numbers) and self.lines and self.lines[-1]:
            self.lines.append("")

    def _end_line(self) -> None:
        if self.code:
            self.lines += [line.rstrip() for line in self.line.rstrip().split("\n")] if self.line.strip() else []
        elif self.line.strip():
            self.lines.append(self.line.strip())
        self.line = ""
        self.link = None
