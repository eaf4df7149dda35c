"""UIDs, revisions, series and clock changes, one rule at a time. Whole feeds are in ``test_golden.py``."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import icalendar
import pytest
import recurring_ical_events
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.feeds.builders import SETTINGS, SITE, calendar, change, event, files, text, unfolded, weekly

from seurantalo.model.event import Change, Event, EventStatus, Format
from seurantalo.model.record import Revision
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.feeds.modified import sequence_of
from seurantalo.publishing.feeds.uid import Uids
from seurantalo.publishing.feeds.vevent import epoch_stamp


def own(one: Event, **more: object) -> list[str]:
    """The content lines of an event's own file."""
    return unfolded(files(one, **more)[f"tapahtumat/{one.id}/{one.id}.ics"])  # type: ignore[arg-type]


def values(lines: list[str], name: str) -> list[str]:
    return [line.partition(":")[2] for line in lines if line.split(":")[0].split(";")[0] == name]


def times(lines: list[str]) -> list[str]:
    first = lines.index("BEGIN:VEVENT")
    return [
        line for line in lines[first:] if line.startswith(("DTSTART", "DTEND", "RRULE", "EXDATE", "RECURRENCE-ID"))
    ]


def test_a_uid_depends_on_the_permanent_names_alone() -> None:
    [uid] = values(own(event()), "UID")
    assert UUID(uid).version == 5
    assert uid == "589a5311-d23a-5e24-ab69-5582b6c61a49"  # written down: subscribers have it
    changed = event(title=text("Muu"), starts=datetime(2028, 1, 1, 12), venue="tori", municipality="soini")
    assert values(own(dataclasses.replace(changed, id="kuoroilta")), "UID") == [uid]
    assert values(own(event("toinen")), "UID") != [uid]
    assert values(own(event(), settings=dataclasses.replace(SETTINGS, calendar_id="muu")), "UID") != [uid]


def test_a_site_without_a_calendar_id_goes_by_its_name() -> None:
    unnamed = dataclasses.replace(SETTINGS, calendar_id="")
    [uid] = values(own(event(), settings=unnamed), "UID")
    assert values(own(event(), settings=dataclasses.replace(SETTINGS, calendar_id=SITE.name)), "UID") == [uid]
    assert values(own(event(), settings=unnamed, site=dataclasses.replace(SITE, url="")), "UID") == [uid]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (EventStatus.CANCELLED, "CONFIRMED"),
        (EventStatus.TENTATIVE, "TENTATIVE"),
        (EventStatus.CONFIRMED, "CONFIRMED"),
    ],
)
def test_only_what_is_cancelled_is_sent_as_confirmed(status: EventStatus, said: str) -> None:
    """An option for Google, which hides what is cancelled."""
    asked = dataclasses.replace(SETTINGS, cancelled_as_confirmed=True)
    assert values(own(event(status=status), settings=asked), "STATUS") == [said]


def test_what_was_over_before_this_month_leaves_its_description_to_its_page() -> None:
    """It changes on the first of a month only, as feeds do."""
    long = event(description=text("sana " * 100 + "viimeinen"))
    for day, is_whole in ((date(2027, 3, 13), True), (date(2027, 3, 31), True), (date(2027, 4, 1), False)):
        lines = own(long, today=day)
        [words] = values(lines, "DESCRIPTION")
        assert ("sana" in words, "viimeinen" in words) == (is_whole, is_whole)
        assert words.endswith("https://kylat.example.org/tapahtumat/kuoroilta/")
        assert values(lines, "X-SEURANTALO-LEFT-OUT") == ([] if is_whole else ["channels,audience,description"])


def test_what_is_over_is_told_once_and_names_what_its_page_tells_besides() -> None:
    asked = event(price=text("5 €"), format=Format.CONCERT)
    soon, late = own(asked), own(asked, today=date(2027, 4, 1))
    page = "https://kylat.example.org/tapahtumat/kuoroilta/"
    assert (values(soon, "URL"), values(late, "URL")) == ([page], [])
    [words] = values(late, "DESCRIPTION")
    assert "5 €" not in words
    assert words == f"Järjestäjä: {values(late, 'CONTACT')[0]}\\n\\n{page}"
    assert values(late, "X-SEURANTALO-LEFT-OUT") == ["format,price,channels,audience"]
    assert not values(late, "X-SEURANTALO-PRICE")
    assert values(soon, "LAST-MODIFIED") == values(soon, "DTSTAMP") == values(late, "DTSTAMP")
    assert (values(soon, "STATUS"), values(late, "STATUS"), values(late, "LAST-MODIFIED")) == (["CONFIRMED"], [], [])


def test_what_is_over_and_was_not_held_still_says_so() -> None:
    late = own(event(status=EventStatus.CANCELLED), today=date(2027, 4, 1))
    assert values(late, "STATUS") == ["CANCELLED"]


def test_feeds_and_its_own_file_tell_in_brief_what_was_over_before_this_month() -> None:
    once = event(description=text("Tervetuloa."))
    for day, is_told in ((date(2027, 3, 31), True), (date(2027, 4, 1), False)):
        made = {path: unfolded(content) for path, content in files(once, today=day).items()}
        whole, own_file = made["ical/kaikki.ics"], made["tapahtumat/kuoroilta/kuoroilta.ics"]
        assert ("Tervetuloa." in values(whole, "DESCRIPTION")[-1]) is is_told
        assert ("Tervetuloa." in values(own_file, "DESCRIPTION")[0]) is is_told


def test_a_date_that_is_over_needs_no_time_zone() -> None:
    once = event()
    [one] = calendar(once).occurrences
    soon, late = own(once, today=date(2027, 3, 31)), own(once, today=date(2027, 4, 1))
    assert "BEGIN:VTIMEZONE" in soon
    assert "BEGIN:VTIMEZONE" not in late
    assert times(late) == [f"DTSTART:{epoch_stamp(one.starts_at)}", f"DTEND:{epoch_stamp(one.ends_at)}"]


def test_a_series_that_is_over_keeps_its_rule_and_its_time_zone() -> None:
    series = event(repeats=weekly(count=3))
    lines = own(series, today=date(2028, 5, 1))
    assert "BEGIN:VTIMEZONE" in lines
    assert times(lines) == times(own(series, today=date(2027, 4, 1)))


def test_a_stored_uid_wins() -> None:
    assert values(own(event(uid="vanha@example.org")), "UID") == ["vanha@example.org"]
    assert values(own(event(uid="vanha@example.org", former_ids=("syysilta",))), "UID") == ["vanha@example.org"]
    [uid] = values(own(event(uid="x" * 201)), "UID")
    assert UUID(uid).version == 5


def test_the_oldest_former_id_is_the_identity_for_ever() -> None:
    [uid] = values(own(event("syysilta")), "UID")
    for former in (("syysilta",), ("syysilta", "kylailta")):
        assert values(own(event(former_ids=former)), "UID") == [uid]
    assert values(own(event(former_ids=("kylailta", "syysilta"))), "UID") != [uid]


def test_each_rule_of_an_event_has_a_uid_that_its_id_gives() -> None:
    uids, plain, renamed = Uids("koe"), event("jumppa"), event("kuntojumppa", former_ids=("jumppa",))
    assert uids.of_rule(plain, 1) == uids.of_event(plain)
    assert uids.of_rule(plain, 2) == uids.of_event(event("jumppa/2"))
    assert [uids.of_rule(renamed, number) for number in (1, 2, 3)] == [uids.of_rule(plain, n) for n in (1, 2, 3)]
    assert len({uids.of_rule(plain, number) for number in range(1, 9)}) == 8


@pytest.mark.parametrize(
    ("modified", "sequence"),
    [
        (datetime(1999, 12, 31, tzinfo=UTC), 0),
        (datetime(2000, 1, 1, 0, 1, 59, tzinfo=UTC), 1),
        (datetime(2200, 1, 1, tzinfo=UTC), 105_190_560),
    ],
)
def test_sequence_is_whole_minutes_and_fits_32_bits(modified: datetime, sequence: int) -> None:
    assert sequence_of(modified) == sequence < 2**31


def test_dates_of_their_own_keep_their_uid() -> None:
    series = event(
        starts=datetime(2027, 3, 1, 18),
        repeats=weekly(count=4, include=(datetime(2027, 3, 5, 18),)),
        changes=(change(date(2027, 3, 8), starts=datetime(2027, 3, 17, 18)),),
    )
    uids = values(own(series), "UID")
    assert len(set(uids)) == len(uids) == 3
    again = dataclasses.replace(series, changes=(change(date(2027, 3, 8), starts=datetime(2027, 3, 18, 12)),))
    assert values(own(again), "UID") == uids


def test_the_revision_is_the_stamp() -> None:
    revision = Revision(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 12, 31, 22, 30, 15, 999, tzinfo=UTC))
    lines = own(event(revision=revision, repeats=weekly(count=2), changes=(change(date(2027, 3, 20), room="sali"),)))
    assert values(lines, "DTSTAMP") == values(lines, "LAST-MODIFIED") == ["20261231T223015Z"] * 2
    # 9861 days, 22 hours and 30 minutes since the year 2000 began.
    assert values(lines, "SEQUENCE") == ["14201190"] * 2


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Kevätkokous", "Kevätkokous – VPK"),
        ("Vuosikokous 2027", "Vuosikokous 2027 – VPK"),
        ("Avoimet ovet", "Avoimet ovet – VPK"),
        ("Talkoot", "Talkoot – VPK"),
        ("VPK:n kevätkokous", "VPK:n kevätkokous"),
        ("Lumitalkoot rannassa", "Lumitalkoot rannassa"),
    ],
)
def test_a_title_that_says_little_names_the_organiser(title: str, said: str) -> None:
    one = event("a", datetime(2027, 3, 13, 18), title=text(title), organisers=("vpk", "kylayhdistys"))
    cancelled = dataclasses.replace(one, status=EventStatus.CANCELLED)
    assert values(own(one), "SUMMARY") == [said]
    assert values(own(cancelled), "SUMMARY") == [f"PERUTTU: {said}"]


def test_an_entry_does_not_change_because_of_another_events_title() -> None:
    """Apps keep what has the LAST-MODIFIED that they know."""
    mine = event("a", datetime(2027, 3, 13, 18), title=text("Kevätkokous"))
    same = event("b", datetime(2027, 3, 14, 18), title=text("Kevätkokous"), organisers=("vpk",))
    path = "tapahtumat/a/a.ics"
    assert files(mine, same)[path] == files(mine)[path]
    told = [str(one["SUMMARY"]) for one in icalendar.Calendar.from_ical(files(mine, same)["ical/kaikki.ics"]).events]
    assert told == ['Kevätkokous – Kyläyhdistys ry; "me", te', "Kevätkokous – VPK"]


def test_a_night_across_the_clock_change_goes_out_in_utc() -> None:
    night = event(starts=datetime(2027, 10, 30, 22), ends=datetime(2027, 10, 31, 6))
    assert times(own(night)) == ["DTSTART:20271030T190000Z", "DTEND:20271031T040000Z"]
    assert "BEGIN:VTIMEZONE" not in own(night)


def test_a_series_takes_its_night_across_the_clock_change_as_an_exception() -> None:
    lines = times(
        own(event(starts=datetime(2027, 10, 16, 22), ends=datetime(2027, 10, 17, 6), repeats=weekly(count=4)))
    )
    assert lines == [
        "DTSTART;TZID=Europe/Helsinki:20271016T220000",
        "DTEND;TZID=Europe/Helsinki:20271017T060000",
        "RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20271106T200000Z",
        "RECURRENCE-ID;TZID=Europe/Helsinki:20271030T220000",
        "DTSTART:20271030T190000Z",
        "DTEND:20271031T040000Z",
    ]


@pytest.mark.parametrize("day", [28, 31])
def test_no_time_that_clocks_never_show_is_written(day: int) -> None:
    starts = datetime(2027, 3, day, 3, 30)
    nightly = event(
        starts=starts,
        ends=starts + timedelta(minutes=20),
        repeats=Recurrence(frequency=Frequency.DAILY, count=5, exclude=(date(2027, 3, 28),) * (day == 28)),
    )
    assert not [line for line in own(nightly) if "20270328T033000" in line]


@pytest.mark.parametrize(
    ("starts", "rule", "written"),
    [
        (
            date(2024, 2, 29),
            Recurrence(frequency=Frequency.YEARLY),
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;UNTIL=20280229",
        ),
        (
            date(2027, 1, 31),
            Recurrence(frequency=Frequency.MONTHLY, count=3),
            "FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20270531",
        ),
        (
            date(2027, 3, 1),
            weekly(interval=2, week_start=6, count=2),
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;WKST=SU;UNTIL=20270315",
        ),
        (
            date(2027, 3, 1),
            Recurrence(frequency=Frequency.DAILY, until=date(2027, 3, 5)),
            "FREQ=DAILY;UNTIL=20270305",
        ),
        (date(2027, 3, 1), weekly(), "FREQ=WEEKLY;BYDAY=MO;UNTIL=20290129"),
        (
            date(2027, 3, 5),
            Recurrence(frequency=Frequency.YEARLY, by_month=(3,), by_weekday=(Weekday(4, 1),), count=2),
            "FREQ=YEARLY;BYMONTH=3;BYDAY=1FR;UNTIL=20280303",
        ),
    ],
)
def test_a_rule_is_finite_and_ends_with_its_last_date(starts: date, rule: Recurrence, written: str) -> None:
    assert values(own(event(starts=starts, ends=None, repeats=rule)), "RRULE") == [written]


def test_one_date_left_is_no_series() -> None:
    lines = own(event(starts=datetime(2027, 3, 3, 18), repeats=weekly(count=2, exclude=(date(2027, 3, 3),))))
    assert times(lines)[0] == "DTSTART;TZID=Europe/Helsinki:20270310T180000"
    assert not [line for line in times(lines) if line.startswith("RRULE")]
    assert values(lines, "UID") == values(own(event()), "UID")


def test_exceptions_follow_their_series_in_order() -> None:
    lines = own(
        event(
            starts=datetime(2027, 3, 1, 18),
            repeats=weekly(count=5),
            changes=tuple(change(date(2027, 3, day), room="sali") for day in (29, 8, 15)),
        )
    )
    assert values(lines, "RECURRENCE-ID") == [f"202703{day}T180000" for day in ("08", "15", "29")]
    assert len(set(values(lines, "UID"))) == 1


@pytest.mark.parametrize(
    ("moves", "kept"),
    [
        ({8: 14}, ["08"]),
        ({8: 15}, []),
        ({8: 16}, []),
        ({15: 9}, ["15"]),
        ({15: 8}, []),
        ({15: 7}, []),
        ({8: 12, 15: 12}, []),
        ({8: 12, 15: 13}, ["08", "15"]),
        ({8: 13, 15: 12}, []),
        ({1: 7}, ["01"]),
        ({1: 8}, []),
        ({29: 23}, ["29"]),
        ({29: 22}, []),
        ({29: 31}, ["29"]),
        # Only the dates right beside it matter, wherever those further off have gone.
        ({1: 16, 15: 14}, ["15"]),
        ({8: 14, 22: 13}, ["08"]),
    ],
)
def test_no_exception_passes_a_neighbour_or_shares_its_day(moves: dict[int, int], kept: list[str]) -> None:
    """Outlook and Exchange refuse those: such a date is a VEVENT of its own, and the series leaves its day out."""
    lines = own(
        event(
            starts=datetime(2027, 3, 1, 18),
            ends=datetime(2027, 3, 1, 19),
            repeats=weekly(count=5),
            changes=tuple(
                change(date(2027, 3, day), starts=datetime(2027, 3, to, 12)) for day, to in sorted(moves.items())
            ),
        )
    )
    assert values(lines, "RECURRENCE-ID") == [f"202703{day}T180000" for day in kept]
    assert sorted(values(times(lines), "DTSTART")[1:]) == [f"202703{to:02}T120000" for to in sorted(moves.values())]
    left_out = [day for day in moves if f"{day:02}" not in kept and day not in (1, 29)]
    assert values(lines, "EXDATE") == [f"202703{day:02}T180000" for day in sorted(left_out)]


def test_a_series_reaches_to_its_last_date_whatever_the_order_of_the_moved() -> None:
    passed = event(
        starts=datetime(2027, 3, 1, 18),
        repeats=weekly(count=3),
        changes=(change(date(2027, 3, 1), starts=datetime(2027, 3, 30, 18)),),
    )
    assert values(times(own(passed)), "RRULE") == ["FREQ=WEEKLY;BYDAY=MO;UNTIL=20270315T160000Z"]
    assert values(times(own(passed)), "DTSTART") == ["20270308T180000", "20270330T180000"]


def test_a_series_is_as_long_as_its_unchanged_dates() -> None:
    club = event(
        starts=datetime(2027, 3, 1, 18),
        ends=datetime(2027, 3, 1, 20),
        repeats=weekly(count=3),
        changes=(change(date(2027, 3, 1), ends=datetime(2027, 3, 1, 23)),),
    )
    assert values(times(own(club)), "DTEND")[:2] == ["20270301T200000", "20270301T230000"]
    every = tuple(change(date(2027, 3, day), room="sali") for day in (1, 8, 15))
    assert values(times(own(dataclasses.replace(club, changes=every))), "DTEND") == [
        f"202703{day}T200000" for day in ("01", "01", "08", "15")
    ]


def test_dates_of_their_own_stand_in_the_order_of_time() -> None:
    club = event(
        starts=datetime(2027, 3, 1, 18),
        repeats=weekly(count=3, include=(datetime(2027, 3, 4, 18), datetime(2027, 3, 20, 18))),
        changes=(change(date(2027, 3, 8), starts=datetime(2027, 3, 17, 18)),),
    )
    assert values(times(own(club)), "DTSTART") == [f"202703{day}T180000" for day in ("01", "04", "17", "20")]


@pytest.mark.parametrize("zone", ["Africa/Casablanca", "Europe/Helsinki"])
def test_where_no_vtimezone_can_tell_a_zone_each_date_stands_alone_in_utc(zone: str) -> None:
    """Casablanca's clocks follow Ramadan; Helsinki's had other rules before 1997."""
    year = 2027 if zone == "Africa/Casablanca" else 1996
    club = event(
        starts=datetime(year, 3, 1, 18),
        ends=datetime(year, 3, 1, 19),
        timezone=zone,
        repeats=weekly(count=3),
        changes=(change(date(year, 3, 8), starts=datetime(year, 3, 9, 18)),),
    )
    shown = own(club, today=date(year, 2, 10))
    assert values(shown, "RRULE") == []
    assert [value[-1] for value in values(times(shown), "DTSTART")] == ["Z", "Z", "Z"]
    assert len(set(values(shown, "UID"))) == 3


def test_a_zone_is_told_from_its_first_whole_year_on() -> None:
    club = event(starts=datetime(1997, 1, 6, 18), ends=datetime(1997, 1, 6, 19), repeats=weekly(count=2))
    assert values(times(own(club, today=date(1997, 1, 1))), "RRULE") == [
        "FREQ=WEEKLY;BYDAY=MO;UNTIL=19970113T160000Z"
    ]


def test_one_of_a_series_of_whole_days_that_gets_an_hour_stands_apart() -> None:
    days = event(
        starts=date(2027, 3, 1),
        ends=date(2027, 3, 1),
        repeats=weekly(count=3),
        changes=(change(date(2027, 3, 8), starts=datetime(2027, 3, 8, 18)),),
    )
    assert values(own(days), "EXDATE") == ["20270308"]
    assert values(own(days), "RECURRENCE-ID") == []
    assert values(times(own(days)), "DTSTART") == ["20270301", "20270308T180000"]


def test_each_rule_has_a_uid_of_its_own_and_the_first_the_events() -> None:
    second = Repetition(starts=datetime(2027, 3, 4, 12), rule=weekly(count=2))
    first = event(starts=datetime(2027, 3, 1, 18), repeats=weekly(count=2))
    both = dataclasses.replace(first, further=(second,))
    [alone] = values(own(first), "UID")
    assert values(own(both), "UID") == [alone, Uids("seurantalo-tests").of_rule(both, 2)]
    third = dataclasses.replace(both, further=(second, dataclasses.replace(second, starts=datetime(2027, 3, 5, 12))))
    assert values(own(third), "UID")[:2] == values(own(both), "UID")


def test_what_holds_from_a_day_on_is_an_exception_for_each_date() -> None:
    club = event(
        starts=datetime(2027, 3, 1, 18),
        ends=datetime(2027, 3, 1, 20),
        repeats=weekly(count=4),
        changes=(change(date(2027, 3, 10), onwards=True, starts=datetime(2027, 3, 10, 19), venue="tori"),),
    )
    lines = own(club)
    assert len(set(values(lines, "UID"))) == 1
    assert values(lines, "RECURRENCE-ID") == ["20270315T180000", "20270322T180000"]
    assert values(times(lines), "DTSTART") == [f"202703{day}" for day in ("01T180000", "15T190000", "22T190000")]
    assert values(times(lines), "DTEND") == [f"202703{day}" for day in ("01T200000", "15T210000", "22T210000")]
    assert [value.partition("\\")[0] for value in values(lines, "LOCATION")] == ["Kylätalo", "Tori", "Tori"]
    assert not [line for line in lines if "Alun perin" in line or "siirretty" in line.casefold()]


def test_a_moved_whole_day_keeps_apart_from_its_neighbours_too() -> None:
    days = event(
        starts=date(2027, 3, 1),
        ends=date(2027, 3, 1),
        repeats=weekly(count=3),
        changes=(change(date(2027, 3, 8), starts=date(2027, 3, 14)),),
    )
    assert values(own(days), "RECURRENCE-ID") == ["20270308"]
    shared = dataclasses.replace(days, changes=(change(date(2027, 3, 8), starts=date(2027, 3, 15)),))
    assert values(own(shared), "RECURRENCE-ID") == []
    assert values(own(shared), "EXDATE") == ["20270308"]


def test_one_date_is_no_series() -> None:
    alone, pair = (
        times(own(event(starts=datetime(2027, 3, 1, 18), repeats=weekly(count=count)))) for count in (1, 2)
    )
    assert values(alone, "RRULE") == []
    assert len(values(pair, "RRULE")) == 1


@pytest.mark.parametrize(
    ("status", "usually", "as_confirmed"),
    [
        (EventStatus.CANCELLED, "CANCELLED", "CONFIRMED"),
        (EventStatus.TENTATIVE, "TENTATIVE", "TENTATIVE"),
        (EventStatus.CONFIRMED, "CONFIRMED", "CONFIRMED"),
    ],
)
def test_only_what_is_cancelled_may_be_sent_as_confirmed(
    status: EventStatus, usually: str, as_confirmed: str
) -> None:
    asked = dataclasses.replace(SETTINGS, cancelled_as_confirmed=True)
    one = event(status=status, hold_until=date(2027, 3, 1) if status is EventStatus.TENTATIVE else None)
    assert values(own(one), "STATUS") == [usually]
    assert values(own(one, settings=asked), "STATUS") == [as_confirmed]


def seen(content: bytes) -> list[tuple[object, object, str]]:
    feed = icalendar.Calendar.from_ical(content)
    found = recurring_ical_events.of(feed).between(datetime(2025, 1, 1), datetime(2032, 1, 1))
    return sorted((instant(one.start), instant(one.end), str(one["STATUS"])) for one in found)


def instant(moment: date) -> str:
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


def planned(one: Occurrence) -> tuple[object, object, str]:
    status = {EventStatus.TENTATIVE: "TENTATIVE"}.get(one.status, "CANCELLED" if one.cancelled else "CONFIRMED")
    if isinstance(one.ends_local, datetime):
        starts, ends = (datetime.fromtimestamp(seconds, UTC) for seconds in (one.starts_at, one.ends_at))
        return instant(starts), instant(ends), status
    return instant(one.starts_local), instant(one.ends_local + timedelta(days=1)), status


@st.composite
def series(draw: st.DrawFn) -> Event:
    """Any repeating event, with dates left out, added, moved, cancelled, and clock changes under way."""
    day = date(2027, 1, 1) + timedelta(days=draw(st.integers(0, 330)))
    whole = draw(st.booleans())
    clock = timedelta(minutes=30 * draw(st.integers(0, 47)))
    starts = day if whole else datetime(day.year, day.month, day.day) + clock
    length = timedelta(days=draw(st.integers(0, 2))) if whole else timedelta(minutes=30 * draw(st.integers(1, 24)))
    frequency = draw(st.sampled_from(Frequency))
    weekdays: st.SearchStrategy[list[Weekday]] = st.just([])
    if frequency is Frequency.WEEKLY:
        weekdays = st.lists(st.builds(Weekday, st.integers(0, 6)), max_size=3, unique=True)
    elif frequency is Frequency.MONTHLY:
        nth = st.sampled_from((-1, 1, 2, 5))
        weekdays = st.lists(st.builds(Weekday, st.integers(0, 6), nth), max_size=2, unique=True)
    near = st.integers(0, 60).map(lambda number: day + timedelta(days=number))
    rule = Recurrence(
        frequency=frequency,
        interval=draw(st.integers(1, 3)),
        by_weekday=tuple(draw(weekdays)),
        week_start=draw(st.sampled_from((0, 6))),
        count=draw(st.integers(1, 20)),
        exclude=tuple(draw(st.lists(near, max_size=3))),
        include=tuple(draw(st.lists(near, max_size=2))),
        skip_holidays=draw(st.booleans()),
    )
    by_day: dict[date, Change] = {}
    for _ in range(draw(st.integers(0, 4))):
        changed = draw(near)
        moved = changed + timedelta(days=draw(st.integers(-9, 9)))
        at = (
            moved
            if whole
            else datetime(moved.year, moved.month, moved.day) + timedelta(hours=draw(st.integers(0, 23)))
        )
        status = draw(st.sampled_from((None, EventStatus.CANCELLED, EventStatus.TENTATIVE, EventStatus.POSTPONED)))
        by_day[changed] = change(changed, starts=draw(st.none() | st.just(at)), status=status)
    return event(
        starts=starts,
        ends=starts + length,
        repeats=rule,
        changes=tuple(by_day.values()),
        timezone=draw(st.sampled_from(("Europe/Helsinki", "Europe/London", "America/New_York", "Africa/Casablanca"))),
    )


@settings(deadline=None)
@given(series())
def test_whatever_repeats_is_read_back_as_the_calendar_has_it(one: Event) -> None:
    content = files(one, today=date(2027, 1, 1)).get("tapahtumat/kuoroilta/kuoroilta.ics", b"")
    dates = calendar(one, today=date(2027, 1, 1)).of_event(one.id)
    expected = [planned(date) for date in dates]
    assert (seen(content) if content else []) == sorted(expected)
    components = content.replace(b"\r\n ", b"").decode().split("BEGIN:VEVENT")[1:]
    keys = [
        (values(part.split("\r\n"), "UID")[0], *values(part.split("\r\n"), "RECURRENCE-ID")) for part in components
    ]
    assert len(set(keys)) == len(keys)
