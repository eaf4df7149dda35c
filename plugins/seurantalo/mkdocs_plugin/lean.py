"""The theme's share of a page without what no reader sees: the indentation and the blank lines of its templates.

They are a fifth of the page of an event, ten thousand times over. The page's own body is left as it is: there, space
may be an author's.
"""

from __future__ import annotations

import re
from typing import Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from seurantalo.mkdocs_plugin.theme_script import with_module

#: Where space is not only between words: kept as it is. The name is what the last group finds.
_KEPT: Final = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2\s*>)", re.DOTALL | re.IGNORECASE)
#: Space with a line break in it, beside a tag. Within a tag there is none: values have `<` and `>` escaped.
_AFTER_TAG: Final = re.compile(r">\s*\n\s*")
_BEFORE_TAG: Final = re.compile(r"\s*\n\s*(?=<|\Z)")
#: What HTML knows of a drawing without being told.
_NAMESPACE: Final = ' xmlns="http://www.w3.org/2000/svg"'
#: What the theme has on every page for few: its script that opens the tab which an address names (contributed
#: Markdown makes no tabs), the place of an announcement that the site does not make, that of what copying code says,
#: and the names of the programs that made the page; pages that are composed one by one sign for all.
_FOR_FEW: Final = re.compile(
    r'<script>[^<]*__tabbed_[^<]*</script>\s*|<div data-md-component="announce">\s*</div>\s*'
    r'|<div class="md-dialog" data-md-component="dialog">\s*<div class="md-dialog__inner[^>]*></div>\s*</div>\s*'
    r'|<meta name="generator"[^>]*>\s*|Made with\s*<a [^>]*>\s*Material for MkDocs\s*</a>\s*'
)
#: What opens the theme's search, which its script wants to find though the site has another; and the label for it.
_SEARCH_SWITCH: Final = (
    '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search" autocomplete="off">'
)
_SEARCH_LABEL: Final = 'for="__search"'
#: The theme's own script in the head of every page; what uses it: scripts of pages, choices, features.
_STORE: Final = re.compile(r"<script>__md_scope=.*?</script>", re.DOTALL)
_SCRIPT: Final = re.compile(r"<script\b.*?</script>", re.DOTALL)
_CHOICES: Final = tuple(f'data-md-component="{name}"' for name in ("palette", "consent", "outdated", "source"))
_KEEPING: Final = frozenset({"announce.dismiss", "navigation.instant"})
#: Names that the theme's script knows but asks for only where pages are loaded into each other (see ``_KEEPING``).
_UNASKED: Final = re.compile(r' data-md-component="(?:skip|logo|container)"')
#: The page's title in the header, where it shows once the page is scrolled; `on-demand.js` takes it from the heading.
_HEADER_TITLE: Final = re.compile(
    r'<div class="md-header__topic" data-md-component="header-topic">'
    r'\s*<span class="md-ellipsis">[^<]*</span>\s*</div>\s*'
)
#: The foot of a page in which nothing is left.
_EMPTY_FOOT: Final = re.compile(
    r'<footer class="md-footer">\s*<div class="md-footer-meta md-typeset">\s*'
    r'<div class="md-footer-meta__inner md-grid">\s*'
    r'<div class="md-copyright">\s*</div>\s*</div>\s*</div>\s*</footer>\s*'
)
#: Space beside the tag of what stands on lines of its own.
_LINES: Final = r"</?(?:article|body|div|footer|head|header|li|link|main|meta|nav|script|ul)\b[^<>]*>"
_AFTER_LINE: Final = re.compile(f"({_LINES})\n")
_BEFORE_LINE: Final = re.compile(f"\n(?={_LINES})")
#: A tag, and in it names and ways to files, which need no quotes: what varies from page to page is neither.
_TAG: Final = re.compile(r"<[a-z][^<>']*>")
_NAME: Final = re.compile(
    r' ((?:autocomplete|charset|class|data-md-\w+|dir|for|id|name|property|type)=)"([\w-]+)"'
    r'| ((?:href|src)=)"(\.\.[\w./-]*[\w.-])"'
)


def finished(output: str, page: Page, config: MkDocsConfig, files: dict[str, bytes]) -> str:
    """Return a page of ours as it is written: with its feeds and previews in the head, whatever the template did.

    What it needs besides is added to ``files``, by path.
    """
    head = page.meta.get("seurantalo_head", "")
    whole = output.replace("</head>", f"{head}</head>", 1) if head and head not in output else output
    shared = _shared(whole, page) if config.site_url else whole
    if page.meta.get("seurantalo_bulk") and not _KEEPING.intersection(config.theme.get("features") or ()):
        made = lean(_for_all(_forgetful(shared, page.content or ""), page.content or ""), page.content or "")
        small, needed = with_module(compact(made, page.content or "", head), page.content or "")
        files.update(needed)
        return small
    return lean(shared, page.content or "")


def _forgetful(html: str, body: str) -> str:
    """Leave out the theme's script that keeps choices in the browser, where the theme offers none to keep.

    What the page's own values say makes no difference: as text they may say anything.
    """
    found = _STORE.search(html)
    if found is None:
        return html
    rest = html[: found.start()] + html[found.end() :]
    shell = rest.replace(body, "", 1)
    is_used = any("__md_" in script for script in _SCRIPT.findall(shell)) or any(each in shell for each in _CHOICES)
    return html if is_used else rest


def _for_all(html: str, body: str) -> str:
    """Leave out what the theme has on every page for few."""
    if not body or body not in html:
        return html
    before, _, after = html.partition(body)
    if _SEARCH_LABEL not in before:
        before = before.replace(_SEARCH_SWITCH, '<input data-md-toggle="search" type="checkbox" hidden>', 1)
    before, after = (_FOR_FEW.sub("", part) for part in (before, after))
    return f"{_UNASKED.sub('', _HEADER_TITLE.sub('', before))}{body}{_EMPTY_FOOT.sub('', after)}"


def _shared(html: str, page: Page) -> str:
    """Let the page's description be the one that is shown where a link is shared: one element says both."""
    told = page.meta.get("description")
    if not told:
        return html
    plain = '<meta name="description" content="'
    both = '<meta name="description" property="og:description" content="'
    if plain in html:
        return html.replace(plain, both, 1)
    return html.replace("</head>", f'<meta property="og:description" content="{told}"></head>', 1)


def lean(html: str, body: str) -> str:
    """Return a finished page with each run of space that breaks a line as one line break, but for its ``body``.

    Drawings lose the name of their language, which only files of their own need.

    A page in which the body does not stand as it was is returned as it is: another plugin has altered it.
    """
    if not body or body not in html:
        return html
    before, _, after = html.partition(body)
    return f"{_squeezed(before)}{body}{_squeezed(after)}"


def compact(html: str, body: str, head: str = "") -> str:
    """Return a lean page without the quotes and line breaks that HTML does without, but for its body and head.

    >>> compact('<nav class="md-nav"> <a title="c" class="st-d">d</a></nav><h1 id="e">f</h1>', '<h1 id="e">f</h1>')
    '<nav class=md-nav> <a title="c" class=st-d>d</a></nav><h1 id="e">f</h1>'
    """
    if not body or body not in html:
        return html
    before, _, after = html.partition(body)
    first, own, rest = before.partition(head) if head else (before, "", "")
    return f"{_compact(first)}{own}{_compact(rest)}{body}{_compact(after)}"


def _compact(html: str) -> str:
    pieces = _KEPT.split(html)
    between = [_BEFORE_LINE.sub("", _AFTER_LINE.sub(r"\1", _TAG.sub(_unquoted, piece))) for piece in pieces[::3]]
    kept = [*pieces[1::3], ""]
    return "".join([part for pair in zip(between, kept, strict=True) for part in pair])


def _unquoted(tag: re.Match[str]) -> str:
    return _NAME.sub(r" \1\3\2\4", tag.group())


def _squeezed(html: str) -> str:
    pieces = _KEPT.split(html)
    # Of each match, split() returns the whole and the name behind it.
    between = [_BEFORE_TAG.sub("\n", _AFTER_TAG.sub(">\n", piece)).replace(_NAMESPACE, "") for piece in pieces[::3]]
    kept = [*pieces[1::3], ""]
    return "".join([part for pair in zip(between, kept, strict=True) for part in pair])
