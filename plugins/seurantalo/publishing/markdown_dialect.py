"""The Markdown that contributors write: Python-Markdown without raw HTML, forgiving about lists, and bounded.

What differs from the library's own Markdown, and why:

- Tags are text. Parsing raw HTML costs quadratic time on hostile input, and a pasted tag that shows is a tag that its
  writer mends.
- A link's text holds no brackets and there are no reference links: the library looks for the closing bracket anew
  from each opening one, so that 10,000 of them take minutes.
- Lists need no empty line before them and any indent makes a sublist, as where people preview their files.
- Indented text is text, never code; ``#word`` is a hashtag, never a heading.
- Bare web addresses become links, ``[[practice:id]]`` a link to a record.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Callable
from typing import Final, TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from seurantalo.publishing.emphasis import Emphasis

#: Quotes and lists inside each other on one line; more are shown as the signs that they are.
DEEPEST: Final = 6

#: Stands for the bar of a wiki link until tables are cut at their bars.
_BAR: Final = "\ue000"

#: Returns the text and the address of a wiki link (its word, id and own text); no address: only text.
Resolve: TypeAlias = Callable[[str, str, str], tuple[str, str]]

#: Returns the address that a relative one means on this page; ``""``: none.
Relative: TypeAlias = Callable[[str], str]

#: Returns the width and height of a picture as attributes, so that the page doesn't jump when it comes.
Size: TypeAlias = Callable[[str], dict[str, str]]

#: Returns an element and where the text that it stands for ends.
_Make: TypeAlias = Callable[["Converter", re.Match[str]], tuple[Element, int]]

_ITEM = re.compile(r"( *)([-*+•]|\d{1,9}[.)])( +)(?=\S)")
_MARKER = re.compile(r" *(?:>|[-*+](?= )|\d{1,9}\.(?= ))")
_HEADING = re.compile(r"#{1,6} ")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_HASHTAG = re.compile(r"#+(?=[^#\s])")
_WIKI_BAR = re.compile(r"\[\[[^\[\]|:]{1,40}:[^\[\]|]{1,120}\|[^\[\]]{1,200}\]\]")
_WIKI = rf"(?<!\\)\[\[([^\[\]|:\n]{{1,40}}):([^\[\]|\n{_BAR}]{{1,120}})(?:{_BAR}([^\[\]\n]{{1,200}}))?\]\]"
_TARGET = (
    r"\]\(\s{0,3}(?:<([^<>\n]{0,2000})>|((?:[^\s()<>]|\([^\s()<>]{0,500}\)){0,2000}))"
    r"(?:\s{1,3}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,3}\)"
)
_LINK = r"(?<!!)\[([^\[\]]{1,500})" + _TARGET
_IMAGE = r"!\[([^\[\]]{0,500})" + _TARGET
_BARE = r"<(https?://[^\s<>\x02\x03]{1,2000})>|\b(https?://[^\s<>\"\x02\x03]{1,2000})"
_ESCAPED = re.compile("\x02(\\d{1,7})\x03")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SAFE = ("http://", "https://", "mailto:", "tel:")


def target(written: str, relative: Relative) -> str:
    """Return the address that a link may have: a safe scheme's, or a relative one; ``""`` for any other."""
    address = html.unescape(_ESCAPED.sub(lambda found: chr(int(found[1])), written)).strip()
    if any(ord(sign) <= 0x20 or sign == "\\" for sign in address):
        return ""
    if _SCHEME.match(address):
        return address if address.lower().startswith(_SAFE) else ""
    if address.startswith(("//", "?")) or ".." in address or ":" in address.split("/", 1)[0]:
        return ""
    return relative(address) if address else ""


class _Lines(Preprocessor):
    """Gives lists the blank lines and indents that the library wants, and bounds what may nest."""

    def run(self, lines: list[str]) -> list[str]:
        made: list[str] = []
        open_lists: list[int] = []
        amid_items = False
        for given in lines:
            line = _plain_nesting(given)
            item = None if _RULE.match(line) else _ITEM.match(line)
            after_blank = not made or not made[-1]
            if item is not None and not open_lists and not after_blank and _only_a_number(item[2]):
                item = None
            if item is not None and (open_lists or len(item[1]) < 4):
                if not after_blank and not amid_items:
                    made.append("")
                amid_items = True
                _settle(open_lists, len(item[1]))
                made.append(_item_line(item, line, len(open_lists) - 1))
                continue
            amid_items = amid_items and bool(line) and not after_blank
            if _HEADING.match(line):
                open_lists.clear()
                made += ["", line, ""]
            elif open_lists and line:
                text = line.lstrip()
                level = sum(indent < len(line) - len(text) for indent in open_lists)
                if after_blank and not level:
                    open_lists.clear()
                made.append("    " * level + text if after_blank else text)
            else:
                made.append(line.lstrip() if line.startswith("    ") else line)
        return made


def _only_a_number(marker: str) -> bool:
    """Return True for ``5.`` amid a paragraph: a date or a year that a line break happens to precede."""
    return marker[0].isdigit() and marker[:-1] != "1"


def _item_line(item: re.Match[str], line: str, level: int) -> str:
    marker = "-" if item[2] == "•" else item[2].replace(")", ".")
    rest = line[item.end() :]
    inner = _MARKER.match(rest)
    if inner is not None and not rest.startswith(">"):
        rest = f"{rest[: inner.end() - 1]}\\{rest[inner.end() - 1 :]}"
    return f"{'    ' * level}{marker} {rest}"


def _settle(open_lists: list[int], indent: int) -> None:
    """Make ``indent`` the innermost of the open lists' indents."""
    while len(open_lists) > 1 and indent < open_lists[-1]:
        open_lists.pop()
    if not open_lists or (indent >= open_lists[-1] + 2 and len(open_lists) < DEEPEST):
        open_lists.append(indent)


def _plain_nesting(line: str) -> str:
    """Return a line whose blanks, hashtags, wiki bars and stacked signs are harmless."""
    line = line.rstrip("\n").expandtabs(4)
    if not line.strip():
        return ""
    if "[[" in line and "|" in line:
        line = _WIKI_BAR.sub(lambda found: found[0].replace("|", _BAR), line)
    hashtag = _HASHTAG.match(line)
    if hashtag is not None:
        return f"\\{line}"
    if _RULE.match(line):
        return line
    at = 0
    for _ in range(DEEPEST):
        marker = _MARKER.match(line, at)
        if marker is None:
            return line
        at = marker.end()
    marker = _MARKER.match(line, at)
    return line if marker is None else f"{line[: marker.end() - 1]}\\{line[marker.end() - 1 :]}"


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


def _wiki_link(converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    text, href = converter.resolve(found[1], found[2].strip(), (found[3] or "").strip())
    element = Element("a", {"href": href}) if href else Element("span")
    element.text = AtomicString(text)
    return element, found.end()


def _link(converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    href = target(found[2] or found[3] or "", converter.relative)
    element = _anchor(href) if href else Element("span")
    element.text = found[1]
    return element, found.end()


def _image(converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    """Show a picture of the site that has words for it; a picture from elsewhere becomes a link to it."""
    href = target(found[2] or found[3] or "", converter.relative)
    words = found[1].strip()
    if href and words and not _SCHEME.match(href):
        alt = _ESCAPED.sub(lambda sign: chr(int(sign[1])), words)
        return Element(
            "img", {"src": href, "alt": alt, "loading": "lazy", **converter.size(found[2] or found[3])}
        ), found.end()
    element = _anchor(href) if href and words else Element("span")
    element.text = words
    return element, found.end()


def _bare_address(_converter: Converter, found: re.Match[str]) -> tuple[Element, int]:
    if found[1]:
        address, end = found[1], found.end()
    else:
        address = found[2].rstrip(".,;:!?'*_]")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip(".,;:!?'*_]")
        end = found.start() + len(address)
    element = _anchor(address)
    element.text = AtomicString(address)
    return element, end


def _anchor(href: str) -> Element:
    """Return a link; what leads out of the site gets no hold of our window."""
    outside = href.lower().startswith(("http://", "https://"))
    return Element("a", {"href": href, "rel": "noopener"} if outside else {"href": href})


class _Shape(Treeprocessor):
    """Moves headings to the page's levels without a gap, with ids of their own; turns cell styles to classes."""

    def __init__(self, converter: Converter) -> None:
        super().__init__(converter)
        self.converter = converter

    def run(self, root: Element) -> None:
        headings = [found for found in root.iter() if found.tag in _HEADINGS]
        levels = sorted({found.tag for found in headings})
        used: Counter[str] = Counter()
        for found in headings:
            found.tag = f"h{min(6, levels.index(found.tag) + self.converter.heading_level)}"
            found.set("id", _unused(f"{self.converter.id_prefix}{slug(''.join(found.itertext()))}", used))
        for cell in root.iter():
            style = cell.attrib.pop("style", "")
            if style:
                cell.set("class", f"st-{style.removeprefix('text-align: ').rstrip(';')}")


#: Inline patterns of the library that are not for contributed text, or are here in a bounded form.
_UNWANTED = (
    *("reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref"),
    *("autolink", "automail", "html", "entity"),
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_PLAIN_LETTERS = str.maketrans("äöåéü", "aoaeu")


def slug(words: str) -> str:
    """Return words as the end of an address: ``Mitä tarvitaan?`` gives ``mita-tarvitaan``."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower().translate(_PLAIN_LETTERS)).strip("-")[:60] or "otsikko"


def _unused(name: str, used: Counter[str]) -> str:
    """Return ``name``, or ``name--2`` the second time. A slug never has two hyphens, so none can look like that."""
    used[name] += 1
    return name if used[name] == 1 else f"{name}--{used[name]}"


class Converter(Markdown):
    """One dialect, used again for text after text. What depends on the page is set before each."""

    def __init__(self) -> None:
        """Build the parser once; that costs more than most texts."""
        self.resolve: Resolve = lambda _word, name, text: (text or name, "")
        self.relative: Relative = lambda address: address
        self.size: Size = lambda _address: {}
        self.heading_level = 3
        self.id_prefix = ""
        super().__init__(extensions=["tables", "sane_lists"], output_format="html")
        self.preprocessors.deregister("html_block")
        self.postprocessors.deregister("raw_html")
        for name in ("code", "reference"):
            self.parser.blockprocessors.deregister(name)
        for name in _UNWANTED:
            self.inlinePatterns.deregister(name)
        self.preprocessors.register(_Lines(self), "seurantalo_lines", 25)
        self.inlinePatterns.register(_Inline(_WIKI, self, _wiki_link), "seurantalo_wiki", 185)
        self.inlinePatterns.register(_Inline(_LINK, self, _link), "seurantalo_link", 160)
        self.inlinePatterns.register(_Inline(_IMAGE, self, _image, in_links=True), "seurantalo_image", 150)
        self.inlinePatterns.register(Emphasis(self), "em_strong", 60)
        self.inlinePatterns.register(_Inline(_BARE, self, _bare_address), "seurantalo_bare", 120)
        self.treeprocessors.register(_Shape(self), "seurantalo_shape", -10)

    def convert(self, source: str) -> str:
        """Return HTML that is safe by construction; whoever shows it cleans it all the same."""
        self.reset()
        return super().convert(without_comments(source)).replace(_BAR, "|")


def without_comments(text: str) -> str:
    """Return a text without the ``<!-- notes to the writer -->`` that templates of files hold."""
    kept, at = [], 0
    while (start := text.find("<!--", at)) >= 0 and (end := text.find("-->", start)) >= 0:
        kept.append(text[at:start])
        at = end + 3
    return "".join(kept) + text[at:] if kept else text
