"""The age limit of an event: one field, told once, that shows wherever an event does."""

from __future__ import annotations

import csv
import json
from datetime import datetime
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from tests.pages.small_region import SITE, TODAY, context, event, places, text

from seurantalo.importing.content_lines import read_properties
from seurantalo.importing.own_properties import read_own
from seurantalo.language import language
from seurantalo.model.event import Event
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner import make_calendar
from seurantalo.publishing.api import open_data_files
from seurantalo.publishing.api.schemas import schema
from seurantalo.publishing.feeds.own_properties import own_lines
from seurantalo.publishing.feeds.texts import Texts
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.pages.event.json_ld import ages, event_json
from seurantalo.publishing.pages.event.page import event_page
from seurantalo.publishing.pages.event.surroundings import surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.site.fields import field_tables
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.report import format_text

SETTINGS = Settings(calendar_id="alue")
LIMIT = Text((("fi", "K-18"), ("sv", "från 18 år")))


def concert(limit: Text | None = LIMIT) -> Event:
    return event("konsertti", datetime(2027, 3, 20, 18), age_limit=limit)


def site(*events: Event, lang: str = "fi") -> PageContext:
    return context(*places(), *events, lang=lang)


def data(one: Event) -> dict[str, bytes]:
    community = site(one).community
    calendar = make_calendar(community, SETTINGS, TODAY)
    files = open_data_files(community, calendar, SETTINGS, SITE, Uids("alue"))
    return {file.path: file.content for file in files}


@pytest.mark.parametrize(
    ("line", "limit"),
    [
        ("ikäraja: K-18", text("K-18")),
        ("åldersgräns: 18 år", text("18 år")),
        ("age limit: 18", text("18")),
        ("ikäraja: {fi: yli 7-vuotiaille, sv: över 7 år}", Text((("fi", "yli 7-vuotiaille"), ("sv", "över 7 år")))),
    ],
)
def test_it_is_written_in_any_language(line: str, limit: Text) -> None:
    file = f"otsikko: Ilta\nalkaa: 20.3.2027 klo 18\njärjestäjä: kylaseura\nkunta: vimpeli\n{line}\n"
    one, problems = EventReader(site().community, SETTINGS, TODAY).read("ilta", "events/ilta.yml", file)
    assert problems == ()
    assert one is not None
    assert one.age_limit == limit


@pytest.mark.parametrize("words", ["180", "-5", "0"])
def test_a_number_that_is_no_age_is_refused_with_its_place(words: str) -> None:
    file = f"otsikko: Ilta\nalkaa: 20.3.2027 klo 18\njärjestäjä: kylaseura\nkunta: vimpeli\nikäraja: {words}\n"
    one, problems = EventReader(site().community, SETTINGS, TODAY).read("ilta", "events/ilta.yml", file)
    assert one is None
    assert format_text(problems, language("fi")) == (
        f"events/ilta.yml:5:10: virhe: {words} ei ole välillä 1–99.\n    Tarkista luku."
    )


def test_it_is_a_fact_of_the_page_in_the_readers_language() -> None:
    for code, fact in (("fi", "<dt>Ikäraja <dd>K-18</div>"), ("sv", "<dt>Åldersgräns <dd>från 18 år</div>")):
        ctx = site(concert(), lang=code)
        assert fact in event_page(ctx, surroundings(ctx), ctx.community.events["konsertti"]).body


def test_calendars_say_it_and_our_import_reads_it_back() -> None:
    one = concert()
    description = Texts(site(one).community, SITE, language("fi"), "Europe/Helsinki").words(one, None).description
    assert "Ikäraja: K-18" in description.splitlines()
    lines = own_lines(one, one.municipality).decode().splitlines()
    assert read_own(read_properties(enumerate(lines))).fields["age_limit"] == {"fi": "K-18", "sv": "från 18 år"}


def test_open_data_has_it_and_its_schema_knows_it() -> None:
    files = data(concert())
    listing = json.loads(files["api/v1/events/2027-03.json"])
    assert listing["items"][0]["age_limit"] == {"fi": "K-18", "sv": "från 18 år"}
    Draft202012Validator(schema("events")).validate(listing)
    table = files["api/v1/occurrences/2027.csv"].decode("utf-8-sig").splitlines()
    assert [row["Ikäraja"] for row in csv.DictReader(table, delimiter=";")] == ["K-18"]


@pytest.mark.parametrize(
    ("words", "years"),
    [
        ("18", (18, None)),
        ("K-18", (18, None)),
        ("k18", (18, None)),
        ("18+", (18, None)),
        ("18 v", (18, None)),
        ("yli 7-vuotiaille", (7, None)),
        ("från 18 år", (18, None)),
        ("3–6 v", (3, 6)),
        ("6-3 v", None),
        ("alle 7-vuotiaat aikuisen kanssa", None),
        ("sallittu kaikille", None),
    ],
)
def test_programs_are_told_years_where_the_words_are_clear(words: str, years: tuple[int, int | None] | None) -> None:
    assert ages(words) == years
    one = concert(text(words))
    ctx = site(one)
    dates = ctx.calendar.of_event(one.id)
    told: dict[str, Any] = json.loads(event_json(ctx, one, dates[0], dates, ""))
    (listed,) = json.loads(data(one)["api/linkedevents/v1/event/1.json"])["data"]
    found = (listed.get("audience_min_age"), listed.get("audience_max_age"))
    assert found == (years or (None, None))
    assert told.get("typicalAgeRange") == (f"{years[0]}-{years[1] or ''}" if years else None)


def test_who_has_none_hears_of_none() -> None:
    one = concert(None)
    ctx = site(one)
    body = event_page(ctx, surroundings(ctx), one).body
    assert "Ikäraja" not in body
    assert "typicalAgeRange" not in body
    heard = [path for path, content in data(one).items() if b"age_limit" in content or b'_age"' in content]
    assert set(heard) == {"api/v1/schema/events.json", "api/v1/occurrences/2027.csv-metadata.json"}


def test_the_guide_says_what_to_write() -> None:
    for code, title, name in (("fi", "Tapahtuma", "ikäraja"), ("sv", "Evenemang", "åldersgräns")):
        table = next(table for table in field_tables(language(code)) if table.title == title)
        assert "K-18" in next(row for row in table.items if row.name == name).shape
