"""What follows from a region's answers where it says nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from seurantalo.founding.answers import AnswerError, Answers, answered
from seurantalo.founding.program import Program
from seurantalo.founding.site_files import template_values

DAY = date(2027, 6, 12)


def made(**given: Any) -> Answers:
    answers: dict[str, Any] = {"municipalities": ["sotkamo", "kuhmo"], "day": DAY}
    return answered(**answers | given)


def test_only_municipalities_are_needed() -> None:
    found = made()
    assert (found.name, found.language, found.forge) == ("Kuhmo ja Sotkamo", "fi", "github")
    assert (found.calendar_id, found.site_url, found.repository, found.editor_email) == (
        "kuhmo-ja-sotkamo",
        "",
        "",
        "",
    )
    assert [place.names["fi"] for place in found.places] == ["Kuhmo", "Sotkamo"]


@pytest.mark.parametrize(
    ("municipalities", "language", "name"),
    [
        (["Kuhmo"], "fi", "Kuhmo"),
        (["Mariehamn", "Jomala"], "sv", "Jomala och Mariehamn"),
        (["Kuhmo", "Sotkamo", "Kajaani", "Hyrynsalmi"], "fi", "Kainuu"),
        (["Mariehamn", "Jomala", "Finström", "Saltvik"], "sv", "Åland"),
        (["Kuhmo", "Sotkamo", "Kajaani", "Hyrynsalmi"], "en", "Kainuu"),
        (["Kuhmo", "Sotkamo", "Kajaani", "Oulu", "Kemi"], "fi", "Kainuu, Lappi ja Pohjois-Pohjanmaa"),
    ],
)
def test_a_region_without_a_name_is_called_after_its_municipalities(
    municipalities: list[str], language: str, name: str
) -> None:
    assert made(municipalities=municipalities, language=language).name == name


def test_a_municipality_that_is_named_twice_is_there_once() -> None:
    assert made(municipalities=["Maarianhamina", "mariehamn", "478"]).municipalities == ("478",)


@pytest.mark.parametrize(
    ("repository", "forge", "found", "site"),
    [
        ("Kainuu/kalenteri", "", "https://github.com/Kainuu/kalenteri", "https://kainuu.github.io/kalenteri/"),
        ("https://github.com/kainuu/kalenteri.git", "", "https://github.com/kainuu/kalenteri", "https://kainuu.github.io/kalenteri/"),
        ("git@git.example.org:kainuu/kalenteri.git", "", "https://git.example.org/kainuu/kalenteri", ""),
        ("kainuu/kainuu.github.io", "", "https://github.com/kainuu/kainuu.github.io", "https://kainuu.github.io/"),
        ("kainuu/kalenteri", "forgejo", "https://codeberg.org/kainuu/kalenteri", "https://kainuu.codeberg.page/kalenteri/"),
        ("kainuu/kalenteri", "gitlab", "https://gitlab.com/kainuu/kalenteri", "https://kainuu.gitlab.io/kalenteri/"),
        ("https://git.example.org/kainuu/kalenteri/", "forgejo", "https://git.example.org/kainuu/kalenteri", ""),
    ],
)  # fmt: skip
def test_a_repository_is_written_in_many_ways(repository: str, forge: str, found: str, site: str) -> None:
    answers = made(repository=repository, forge=forge)
    assert (answers.repository, answers.site_url) == (found, site)


@pytest.mark.parametrize(
    ("repository", "forge"),
    [("https://gitlab.com/a/b", "gitlab"), ("https://codeberg.org/a/b", "forgejo"), ("a/b", "github")],
)
def test_the_forge_follows_from_the_repository(repository: str, forge: str) -> None:
    assert made(repository=repository).forge == forge


@pytest.mark.parametrize(
    ("given", "option"),
    [
        ({"forge": "svn"}, "--forge"),
        ({"repository": "kainuu"}, "--repository"),
        ({"site_url": "kainuu.example.org"}, "--site-url"),
        ({"site_url": 'https://example.org/"\nplugins: []'}, "--site-url"),
        ({"editor_email": "toimitus"}, "--editor-email"),
        ({"answer": "never"}, "--answer"),
        ({"name": "x" * 81}, "--name"),
    ],
)
def test_an_answer_that_cannot_be_used_names_its_option(given: dict[str, str], option: str) -> None:
    with pytest.raises(AnswerError) as told:
        made(**given)
    assert told.value.option == option
    assert told.value.right


def test_answers_are_kept_whole() -> None:
    found = made(language="sv", municipalities=["Jomala"], repository="a/b", editor_email="redaktion@example.org")
    assert Answers.from_json(found.as_json() | {"of a later version": 1}) == found


@pytest.mark.parametrize("change", [{"day": "soon"}, {"municipalities": ["Atlantis"]}, {"municipalities": None}])
def test_kept_answers_that_somebody_spoiled_are_refused(change: dict[str, Any]) -> None:
    with pytest.raises(AnswerError):
        Answers.from_json(made().as_json() | change)


@pytest.mark.parametrize(
    ("calendar_id", "host"),
    [("kainuu", "kainuu"), ("Ä Ö", "a-o"), ("!!", "kalenteri"), ("x" * 62 + "-yz", "x" * 62)],
)
def test_an_address_that_is_made_up_can_be_one(calendar_id: str, host: str) -> None:
    answers = made(calendar_id=calendar_id)
    program = Program(
        version="1.0", repository="https://git.example.org/a/b", lock="", address="", sha256="", commit=""
    )
    assert template_values(answers, program)["default_site"] == f"https://{host}.example.org/"
