"""What the theme gets from us: templates of our own, style sheets, modules, and its bytecode kept."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any, Final
from urllib.parse import unquote

import jinja2
from markupsafe import Markup
from mkdocs.config.config_options import ExtraScriptValue
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page as HostPage
from mkdocs.theme import Theme

from seurantalo.language.catalogue import Language, language
from seurantalo.model.settings import Settings
from seurantalo.proposing import FORM, Act
from seurantalo.publishing.addresses import COMMON_PREVIEW, PROPOSE, SEARCH, WORKER, moved
from seurantalo.publishing.previews import Shared, preview_tags
from seurantalo.publishing.publication import File, Site
from seurantalo.reading.pages.theme_language import theme_language

OVERRIDES: Final = Path(__file__).resolve().parent / "overrides"
#: Of a site that lets nobody choose its colours.
_COLOURLESS: Final = OVERRIDES.with_name("overrides_colourless")


#: The theme's search, by the name under which MkDocs knows it.
OF_THEME: Final = "material/search"


def add_overrides(config: MkDocsConfig) -> None:
    """Put our templates before the theme's, but after those that the site itself overrides."""
    theme = config.theme
    _list_what_is_shown(theme)
    for folder in (OVERRIDES, *([] if theme.get("palette") else [_COLOURLESS])):
        if str(folder) not in theme.dirs:
            theme.dirs.insert(1 if theme.custom_dir else 0, str(folder))
    # Ours is written after the build, when all pages are known (see sitemap.py).
    theme.static_templates.discard("sitemap.xml")


def _list_what_is_shown(theme: Theme) -> None:
    """Let the host look for the theme's files without its hidden folders, of which it shows nothing.

    Material's hold more than ten thousand icons, and templates ask for each by its name.
    """
    get_env = theme.get_env

    def get() -> jinja2.Environment:
        env = get_env()
        if isinstance(env.loader, jinja2.FileSystemLoader):
            listed = partial(_shown, env.loader.searchpath)
            env.loader.list_templates = listed  # type: ignore[method-assign]  # the host makes the loader itself
        return env

    theme.get_env = get  # type: ignore[method-assign]  # and the environment


def _shown(folders: Iterable[str]) -> list[str]:
    """Return the files below folders as the loader of Jinja does, but for those in hidden folders."""
    found = set[str]()
    for folder in folders:
        for place, below, names in os.walk(folder):
            below[:] = [name for name in below if not name.startswith(".")]
            start = os.path.relpath(place, folder).replace(os.sep, "/")
            found.update(names if start == "." else (f"{start}/{name}" for name in names))
    return sorted(found)


def speak(config: MkDocsConfig, code: str) -> None:
    """Let a theme that is told no language speak the site's, if it can: Material has a template for each language."""
    known = f"partials/languages/{code}.html"
    told = theme_language(Path(config.config_file_path)) if config.config_file_path else None
    if told is None and any((Path(folder) / known).is_file() for folder in config.theme.dirs):
        config.theme["language"] = code


def link_assets(files: Iterable[File], config: MkDocsConfig) -> None:
    """Link the Publication's style sheets and modules from every page."""
    for file in files:
        if not file.is_linked:
            continue
        if file.path.endswith(".css"):
            if file.path not in config.extra_css:
                config.extra_css.append(file.path)
        elif file.path not in map(str, config.extra_javascript):
            script = ExtraScriptValue(file.path)
            script.type = "module"
            config.extra_javascript.append(script)


def search_words(words: Language) -> dict[str, str]:
    """Return what the theme's search says, by the theme's own keys; its script puts numbers in the place of ``#``."""
    return {
        "search.reset": words.say("Clear"),
        "search.result.initializer": words.say("The search begins …"),
        "search.result.placeholder": words.say("Write a word to search for"),
        "search.result.none": words.say("Nothing found. Try a shorter word, or another."),
        "search.result.one": words.say("1 hit"),
        "search.result.other": words.say("{n} hits", n="#"),
        "search.result.more.one": words.say("1 more hit on this page"),
        "search.result.more.other": words.say("{n} more hits on this page", n="#"),
    }


def add_link(words: Language) -> dict[str, str]:
    """Return the link to the form of an event, which stands on every page."""
    form = FORM[Act.EVENT]
    return {"words": words.say(form.title), "address": f"{PROPOSE}{form.page}"}


def search_link(settings: Settings) -> dict[str, str]:
    """Return the link to the site's own search, in the place of the theme's; nothing where that is kept."""
    if settings.search != "own":
        return {}
    return {"words": language(settings.language).say("Search"), "address": SEARCH}


def lend(env: jinja2.Environment, site: Site, settings: Settings, *, is_translation: bool) -> None:
    """Give the theme's templates our words, and what they ask us about a page."""
    words = language(settings.language)
    env.globals.update(
        seurantalo_words=search_words(words),
        seurantalo_tongues_words=words.say("Language"),
        seurantalo_search=search_link(settings),
        seurantalo_add=add_link(words),
        # From the language's root to the worker that keeps pages.
        seurantalo_app=f"{'../' if is_translation else ''}{WORKER}" if settings.offline else "",
        seurantalo_preview=lambda page: _preview(page, site, settings),
    )


def _preview(page: HostPage, site: Site, settings: Settings) -> str:
    """Return how a link to an ordinary page is shown; nothing where the page, or another plugin, has said it."""
    if "seurantalo_head" in page.meta or "og:" in str(page.meta.get("meta")):
        return ""
    title = Markup(page.meta.get("title") or page.title or "").striptags()  # noqa: S704 - tags are taken away
    told = Shared(unquote(page.url), title, str(page.meta.get("description") or ""))
    return preview_tags(told, site, COMMON_PREVIEW if settings.previews else "")


def choose_search(config: MkDocsConfig, settings: Settings) -> None:
    """Let the theme's search make no index where the site has its own: nobody would ask it."""
    plugin = config.plugins.get(OF_THEME)
    if settings.search == "own" and plugin is not None:
        plugin.config["enabled"] = False


def leave_unasked(files: Files, config: MkDocsConfig, settings: Settings) -> None:
    """Leave out what of the theme no page asks for: maps of its sources, and words of a search that is not used."""
    for file in [*files]:
        path = file.src_uri
        is_of_search = settings.search == "own" and path.startswith("assets/javascripts/lunr/")
        if (is_of_search or path.endswith((".css.map", ".js.map"))) and file.src_dir != config.docs_dir:
            files.remove(file)


def not_found_words(settings: Settings, today: date) -> dict[str, Any]:
    """Return the words of the page that is shown where an address leads nowhere, and of the other languages' own."""
    others = {code: _not_found_words(code, today) for code in settings.other_languages}
    return {**_not_found_words(settings.language, today), "elsewhere": others}


def _not_found_words(code: str, today: date) -> dict[str, Any]:
    words = language(code)
    return {
        "title": words.say("There is no page here"),
        "text": words.say("The page may have moved, or its address has a slip in it."),
        "front": words.say("To the front page"),
        "moved": moved(today.year),
    }
