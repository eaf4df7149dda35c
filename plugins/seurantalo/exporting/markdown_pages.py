"""A composed page as a Markdown file whose body is one raw HTML block.

The block loads our style sheets and modules itself, so that a generator needs no options of ours.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator
from typing import Any, Final
from urllib.parse import quote

from seurantalo.publishing.previews import description_tag
from seurantalo.publishing.publication import File, Page, depth_prefix

_MODULE: Final = '<script type="module" src="{}"></script>'

#: Elements with the path of a file each; ``{}`` in the element takes the way to it.
Links = tuple[tuple[str, str], ...]

# Elements whose text is not HTML, or in which white space counts.
_VERBATIM: Final = re.compile(r"(<(?:script|style)\b.*?</(?:script|style)\s*>)", re.DOTALL | re.IGNORECASE)
_SPACED: Final = re.compile(r"<(pre|textarea)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_BLANK_LINES: Final = re.compile(r"\n(?:[ \t]*\n)+")

# Themes print a front matter's texts with or without escaping; these are harmless and readable either way.
_HARMLESS: Final = str.maketrans({"<": "‹", ">": "›", '"': "”"})


def markdown_page(page: Page, links: Links, nav: Collection[str] = ()) -> str:
    r"""Return a page as front matter and one block of HTML.

    ``nav`` are the files that stand in the navigation: beside another page it would be an empty column.

    >>> made = markdown_page(Page(address="kylat/", title="Kylät", body="<h1>Kylät</h1>"), (), ["kylat/index.md"])
    >>> made.splitlines()
    ['---', 'title: "Kylät"', 'hide: ["toc"]', '---', '', '<div>', '<h1>Kylät</h1>', '</div>']
    """
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in _front_matter(page, nav)]
    loaded = assets(page.address, links)
    return f"---\n{''.join(lines)}---\n\n<div>\n{loaded}{one_block(page.body)}\n</div>\n"


def assets(address: str, links: Links) -> str:
    """Return the elements that load our style sheets and modules into the page at ``address``."""
    root = depth_prefix(address)
    return "".join(element.format(f"{root}{quote(path)}") + "\n" for element, path in links)


def _front_matter(page: Page, nav: Collection[str]) -> Iterator[tuple[str, Any]]:
    # JSON is YAML as well, so each value stands on its line as JSON.
    yield "title", page.title.translate(_HARMLESS)
    if page.description:
        yield "description", page.description.translate(_HARMLESS)
    # Headings in a raw block are unknown to a generator, so a list of contents would be empty.
    yield "hide", ["toc", *(["navigation"] if nav and f"{page.address}index.md" not in nav else [])]
    if not page.searchable:
        yield "search", {"exclude": True}
    if page.source:
        yield "source", page.source
    if page.feeds:
        yield "feeds", [{"path": feed.path, "title": feed.title, "type": feed.media_type} for feed in page.feeds]
    if page.head:
        # MkDocs gets the description into the head by its theme; who reads this may not.
        yield "head", f"{page.head}{description_tag(page)}"


def one_block(body: str) -> str:
    r"""Return HTML that Markdown takes as one raw block, and that template languages leave alone.

    A blank line ends a raw block in CommonMark (section 4.6), so there is none; doubled braces, which Liquid and
    Hugo act upon, become character references.

    >>> one_block("<p>{{ x }}</p>\n\n<pre>a\n\nb</pre>")
    '<p>&#123;{ x }}</p>\n<pre>a&#10;&#10;b</pre>'
    """
    parts = _VERBATIM.split(body)
    for index, part in enumerate(parts):
        if index % 2:
            parts[index] = _BLANK_LINES.sub("\n", part)
        else:
            spaced = _SPACED.sub(lambda found: found.group().replace("\n", "&#10;"), part)
            parts[index] = re.sub(r"\{(?=[{%#])", "&#123;", _BLANK_LINES.sub("\n", spaced))
    return "".join(parts).strip()


def links_of(files: Iterable[File]) -> Links:
    """Return what every page loads: style sheets and browser modules.

    >>> links_of([File("assets/seurantalo/wiki.css", b"", is_linked=True), File("assets/seurantalo/form.js", b"")])
    (('<link rel="stylesheet" href="{}">', 'assets/seurantalo/wiki.css'),)
    """
    return tuple(
        ('<link rel="stylesheet" href="{}">' if file.path.endswith(".css") else _MODULE, file.path)
        for file in files
        if file.is_linked
    )
