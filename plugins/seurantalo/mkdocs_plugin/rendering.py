"""One page rendered as MkDocs does it, at a time when MkDocs itself has finished.

Needed only where shells turn out to be of no use: that is known after the build, from its result.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

#: Makes a page into its HTML.
Rendering = Callable[[Page], str]


class Remembered(Protocol):
    """What a build has shown of itself on the way."""

    files: Files
    nav: Navigation
    env: jinja2.Environment


def rendering(config: MkDocsConfig, seen: Remembered) -> Rendering:
    """Return what renders a page with all its events, in MkDocs' order (``mkdocs.commands.build``)."""
    pages = seen.files.documentation_pages()

    def render(page: Page) -> str:
        page = config.plugins.on_pre_page(page, config=config, files=seen.files)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=seen.files
        )
        page.render(config, seen.files)
        page.content = config.plugins.on_page_content(page.content or "", page=page, config=config, files=seen.files)
        page.active = True
        context = get_context(seen.nav, pages, config, page)
        template = seen.env.get_template(page.meta.get("template", "main.html"))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=seen.nav)
        output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        page.active = False
        return output

    return render
