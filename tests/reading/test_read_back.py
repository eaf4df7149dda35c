"""What pages print of times may be written in files: the same days and hours come back, in every language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from tests.reading.test_problems import write_case

from seurantalo.language import LANGUAGES, Language, language
from seurantalo.model.event import Event
from seurantalo.model.record import Moment, Origin, Revision, day_of
from seurantalo.model.recurrence import Frequency, Recurrence, Repetition, Weekday
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.planner.recurrence import expand
from seurantalo.publishing import wording
from seurantalo.publishing.rule_words import recurrence_words
from seurantalo.reading import read_community
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.moments.moment import read_end, read_hours, read_moment, read_month

TODAY = date(2027, 1, 4)
NOON = datetime(2027, 1, 4, 12)
SPANS: tuple[tuple[Moment, Moment | None], ...] = (
    (date(2027, 6, 12), None),
    (date(2027, 6, 12), date(2027, 6, 13)),
    (date(2027, 4, 30), date(2027, 5, 2)),
    (date(2027, 12, 31), date(2028, 1, 2)),
    (date(2027, 6, 1), date(2027, 8, 31)),
    (date(2027, 12, 1), date(2028, 1, 31)),
    (datetime(2027, 6, 12, 13), None),
    (datetime(2027, 6, 12, 13, 30), datetime(2027, 6, 12, 17)),
    (datetime(2027, 6, 12, 8), datetime(2027, 6, 12, 9, 15)),
    (datetime(2027, 6, 12, 0), datetime(2027, 6, 12, 1)),
    (datetime(2027, 6, 12, 20), datetime(2027, 6, 13)),
    (datetime(2027, 6, 12, 20), datetime(2027, 6, 13, 2)),
    (datetime(2027, 6, 12, 10), datetime(2027, 6, 14)),
    (datetime(2027, 10, 10, 10), datetime(2027, 10, 12, 10, 10)),
    (datetime(2027, 12, 31, 20), datetime(2028, 1, 1, 2)),
)


def span_of(text: str) -> tuple[Moment, Moment | None]:
    """What a file's start says that holds its end."""
    parts = read_hours(text)
    if parts is None:
        return read_moment(text), None
    starts = read_moment(parts[0])
    return starts, read_end(parts[1], starts)


@pytest.mark.parametrize("code", LANGUAGES)
def test_when_something_is(code: str) -> None:
    lang = language(code)
    printed = {wording.when(*span, lang): span for span in SPANS}
    read = {text: span_of(text) for text in printed}
    expected = {text: (starts, None if ends == starts else ends) for text, (starts, ends) in printed.items()}
    assert read == expected


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_day_month_and_hour(code: str) -> None:
    lang = language(code)
    for number in range(366):
        day = date(2027, 1, 1) + timedelta(days=number)
        assert read_moment(wording.day(day, lang)) == read_moment(wording.plain_day(day, lang)) == day
        assert read_month(wording.month_title(day.year, day.month, lang)) == (day.year, day.month)
    for hour in range(24):
        starts = datetime(2027, 6, 12, hour, 5)
        assert read_end(wording.at(starts.time(), None, lang), datetime(2027, 6, 12)) == starts


def rules() -> Iterator[Recurrence]:
    weekly = [(1,), (1, 3), (0, 1, 2, 3, 4), (1, 5, 6)]
    for interval in (1, 2, 3, 4, 6):
        for days in weekly:
            by_weekday = tuple(map(Weekday, days))
            yield Recurrence(frequency=Frequency.WEEKLY, interval=interval, by_weekday=by_weekday)
        yield Recurrence(frequency=Frequency.DAILY, interval=interval)
        yield Recurrence(frequency=Frequency.YEARLY, interval=interval)
    for interval in (1, 2, 3, 5):
        for nth in (1, 2, 3, 4, 5, -1, -2):
            yield Recurrence(frequency=Frequency.MONTHLY, interval=interval, by_weekday=(Weekday(1, nth),))
        first_and_last = (Weekday(1, 1), Weekday(6, -1))
        yield Recurrence(frequency=Frequency.MONTHLY, interval=interval, by_weekday=first_and_last)
        for month_days in ((2,), (15,), (30,), (-1,), (2, 16)):
            yield Recurrence(frequency=Frequency.MONTHLY, interval=interval, by_month_day=month_days)


def starts_of(rule: Recurrence) -> datetime:
    """The first moment from 2 March 2027 on that the rule gives."""
    day = date(2027, 3, 2)
    while expand(day, rule, day).starts != (day,):
        day += timedelta(days=1)
    return datetime(day.year, day.month, day.day, 18)


def event_with(*repetitions: Repetition) -> Event:
    first, *further = repetitions
    return Event(
        id="uusi",
        origin=Origin("events/uusi.yml"),
        revision=Revision(NOON, NOON),
        title=Text.plain("Kyläilta"),
        timezone="Europe/Helsinki",
        organisers=("martat",),
        municipality="vimpeli",
        starts=first.starts,
        ends=first.ends,
        repeats=first.rule,
        further=tuple(further),
    )


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> EventReader:
    """What reads a file beside the small project of the problems' cases."""
    root = tmp_path_factory.mktemp("project")
    write_case({}, root)
    community = read_community(root, root / "content", Settings(), TODAY).community
    assert community is not None
    return EventReader(community, Settings(), TODAY)


def read_back(reader: EventReader, words: str, event: Event, lang: Language) -> tuple[list[Repetition], list[str]]:
    """What a file says whose repetition is written in these words, and what is said of it."""
    starts = min(one.starts for one in event.repetitions)
    first = next(one for one in event.repetitions if one.starts == starts)
    assert isinstance(first.starts, datetime)
    lines = [
        "title: Kyläilta",
        "organisers: vimpelin-martat",
        f"starts: {lang.tongue.in_file(first.starts)}",
        f'repeats: "{words}"',
    ]
    if first.ends is not None:
        lines.append(f"ends: {first.ends:%Y-%m-%d %H:%M}")
    found, problems = reader.read("uusi", "events/uusi.yml", "\n".join(lines) + "\n")
    return list(found.repetitions) if found else [], [one.code for one in problems]


def dates_of(one: Repetition) -> list[Moment]:
    return [*expand(one.starts, one.rule, date(2030, 12, 31)).starts]


@pytest.mark.parametrize("code", LANGUAGES)
def test_how_something_repeats(reader: EventReader, code: str) -> None:
    lang = language(code)
    lost = {}
    for number, rhythm in enumerate(rules()):
        starts = starts_of(rhythm)
        days = [day_of(one) for one in expand(starts, rhythm, date(2029, 12, 31)).starts]
        until = days[-1] if number % 4 == 1 and len(days) > 1 else None
        left_out = tuple(days[1:3]) if number % 4 == 3 else ()
        rule = replace(rhythm, until=until, skip_holidays=number % 4 == 2, exclude=left_out)
        one = Repetition(starts=starts, ends=starts + timedelta(hours=2), rule=rule)
        event = event_with(one)
        words = recurrence_words(event, lang)
        found, told = read_back(reader, words, event, lang)
        if [dates_of(each) for each in found] != [dates_of(one)] or found[
            0
        ].rule.skip_holidays != one.rule.skip_holidays:
            lost[words] = told, [f"{each.starts:%d.%m.%Y} {each.rule}" for each in found]
    assert lost == {}


@pytest.mark.parametrize("code", LANGUAGES)
def test_how_something_with_several_rules_repeats(reader: EventReader, code: str) -> None:
    lang = language(code)
    monday = Recurrence(frequency=Frequency.WEEKLY, by_weekday=(Weekday(0),))
    thursday = Recurrence(frequency=Frequency.MONTHLY, by_weekday=(Weekday(3, 2),))
    at_ten = Repetition(starts=datetime(2027, 3, 1, 10), ends=datetime(2027, 3, 1, 11), rule=monday)
    at_noon = Repetition(starts=datetime(2027, 3, 11, 12, 30), ends=datetime(2027, 3, 11, 14), rule=thursday)
    for last, other in ((None, None), (date(2027, 5, 31), date(2027, 5, 31)), (date(2027, 5, 31), date(2027, 6, 30))):
        event = event_with(
            replace(at_ten, rule=replace(monday, until=last)), replace(at_noon, rule=replace(thursday, until=other))
        )
        words = recurrence_words(event, lang)
        found, told = read_back(reader, words, event, lang)
        assert [dates_of(one) for one in found] == [dates_of(one) for one in event.repetitions], (words, told)
        assert [one.ends for one in found] == [at_ten.ends, at_noon.ends]
