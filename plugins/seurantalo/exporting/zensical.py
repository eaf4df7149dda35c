"""What makes a folder of pages a project of Zensical: its options, and the few templates in which ours stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, Final

from seurantalo.exporting.toml import to_toml
from seurantalo.language.catalogue import Language
from seurantalo.proposing import FORM, Act
from seurantalo.publishing.addresses import PROPOSE, SEARCH
from seurantalo.publishing.publication import File, Site

#: The file that Zensical looks for.
SITE_FILE: Final = "zensical.toml"
#: Where templates stand: generators leave out what begins with a dot, so no page is made of them.
THEME: Final = ".seurantalo-theme"

_TEMPLATES: Final = ("main.html", "partials/actions.html", "partials/source.html")

#: Options of MkDocs that Zensical has by the same names and with the same meaning.
_KEPT: Final = (
    "site_name",
    "site_url",
    "site_description",
    "site_author",
    "copyright",
    "repo_url",
    "repo_name",
    "extra_css",
    "extra_javascript",
)
_KEPT_OF_THEME: Final = ("language", "direction", "font", "logo", "icon", "favicon", "features", "palette")


def zensical_files(
    config: Mapping[str, Any], site: Site, lang: Language, *, own_search: bool, worker: str = ""
) -> Iterator[File]:
    """Yield ``zensical.toml`` and the templates; ``config`` is what ``mkdocs.yml`` says.

    With ``own_search`` the header leads to the site's own search, in the place of Zensical's. ``worker`` is
    the path of the script that keeps pages on devices, ``""`` for none.

    >>> made = zensical_files({"site_name": "Talo", "nav": [{"Etusivu": "index.md"}]}, site, lang, own_search=True)
    >>> [file.path for file in made][:2]
    ['zensical.toml', '.seurantalo-theme/main.html']
    """
    options = dict(_options(config, site, lang, own_search=own_search))
    options["extra"]["seurantalo"]["worker"] = worker
    yield File(SITE_FILE, to_toml({"project": options}).encode())
    top = files("seurantalo.exporting") / "theme"
    for name in _TEMPLATES:
        yield File(f"{THEME}/{name}", top.joinpath(name).read_bytes())


def nav_labels(nav: Any) -> dict[str, str]:  # noqa: ANN401 - whatever stands under `nav`
    """Return what ``nav`` calls the files that it gives a label.

    >>> nav_labels(["index.md", {"Kalenteri": ["kalenteri/index.md", {"Vuosi": "vuosi/index.md"}]}])
    {'vuosi/index.md': 'Vuosi'}
    """
    if isinstance(nav, Mapping):
        own = {str(file): str(label) for label, file in nav.items() if isinstance(file, str)}
        return own | nav_labels([one for one in nav.values() if not isinstance(one, str)])
    found: dict[str, str] = {}
    for one in nav if isinstance(nav, list) else ():
        found |= nav_labels(one)
    return found


def nav_names(nav: Any) -> frozenset[str]:  # noqa: ANN401 - whatever stands under `nav`
    """Return the files that ``nav`` names, with a label or without.

    >>> sorted(nav_names([{"Kalenteri": ["kalenteri/index.md", {"Vuosi": "vuosi/index.md"}]}]))
    ['kalenteri/index.md', 'vuosi/index.md']
    """
    if isinstance(nav, str):
        return frozenset([nav])
    items = nav if isinstance(nav, list) else nav.values() if isinstance(nav, Mapping) else ()
    return frozenset().union(*map(nav_names, items))


def _options(config: Mapping[str, Any], site: Site, lang: Language, *, own_search: bool) -> Iterator[tuple[str, Any]]:
    yield from ((name, config[name]) for name in _KEPT if name in config)
    # Pages lie beside this file, and Zensical would take what it has built for more of them.
    yield "docs_dir", "."
    yield "site_dir", "site"
    yield "exclude_docs", f"/site/\n/{SITE_FILE}\n"
    if "nav" in config:
        yield "nav", config["nav"]
    theme = config.get("theme")
    kept = {name: theme[name] for name in _KEPT_OF_THEME if name in theme} if isinstance(theme, Mapping) else {}
    # The layout whose custom properties our style sheets know best. Fonts from elsewhere are third-party requests.
    own = {"variant": "classic", "custom_dir": THEME}
    yield "theme", {"language": lang.code, "font": False} | kept | own
    form = FORM[Act.EVENT]
    add = {"words": lang.say(form.title), "address": f"{PROPOSE}{form.page}"}
    extra = config.get("extra")
    plain = dict(extra) if isinstance(extra, Mapping) else {}
    find = {"find": {"words": lang.say("Search"), "address": SEARCH}} if own_search else {}
    yield "extra", plain | {"seurantalo": {"add": add, "edit": site.edit_url, **find}}
    yield "markdown_extensions", markdown_extensions(config)
    yield "plugins", {"search": {"enabled": False} if own_search else {}}


def markdown_extensions(config: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return Markdown's extensions with their options, which ``mkdocs.yml`` may list or map.

    >>> markdown_extensions({"markdown_extensions": ["tables", {"toc": {"permalink": False}}]})
    {'tables': {}, 'toc': {'permalink': False}}
    """
    written = config.get("markdown_extensions")
    return dict(pair for one in (written if isinstance(written, list) else [written]) for pair in _extension(one))


def _extension(one: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(one, str):
        yield one, {}
    elif isinstance(one, Mapping):
        yield from ((name, dict(told) if isinstance(told, Mapping) else {}) for name, told in one.items())
