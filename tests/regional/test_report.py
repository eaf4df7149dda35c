"""What a regional calendar takes of a site, what is kept back and whom to ask, what is lost, and the page of it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from html import unescape
from typing import Any

import pytest
from tests.open_data.region import events as region_events
from tests.open_data.region import full_places
from tests.pages.small_region import context, event, places, text
from tests.regional.regional_site import PLACES, channel, concert, only, report, snapshot

from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.event import Event, Registration
from seurantalo.model.parts import WebLink
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.publishing.api.regional.rules import Rule
from seurantalo.publishing.api.regional.same import same, same_moment
from seurantalo.publishing.api.regional.terms import (
    NOTHING_LOOKED_UP,
    Snapshot,
    Standing,
    read_snapshot,
    snapshot_path,
)
from seurantalo.publishing.pages.regional.kinds import KINDS

ADDRESS = "https://api.example.org/v1/"


def body(**more: Any) -> Any:
    return only("kesakonsertti", report(concert(**more))).body


def test_words_and_places_are_those_of_the_map() -> None:
    found = body()
    assert found["keywords"] == [{"@id": f"{ADDRESS}keyword/yso:p1808/"}, {"@id": f"{ADDRESS}keyword/ep:muu/"}]
    assert found["audience"] == [{"@id": f"{ADDRESS}keyword/ep:nuoret/"}]
    assert found["location"] == {"@id": f"{ADDRESS}place/tprek:1234/"}
    assert body(themes=("kuoro",))["keywords"][0] == {"@id": f"{ADDRESS}keyword/yso:p1808/"}  # that of a broader one
    forms = channel(regional={"keywords": {"muu": "ep:muu"}})  # a form by its word in files
    assert only("kesakonsertti", report(concert(), of=forms)).body["keywords"] == [
        {"@id": f"{ADDRESS}keyword/ep:muu/"}
    ]
    assert body(venue="halli")["location"] == {"@id": f"{ADDRESS}place/jarviseutu:paikka-halli/"}


def test_a_day_without_hours_is_sent_as_a_day() -> None:
    found = body(starts=date(2027, 3, 5), ends=date(2027, 3, 7))
    assert (found["start_time"], found["end_time"]) == ("2027-03-05", "2027-03-07")
    there = {**found, "start_time": "2027-03-04T22:00:00Z", "end_time": "2027-03-07T22:00:00Z"}
    assert same(found, {**there, "has_start_time": False, "has_end_time": False})
    assert not same(found, {**there, "has_start_time": True, "has_end_time": False})


def test_registration_is_a_link_and_its_last_moment() -> None:
    found = body(registration=Registration(url="https://example.org/ilmo", until=date(2027, 2, 26)))
    assert found["enrolment_end_time"] == "2027-02-26T21:59:00Z"
    assert found["external_links"] == [{"name": "registration", "language": "fi", "link": "https://example.org/ilmo"}]


def test_a_link_that_does_not_fit_is_left_out_and_counted() -> None:
    found = report(concert(links=(WebLink(url=f"https://example.org/{'a' * 200}"),)))
    assert only("kesakonsertti", found).body["external_links"] == []
    assert found.lost["link"] == 1


def test_free_is_said_of_what_begins_with_free_for_everybody() -> None:
    assert body()["offers"][0]["is_free"] is True
    for words in (
        "3 €, lapset ilmaiseksi",
        "Jäsenille maksuton",
        "Ensimmäinen kerta maksuton, sitten 5 €",
        "Kolehti",
    ):
        assert body(price=text(words))["offers"][0]["is_free"] is False, words


def test_what_looks_like_markup_is_none() -> None:
    found = body(title=text("Soppa <3 & pulla"), description=text('Tule! <b>Nyt</b> "heti".'))
    assert found["name"] == {"fi": "Soppa ‹3 & pulla"}
    assert "<b>" not in found["description"]["fi"]
    assert "&quot;" not in found["description"]["fi"]


def kept(*events: Event) -> dict[str, set[Rule]]:
    found: dict[str, set[Rule]] = {}
    for one in report(*events).kept:
        found.setdefault(one.draft.id.partition(":")[2], set()).update(fault.rule for fault in one.faults)
    return found


def test_what_a_series_lacks_keeps_its_dates_back_and_no_other_event() -> None:
    told = ChannelPlan(choices=(ChannelChoice(channel="aluekalenteri"),))
    weekly: dict[str, Any] = {
        "repeats": Recurrence(frequency=Frequency.WEEKLY, until=date(2027, 3, 9)),
        "channel_plan": told,
    }
    found = kept(event("jumppa", datetime(2027, 3, 2, 18), **weekly), concert())
    assert found["jumppa"] == {Rule.PRICE}
    assert found["jumppa-20270309T180000"] == {Rule.PRICE, Rule.PARENT}
    assert "kesakonsertti" not in found


def test_a_word_without_a_keyword_is_named() -> None:
    found = report(concert(themes=("kyla",)), of=channel(regional={"keywords": {}}))
    faults = {fault for one in found.kept if one.draft.event == "kesakonsertti" for fault in one.faults}
    assert {(fault.rule, fault.found) for fault in faults} == {(Rule.KEYWORD, "kyla, other")}


@pytest.mark.parametrize(
    ("plan", "told"),
    [
        (ChannelPlan(), True),
        (ChannelPlan(defaults=False), False),
        (ChannelPlan(choices=(ChannelChoice(channel="aluekalenteri", skipped=True),)), False),
        (ChannelPlan(defaults=False, choices=(ChannelChoice(channel="aluekalenteri"),)), True),
    ],
)
def test_an_events_own_plan_decides(plan: ChannelPlan, told: bool) -> None:
    assert ("kesakonsertti" in report(concert(channel_plan=plan)).events) is told


def test_a_snapshot_is_read_as_it_was_written_and_nothing_else_is() -> None:
    written = Snapshot(date(2027, 5, 20), {"yso:p1": Standing.GONE}, {"tprek:1": Standing.HERE}, {"yso:p1": "yso:p2"})
    assert read_snapshot(written.written) == written
    odd = [None, b"", b"[]", b"{", b'{"looked_up": 5}', b'{"looked_up": "x"}', b"9" * 300_000, b'{"keywords": [1]}']
    assert [read_snapshot(one) for one in odd] == [NOTHING_LOOKED_UP] * len(odd)
    assert read_snapshot(b'{"keywords": {"a": "here", "b": "x", "c": 1}}').keywords == {"a": Standing.HERE}
    assert snapshot_path(channel()) == "content/regional/aluekalenteri.json"


def test_times_are_the_same_however_they_are_written() -> None:
    assert same_moment("2027-05-29T09:00:00Z", "2027-05-29T12:00:00+03:00")
    assert not same_moment("2027-05-29T09:00:00Z", "2027-05-29T09:30:00Z")
    assert same_moment(None, None)
    assert not same_moment(None, "2027-05-29T09:00:00Z")


def page(*events: Event, looked_up: bool = True) -> str:
    """The page of a region with these events, as words."""
    written = snapshot().written if looked_up else None
    records = {(one.KIND, one.id): one for one in (*places(), *full_places(), *region_events(), *events, channel())}
    parts = replace(context(*records.values()), written=lambda _: written)
    (kind,) = KINDS
    assert list(kind.ids("fi", parts)) == ["aluekalenteri"]
    made = kind.make("aluekalenteri", "fi", parts.limited(kind.reads))
    assert made.address == "kanavat/aluekalenteri/aluekalenteri/"
    return " ".join(unescape(re.sub(r"<[^>]+>", "", made.body)).split())


def test_the_page_says_what_waits_why_and_whom_to_ask() -> None:
    words = page(concert(price=None, organisers=("martat",)))
    assert "Mitä Aluekalenteri ottaa" in words
    assert "Hinta puuttuu. Kirjoita hinta, tai ”Vapaa pääsy”, jos sisään pääsee ilmaiseksi." in words
    assert "Keneltä voi kysyä: Sihteeri, sihteeri@martat.example.org, 06 123 456" in words
    assert "Kalenterin avainsanat ja paikat haettiin 11.1.2027." in words
    assert "Yhden tapahtuman puute ei estä muita." in words


def test_the_page_says_that_nothing_was_looked_up_yet() -> None:
    assert "Aja komento: seurantalo regional aluekalenteri" in page(concert(), looked_up=False)
    assert PLACES
