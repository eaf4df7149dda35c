"""The Markdown that contributors write: Python-Markdown without raw HTML, as GitHub shows it, and bounded.

What differs from the library's own Markdown, and why:

- Code, links, pictures and footnotes are those that ``model/marked_text.py`` finds, as reading checks them too. The
  library sees numbers between private signs in their place: so nothing cuts a link in two, and no bracket is looked
  for anew from each one before it, which takes minutes where there are 10,000.
- Tags are text but for ``<br>``. Parsing raw HTML costs quadratic time on hostile input, and a pasted tag that shows
  is a tag that its writer mends.
- Lists need no empty line before them and any indent makes a sublist, as where people preview their files.
- Indented text is text, never code; ``#word`` is a hashtag, never a heading.
- Bare web addresses become links, ``[[practice:id]]`` a link to a record.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString, code_escape

from seurantalo.model.marked_text import PRIVATE, Piece, Sign, all_pieces, code_of, pieces, unescaped
from seurantalo.publishing.emphasis import Emphasis
from seurantalo.publishing.markdown_lines import Lines
from seurantalo.publishing.markdown_shape import BLOCK_END, BLOCK_START, NOTES, Notes, mark_id, note_id, shape

#: Around the number of a piece inside a line.
_SPOT_START: Final = "\ue001"
_SPOT: Final = rf"{_SPOT_START}(\d+){BLOCK_END}"

#: Returns the text and the address of a wiki link (its word, id and own text); no address: only text.
Resolve: TypeAlias = Callable[[str, str, str], tuple[str, str]]

#: Returns the address that a relative one means on this page; ``""``: none.
Relative: TypeAlias = Callable[[str], str]

#: Returns the width and height of a picture as attributes, so that the page doesn't jump when it comes.
Size: TypeAlias = Callable[[str], dict[str, str]]

#: Returns an element for what a pattern has found, and where that ends.
_Make: TypeAlias = Callable[["Converter", re.Match[str]], tuple[Element, int]]

_BARE: Final = (
    r"<((?:https?://|mailto:)[^\s<>\x02\x03]{1,2000})>|\b(https?://[^\s<>\"\x02\x03]{1,2000})"
    r"|(?<![\w@/.-])(www\.[\w-]{1,63}\.[^\s<>\"\x02\x03]{1,2000})"
)
_STRUCK: Final = r"(?<!~)~~(?=[^\s~])([^~]{1,1000})(?<=[^\s~])~~(?!~)"
_BREAK: Final = r"\\\n|<br ?/?>"
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SAFE = ("http://", "https://", "mailto:", "tel:")


def target(written: str, relative: Relative) -> str:
    """Return the address that a link may have: a safe scheme's, or a relative one; ``""`` for any other."""
    address = html.unescape(_ESCAPED.sub(r"\1", written)).strip()
    if any(ord(sign) <= 0x20 or sign == "\\" for sign in address):
        return ""
    if _SCHEME.match(address):
        return address if address.lower().startswith(_SAFE) else ""
    if address.startswith(("//", "?")) or ".." in address or ":" in address.split("/", 1)[0]:
        return ""
    return relative(address) if address else ""


class _Inline(InlineProcessor):
    """A pattern, and the function that makes an element and tells where its text ends."""

    def __init__(self, pattern: str, converter: Converter, make: _Make, *, in_links: bool = False) -> None:
        super().__init__(pattern, converter)
        self.converter = converter
        self.make = make
        if not in_links:
            self.ANCESTOR_EXCLUDES = ("a",)  # type: ignore[misc]

    def handleMatch(  # type: ignore[override]  # noqa: N802 (the library's name)
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 (the library's signature)
    ) -> tuple[Element, int, int]:
        element, end = self.make(self.converter, m)
        return element, m.start(), end


def _spot(converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    return converter.element(int(found[1])), found.end()


def _struck(_converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    element = Element("del")
    element.text = found[1]
    return element, found.end()


def _line_break(_converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    return Element("br"), found.end()


def _bare_address(_converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    if found[1]:
        address, end = found[1], found.end()
    else:
        address = (found[2] or found[3]).rstrip(".,;:!?'*_~]")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,;:!?'*_~]")
        end = found.start() + len(address)
    element = _anchor(f"https://{address}" if found[3] else address)
    element.text = AtomicString(address.removeprefix("mailto:"))
    return element, end


def _anchor(href: str) -> Element:
    """Return a link; what leads out of the site gets no hold of our window."""
    outside = href.lower().startswith(("http://", "https://"))
    return Element("a", {"href": href, "rel": "noopener"} if outside else {"href": href})


class _Shape(Treeprocessor):
    """Gives the finished tree the shape that the page wants."""

    def __init__(self, converter: Converter) -> None:
        super().__init__(converter)
        self.converter = converter

    def run(self, root: Element) -> None:
        one = self.converter
        shape(root, one.heading_level, one.id_prefix, one.blocks, Notes(one.marks_of_notes(), one.way_back))


#: Inline patterns of the library that are not for contributed text, or are here in a bounded form.
_UNWANTED = (
    *("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "html", "entity", "backtick"),
)


class Converter(Markdown):
    """One dialect, used again for text after text. What depends on the page is set before each."""

    def __init__(self) -> None:
        """Build the parser once; that costs more than most texts."""
        self.resolve: Resolve = lambda _word, name, text: (text or name, "")
        self.relative: Relative = lambda address: address
        self.size: Size = lambda _address: {}
        self.heading_level = 3
        self.id_prefix = ""
        self.note_words = ""
        self.way_back = ""
        self.blocks: list[str] = []
        self._text = ""
        self._spots: list[Piece] = []
        self._numbers: dict[str, int] = {}
        self._marks: Counter[int] = Counter()
        super().__init__(extensions=["tables", "sane_lists"], output_format="html")
        self.ESCAPED_CHARS = list("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
        self.preprocessors.deregister("html_block")
        self.postprocessors.deregister("raw_html")
        for name in ("code", "reference"):
            self.parser.blockprocessors.deregister(name)
        for name in _UNWANTED:
            self.inlinePatterns.deregister(name)
        self.preprocessors.register(Lines(self), "seurantalo_lines", 25)
        # Twice: the library looks into the words of a link with the patterns that follow only.
        self.inlinePatterns.register(_Inline(_SPOT, self, _spot, in_links=True), "seurantalo_spot", 186)
        self.inlinePatterns.register(_Inline(_SPOT, self, _spot, in_links=True), "seurantalo_inner_spot", 185)
        self.inlinePatterns.register(_Inline(_BREAK, self, _line_break, in_links=True), "seurantalo_break", 184)
        self.inlinePatterns.register(_Inline(_BARE, self, _bare_address), "seurantalo_bare", 120)
        self.inlinePatterns.register(_Inline(_STRUCK, self, _struck, in_links=True), "seurantalo_struck", 65)
        self.inlinePatterns.register(Emphasis(self), "em_strong", 60)
        self.treeprocessors.register(_Shape(self), "seurantalo_shape", -10)

    def convert(self, source: str) -> str:
        """Return HTML that is safe by construction; whoever shows it cleans it all the same."""
        self.reset()
        text = PRIVATE.sub("", source)
        found = pieces(text)
        self._text, self._spots, self.blocks = text, [], []
        notes = self._numbered(found)
        listed = "".join(f"1. {self._body(note)}\n" for note in notes)
        written = self._replaced(found, 0, len(text))
        made = super().convert(f"{written}\n\n{NOTES}\n\n{listed}" if listed else written)
        return PRIVATE.sub("", made) if found else made

    def _numbered(self, found: Iterable[Piece]) -> list[Piece]:
        """Return the footnotes in the order of their first marks; those that nothing leads to follow."""
        first: dict[str, Piece] = {}
        every = list(all_pieces(found))
        written = [one for one in every if one.sign is Sign.NOTE]
        others = [note for note in written if first.setdefault(note.target, note) is not note]
        marks = [one.target for one in every if one.sign is Sign.NOTE_MARK and one.target in first]
        names = [*dict.fromkeys((*marks, *first))]
        self._numbers = {name: number for number, name in enumerate(names, 1)}
        self._marks = Counter(self._numbers[name] for name in marks)
        self._shown: set[int] = set()
        return [*(first[name] for name in names), *others]

    def marks_of_notes(self) -> list[int]:
        """Return how many marks lead to each footnote."""
        return [self._marks[number] for number in self._numbers.values()]

    def _body(self, note: Piece) -> str:
        """Return a footnote's text as that of an item of a list."""
        lines = [line.strip() for line in self._replaced(note.inside, note.first, note.last).split("\n")]
        return "\n".join([lines[0], *(f"    {line}" if line else "" for line in lines[1:])])

    def _replaced(self, found: Iterable[Piece], first: int, last: int) -> str:
        """Return a part of the text with each of its pieces as a number."""
        made: list[str] = []
        at = first
        for piece in found:
            made += (self._text[at : piece.start], self._place_of(piece))
            at = piece.end
        return "".join((*made, self._text[at:last]))

    def _place_of(self, piece: Piece) -> str:
        if piece.sign in (Sign.COMMENT, Sign.NOTE):
            return ""
        if piece.sign is Sign.NOTE_MARK and piece.target not in self._numbers:
            return self._text[piece.start : piece.end]
        if piece.sign is Sign.FENCE:
            self.blocks.append(code_of(self._text, piece))
            place = f"{piece.lead}{BLOCK_START}{len(self.blocks) - 1}{BLOCK_END}"
            apart = piece.lead.rstrip()
            return f"{apart}\n{place}\n{apart}" if not apart.strip(" >") else f"{place}\n"
        self._spots.append(piece)
        return f"{_SPOT_START}{len(self._spots) - 1}{BLOCK_END}"

    def element(self, number: int) -> Element:
        """Return the element of a piece."""
        piece = self._spots[number]
        words = self._text[piece.first : piece.last]
        if piece.sign is Sign.CODE:
            element = Element("code")
            element.text = AtomicString(code_escape(" ".join(words.split("\n")).strip()))
            return element
        if piece.sign is Sign.NOTE_MARK:
            return self._note_mark(self._numbers[piece.target])
        if piece.sign is Sign.WIKI:
            text, href = self.resolve(piece.lead, piece.target, unescaped(words))
            element = Element("a", {"href": href}) if href else Element("span")
            element.text = AtomicString(text)
            return element
        href = target(piece.target, self.relative)
        if piece.sign is Sign.PICTURE:
            return self._picture(piece, unescaped(words), href)
        element = _anchor(href) if href else Element("span")
        element.text = self._replaced(piece.inside, piece.first, piece.last)
        return element

    def _picture(self, piece: Piece, words: str, href: str) -> Element:
        """Show a picture of the site that has words for it; a picture from elsewhere becomes a link to it."""
        if href and words and not _SCHEME.match(href):
            return Element("img", {"src": href, "alt": words, "loading": "lazy", **self.size(piece.target)})
        element = _anchor(href) if href and words else Element("span")
        element.text = AtomicString(words)
        return element

    def _note_mark(self, number: int) -> Element:
        element = Element("sup")
        if number not in self._shown:
            self._shown.add(number)
            element.set("id", mark_id(self.id_prefix, number))
        label = self.note_words.format(n=number)
        link = SubElement(element, "a", {"href": f"#{note_id(self.id_prefix, number)}", "aria-label": label})
        link.text = AtomicString(str(number))
        return element
