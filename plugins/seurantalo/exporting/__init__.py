"""The site as a project of its own for generators that know nothing of us: Markdown, and what Zensical needs."""

from __future__ import annotations

from seurantalo.exporting.markdown_pages import Links, links_of, markdown_page, one_block
from seurantalo.exporting.ordinary import introduction, ordinary_page, searched_page
from seurantalo.exporting.toml import to_toml
from seurantalo.exporting.zensical import SITE_FILE, markdown_extensions, nav_labels, nav_names, zensical_files

__all__ = [
    "SITE_FILE",
    "Links",
    "introduction",
    "links_of",
    "markdown_extensions",
    "markdown_page",
    "nav_labels",
    "nav_names",
    "one_block",
    "ordinary_page",
    "searched_page",
    "to_toml",
    "zensical_files",
]
