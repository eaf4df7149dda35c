"""The facts of an event date, and the ledger's line of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.announcing.reading_week import SITE_URL, week_calendar, week_community

from seurantalo.announcing.facts import Fact, Facts, Means, Missing, facts_of
from seurantalo.announcing.told_lines import differences, told_line
from seurantalo.language import language
from seurantalo.planner.occurrence import Occurrence


def occurrence_of(event: str, on: date | None = None) -> Occurrence:
    return next(one for one in week_calendar().of_event(event) if on in (None, one.first_day))


def facts(event: str, code: str = "fi", asked: date | None = None) -> Facts:
    return facts_of(occurrence_of(event), week_community(), language(code), Means(site_url=SITE_URL), asked=asked)


@pytest.mark.parametrize(
    ("event", "line"),
    [
        (
            "kraaterin-polkujuoksu",
            "klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; ilm. 26.5.",
        ),
        (
            "koulun-kevatjuhla-kaislalahti",
            "klo 18–20; Kaislalahden koulu, liikuntasali; Evijärvi; Vapaa pääsy, kuudesluokkalaisten kahvio",
        ),
        ("taimien-vaihtopaiva", "klo 10–13; Alajärven kesätori; Alajärvi; Vapaa pääsy"),
    ],
)
def test_the_ledgers_line(event: str, line: str) -> None:
    assert told_line(facts(event)) == line
    assert differences(line, facts(event)) == ()


def test_what_is_otherwise_is_told_in_words() -> None:
    found = facts("kraaterin-polkujuoksu")
    told = "klo 12–16; Kraaterinrannan hiihtomaja; Lappajärvi; –; ilm. 26.5.; peruttu"
    assert [(one.name, one.told, one.now) for one in differences(told, found)] == [
        (Fact.TIME, "klo 12–16", "klo 11–15"),
        (Fact.PRICE, "", "6 km 15 €, 23 km 30 €"),
        (Fact.CANCELLED, "peruttu", ""),
    ]


def test_a_semicolon_in_a_fact_does_not_shift_the_others() -> None:
    found = replace(facts("kraaterin-polkujuoksu"), price="6 km 15 €; 23 km 30 €")
    assert differences(told_line(found), found) == ()


def test_registration_ends() -> None:
    signed = [facts("kraaterin-polkujuoksu", asked=date(2027, 5, day)).sign_up for day in (26, 27)]
    assert [one.closed for one in signed if one] == [False, True]


def test_the_street_stands_without_its_post_office() -> None:
    found = facts("koulun-kevatjuhla-kaislalahti")
    assert (found.place, found.street, found.municipality_in) == (
        "Kaislalahden koulu, liikuntasali",
        "Koulupolku 4",
        "Evijärvellä",
    )


def test_what_the_file_lacks_is_missing_and_not_invented() -> None:
    found = occurrence_of("kraaterin-polkujuoksu")
    bare = replace(found, event=replace(found.event, price=None, registration=None, venue=None, description=None))
    got = facts_of(bare, week_community(), language("sv"))
    assert (got.price, got.sign_up, got.venue, got.municipality) == ("", None, "", "Lappajärvi")
    assert got.missing == (Missing.VENUE, Missing.PRICE, Missing.REGISTRATION, Missing.DESCRIPTION)


def test_a_missing_translation_is_told() -> None:
    assert facts("taimien-vaihtopaiva", "sv").missing == (Missing.TRANSLATION,)
    assert facts("kraaterin-polkujuoksu", "sv").missing == ()
