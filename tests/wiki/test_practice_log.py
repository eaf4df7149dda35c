"""The log of a practice that writes itself."""

from __future__ import annotations

from datetime import date, datetime

from tests.wiki.records import TODAY, OneDay, community, dates_of, event, practice, text

from seurantalo.model.event import Counted, EventStatus, Format, Outcome
from seurantalo.model.parts import LogEntry
from seurantalo.wiki import Totals, practice_log


def test_outcomes_and_entries_stand_in_date_order() -> None:
    first = event("eka", date(2017, 12, 13), 40)
    second = event("toka", date(2018, 4, 17), 10, municipality="soini")
    one = practice(log=(LogEntry(date=date(2018, 4, 17), text=text("Kirjattu.")),))
    log = practice_log(
        community(one, second, first),
        one,
        dates_of(OneDay(first, date(2017, 12, 13)), OneDay(second, date(2018, 4, 17))),
        TODAY,
    )
    assert [(line.day, line.event.id if line.event else "") for line in log.lines] == [
        (date(2017, 12, 13), "eka"),
        (date(2018, 4, 17), "toka"),
        (date(2018, 4, 17), ""),
    ]
    assert log.totals == Totals(
        runs=2,
        municipalities=("soini", "vimpeli"),
        people=50,
        first_held=date(2017, 12, 13),
        last_held=date(2018, 4, 17),
    )


def test_a_plan_that_came_true_on_another_day_is_told() -> None:
    held = event("poyta", date(2018, 4, 17), 10, planned_starts=date(2018, 4, 18))
    kept = event("toinen", date(2018, 4, 19), 10, planned_starts=date(2018, 4, 19))
    log = practice_log(
        community(practice(), held, kept),
        practice(),
        dates_of(OneDay(held, date(2018, 4, 17)), OneDay(kept, date(2018, 4, 19))),
        TODAY,
    )
    assert [(line.planned, line.held) for line in log.lines] == [
        (date(2018, 4, 18), date(2018, 4, 17)),
        (None, date(2018, 4, 19)),
    ]
    assert log.totals.moved == 1


def test_forms_are_counted_the_most_usual_first() -> None:
    held = [
        event(f"e{n}", date(2026, 1, n + 1), 1, format=form)
        for n, form in enumerate((Format.TABLE, Format.BREAKFAST, Format.OTHER, Format.BREAKFAST))
    ]
    dates = dates_of(*(OneDay(one, date(2026, 1, n + 1)) for n, one in enumerate(held)))
    log = practice_log(community(practice(), *held), practice(), dates, TODAY)
    assert log.totals.formats == (Format.BREAKFAST, Format.TABLE)


def test_another_hour_is_another_plan_only_where_both_hours_are_known() -> None:
    moved = event("a", datetime(2026, 5, 1, 19), 1, planned_starts=datetime(2026, 5, 1, 18))
    vague = event("b", datetime(2026, 5, 2, 19), 1, planned_starts=date(2026, 5, 2))
    log = practice_log(
        community(practice(), moved, vague),
        practice(),
        dates_of(OneDay(moved, datetime(2026, 5, 1, 19)), OneDay(vague, datetime(2026, 5, 2, 19))),
        TODAY,
    )
    assert [line.planned for line in log.lines] == [datetime(2026, 5, 1, 18), None]
    assert log.totals.moved == 0


def test_an_event_of_no_known_day_stands_last_and_counts() -> None:
    old = event("lypsy", None, status=EventStatus.HELD, outcome=Outcome(summary=text("Käytiin.")))
    new = event("uusi", date(2026, 5, 1), 12)
    log = practice_log(community(practice(), old, new), practice(), dates_of(OneDay(new, date(2026, 5, 1))), TODAY)
    assert [line.day for line in log.lines] == [date(2026, 5, 1), None]
    assert (log.totals.runs, log.totals.people, log.totals.uncounted) == (2, 12, 1)


def test_a_repeating_event_counts_every_time_it_was_held() -> None:
    series = event("kerho", date(2026, 9, 1), 8)
    dates = [
        OneDay(series, date(2026, 9, 1)),
        OneDay(series, date(2026, 9, 8), cancelled=True),
        OneDay(series, date(2026, 9, 15)),
        OneDay(series, date(2027, 1, 12)),
    ]
    log = practice_log(community(practice(), series), practice(), dates_of(*dates), TODAY)
    assert (log.totals.runs, log.totals.last_held) == (2, date(2026, 9, 15))
    assert [found.first_day for found in log.coming] == [date(2027, 1, 12)]


def test_organisations_are_not_added_to_people() -> None:
    first = event("a", date(2026, 1, 1), 5)
    second = event(
        "b", date(2026, 1, 2), outcome=Outcome(attendance=7, counted=Counted.ORGANISATIONS, summary=text("."))
    )
    dates = dates_of(OneDay(first, date(2026, 1, 1)), OneDay(second, date(2026, 1, 2)))
    totals = practice_log(community(practice(), first, second), practice(), dates, TODAY).totals
    assert (totals.people, totals.organisations) == (5, 7)


def test_what_is_past_and_untold_is_asked_for_and_what_was_cancelled_is_not() -> None:
    past = event("mennyt", date(2027, 1, 10))
    today = event("tanaan", TODAY)
    off = event("peruttu", date(2027, 1, 9), status=EventStatus.CANCELLED)
    dates = dates_of(OneDay(past, date(2027, 1, 10)), OneDay(today, TODAY), OneDay(off, date(2027, 1, 9), True))
    log = practice_log(community(practice(), past, today, off), practice(), dates, TODAY)
    assert [found.id for found in log.untold] == ["mennyt"]
    assert [found.event.id for found in log.coming] == ["tanaan"]
    assert log.lines == ()
    assert log.totals == Totals()
