"""The theme and the site speak one language, though the theme has an option of its own for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import yaml

from seurantalo.model.problem import Problem

#: The site generator's file, in which the theme is told its language.
SITE_FILE: Final = "mkdocs.yml"


class Told(NamedTuple):
    """The language that a theme is told, and where: line and column from one."""

    language: str
    line: int
    column: int


def theme_language(site_file: Path) -> Told | None:
    """Return the language that a site file tells its theme to speak; None where it tells none, or can't be read."""
    try:
        # Nodes alone: nothing is constructed, so no tag of the file has an effect.
        top = yaml.compose(site_file.read_text(encoding="utf-8"), yaml.SafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None
    node = _under(_under(top, "theme"), "language")
    if not isinstance(node, yaml.ScalarNode) or not node.value:
        return None
    return Told(node.value, node.start_mark.line + 1, node.start_mark.column + 1)


def check_theme_language(root: Path, language: str) -> Iterator[Problem]:
    """Yield a problem where the theme is told to speak another language than the site."""
    told = theme_language(root / SITE_FILE)
    # Themes know languages by region and script too: ``sv-FI``.
    if told is not None and re.split("[-_]", told.language.casefold())[0] != language:
        values = (("found", told.language[:60]), ("right", language))
        yield Problem("theme-language", SITE_FILE, told.line, told.column, values=values)


def _under(node: yaml.Node | None, key: str) -> yaml.Node | None:
    if not isinstance(node, yaml.MappingNode):
        return None
    return next(
        (value for name, value in node.value if isinstance(name, yaml.ScalarNode) and name.value == key), None
    )
