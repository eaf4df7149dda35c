"""The sweep finds what comparing all with all would find, and does far less work."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples
from tests.planner.builders import SETTINGS, TODAY, make_community, make_event, make_municipality, make_venue

from seurantalo.model.community import Community
from seurantalo.model.event import Event, EventStatus, Format, Weight
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind, Revision
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Clashes, Entry, Ground, find_clashes
from seurantalo.planner.clashes.agreement import Agreements
from seurantalo.planner.clashes.pairing import PairSearch
from seurantalo.planner.clashes.rules import PAIR_RULES, RULES
from seurantalo.planner.clashes.sweep import Budget, beside, meeting, run

MUNICIPALITIES = ("alajarvi", "soini", "vimpeli")
#: The days around the change of clocks, by the half hour.
WHEN = st.integers(0, 8 * 24 * 2 - 1).map(lambda half: datetime(2027, 3, 24) + timedelta(minutes=30 * half))


@st.composite
def made_events(draw: st.DrawFn) -> list[Event]:
    """Small regions where much meets much."""
    events = []
    for number in range(draw(st.integers(2, 9))):
        starts = draw(WHEN)
        fields: dict[str, Any] = {
            "municipality": draw(st.sampled_from([*MUNICIPALITIES, "vimpeli", "vimpeli"])),
            "venue": draw(st.sampled_from([None, "talo", "talo", "koulu"])),
            "room": draw(st.sampled_from([None, "sali"])),
            "organisers": tuple(draw(st.sets(st.sampled_from(["o1", "o2", "kuoro"]), min_size=1, max_size=2))),
            "audiences": tuple(draw(st.sets(st.sampled_from(["kaikki", "lapset", "vauvat", "nuoret"]), max_size=2))),
            "practices": tuple(draw(st.sets(st.sampled_from(["p1", "p2"]), max_size=1))),
            "format": draw(
                st.sampled_from([Format.OTHER, Format.CONCERT, Format.DANCE, Format.EXHIBITION, Format.MEETING])
            ),
            "stated_weight": draw(st.sampled_from([None, None, Weight.MAJOR, Weight.NORMAL, Weight.ROUTINE])),
            "status": draw(st.sampled_from([EventStatus.CONFIRMED, EventStatus.CONFIRMED, EventStatus.TENTATIVE])),
            "timezone": draw(st.sampled_from(["Europe/Helsinki", "Europe/Helsinki", "Europe/Stockholm"])),
            "title": draw(st.sampled_from(["Konsertti", "Konserti", "Kokous"])),
            "series": draw(st.sampled_from(["", "", "", "", "s1"])),
            "part_of": f"e{draw(st.integers(0, number - 1))}" if number and draw(st.integers(0, 4)) == 0 else None,
            "repeats": draw(
                st.sampled_from(
                    [
                        None,
                        None,
                        Recurrence(frequency=Frequency.WEEKLY, count=3),
                        Recurrence(frequency=Frequency.DAILY, count=2),
                    ]
                )
            ),
        }
        if draw(st.integers(0, 3)) == 0:
            length = draw(st.integers(0, 9))
            events.append(make_event(f"e{number}", starts.date(), starts.date() + timedelta(days=length), **fields))
        else:
            minutes = draw(st.sampled_from([None, 30, 120, 600, 3000]))
            ends = None if minutes is None else starts + timedelta(minutes=minutes)
            events.append(make_event(f"e{number}", starts, ends, **fields))
    return events


def region(*events: Event) -> Community:
    return make_community(
        make_municipality("vimpeli", neighbours=("alajarvi",), region="ep"),
        make_municipality("alajarvi"),
        make_municipality("soini", region="ep"),
        make_venue("talo", rooms=["sali", "kahvio"]),
        make_venue("koulu", setup_margin=0),
        *events,
    )


def by_all_pairs(community: Community) -> list[Any]:
    """Ask every rule about every pair, without groups, order or reach."""
    calendar = make_calendar(community, SETTINGS, TODAY)
    ground = Ground(community, SETTINGS)
    entries = [ground.entry(occurrence) for occurrence in calendar.occurrences if not occurrence.cancelled]
    search = PairSearch(ground, PAIR_RULES, Budget(1_000))
    for number, a in enumerate(entries):
        for b in entries[number + 1 :]:
            silence = ground.silence(a.sheet, b.sheet)
            for rule in PAIR_RULES:
                level = rule.judge(a, b, ground) if rule.is_asked(silence) else None
                if level is not None:
                    search._keep(rule.code, level, a, b)
    findings, _ = search.findings(TODAY, Agreements(community, "fi"))
    return sorted((finding.id, finding.level, finding.dates, finding.more, finding.facts) for finding in findings)


def by_sweep(community: Community) -> list[Any]:
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    return sorted(
        (finding.id, finding.level, finding.dates, finding.more, finding.facts)
        for finding in clashes
        if finding.rule not in {"holiday", "load"}
    )


@examples(40)
@given(made_events())
def test_the_sweep_finds_what_all_pairs_find(events: list[Event]) -> None:
    community = region(*events)
    assert by_sweep(community) == by_all_pairs(community)


@examples(10)
@given(made_events(), st.randoms(use_true_random=False))
def test_the_order_of_files_changes_nothing(events: list[Event], random: Any) -> None:
    shuffled = list(events)
    random.shuffle(shuffled)
    assert by_sweep(region(*events)) == by_sweep(region(*shuffled))


@examples(15)
@given(made_events())
def test_what_is_true_of_every_finding(events: list[Event]) -> None:
    community = region(*events)
    clashes = find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)
    for finding in clashes:
        names = [event.id for event in (finding.event, finding.other) if event is not None]
        if len(names) == 2:
            assert finding.id == ".".join([finding.rule, *sorted(names)])
            assert finding.event_ids == tuple(sorted(names))
            if any(community.events[name].status is EventStatus.TENTATIVE for name in names):
                assert finding.level != "hard"
        assert list(finding.dates) == sorted(set(finding.dates))
        assert all(finding in clashes.of_event(name) for name in names)
    ids = [finding.id for finding in clashes]
    assert len(ids) == len(set(ids))
    # One pair, one day, one finding.
    told = Counter(
        (finding.event_ids, day) for finding in clashes if finding.other is not None for day in finding.dates
    )
    assert set(told.values()) <= {1}


def crowd(count: int, **fields: Any) -> Community:
    return region(
        *(
            make_event(f"e{number:05}", title=f"Tapahtuma {number}", audiences=("kaikki",), **fields)
            for number in range(count)
        )
    )


def search(community: Community) -> Clashes:
    return find_clashes(community, make_calendar(community, SETTINGS, TODAY), SETTINGS)


def test_ten_thousand_at_one_hour_stay_usable_and_are_counted() -> None:
    """Everything at one hour in one place: fifty million pairs, of which a bounded number is looked at."""
    count = 10_000
    clashes = search(crowd(count, venue="koulu", organisers=("o1",), practices=("p1",), format=Format.CONCERT))
    # One venue, organiser, municipality, practice; alike in practice and in format; a journey.
    groups = 7
    assert clashes.examined <= groups * SETTINGS.pairs_per_day
    assert len(clashes.findings) <= groups * SETTINGS.pairs_per_day + 1
    # What was not looked at is counted to the last pair; notes left out come on top.
    assert clashes.capped >= groups * (count * (count - 1) // 2 - SETTINGS.pairs_per_day)
    (load,) = (finding for finding in clashes.findings if finding.rule == "load")
    assert dict(load.facts)["count"] == str(count)


@pytest.mark.parametrize("days", [100, 200, 400])
def test_work_grows_with_the_number_of_dates_not_with_its_square(days: int) -> None:
    """Five events a day in one municipality: the pairs per date stay what they are."""
    start = date(2027, 1, 4)
    events = [
        make_event(
            f"e{day:03}-{number}",
            datetime.combine(start + timedelta(days=day), datetime.min.time()) + timedelta(hours=10 + 2 * number),
            venue="koulu",
            title=f"{day} {number}",
            audiences=("lapset",),
        )
        for day in range(days)
        for number in range(5)
    ]
    clashes = search(region(*events))
    assert clashes.examined <= 35 * len(events)
    notes = [finding for finding in clashes.findings if finding.rule == "near-miss"]
    assert len(notes) <= 3 * len(events)


def test_a_year_long_series_beside_a_year_of_events_is_one_finding_each() -> None:
    series = make_event(
        "series", "2027-01-05 18:00", venue="koulu", repeats=Recurrence(frequency=Frequency.DAILY, count=365)
    )
    events = [
        make_event(f"e{month:02}", f"2027-{month:02}-15 18:30", venue="koulu", title=str(month))
        for month in range(1, 13)
    ]
    found = [finding for finding in search(region(series, *events)).findings if finding.rule == "venue"]
    assert len(found) == 12
    assert all(len(finding.dates) == 1 for finding in found)


def test_nothing_comes_from_nothing() -> None:
    clashes = search(region())
    assert list(clashes) == []
    assert clashes.counts == {"hard": 0, "soft": 0, "info": 0}
    assert (clashes.capped, clashes.examined) == (0, 0)


def test_thresholds_are_the_settings() -> None:
    events = (
        make_event("a", "2027-03-10 18:00", "2027-03-10 19:00", format=Format.CONCERT, venue="talo", room="sali"),
        make_event("b", "2027-03-15 18:00", "2027-03-15 19:00", format=Format.CONCERT),
        make_event("c", "2027-03-10 20:00", "2027-03-10 21:00", venue="talo", room="sali"),
    )
    community = region(*events)
    for own, expected in (
        (Settings(), []),
        (Settings(near_miss_days=5), ["near-miss"]),
        (Settings(setup_margin=61), ["venue"]),
        (Settings(load_small=1), ["load"]),
        (Settings(load_weekend_small=0), []),
        (Settings(near_miss_days=5, rules_off="near-miss"), []),
        (Settings(setup_margin=61, rules_off="load, venue"), []),
    ):
        found = find_clashes(community, make_calendar(community, own, TODAY), own).findings
        assert [finding.rule for finding in found] == expected


def test_every_threshold_of_titles_breaks_and_lists_is_an_option() -> None:
    likely = [make_event(name, title=title) for name, title in (("a", "Kevätkonsertti"), ("b", "Kavetkonsortti"))]
    weekly = [
        make_event(
            name, venue="koulu", repeats=Recurrence(frequency=Frequency.WEEKLY, count=9), stated_weight=Weight.NORMAL
        )
        for name in ("c", "d")
    ]
    long = [
        make_event(f"e{n}", date(2027, 5, 3), date(2027, 5, 7), organisers=("seura",), venue=f"v{n}") for n in "12"
    ]
    for events, own, expected in (
        (likely, Settings(), []),
        (likely, Settings(duplicate_likeness=70), [("duplicate", 1, 0)]),
        (weekly, Settings(), [("venue", 5, 4)]),
        (weekly, Settings(clash_dates=2), [("venue", 2, 7)]),
        (long, Settings(), [("organiser", 1, 0)]),
        (long, Settings(standing_days=3), []),
    ):
        community = region(*events)
        found = find_clashes(community, make_calendar(community, own, TODAY), own)
        pairs = [each for each in found if each.rule not in {"holiday", "load"}]
        assert [(each.rule, len(each.dates), each.more) for each in pairs] == expected


def test_findings_name_fields_that_the_schema_knows() -> None:
    known = {field.name for field in RECORDS[Kind.EVENT]}
    for rule in RULES:
        assert rule.fields
        assert set(rule.fields) <= known


def test_who_was_first_is_an_event() -> None:
    early, late = (Revision(datetime(2026, 1, day, tzinfo=UTC), datetime(2026, 1, day, tzinfo=UTC)) for day in (1, 2))
    events = [make_event("a", venue="koulu", revision=late), make_event("b", venue="koulu", revision=early)]
    (found,) = search(region(*events)).findings
    assert found.first is found.other
    (unknown,) = search(region(*(make_event(name, venue="koulu") for name in "ab"))).findings
    assert unknown.first is None


@examples(25)
@given(made_events(), st.sampled_from([0, 60, 1_800]))
def test_series_meet_where_their_dates_do(events: list[Event], margin: int) -> None:
    """What is compared by the hours of the week is what comparing all dates finds."""
    calendar = make_calendar(region(*events), SETTINGS, TODAY)
    series = [calendar.of_event(each.id) for each in events]
    found = sorted(
        (min(a.event.id, b.event.id), max(a.event.id, b.event.id), min(a.starts_at, b.starts_at))
        for a, b in meeting([run(dates) for dates in series], margin, Budget(1_000))
    )
    every = sorted(
        (a.event.id, b.event.id, min(a.starts_at, b.starts_at))
        for number, dates in enumerate(series)
        for others in series[number + 1 :]
        for a in dates
        for b in others
        if a.starts_at < b.ends_at + margin and b.starts_at < a.ends_at + margin
    )
    assert found == every


def test_weekly_groups_at_one_hour_stay_usable_and_are_counted() -> None:
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=2)
    calendar = make_calendar(region(*(make_event(f"e{n}", repeats=weekly) for n in range(5))), SETTINGS, TODAY)
    budget = Budget(4)
    pairs = list(meeting([run(calendar.of_event(f"e{n}")) for n in range(5)], 0, budget))
    # Four pairs of series, two dates each; ten were there.
    assert (len(pairs), budget.examined, budget.skipped) == (8, 4, 6)


def test_journeys_meet_in_one_place_and_next_door_once() -> None:
    events = [
        make_event(name, municipality=place, format=Format.DANCE)
        for name, place in (("a", "vimpeli"), ("b", "vimpeli"), ("c", "alajarvi"), ("d", "soini"))
    ]
    long = make_event("e", date(2027, 3, 12), date(2027, 3, 14), format=Format.DANCE)
    community = region(*events, long)
    calendar, ground = make_calendar(community, SETTINGS, TODAY), Ground(community, SETTINGS)
    days: dict[tuple[str, int], list[Entry]] = {}
    for each in (*events, long):
        entry = ground.entry(calendar.of_event(each.id)[0])
        for day in range(entry.day, entry.last_day + 1):
            days.setdefault(("dance", day), []).append(entry)
    budget = Budget(100)
    pairs = [f"{a.sheet.id}{b.sheet.id}" for a, b in beside(days, ground.catchment, budget)]
    assert sorted("".join(sorted(pair)) for pair in pairs) == ["ab", "ac", "ae", "bc", "be", "ce"]
    assert (budget.examined, budget.skipped) == (6, 0)
    few = Budget(2)
    assert len(list(beside(days, ground.catchment, few))) == 4
    assert (few.examined, few.skipped) == (4, 2)


@pytest.mark.parametrize(("fields", "groups"), [({"venue": "koulu"}, 2), ({"audiences": ("lapset",)}, 1)])
def test_two_weekly_groups_are_looked_at_once_in_each_group(fields: dict[str, Any], groups: int) -> None:
    """In one municipality; and in one hall."""
    weekly = Recurrence(frequency=Frequency.WEEKLY, count=2)
    clashes = search(region(*(make_event(name, title=name, repeats=weekly, **fields) for name in "ab")))
    assert [len(finding.dates) for finding in clashes.findings] == [2]
    assert (clashes.examined, clashes.capped) == (groups, 0)
