"""The front page, where the project has an ``index.md``: that stays its source, and our body surrounds it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from markupsafe import Markup
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as HostPage

from seurantalo.mkdocs_plugin.composing import INTRODUCTION
from seurantalo.mkdocs_plugin.pages import anchors, meta
from seurantalo.mkdocs_plugin.theme_values import table_of_contents, theme_values
from seurantalo.publishing.addresses import FRONT
from seurantalo.publishing.publication import Page, Publication

#: The front page's own file below ``docs_dir``.
SOURCE: Final = "index.md"

_FIRST_HEADING: Final = re.compile(r"<h1\b.*?</h1>\s*", re.DOTALL)


def front_page(publication: Publication) -> Page | None:
    """Return the Publication's front page, if it has one."""
    return publication.composed.at(FRONT)


def place(docs: Path) -> str:
    """Return what stands in the place of the introduction until there is one; ``""`` where there is none to come."""
    return INTRODUCTION if (docs / SOURCE).is_file() else ""


def is_written_by_hand(files: Files) -> bool:
    """Tell whether the project has a front page of its own, which ours then surrounds."""
    return SOURCE in files.src_uris


def surround(introduction: str, page: Page, host: HostPage) -> str:
    """Return our front page's body around the introduction, and set title, contents and feeds to match.

    What ``index.md`` says in its front matter stays. Its h1 goes: the page has one already.
    """
    values = theme_values(page)
    body = values.body.replace(INTRODUCTION, _FIRST_HEADING.sub("", introduction, count=1))
    host.toc = table_of_contents(values.title, values.anchor, page.headings)
    host.present_anchor_ids = (host.present_anchor_ids or set()) | anchors(body)
    # Beside the front page the navigation would list the front page.
    hidden = ["navigation", *([] if page.headings else ["toc"])]
    for name, value in meta(page, values.head, hidden).items():
        host.meta.setdefault(name, value)
    if values.description:
        host.meta.setdefault("description", Markup(values.description))  # noqa: S704 - escaped by theme_values()
    return body
