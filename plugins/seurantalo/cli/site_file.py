"""What the command line needs of ``mkdocs.yml``, read without MkDocs."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from seurantalo.language import BROKEN, LANGUAGES, SOURCE, language
from seurantalo.model.settings import Settings
from seurantalo.options import OPTIONS, OptionError, read_option
from seurantalo.project import TODAY_VARIABLE, Project, today_of
from seurantalo.publishing.publication import Site
from seurantalo.publishing.templating import OWN_TEMPLATES
from seurantalo.reading.file_scope import nearest

#: The file that makes a folder a project.
SITE_FILE = "mkdocs.yml"


class UsageError(Exception):
    """A command that can't be carried out; the text tells the user why, in English."""


class _Loader(yaml.SafeLoader):
    """Reads MkDocs' file, in which tags such as ``!ENV`` or ``!!python/name`` mean nothing to us."""


def _ignored(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> None:
    del loader, suffix, node


_Loader.add_multi_constructor("", _ignored)


def find_root(start: Path) -> Path:
    """Return the folder of the nearest ``mkdocs.yml`` at or above ``start``; raise UsageError."""
    if not start.is_dir():
        raise UsageError(f"There is no folder {start}.")
    for folder in (start, *start.parents):
        if (folder / SITE_FILE).is_file():
            return folder
    raise UsageError(f"No {SITE_FILE} in {start} or above it. Run the command in the project's folder.")


def open_project(root: Path, today: str = "", lang: str = "") -> Project:
    """Return the project in ``root`` by its ``mkdocs.yml``; ``today`` and ``lang`` go before its options."""
    if BROKEN:
        raise UsageError(" ".join(BROKEN))
    try:
        # A loader of ours, safe like SafeLoader.
        config = yaml.load((root / SITE_FILE).read_text(encoding="utf-8"), _Loader)  # noqa: S506
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"{SITE_FILE} can't be read: {' '.join(str(error).split())}") from error
    if not isinstance(config, Mapping):
        raise UsageError(f"{SITE_FILE} holds no options.")
    options = _options(config.get("plugins"))
    if lang:
        if lang not in LANGUAGES:
            raise UsageError(f"language is one of {', '.join(LANGUAGES)}, not “{lang}”.")
        options["language"] = lang
    settings = _settings(options, today)
    docs = root / _text(config, "docs_dir", "docs")
    return Project.open(root, docs, settings, _site(config, root, docs.name))


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
            near = nearest(name, OPTIONS)
            raise UsageError(f"{SITE_FILE}: there is no option “{name}”" + (f"; “{near}”?" if near else "."))
        try:
            values[name] = read_option(name, value)
        except OptionError as error:
            raise UsageError(f"{SITE_FILE}: option “{name}”: {error.in_words(language(SOURCE))}.") from error
    settings = Settings(**values)
    if today:
        settings = replace(settings, today=today)
    try:
        today_of(settings)
    except ValueError as error:
        given = settings.today or os.environ.get(TODAY_VARIABLE, "")
        raise UsageError(f"today is a day such as 2027-05-01, not “{given}”.") from error
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
    )


def _own_templates(root: Path, theme: object) -> str:
    """Return the folder of the site's own templates; ``""`` where there is none."""
    folder = _text(theme, "custom_dir", "") if isinstance(theme, Mapping) else ""
    own = root / folder / OWN_TEMPLATES
    return str(own) if folder and own.is_dir() else ""


def _text(config: Mapping[str, Any], name: str, default: str) -> str:
    value = config.get(name)
    return value if isinstance(value, str) else default
