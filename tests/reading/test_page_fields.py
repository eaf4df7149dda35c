"""Fields of ordinary pages that name parts of the theme."""

from __future__ import annotations

from pathlib import Path

import pytest

from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.language.problem_texts.files import FILES
from seurantalo.language.problem_texts.values import VALUES
from seurantalo.reading.pages.fields import check_page_fields


@pytest.fixture
def theme(tmp_path: Path) -> str:
    for name in ("main.html", "404.html", "oma/sivu.html", "partials/nav.html", ".icons/material/home.svg"):
        path = tmp_path / "theme" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "elsewhere.html").touch()
    return str(tmp_path / "theme")


def told(field: str, *folders: str) -> list[tuple[str, int, int]]:
    problems = check_page_fields(f"---\ntitle: Ohje\n{field}\n---\n# Ohje\n", "content/ohje.md", folders)
    return [(one.code, one.line, one.column) for one in problems]


@pytest.mark.parametrize("name", ["main.html", "oma/sivu.html"])
def test_a_template_of_the_theme_is_taken(theme: str, name: str) -> None:
    assert told(f"template: {name}", theme) == []


@pytest.mark.parametrize(
    "name", ["olematon.html", "404.html", "partials/nav.html", "../elsewhere.html", "oma", "12", "~", "", '""']
)
def test_what_is_no_template_of_a_page_is_told(theme: str, name: str) -> None:
    assert told(f"template: {name}", theme) == [("no-such-template", 3, 11 if name else 10)]


def test_an_icon_that_the_theme_lacks_is_told(theme: str) -> None:
    assert told("icon: material/home", theme) == []
    assert told("icon: material/hom", theme) == [("no-such-icon", 3, 7)]
    assert told("icon: ../../elsewhere", theme) == [("no-such-icon", 3, 7)]


def test_nothing_is_said_of_a_theme_that_is_not_known() -> None:
    assert told("icon: material/home") == told("template: main.html") == []


def test_one_code_has_one_text() -> None:
    assert not FILES.keys() & VALUES.keys()
    assert len(PROBLEM_TEXTS) >= len(FILES) + len(VALUES)
