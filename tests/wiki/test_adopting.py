"""What taking a practice up asks one to hold."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from tests.wiki.records import community, event, practice, text

from seurantalo.model.event import Format
from seurantalo.model.practice import Step
from seurantalo.wiki import Habit, Totals, gatherings, roots_of

EVENING = Habit(starts=time(18), length=timedelta(hours=2))


def step(title: str, form: Format | None = None, weeks: int | None = None) -> Step:
    return Step(title=text(title), format=form, weeks=weeks)


def test_a_practice_whose_steps_have_no_form_is_held_once_as_it_was_held_before() -> None:
    one = practice(steps=(step("Kutsu"), step("Kuuntele")))
    (only,) = gatherings(community(one), one, Totals(formats=(Format.BREAKFAST, Format.TABLE)))
    assert (only.title, only.format, only.weeks, only.steps) == (None, Format.BREAKFAST, 0, one.steps)
    assert only.habit == Habit(starts=time(8), length=timedelta(hours=2))


def test_steps_with_a_form_are_gatherings_and_the_others_stand_around_them() -> None:
    steps = (
        step("Kutsu"),
        step("Pöytä", Format.TABLE, 9),
        step("Ideoi"),
        step("Paja", Format.WORKSHOP, 5),
        step("Toinen pöytä", Format.TABLE),
        step("Kerro"),
    )
    one = practice(steps=steps)
    found = gatherings(community(one), one, Totals())
    assert [(gathering.format, gathering.weeks) for gathering in found] == [
        (Format.TABLE, 0),
        (Format.WORKSHOP, 5),
        (Format.TABLE, 4),
    ]
    assert [gathering.before for gathering in found] == [steps[:1], steps[2:3], ()]
    assert [gathering.after for gathering in found] == [(), (), steps[5:]]
    assert [gathering.habit for gathering in found] == [EVENING] * 3


def test_a_single_gathering_bears_the_name_of_the_practice() -> None:
    one = practice(steps=(step("Kutsu"), step("Aamiainen", Format.BREAKFAST)))
    (only,) = gatherings(community(one), one, Totals())
    assert (only.title, only.before) == (None, one.steps[:1])


def test_the_habit_is_that_of_the_latest_event_whose_hours_are_known() -> None:
    one = practice()
    events = [
        event("vanha", datetime(2026, 1, 1, 8), format=Format.BREAKFAST, audiences=()),
        event(
            "uusi",
            datetime(2026, 5, 1, 7, 45),
            ends=datetime(2026, 5, 1, 9),
            format=Format.BREAKFAST,
        ),
        event("paiva", date(2026, 9, 1), format=Format.BREAKFAST),
        event("yolle", datetime(2026, 9, 1, 20), ends=datetime(2026, 9, 5, 20), format=Format.PARTY),
    ]
    whole = community(one, *events)
    (only,) = gatherings(whole, one, Totals(formats=(Format.BREAKFAST,)))
    assert only.habit == Habit(starts=time(7, 45), length=timedelta(minutes=75))
    (night,) = gatherings(whole, one, Totals(formats=(Format.PARTY,)))
    assert night.habit == Habit(starts=time(20), length=timedelta(hours=2))


def test_nothing_grew_out_of_nothing() -> None:
    one = practice()
    found = roots_of(community(one), one)
    assert (found.comments, found.ideas, found.events) == ((), (), ())
