"""What the command line needs of ``mkdocs.yml``, read without MkDocs."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

import yaml

from seurantalo.cli.usage_error import UsageError
from seurantalo.installed import entry_points
from seurantalo.language import BROKEN, LANGUAGES, Language
from seurantalo.model.problem import Problem
from seurantalo.model.settings import Settings
from seurantalo.options import OPTIONS, OptionError, read_option
from seurantalo.project import TODAY_VARIABLE, Project, today_of
from seurantalo.publishing.publication import Site
from seurantalo.publishing.templating import OWN_TEMPLATES
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.report import format_text
from seurantalo.reading.yaml.nodes import Flaw
from seurantalo.reading.yaml.strict import syntax_flaw

#: The file that makes a folder a project.
SITE_FILE = "mkdocs.yml"
_LANGUAGE: Final = re.compile(r"(?m)^ +language: *[\"']?([a-z]{2})\b")


class OptionUsageError(UsageError):
    """An option of the site that can't be what it is."""

    def __init__(self, name: str, error: OptionError) -> None:
        super().__init__("{file}: option “{name}”: {why}.", file=SITE_FILE, name=name, why="")
        self._name, self._error = name, error

    def in_words(self, lang: Language) -> str:
        """Return the sentence in a language."""
        why = self._error.in_words(lang)
        return lang.say("{file}: option “{name}”: {why}.", file=SITE_FILE, name=self._name, why=why)


class SyntaxUsageError(UsageError):
    """A ``mkdocs.yml`` that is no YAML, told as a mistake in any other file is."""

    def __init__(self, flaw: Flaw) -> None:
        super().__init__("{file} can't be read: {why}", file=SITE_FILE, why=flaw.code)
        self._problem = Problem(flaw.code, SITE_FILE, flaw.line, flaw.column, "", flaw.values, mend=flaw.mend)

    def in_words(self, lang: Language) -> str:
        """Return the place, what is wrong there, and what to do, in a language."""
        return " ".join(line.strip() for line in format_text([self._problem], lang).split("\n"))


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' file, in which tags such as ``!ENV`` or ``!!python/name`` mean nothing to us."""


def _ignored(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    del loader, suffix, node


_Loader.add_multi_constructor("", _ignored)


def find_root(start: Path) -> Path:
    """Return the folder of the nearest ``mkdocs.yml`` at or above ``start``; raise UsageError."""
    if not start.is_dir():
        raise UsageError("There is no folder {folder}.", folder=start)
    for folder in (start, *start.parents):
        if (folder / SITE_FILE).is_file():
            return folder
    raise UsageError(
        "No {file} in {folder} or above it. Run the command in the site's folder.", file=SITE_FILE, folder=start
    )


def language_of(root: Path) -> str:
    """Return the language that a site asks for, whatever else is wrong with its file; ``""`` where none can be read.

    What is said of a command that can't be carried out is said in it.
    """
    text = ""
    try:
        text = (root / SITE_FILE).read_text(encoding="utf-8")
        config = yaml.load(text, _Loader)  # noqa: S506 (safe like SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        # The theme's and the site's are one.
        named = _LANGUAGE.search(text)
        return named[1] if named else ""
    found = _options(config.get("plugins") if isinstance(config, Mapping) else None).get("language")
    return found if isinstance(found, str) else Settings().language


def read_site_file(root: Path) -> Mapping[str, Any]:
    """Return what ``mkdocs.yml`` says; what a tag stands before is None. Raise UsageError for what is no mapping."""
    text = ""
    try:
        text = (root / SITE_FILE).read_text(encoding="utf-8")
        config = yaml.load(text, _Loader)  # noqa: S506 (safe like SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        if (flaw := syntax_flaw(text)) is not None:
            raise SyntaxUsageError(flaw) from error
        raise UsageError("{file} can't be read: {why}", file=SITE_FILE, why=" ".join(str(error).split())) from error
    if not isinstance(config, Mapping):
        raise UsageError("{file} holds no options.", file=SITE_FILE)
    return config


def open_project(root: Path, today: str = "", lang: str = "") -> Project:
    """Return the project in ``root`` by its ``mkdocs.yml``; ``today`` and ``lang`` go before its options."""
    if BROKEN:
        raise UsageError(" ".join(BROKEN))
    config = read_site_file(root)
    options = _options(config.get("plugins"))
    own = options.get("language")
    if lang:
        if lang not in LANGUAGES:
            raise UsageError(
                "There is no language “{found}”. Choose {choices}.", found=lang, choices=", ".join(LANGUAGES)
            )
        options["language"] = lang
    settings = _settings(options, today)
    docs = root / _text(config, "docs_dir", "docs")
    project = Project.open(root, docs, settings, _site(config, root, docs.name))
    project.own_language = own if isinstance(own, str) else Settings().language
    return project


def _options(plugins: object) -> dict[str, Any]:
    """Return the options of our plugin, which MkDocs allows to be listed or mapped."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        if isinstance(entry, Mapping) and isinstance(entry.get("seurantalo"), Mapping):
            return dict(entry["seurantalo"])
    return {}


def _settings(options: Mapping[str, Any], today: str) -> Settings:
    values: dict[str, Any] = {}
    for name, value in options.items():
        if name not in OPTIONS:
            raise UsageError(
                "{file}: there is no option “{name}”.", nearest(name, OPTIONS), file=SITE_FILE, name=name
            )
        try:
            values[name] = read_option(name, value)
        except OptionError as error:
            raise OptionUsageError(name, error) from error
    settings = Settings(**values)
    if today:
        settings = replace(settings, today=today)
    try:
        today_of(settings)
    except ValueError as error:
        given = settings.today or os.environ.get(TODAY_VARIABLE, "")
        raise UsageError("“{found}” is no day for today. Write it so: 2027-05-01.", found=given) from error
    return settings


def _site(config: Mapping[str, Any], root: Path, docs: str) -> Site:
    url = _text(config, "site_url", "")
    repo, edit = _text(config, "repo_url", ""), _text(config, "edit_uri", "")
    # MkDocs counts edit addresses from docs_dir; ours start at the project.
    base = f"{repo.rstrip('/')}/{edit.removesuffix('/').removesuffix(docs)}" if repo and edit else ""
    return Site(
        name=_text(config, "site_name", "Seurantalo"),
        url=url if not url or url.endswith("/") else f"{url}/",
        description=_text(config, "site_description", ""),
        edit_url=base,
        templates=_own_templates(root, config.get("theme")),
        theme_templates=_theme_templates(root, config.get("theme")),
        content=posixpath.normpath(_text(config, "docs_dir", "docs")),
        own_code=tuple(_names(config.get("extra_css"), config.get("extra_javascript"))),
    )


def _names(*lists: object) -> Iterator[str]:
    """Yield the files of lists whose items are names, or mappings with a ``path``."""
    for one in lists:
        for item in one if isinstance(one, list) else ():
            name = item.get("path") if isinstance(item, Mapping) else item
            if isinstance(name, str):
                yield name


def _theme_templates(root: Path, theme: object) -> tuple[str, ...]:
    """Return the folders of a theme's templates, the site's own first; none where the theme is not installed.

    An installed theme is an entry point of the group ``mkdocs.themes``: a package whose folder holds its templates.
    """
    name = _text(theme, "name", "") if isinstance(theme, Mapping) else theme
    own = _text(theme, "custom_dir", "") if isinstance(theme, Mapping) else ""
    for point in entry_points(group="mkdocs.themes"):
        if point.name == name:
            found = find_spec(point.value)
            folders = (found.submodule_search_locations if found is not None else None) or ()
            return tuple(map(str, (*((root / own,) if own else ()), *folders)))
    return ()


def _own_templates(root: Path, theme: object) -> str:
    """Return the folder of the site's own templates; ``""`` where there is none."""
    folder = _text(theme, "custom_dir", "") if isinstance(theme, Mapping) else ""
    own = root / folder / OWN_TEMPLATES
    return str(own) if folder and own.is_dir() else ""


def _text(config: Mapping[str, Any], name: str, default: str) -> str:
    value = config.get(name)
    return value if isinstance(value, str) else default
