"""Sheets of practices: one page whatever is told, in words that can be printed, and the way to them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.pages.small_region import common, context, places, text
from tests.prints.week_posters import words_of

from seurantalo.model.parts import Contact
from seurantalo.model.practice import Adoption, AdoptionStatus, Practice, PracticeKind, PracticeStage, Step
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.wiki.kinds import KINDS
from seurantalo.publishing.prints import Format, practice_paper, practice_sheet
from seurantalo.publishing.prints.practice_files import practice_files

SOUP = Practice(
    **common("keittoilta"),
    title=text("Keittoilta"),
    lead=text("Syödään yhdessä."),
    kinds=(PracticeKind.EXPERIMENT,),
    stage=PracticeStage.RUNNING,
    how=text("Keitetään. Syödään."),
    steps=(Step(title=text("Kutsutaan"), text=text("Kaikki ovat *tervetulleita*.")), Step(title=text("Keitetään"))),
    benefits=(text("Kukaan ei syö yksin."),),
    municipalities=("vimpeli",),
    contact=Contact(role=text("Sihteeri"), email="sihteeri@yhdistys.example.org"),
)


def site(one: Practice, *others: Adoption) -> PageContext:
    return context(*places(), one, *others)


def words(one: Practice, *others: Adoption) -> str:
    return words_of(practice_paper(practice_sheet(site(one, *others), one)))


def test_what_stands_on_the_sheet() -> None:
    found = words(SOUP)
    for told in ("Keittoilta", "Syödään yhdessä.", "1. Kutsutaan", "Kaikki ovat tervetulleita.", "2. Keitetään"):
        assert told in found
    for told in (
        "Kukaan ei syö yksin.",
        "Vimpeli",
        "Sihteeri, sihteeri@yhdistys.example.org",
        "kaytannot/keittoilta",
    ):
        assert told in found
    assert "Miten" not in found  # the steps tell it


def test_without_steps_it_tells_how() -> None:
    assert "Miten Keitetään. Syödään." in words(replace(SOUP, steps=()))


@pytest.mark.parametrize(
    "one",
    [
        replace(SOUP, steps=(), how=None, benefits=(), contact=None, municipalities=()),
        replace(
            SOUP,
            title=text("Lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas " * 3),
            lead=text("pitkä " * 200),
            steps=tuple(Step(title=text("askel " * 40), text=text("selitys " * 90)) for _ in range(30)),
            benefits=tuple(text("hyöty " * 60) for _ in range(9)),
        ),
        replace(SOUP, title=text("🎉 春祭り"), lead=text('#set page(fill: red) $x$ "\\')),
    ],
)
def test_it_is_one_page_whatever_is_told(one: Practice) -> None:
    made = practice_sheet(site(one), one)
    assert practice_paper(made).startswith(b"%PDF")
    assert b"<svg" in practice_paper(made, Format.SVG)
    assert made.more in ("", "ja 20 vaihetta lisää verkossa")


def test_those_who_use_it_stand_there() -> None:
    one = Adoption(
        **common("keittoilta-seura"),
        status=AdoptionStatus.TRYING,
        since=date(2027, 1, 1),
        practice="keittoilta",
        adopter="kylaseura",
        municipality="vimpeli",
    )
    assert "(kokeilee)" in words(SOUP, one)


def test_the_page_leads_there_and_a_mere_name_has_no_sheet() -> None:
    kind = next(kind for kind in KINDS if kind.name == "practice")
    for one, there in ((SOUP, True), (replace(SOUP, stub=True), False)):
        ctx = site(one)
        assert ("kaytannot/keittoilta/arkki.pdf" in [file.path for file in practice_files(ctx)]) == there
        body = kind.make("keittoilta", "fi", ctx).body
        assert ('href="../../kaytannot/keittoilta/arkki.pdf">Tulosta arkkina (PDF)</a>' in body) == there
