"""A project published once more in another language: nothing is read anew, and what is not translated says so."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.small import TWO_LANGUAGES

from seurantalo import project as rooms
from seurantalo.model.settings import Settings
from seurantalo.project import Project
from seurantalo.publishing.publication import Page, Publication, Site

SITE = Site(name="Kylän talo", url="https://seurantalo.example.org/")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    for name, text in TWO_LANGUAGES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Project.open(tmp_path, tmp_path / "content", Settings(today="2027-03-01", languages="fi sv"), SITE)


def published(project: Project) -> Publication:
    publication, problems = project.publish()
    assert publication is not None, problems
    return publication


def event(publication: Publication, name: str) -> Page:
    (kind,) = (each for each in publication.bulk if each.kind == "event")
    return kind.pages.make(name)


def calendar(publication: Publication) -> str:
    files = {file.path: file.content for kind in publication.bulk_files for file in kind}
    return files["ical/kaikki.ics"].decode()


def swedish(project: Project) -> Project:
    return project.translated("sv", replace(SITE, name="Byns hus", url=f"{SITE.url}sv/"))


def test_the_same_pages_stand_at_the_same_addresses(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    main = published(project)
    monkeypatch.setattr(rooms, "read_community", None)  # nothing is read again
    other = published(swedish(project))
    assert [page.address for page in other.pages] == [page.address for page in main.pages]
    assert [list(kind.addresses) for kind in other.bulk] == [list(kind.addresses) for kind in main.bulk]
    assert {page.address: page.title for page in other.pages}["kalenteri/"] == "Kalender"


def test_what_is_not_translated_is_marked_and_said(project: Project) -> None:
    main = published(project)
    other = published(swedish(project))
    dance, coffee = event(other, "tanssit"), event(other, "kahvit")
    assert dance.title == "Dans"
    assert (
        'En del av texterna på sidan är på finska.</p>\n<div class="st-prose" lang="fi">\n<p>Tule tanssimaan.'
        in dance.body
    )
    assert "Kom på kaffe." in coffee.body
    assert "st-other-language" not in coffee.body
    assert not any("st-other-language" in event(main, name).body for name in ("tanssit", "kahvit"))


def test_an_event_is_the_same_one_in_calendars_of_all_languages(project: Project) -> None:
    def uids(text: str) -> list[str]:
        return sorted(line for line in text.splitlines() if line.startswith("UID"))

    main, other = calendar(published(project)), calendar(published(swedish(project)))
    assert len(uids(main)) == 2
    assert uids(other) == uids(main)
    assert "SUMMARY:Dans" in other.replace(";LANGUAGE=sv", "")


def test_an_ordinary_page_may_not_stand_in_the_folder_of_a_language(project: Project) -> None:
    (project.docs / "sv").mkdir()
    (project.docs / "sv/om.md").write_text("# Om\n", encoding="utf-8")
    publication, problems = project.publish()
    assert publication is None
    assert ("address-reserved", "content/sv/om.md") in [(one.code, one.path) for one in problems]
