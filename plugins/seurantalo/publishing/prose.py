"""Contributed Markdown to clean HTML and to plain text. All of it is untrusted until it has been here."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cache
from typing import Final

import nh3
from markupsafe import Markup

from seurantalo.model.community import Community
from seurantalo.model.wiki_link import kind_of
from seurantalo.publishing.addresses import FOLDERS
from seurantalo.publishing.markdown_dialect import Converter
from seurantalo.publishing.pages.context import words_of

_TAGS: Final = {
    *("a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p", "pre"),
    *("span", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul"),
}
_ATTRIBUTES: Final = {
    "a": {"href", "rel"},
    "img": {"alt", "loading", "src"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(2, 7)},
}
_CELL_CLASSES: Final = {"st-center", "st-left", "st-right"}
_CLASSES: Final = {"td": _CELL_CLASSES, "th": _CELL_CLASSES}
_SCHEMES: Final = {"http", "https", "mailto", "tel"}

#: Signs that mean something in Markdown or HTML wherever they stand, and signs that no text may hold.
_SIGNS = re.compile(
    r"[\\`*_\[\]<>|\t\r\f\v\x00-\x08\x0e-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ue000\ufeff\ufffe\uffff]"
)
#: What a line of a list, a heading, a rule or an indented text begins with.
_LINE = r"(?:[ #+=•-]|\d{1,9}[.)][ ])"
_FIRST_LINE = re.compile(_LINE)
_OTHER_LINE = re.compile(rf"\n(?:{_LINE}|\n\n)")
_ENTITY = re.compile(r"&(?! )")
#: What no text may hold: C0 and C1 controls but line breaks and tabs, lone surrogates, non-characters.
_UNFIT = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_BLOCK_END = re.compile(r"</(?:p|li|h[2-6]|tr|blockquote|pre|table)>|<br>|<hr>")
_CELL_END = re.compile(r"</t[dh]>(?=\s*<t[dh])")
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
        words = text or words_of(record, self.language)
        return words, f"{self.prefix}{FOLDERS[kind]}{name}/" if kind in FOLDERS else ""

    def relative(self, address: str) -> str:
        """Return what an address that is relative to ``content/`` means on this page."""
        if address.startswith("#"):
            return address
        path, sign, anchor = address.lstrip("/").partition("#")
        if path.endswith(".md"):
            path = path.removesuffix(".md").removesuffix("index").rstrip("/")
            path = f"{path}/" if path else ""
        return f"{self.prefix}{path.removeprefix('./')}{sign}{anchor}" or "./"


_NOWHERE: Final = ProseContext()


@cache
def _converter() -> Converter:
    return Converter()


def is_plain(text: str) -> bool:
    """Return True for prose without any mark of Markdown or HTML: most texts, and 20 times as quick."""
    return not (
        _SIGNS.search(text)
        or "://" in text
        or " \n" in text
        or text.endswith(" ")
        or _FIRST_LINE.match(text)
        or _OTHER_LINE.search(text)
        or _ENTITY.search(text)
    )


def render_prose(text: str, context: ProseContext = _NOWHERE) -> Markup:
    """Return the clean HTML of a contributed Markdown text; ``""`` for an empty one."""
    if is_plain(text):
        return _paragraphs(text)
    return render_marked(text, context)


def _paragraphs(text: str) -> Markup:
    """Return plain prose as paragraphs: what :func:`render_marked` returns for it, without the work."""
    text = text.strip("\n")
    if not text:
        return Markup()
    escaped = text.replace("&", "&amp;") if "&" in text else text
    return Markup("<p>" + escaped.replace("\n\n", "</p>\n<p>") + "</p>")  # noqa: S704


def render_marked(text: str, context: ProseContext = _NOWHERE) -> Markup:
    """Return the clean HTML of a text through the whole of Markdown and the allow list."""
    converter = _converter()
    converter.resolve = context.resolve
    converter.relative = context.relative
    converter.heading_level = context.heading_level
    converter.id_prefix = context.id_prefix
    made = converter.convert(_UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))
    cleaned = nh3.clean(
        made,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return Markup(cleaned)  # noqa: S704


def plain_text(markdown: str, limit: int = 0, context: ProseContext = _NOWHERE, *, lines: bool = False) -> str:
    """Return a text's words without any markup, for descriptions, search and feeds.

    At most ``limit`` characters, cut between words with an ellipsis; 0: all. On one line, or with ``lines`` each
    paragraph and list item on its own. Not HTML: whoever puts it on a page escapes it.
    """
    words = markdown
    if not is_plain(markdown):
        made = _CELL_END.sub("\\g<0> ", _BLOCK_END.sub("\\g<0>\n", str(render_marked(markdown, context))))
        words = html.unescape(nh3.clean(made, tags=set()))
    if lines:
        words = "\n".join(line for line in (" ".join(one.split()) for one in words.split("\n")) if line)
    else:
        words = " ".join(words.split())
    return shorten(words, limit) if 0 < limit < len(words) else words


def shorten(words: str, limit: int) -> str:
    """Return at most ``limit`` characters of ``words``, cut between words where a cut is needed."""
    if len(words) <= limit:
        return words
    cut = words[: max(limit - len(_MORE), 0)]
    if not words[len(cut)].isspace():
        space = max(cut.rfind(" "), cut.rfind("\n"))
        if space > limit // 2:
            cut = cut[:space]
    return cut.rstrip(" \n,;:–-") + _MORE
