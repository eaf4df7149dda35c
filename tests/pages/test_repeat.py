"""What the form repeats: the browser finds the dates that a file with the same fields has."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.browser_modules import in_node
from tests.examples import examples
from tests.reading.test_problems import write_case

from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment
from seurantalo.model.settings import Settings
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.planner.recurrence import MOST_DATES, expand
from seurantalo.reading import read_community
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.moments.moment import read_day

TODAY = date(2027, 1, 4)
HORIZON = date(2028, 12, 31)
HOLIDAYS = [day.isoformat() for year in range(2026, 2030) for day in HolidayCalendar().keys_of(year)]
HELD = [day for day in HOLIDAYS if HolidayCalendar().is_holiday(date.fromisoformat(day))]
WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
#: Clocks change, months are short, a year has one day more.
EDGES = (
    date(2027, 1, 29), date(2027, 1, 30), date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 27), date(2027, 3, 28),
    date(2027, 10, 30), date(2027, 10, 31), date(2027, 12, 31), date(2028, 2, 29), date(2028, 3, 26),
)  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> EventReader:
    root = tmp_path_factory.mktemp("project")
    write_case({}, root)
    community = read_community(root, root / "content", Settings(), TODAY).community
    assert community is not None
    return EventReader(community, Settings(), TODAY)


def some_rule(chance: Random) -> dict[str, Any]:
    """A start, an end and a repetition as the form may write them; the start need not be one of the dates."""
    day = chance.choice(EDGES) if chance.random() < 0.4 else TODAY + timedelta(days=chance.randrange(700))
    step = chance.choice((1, 1, 1, 2, 2, 3, 5, 12))
    unit = chance.choice(("day", "week", "week", "week", "month", "month", "year"))
    repeats: dict[str, Any] = {"every": unit if step == 1 else f"{step} {unit}s"}
    last_of_month = (day + timedelta(days=7)).month != day.month
    own = WEEK[day.weekday()]
    own_nth = f"{-1 if last_of_month and chance.random() < 0.5 else (day.day - 1) // 7 + 1} {own}"
    others: list[str] = []
    if unit == "week" or (unit == "day" and step == 1 and chance.random() < 0.3):
        others = [own, *chance.sample(WEEK, chance.randrange(4))]
    elif unit in ("month", "year"):
        nth = [f"{chance.choice((-2, -1, 1, 2, 3, 4, 5))} {chance.choice(WEEK)}" for _ in range(chance.randrange(3))]
        number = [str(chance.choice((-1, 1, 15, 28, 29, 30, 31))) for _ in range(chance.randrange(2))]
        others = chance.choice(([own_nth, *nth], [str(day.day), *number]))
    if others and chance.random() < 0.8:
        repeats["on"] = list(dict.fromkeys(others[chance.random() < 0.15 :])) or others
    match chance.randrange(4):
        case 0:
            repeats["until"] = (day + timedelta(days=chance.randrange(800))).isoformat()
        case 1 | 2:
            repeats["count"] = chance.choice((1, 2, 3, 10, 52, 400))
    if chance.random() < 0.3:
        repeats["skip_holidays"] = True
    if chance.random() < 0.3:
        starts, ends = day.isoformat(), chance.choice(("", (day + timedelta(days=chance.randrange(3))).isoformat()))
    else:
        begun = datetime(day.year, day.month, day.day, chance.choice((0, 2, 3, 10, 18, 23)), chance.choice((0, 30)))
        ended = begun + timedelta(minutes=chance.choice((30, 90, 120, 360, 1_500)))
        starts, ends = f"{begun:%Y-%m-%dT%H:%M}", chance.choice(("", f"{ended:%Y-%m-%dT%H:%M}"))
    return {"starts": starts, "ends": ends, "repeats": repeats}


def written(one: dict[str, Any]) -> str:
    """The file of an event with these fields."""
    lines = ["title: Kyläilta", "organisers: vimpelin-martat", f"starts: {one['starts'].replace('T', ' ')}"]
    if one["ends"]:
        lines.append(f"ends: {one['ends'].replace('T', ' ')}")
    lines.append("repeats:")
    for name, value in one["repeats"].items():
        text = "yes" if value is True else f"[{', '.join(value)}]" if isinstance(value, list) else value
        lines.append(f"  {name}: {text}")
    return "\n".join(lines) + "\n"


def read(reader: EventReader, one: dict[str, Any]) -> tuple[list[list[str]] | None, dict[str, str]]:
    """The dates of the file of these fields, None where it has to be corrected; and why, with the right day."""
    event, problems = reader.read("uusi", "events/uusi.yml", written(one))
    if event is None:
        faults = [problem for problem in problems if problem.severity is not Severity.NOTICE]
        return None, {problem.code: str(dict(problem.values).get("right", "")) for problem in faults}
    (found,) = event.repetitions
    starts = expand(found.starts, found.rule, HORIZON, HolidayCalendar().is_holiday).starts
    lasts = None if found.ends is None else found.ends - found.starts
    ends = ["" if lasts is None else shown(one_date + lasts, one["ends"]) for one_date in starts]
    return [[shown(*each), end] for each, end in zip(((day, one["starts"]) for day in starts), ends, strict=True)], {}


def shown(moment: Moment, like: str) -> str:
    return moment.isoformat()[: len(like)]


def dates(cases: list[dict[str, Any]]) -> list[list[list[str]]]:
    calls = [[one["starts"], one["ends"], one["repeats"], HELD, HORIZON.isoformat()] for one in cases]
    return in_node("repeat.js", "datesOf", calls)


def without_some(one: dict[str, Any], given: list[list[str]], chance: Random) -> dict[str, Any]:
    """The same with some of its dates left out, at times."""
    if chance.random() < 0.6 or not given:
        return one
    left = sorted({chance.choice(given[:20])[0][:10] for _ in range(chance.randrange(1, 5))})
    return {**one, "repeats": {**one["repeats"], "except": left}}


@examples(2)
@given(seed=st.integers(0, 2**32))
def test_the_browser_finds_the_dates_of_the_file(reader: EventReader, seed: int) -> None:
    chance = Random(seed)
    cases = [some_rule(chance) for _ in range(200)]
    bare = [{**one, "repeats": {**one["repeats"], "skip_holidays": False}} for one in cases]
    given_by_rule = dates(bare)
    cases = [without_some(one, given, chance) for one, given in zip(cases, given_by_rule, strict=True)]
    compared = 0
    for case, by_rule, found in zip(cases, given_by_rule, dates(cases), strict=True):
        expected, told = read(reader, case)
        if expected is not None:
            assert found == expected, written(case)
            compared += 1
            continue
        if told.pop("time-does-not-exist", None) is not None and not told:
            # The clocks skip it: whoever writes the start is told so beside it.
            continue
        assert len(told) == 1, (told, written(case))
        code, right = told.popitem()
        if code == "start-not-in-rule":
            # The day that the check names is the first one that the browser shows.
            assert not by_rule or read_day(right).isoformat() == by_rule[0][0][:10], written(case)
        else:
            assert (code, by_rule) == ("until-before-start", []), written(case)
    assert compared >= 100


@pytest.mark.parametrize(
    "repeats",
    [
        "joka toinen tiistai",
        {"every": "week", "rule": "FREQ=WEEKLY"},
        {"every": "week", "also": ["2027-02-03"]},
        {"every": "week", "on": ["1 tue"]},
        {"every": "month", "on": ["tue"]},
        {"every": "month", "on": ["15", "1 tue"]},
        {"every": "2 days", "on": ["tue"]},
        {"every": "fortnight"},
        {"every": "0 weeks"},
        {"every": "month", "on": ["6 tue"]},
        {"every": "month", "on": ["32"]},
        {"every": "week", "until": "2027-02-30"},
        {"every": "week", "until": "2027-02-20", "count": 3},
        {"every": "week", "count": 2_001},
        {"every": "week", "count": 1.5},
        {"every": "week", "except": ["heinäkuu"]},
    ],
    ids=str,
)
def test_what_the_form_cannot_write_is_left_to_the_check(repeats: Any) -> None:
    assert in_node("repeat.js", "datesOf", [["2027-01-12T18:00", "", repeats]]) == [None]


def test_what_does_not_repeat_has_one_date() -> None:
    once = ["2027-01-12T18:00", "2027-01-12T20:00"]
    assert in_node("repeat.js", "datesOf", [[*once, None]]) == [[once]]


def test_of_very_many_dates_the_latest_are_kept() -> None:
    (found,) = in_node("repeat.js", "datesOf", [["2020-01-01", "", {"every": "day"}, [], "2027-12-31"]])
    assert (len(found), found[-1]) == (MOST_DATES, ["2027-12-31", ""])


@pytest.mark.parametrize(
    ("day", "last", "expected"),
    [
        ("2027-01-12", False, "2 tue"),
        ("2027-01-12T18:00", True, "-1 tue"),
        ("2027-01-28", False, "4 thu"),
        ("2027-01-29", False, "-1 fri"),
        ("2027-02-28", False, "4 sun"),
    ],
)
def test_which_weekday_of_its_month_a_day_is(day: str, last: bool, expected: str) -> None:
    """A fifth one is the last: few months have five."""
    assert in_node("repeat.js", "weekdayOf", [[day, last]]) == [expected]
