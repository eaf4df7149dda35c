"""Other plugins of a site: which of them must be told something, and which cannot be used beside ours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig

from seurantalo.language.catalogue import Language

#: Plugins that say of each page when its own file changed, so that no page can be filled into another's shell.
_OF_EACH_FILE: Final = frozenset(
    {"git-revision-date", "git-revision-date-localized", "git-authors", "git-committers", "git-committers-2"}
)

#: The part of Material's templates that ours ask for words.
_OF_MATERIAL: Final = "partials/language.html"


def refusal(config: MkDocsConfig, words: Language) -> str:
    """Return why a site's plugins, or its theme, cannot be used with ours, and what to do; ``""`` where they can."""
    names = _names(config)
    if "i18n" in names:
        return words.say(
            "Remove the plugin `i18n` from mkdocs.yml, and name your languages in the option `languages` of "
            "seurantalo instead, with spaces between them, the main one first: `languages: fi sv en`."
        )
    if "offline" in names and not config.use_directory_urls:
        return words.say(
            "Remove the plugin `offline` from mkdocs.yml: it does away with a page's folder, and here every page has "
            "its own."
        )
    if not config.use_directory_urls:
        return words.say("Remove `use_directory_urls: false` from mkdocs.yml: every page has its own folder.")
    if config.theme.name and not any(Path(folder, _OF_MATERIAL).is_file() for folder in config.theme.dirs):
        return words.say("Write `name: material` under `theme` in mkdocs.yml: the pages are made for that theme.")
    return ""


def page_meta(config: MkDocsConfig, *, has_source: bool) -> dict[str, Any]:
    """Return what other plugins must know of a composed page.

    Contributed braces are text, for macros too. Of a page of many records no file tells a date, which rss needs.
    """
    told: dict[str, Any] = {"render_macros": False, "social": {"cards": False}}
    if not has_source and "rss" in _names(config):
        told["draft"] = True
    return told


def tells_of_each_file(config: MkDocsConfig) -> bool:
    """Tell whether a plugin writes something of a page's own file into it."""
    return bool(_OF_EACH_FILE & _names(config))


def is_looked_at(config: MkDocsConfig) -> bool:
    """Tell whether another plugin or hook works on the finished site after this one."""
    owners = [type(getattr(method, "__self__", None)).__module__ for method in config.plugins.events["post_build"]]
    ours = [number for number, owner in enumerate(owners) if owner.startswith("seurantalo.")]
    return any(not owner.startswith("seurantalo.") for owner in owners[ours[0] :]) if ours else True


def redirect_targets(config: MkDocsConfig) -> Iterator[str]:
    """Yield the pages to which the plugin ``redirects`` leads, as it names them."""
    plugin = config.plugins.get("redirects")
    maps = plugin.config.get("redirect_maps") if plugin is not None else None
    for target in maps.values() if isinstance(maps, Mapping) else ():
        if isinstance(target, str):
            yield target.partition("#")[0]


def _names(config: MkDocsConfig) -> frozenset[str]:
    """Return the names of the site's plugins, without the prefix of a theme's own (``material/social``)."""
    return frozenset(name.rpartition("/")[2] for name in config.plugins)
