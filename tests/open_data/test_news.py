"""Atom and JSON Feed: what other people's readers see in them."""

from __future__ import annotations

import calendar
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from xml.etree import ElementTree as ET

import feedparser
import pytest
from tests.open_data.region import FOREIGN, HOSTILE, changed, news
from tests.pages.small_region import SITE, TODAY, event

from seurantalo.language import language
from seurantalo.model.event import Event
from seurantalo.model.record import Kind, Revision
from seurantalo.model.text import Text
from seurantalo.publishing.feeds import news_links
from seurantalo.publishing.feeds.news import LONGEST

ALL = "syotteet/kaikki.atom"


def read(content: bytes) -> Any:
    found = feedparser.parse(content)
    assert not found.bozo, found.get("bozo_exception")
    return found


def ids(content: bytes) -> list[str]:
    return [entry.link.rstrip("/").rpartition("/")[2] for entry in read(content).entries]


def test_a_reader_sees_what_is_coming_latest_change_first() -> None:
    feed = read(news()[ALL])
    assert feed.version == "atom10"
    assert feed.feed.title == "Järviseudun seurantalo: uudet ja muuttuneet tapahtumat"
    assert feed.feed.language == "fi"
    assert ids(news()[ALL])[:5] == ["auki", "lykatty", "peruttu", "kuoro", "leiri"]
    assert "mennyt" not in ids(news()[ALL])
    times = [entry.updated_parsed for entry in feed.entries]
    assert times == sorted(times, reverse=True)
    assert feed.feed.updated_parsed == times[0]


def test_an_entry_tells_what_when_where_and_who() -> None:
    choir = next(entry for entry in read(news()[ALL]).entries if entry.title == "Kuoro – Kylän & järven seura ry")
    assert choir.content[0].value.split("\n") == [
        "ti 12.1.2027 klo 18–20 (joka tiistai klo 18–20, 12.1.–6.4.2027)",
        "Muuttuneet kerrat: ti 19.1. siirretty, uusi aika: ke 20.1.2027 klo 19–21; ti 26.1. peruttu",
        "Seurala, Kylätie 1, 62800 Vimpeli",
        "Kylän & järven seura ry",
    ]
    assert choir.link == "https://seurantalo.example.org/tapahtumat/kuoro/"
    assert [tag.term for tag in choir.tags] == ["Kuoro"]
    assert calendar.timegm(choir.updated_parsed) == int(datetime(2026, 12, 20, 7, 8, 9, tzinfo=UTC).timestamp())


def test_an_event_of_another_calendar_says_so_before_its_own_words() -> None:
    entry = next(entry for entry in read(news()[ALL]).entries if entry.link.endswith("/vieras/"))
    assert entry.content[0].value.split("\n")[-1] == (
        "Esimerkki: tämä tapahtuma on keksitty. "
        f"Toisesta kalenterista: {FOREIGN.calendar} ({FOREIGN.url}). Tervetuloa."
    )


def test_what_lost_its_date_or_was_cancelled_says_so() -> None:
    said = {entry.link.rstrip("/").rpartition("/")[2]: entry for entry in read(news()[ALL]).entries}
    assert said["peruttu"].title.startswith("PERUTTU: Peruttu – Martat")
    assert said["lykatty"].content[0].value.startswith("ti 2.2.2027 klo 18. Lykätty: uutta päivää ei vielä tiedetä.")
    assert said["auki"].content[0].value.startswith("Päivä ei ole vielä tiedossa. Toukokuu 2027")
    assert "Päivää ei ole vielä vahvistettu." in said["varattu"].content[0].value
    assert "Esimerkki: tämä tapahtuma on keksitty." in said["kylapaiva"].content[0].value


def test_hostile_words_stay_words() -> None:
    content = news()[ALL]
    assert b"<script" not in content
    titles = [element.text for element in ET.fromstring(content).iter("{http://www.w3.org/2005/Atom}title")]
    assert " ".join(HOSTILE.split()) in titles


def test_the_json_feed_says_the_same_as_the_atom_feed() -> None:
    files = news()
    for path, content in files.items():
        if path.endswith(".atom"):
            atom, feed = read(content), json.loads(files[path.removesuffix("atom") + "json"])
            assert feed["version"] == "https://jsonfeed.org/version/1.1"
            assert feed["feed_url"] == f"{SITE.url}{path.removesuffix('atom')}json"
            assert [item["id"] for item in feed["items"]] == [entry.id for entry in atom.entries]
            assert [item["title"] for item in feed["items"]] == [entry.title for entry in atom.entries]
            assert [item["content_text"] for item in feed["items"]] == [
                entry.content[0].value for entry in atom.entries
            ]
            assert [item["date_modified"] for item in feed["items"]] == [entry.updated for entry in atom.entries]


def test_a_json_item_tells_programs_when_the_event_is() -> None:
    found = json.loads(news()["syotteet/kaikki.json"])["items"]
    choir = next(item for item in found if item["title"].startswith("Kuoro – "))
    assert choir["_seurantalo"] == {"starts": "2027-01-12T18:00:00+02:00", "ends": "2027-01-12T20:00:00+02:00"}
    camp = next(item for item in found if item["title"].startswith("Leiri – "))
    assert camp["_seurantalo"] == {"starts": "2027-06-04", "ends": "2027-06-06"}


def test_every_feed_holds_what_belongs_to_it_and_to_what_is_narrower() -> None:
    files = news()
    assert ids(files["syotteet/teema/kuoro.atom"]) == ["kuoro"]
    assert "kuoro" in ids(files["syotteet/teema/musiikki.atom"])
    assert "kuoro" in ids(files["syotteet/kohderyhma/kaikki.atom"])
    assert ids(files["syotteet/yhdistys/martat.atom"]) == ["peruttu"]
    assert ids(files["syotteet/kunta/soini.atom"]) == ["leiri"]


def test_an_empty_feed_is_a_feed() -> None:
    files = news()
    feed = read(files["syotteet/kaytanto/poyta.atom"])
    assert (len(feed.entries), feed.feed.updated) == (0, "2026-12-01T00:00:00Z")
    assert json.loads(files["syotteet/kaytanto/poyta.json"])["items"] == []


def evenings(count: int, apart: timedelta) -> list[Event]:
    """As many coming events, each changed so much later than the one before it."""
    return [
        event(
            f"ilta-{n:03}",
            datetime(2027, 8, 1, 18) + timedelta(days=n),
            revision=Revision(datetime(2026, 1, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC) + n * apart),
        )
        for n in range(count)
    ]


def test_a_feed_is_bounded_and_keeps_the_latest_changes() -> None:
    more = evenings(LONGEST + 30, timedelta(days=1))
    latest = [one.id for one in reversed(more)]
    files = news(SITE, TODAY, *more)
    assert ids(files[ALL]) == latest[:LONGEST]
    # Of what a site has hundreds the feeds are shorter: a week brings one association few news.
    assert ids(files["syotteet/kunta/vimpeli.atom"]) == latest[:20]
    assert ids(files[f"syotteet/yhdistys/{more[0].organisers[0]}.atom"]) == latest[:10]


@pytest.mark.parametrize(("count", "told"), [(25, 25), (LONGEST + 30, LONGEST)])
def test_a_programme_that_comes_within_a_week_is_told_whole(count: int, told: int) -> None:
    more = evenings(count, timedelta(minutes=1))
    latest = [one.id for one in reversed(more)]
    files = news(SITE, TODAY, *more)
    for name in ("kunta/vimpeli", f"yhdistys/{more[0].organisers[0]}"):
        assert ids(files[f"syotteet/{name}.atom"])[:told] == latest[:told]
        assert len(json.loads(files[f"syotteet/{name}.json"])["items"]) <= LONGEST


def test_files_whose_changes_nobody_knows_fill_no_feed() -> None:
    midnight = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
    more = [replace(one, revision=Revision(midnight, midnight)) for one in evenings(25, timedelta())]
    assert len(ids(news(SITE, TODAY, *more)[f"syotteet/yhdistys/{more[0].organisers[0]}.atom"])) == 10


def test_a_change_moves_an_entry_up_and_keeps_its_id() -> None:
    before = read(news()[ALL]).entries
    camp = event("leiri", date(2027, 6, 4), title=Text.plain("Kesäleiri"), **changed(31))
    after = read(news(SITE, TODAY, camp)[ALL])
    ids_before = {entry.link: entry.id for entry in before}
    assert after.entries[0].title == "Kesäleiri – Kylän & järven seura ry"
    assert {entry.link: entry.id for entry in after.entries} == ids_before


def test_the_day_of_the_build_changes_nothing_but_what_is_over() -> None:
    assert news(SITE, TODAY) == news(SITE, TODAY + timedelta(days=1))


def test_a_site_without_an_address_has_no_news() -> None:
    nowhere = replace(SITE, url="")
    assert news(nowhere) == {}
    assert news_links(nowhere, language("fi"), None, "", "Nimi") == ()


@pytest.mark.parametrize(
    "kind", [Kind.MUNICIPALITY, Kind.ORGANISATION, Kind.THEME, Kind.AUDIENCE, Kind.PRACTICE, None]
)
def test_a_pages_head_links_the_news_that_there_are(kind: Kind | None) -> None:
    names = {
        Kind.MUNICIPALITY: "vimpeli",
        Kind.ORGANISATION: "martat",
        Kind.THEME: "kuoro",
        Kind.AUDIENCE: "nuoret",
        Kind.PRACTICE: "poyta",
        None: "",
    }
    links = news_links(SITE, language("fi"), kind, names[kind], "Nimi")
    assert [link.media_type for link in links] == ["application/atom+xml", "application/feed+json"]
    assert {link.path for link in links} <= set(news())
    assert links[0].title == "Nimi: uudet ja muuttuneet tapahtumat"


def test_a_venue_has_a_calendar_but_no_news() -> None:
    assert news_links(SITE, language("fi"), Kind.VENUE, "halli", "Halli") == ()
