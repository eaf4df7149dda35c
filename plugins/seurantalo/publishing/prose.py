"""Contributed Markdown to clean HTML and to plain text. All of it is untrusted until it has been here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

import nh3
from markupsafe import Markup, escape

from seurantalo.frozen import dataclass
from seurantalo.language.catalogue import language
from seurantalo.model.community import Community
from seurantalo.model.record import Kind
from seurantalo.model.wiki_link import kind_of, wiki_links
from seurantalo.publishing.addresses import place
from seurantalo.publishing.light_prose import is_plain, light_start, plain_paragraphs
from seurantalo.publishing.markdown_dialect import Converter
from seurantalo.publishing.plain_words import words_on_a_line
from seurantalo.publishing.record_names import words_of

_TAGS: Final = {
    *("a", "blockquote", "br", "code", "del", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p"),
    *("pre", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES: Final = {
    "a": {"aria-label", "href", "rel"},
    "img": {"alt", "height", "loading", "src", "width"},
    "li": {"id"},
    "ol": {"start"},
    "sup": {"id"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CELL_CLASSES: Final = {"st-center", "st-left", "st-right"}
_CLASSES: Final = {
    "a": {"st-back"},
    "li": {"st-tick"},
    "ol": {"st-notes"},
    "td": _CELL_CLASSES,
    "th": _CELL_CLASSES,
}
_SCHEMES: Final = {"http", "https", "mailto", "tel"}

#: What no text may hold: C0 and C1 controls but line breaks and tabs, lone surrogates, non-characters.
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_MORE: Final = "…"


@dataclass(frozen=True, slots=True)
class ProseContext:
    """Where a text stands. ``prefix`` is the page's way to the site's root: ``../../``.

    The highest heading of the text becomes one of ``heading_level``. A page that shows several texts with headings
    gives each its own ``id_prefix``, so that their anchors differ.
    """

    community: Community | None = None
    language: str = "fi"
    prefix: str = ""
    heading_level: int = 3
    id_prefix: str = "t-"

    def resolve(self, word: str, name: str, text: str) -> tuple[str, str]:
        """Return the text and the address of a wiki link; no address where the record has no page."""
        kind = kind_of(word)
        if self.community is None or kind is None:
            return text or name, ""
        record = self.community.by_kind[kind].get(name)
        if record is None:
            return text or name, ""
        if kind is Kind.WELLBEING_TREE:
            # A tree has no name but its municipality's, whose id it has.
            record = self.community.municipalities.get(name, record)
        words = text or words_of(record, self.language)
        where = place(kind, name)
        return words, f"{self.prefix}{where}" if where else ""

    def relative(self, address: str) -> str:
        """Return what an address that is relative to ``content/`` means on this page."""
        if address.startswith("#"):
            return address
        path, sign, anchor = address.lstrip("/").partition("#")
        if path.endswith(".md"):
            path = path.removesuffix(".md").removesuffix("index").rstrip("/")
            path = f"{path}/" if path else ""
        return f"{self.prefix}{path.removeprefix('./')}{sign}{anchor}" or "./"

    def size(self, address: str) -> dict[str, str]:
        """Return the width and height of a picture as attributes; none for one that the site does not have."""
        known = self.community.pictures if self.community is not None else {}
        size = known.get(address.removeprefix("./").lstrip("/"))
        return {} if size is None else {"width": str(size[0]), "height": str(size[1])}


_NOWHERE: Final = ProseContext()


@cache
def _converter() -> Converter:
    return Converter()


def render_prose(text: str, context: ProseContext = _NOWHERE) -> Markup:
    """Return the clean HTML of a contributed Markdown text; ``""`` for an empty one."""
    if is_plain(text):
        return Markup(plain_paragraphs(text))  # noqa: S704 - escaped there
    start, rest = light_start(text, context.resolve)
    if not rest:
        return Markup(start)  # noqa: S704 - HTML of the light way, escaped there
    if not start:
        return render_marked(text, context)
    marked = render_marked(rest, context)
    return Markup(f"{start}\n{marked}" if marked else start)  # noqa: S704 - both are clean


def render_marked(text: str, context: ProseContext = _NOWHERE) -> Markup:
    """Return the clean HTML of a text through the whole of Markdown and the allow list."""
    converter = _converter()
    converter.resolve = context.resolve
    converter.relative = context.relative
    converter.size = context.size
    converter.heading_level = context.heading_level
    converter.id_prefix = context.id_prefix
    say = language(context.language).say
    converter.note_words, converter.way_back = say("Footnote {n}", n="{n}"), say("Back to the text")
    made = converter.convert(_UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    cleaned = nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return Markup(cleaned)  # noqa: S704 - by the allow list, just above


def plain_text(
    markdown: str,
    limit: int = 0,
    context: ProseContext = _NOWHERE,
    *,
    rendered: Markup | None = None,
) -> str:
    """Return a text's words without any markup, for descriptions, search and feeds.

    On one line, at most ``limit`` characters, cut between words with an ellipsis; 0: all. ``rendered`` is what
    :func:`render_prose` made of the text, where it already did. Not HTML: whoever puts it on a page escapes it.
    """
    if rendered is None and is_plain(markdown):
        words = markdown
    else:
        made = str(render_prose(markdown, context) if rendered is None else rendered)
        if limit:
            # A cut looks at the character after it, never farther: most texts begin with enough words to stop there.
            start = made[: limit + limit // 4].replace("<p>", "").replace("</p>", "")
            if "<" in start or "&" in start:
                start = start.partition("<")[0].partition("&")[0]
            start = " ".join(start.split())
            if len(start) > limit + 1:
                return shorten(start, limit)
        words = words_on_a_line(made)
    words = " ".join(words.split())
    return shorten(words, limit) if 0 < limit < len(words) else words


def linked(text: str, context: ProseContext) -> Markup:
    """Return a text of a few sentences for a page: its wiki links lead on, all else stands as it is written."""
    return Markup("").join(
        Markup('<a href="{}">{}</a>').format(href, words) if href else escape(words)
        for words, href in _pieces(text, context)
    )


def unlinked(text: str, context: ProseContext) -> str:
    """Return a text of a few sentences with the words of its wiki links in their place. Not HTML."""
    return "".join([words for words, _ in _pieces(text, context)])


def _pieces(text: str, context: ProseContext) -> Iterator[tuple[str, str]]:
    """Yield the words of a text, piece by piece, with where each leads."""
    end = 0
    for link in wiki_links(text):
        yield text[end : link.offset], ""
        yield context.resolve(link.kind_word, link.target, link.text)
        end = link.end
    yield text[end:], ""


def shorten(words: str, limit: int) -> str:
    """Return at most ``limit`` characters of ``words``, cut between words where a cut is needed.

    A cut that falls at the end of a sentence needs no ellipsis.
    """
    if len(words) <= limit:
        return words
    cut = words[: max(limit - len(_MORE), 0)]
    if not words[len(cut)].isspace():
        space = max(cut.rfind(" "), cut.rfind("\n"))
        if space > limit // 2:
            cut = cut[:space]
    cut = cut.rstrip(" \n,;:–-")
    return cut if cut.endswith((".", "!", "?", _MORE)) else cut + _MORE
