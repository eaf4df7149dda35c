"""A site in several languages: what stands below ``sv/`` is a build of its own inside the build of the main one.

So each language has its own shells, search index, navigation and words of the theme, and every page that there is in
one language is in all, at the same path below the language's folder. Files of the project are read once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from seurantalo.frozen import dataclass
from seurantalo.language.catalogue import Language, language
from seurantalo.mkdocs_plugin.composing import Project
from seurantalo.mkdocs_plugin.host_site import docs_folder
from seurantalo.mkdocs_plugin.live import Live
from seurantalo.model.settings import Settings
from seurantalo.publishing.publication import Site
from seurantalo.staging import Staging

#: What of ``mkdocs.yml`` a site may say in each language, below ``extra: languages: sv:``.
SAID_AGAIN: Final = ("site_name", "site_description", "repo_name", "copyright")


@dataclass(frozen=True, slots=True)
class Address:
    """Where the same page is in a language: ``root`` leads to it from the language at hand, ``url`` from anywhere."""

    code: str
    name: str
    root: str
    url: str
    is_current: bool
    is_main: bool


@dataclass(slots=True)
class Translation:
    """What the build of the main language hands over to that of another, and what it is told afterwards."""

    settings: Settings
    main: str
    main_url: str
    tongues: tuple[str, ...]
    project: Project
    site: Site
    staging: Staging
    processes: int
    live: Live | None
    names: frozenset[str] = frozenset()
    remember: Callable[[], None] = lambda: None
    """Keeps what is known of the build for a later one, when the site is in its place."""
    addresses: tuple[str, ...] = ()
    spoken: set[str] = field(default_factory=set)
    """Ordinary pages, by their files, that the site has written in the language."""


def translations(
    config: MkDocsConfig,
    settings: Settings,
    project: Project,
    site: Site,
    staging: Staging,
    processes: int,
    live: Live | None = None,
) -> Iterator[tuple[str, MkDocsConfig, Translation]]:
    """Yield for each language besides the main one its folder, the configuration to build, and what goes with it."""
    for code in settings.other_languages:
        with fresh_plugins():
            made = load_config(config.config_file_path, site_dir=str(staging.path / code), strict=False)
        made.plugins.on_startup(command="build", dirty=False)
        url = f"{site.url}{code}/" if site.url else ""
        made.site_url = url or None
        _speak(made, settings.language, code)
        own = replace(site, url=url, name=made.site_name, description=made.site_description or "")
        yield (
            f"{code}/",
            made,
            Translation(
                replace(settings, language=code, calendar_id=settings.calendar_id or site.name),
                settings.language,
                site.url,
                (settings.language, *settings.other_languages),
                project.translated(code, own),
                own,
                staging.below(code),
                processes,
                live,
            ),
        )


def addresses(code: str, main: str, tongues: Sequence[str], main_url: str) -> tuple[Address, ...]:
    """Return where a page of the language ``code`` is in each language of the site; nothing for a single one.

    >>> [each.root for each in addresses("sv", "fi", ("fi", "sv", "en"), "https://x.example.org/")]
    ['../', '', '../en/']
    """
    above = "" if code == main else "../"
    return tuple(
        Address(
            each,
            language(each).name_of(each),
            "" if each == code else above if each == main else f"{above}{each}/",
            main_url and f"{main_url}{'' if each == main else f'{each}/'}",
            each == code,
            each == main,
        )
        for each in tongues
        if len(tongues) > 1
    )


@contextmanager
def fresh_plugins() -> Iterator[None]:
    """Let a configuration have plugins of its own: MkDocs gives those that outlive a build to every later one."""
    option = dict(MkDocsConfig._schema)["plugins"]  # noqa: SLF001 - there is no other way to it
    kept = getattr(option, "plugin_cache", {})
    option.plugin_cache = {}  # type: ignore[attr-defined]
    try:
        yield
    finally:
        option.plugin_cache = kept  # type: ignore[attr-defined]


def _speak(config: MkDocsConfig, main: str, code: str) -> None:
    """Let the theme, its search and the navigation speak a language, and the site too where it says how."""
    if any((Path(folder) / f"partials/languages/{code}.html").is_file() for folder in config.theme.dirs):
        config.theme["language"] = code
    for name in ("material/search", "search"):
        if name in config.plugins and "lang" in config.plugins[name].config:
            config.plugins[name].config["lang"] = [code]
    given = config.extra.get("languages")
    own = given.get(code) if isinstance(given, Mapping) else None
    own = own if isinstance(own, Mapping) else {}
    for name in SAID_AGAIN:
        if isinstance(own.get(name), str):
            config[name] = own[name]
    _name_palette(config.theme.get("palette"), language(code))
    if config.nav:
        names = own.get("nav")
        known = {str(label): str(words) for label, words in names.items()} if isinstance(names, Mapping) else {}
        config.nav = _Naming(known, language(main), language(code), docs_folder(config)).all(config.nav)


def _name_palette(palette: Any, words: Language) -> None:  # noqa: ANN401 - whatever stands in mkdocs.yml
    for each in palette if isinstance(palette, list) else ():
        if isinstance(each, dict) and isinstance(each.get("toggle"), dict):
            is_dark = each.get("scheme") == "slate"
            each["toggle"]["name"] = words.say("Light colours") if is_dark else words.say("Dark colours")


@dataclass(frozen=True, slots=True)
class _Naming:
    """The navigation in another language: as the site says, as we say, or as each page calls itself."""

    own: Mapping[str, str]
    main: Language
    words: Language
    docs: Path

    def all(self, items: Any) -> Any:  # noqa: ANN401 - whatever stands under `nav` in mkdocs.yml
        """Return a list of the navigation."""
        if not isinstance(items, list):
            return items
        return [self._one(*next(iter(item.items()))) if isinstance(item, dict) and item else item for item in items]

    def _one(self, label: object, target: Any) -> Any:  # noqa: ANN401 - as above
        name = self.own.get(str(label)) or self._said(str(label))
        if not isinstance(target, str):
            return {name or str(label): self.all(target)}
        if name:
            return {name: target}
        if (self.docs / target).is_file() and not own_version(self.docs / target, self.words.code).is_file():
            return {str(label): target}
        # It is called what it calls itself, in its own language.
        return target if target.endswith(".md") else {str(label): target}

    def _said(self, label: str) -> str:
        source = self.main.sources.get(label) or (label if label in self.words.sources.values() else "")
        return self.words.say(source) if source else ""


def own_version(path: Path, code: str) -> Path:
    """Return the file that holds an ordinary page in another language: ``tietoa.sv.md`` for ``tietoa.md``."""
    return path.with_name(f"{path.stem}.{code}{path.suffix}")


def take_own_versions(files: Files, config: MkDocsConfig, others: AbstractSet[str], code: str) -> set[str]:
    """Take the other languages' versions out of the files; those in ``code`` take the place of their pages.

    Returns which pages there are in ``code``. A version of no page stays a page of its own.
    """
    spoken = set()
    by_path: dict[str, File] = {file.src_uri: file for file in files if file.src_dir == config.docs_dir}
    for path, file in by_path.items():
        stem, _, suffix = path.rpartition(".")
        plain, dot, named = stem.rpartition(".")
        base = by_path.get(f"{plain}.{suffix}") if dot and named in others else None
        if base is None or not base.is_documentation_page():
            continue
        files.remove(file)
        if named == code:
            base.abs_src_path, base.edit_uri = file.abs_src_path, file.edit_uri
            spoken.add(base.src_uri)
    return spoken


def told_apart(html: str, main: str, words: Language, around: str | None = None) -> str:
    """Return the text of an ordinary page that is in the main language only: it is marked, and said.

    ``around`` is the page of ours that it is a part of, which says once that not all of it is translated.
    """
    said = "" if around and "st-other-language" in around else '<p class="st-other-language">{}</p>\n'
    sentence = "This page is in {language}." if around is None else "Some texts on this page are in {language}."
    note = words.say(sentence, language=words.name_of(main))
    return Markup(said).format(note) + Markup('<div lang="{}">\n{}\n</div>').format(main, Markup(html))  # noqa: S704 - MkDocs' own
