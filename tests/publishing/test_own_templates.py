"""A site's own templates: taken in place of ours, and named where they fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from seurantalo.language import language
from seurantalo.publishing.templating import OwnTemplateError, Templates

OURS = "calendar/pending.html"


def templates(folder: Path, **texts: str) -> Templates:
    for name, text in texts.items():
        path = folder / "calendar" / f"{name}.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Templates(language("fi"), str(folder))


def test_a_template_of_the_site_is_taken_in_place_of_ours(tmp_path: Path) -> None:
    assert templates(tmp_path, pending="<p>{{ _('Calendar') }}</p>").render(OURS) == "<p>Kalenteri</p>"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("<p>\n{{ nothing }}", 2, "UndefinedError: 'nothing' is undefined"),
        ("<p>\n\n{% if %}", 3, "Expected an expression"),
        ("{{ 1 / 0 }}", 1, "ZeroDivisionError"),
        ("<p>\n{% include 'nowhere.html' %}", 2, "TemplateNotFound: nowhere.html"),
    ],
)
def test_one_that_fails_is_named_with_its_line(tmp_path: Path, text: str, line: int, why: str) -> None:
    made = templates(tmp_path, pending=text)
    with pytest.raises(OwnTemplateError) as caught:
        made.render(OURS)
    assert str(caught.value).startswith(f"{tmp_path / OURS}, line {line}: {why}")


def test_a_macro_of_the_site_that_fails_is_named(tmp_path: Path) -> None:
    made = templates(tmp_path, pending="\n{% macro date(day) %}{{ day.nothing }}{% endmacro %}")
    with pytest.raises(OwnTemplateError, match=r"pending\.html, line 2: UndefinedError"):
        made.macro("date", OURS)(0)


def test_a_macro_that_is_missing_is_named(tmp_path: Path) -> None:
    made = templates(tmp_path, pending="<p>")
    with pytest.raises(OwnTemplateError, match=r"pending\.html: it has no macro “date”"):
        made.macro("date", OURS)
