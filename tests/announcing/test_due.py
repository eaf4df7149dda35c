"""By when a channel wants its news: every sort of rule, from every anchor, around Sundays and holidays."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.announcing.making import PAPER, RADIO, SOCIAL, channel, event, with_

from seurantalo.announcing import Due, due_of, issue_by_id, issues_between, news_day, reminder_of
from seurantalo.announcing.issues import date_issue
from seurantalo.model.channel import (
    Before,
    Channel,
    ChannelType,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    ListedIssue,
    MonthBefore,
    SameDay,
    Unit,
    WeekdayBefore,
)
from seurantalo.model.event import Registration
from seurantalo.model.recurrence import Frequency, Recurrence

NEWSLETTER = channel("kirje", ChannelType.NEWSLETTER)
DAY, WORKDAY, WEEK, MONTH = Unit.DAY, Unit.WORKDAY, Unit.WEEK, Unit.MONTH


def due(rule: Any, news: date, hour: time | None = None, of: Channel = NEWSLETTER) -> Due:
    found = due_of(date_issue(with_(of, deadline=DeadlineRule(rule, hour)), "x", news), news)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("rule", "news", "expected"),
    [
        (Before(7, DAY), date(2027, 5, 29), date(2027, 5, 22)),
        (Before(0, DAY), date(2027, 5, 29), date(2027, 5, 29)),
        (Before(1, WEEK), date(2027, 5, 29), date(2027, 5, 22)),
        (Before(1, MONTH), date(2027, 3, 31), date(2027, 2, 26)),  # 28 February is a Sunday
        (Before(1, MONTH), date(2028, 3, 31), date(2028, 2, 29)),
        (Before(2, MONTH), date(2027, 1, 15), date(2026, 11, 13)),  # the 15th is a Sunday
        (Before(3, WORKDAY), date(2027, 5, 31), date(2027, 5, 26)),
        (Before(1, WORKDAY), date(2027, 5, 7), date(2027, 5, 5)),  # Ascension Day between
        (Before(4, WORKDAY), date(2027, 3, 30), date(2027, 3, 22)),  # over Easter
        (InWeek(1, 1), date(2027, 5, 29), date(2027, 5, 18)),
        (InWeek(3), date(2027, 5, 29), date(2027, 5, 27)),
        (InWeek(3), date(2027, 5, 25), date(2027, 5, 20)),  # not after the event
        (InWeek(1), date(2027, 5, 25), date(2027, 5, 18)),  # nor on its day
        (InWeek(0, 2), date(2027, 5, 30), date(2027, 5, 10)),
        (WeekdayBefore(3), date(2027, 5, 29), date(2027, 5, 27)),
        (WeekdayBefore(3), date(2027, 5, 27), date(2027, 5, 20)),
        (SameDay(), date(2027, 5, 29), date(2027, 5, 29)),
        (MonthBefore(15), date(2027, 5, 29), date(2027, 4, 15)),
        (MonthBefore(31), date(2027, 5, 29), date(2027, 4, 30)),
        (MonthBefore(15), date(2027, 1, 2), date(2026, 12, 15)),
        (MonthBefore(None), date(2027, 6, 5), date(2027, 5, 31)),
        (MonthBefore(None), date(2027, 11, 5), date(2027, 10, 29)),
    ],
)
def test_each_sort_of_rule(rule: Any, news: date, expected: date) -> None:
    assert due(rule, news).at == expected
    assert due(rule, news, time(12)).at == datetime.combine(expected, time(12))


@pytest.mark.parametrize(
    ("given_day", "expected", "holiday"),
    [
        (date(2027, 5, 6), date(2027, 5, 5), "Ascension Day"),
        (date(2027, 5, 9), date(2027, 5, 7), None),  # a Sunday: no Saturday's office either
        (date(2027, 5, 8), date(2027, 5, 8), None),  # a Saturday stays
        (date(2027, 5, 1), date(2027, 4, 30), "May Day"),  # a Saturday that is a holiday; its eve is a working day
        (date(2027, 3, 28), date(2027, 3, 25), "Easter Sunday"),  # Good Friday before
        (date(2027, 3, 29), date(2027, 3, 25), "Easter Monday"),
        (date(2027, 6, 25), date(2027, 6, 24), "Midsummer Eve"),
        (date(2027, 12, 24), date(2027, 12, 23), "Christmas Eve"),
        (date(2027, 12, 26), date(2027, 12, 23), "Second Day of Christmas"),
        (date(2027, 12, 31), date(2027, 12, 31), None),
        (date(2028, 1, 1), date(2027, 12, 31), "New Year's Day"),
    ],
)
def test_a_sunday_and_a_holiday_move_to_the_working_day_before(
    given_day: date, expected: date, holiday: str | None
) -> None:
    found = due(SameDay(), given_day, time(16))
    moved = None if expected == given_day else given_day
    assert found == Due(datetime.combine(expected, time(16)), moved, holiday)


@pytest.mark.parametrize("kind", [ChannelType.SOCIAL, ChannelType.CHAT, ChannelType.BOARD])
def test_what_people_post_themselves_does_not_move(kind: ChannelType) -> None:
    assert due(SameDay(), date(2027, 5, 6), of=channel("x", kind)) == Due(date(2027, 5, 6))


def test_ascension_week() -> None:
    """A radio that reads on Fridays, and wants its news by Thursday noon of that week."""
    radio = with_(RADIO, deadline=DeadlineRule(InWeek(3), time(12)))
    issue = issue_by_id(radio, "2027-w18")
    assert issue is not None
    assert due_of(issue, None) == Due(datetime(2027, 5, 5, 12), date(2027, 5, 6), "Ascension Day")


def test_an_issue_is_due_by_its_own_day_whatever_the_event_says() -> None:
    issue = issue_by_id(PAPER, "2027-05-19")
    assert issue is not None
    for news in (None, date(2027, 5, 24), date(2027, 5, 30)):
        assert due_of(issue, news) == Due(datetime(2027, 5, 17, 12))


@pytest.mark.parametrize("rule", [Before(7, DAY, DeadlineAnchor.EVENT), WeekdayBefore(5, DeadlineAnchor.EVENT)])
def test_a_rule_may_count_from_the_event_where_there_are_issues(rule: Any) -> None:
    issue = issue_by_id(with_(PAPER, deadline=DeadlineRule(rule)), "2027-05-19")
    assert issue is not None
    assert due_of(issue, date(2027, 5, 29)) == Due(date(2027, 5, 22))
    from_its_first_day = due_of(issue, None)
    assert from_its_first_day is not None
    assert from_its_first_day.day < issue.first


def test_exceptions_and_listed_issues_have_their_own_deadlines_as_they_are() -> None:
    christmas = ListedIssue(appears=date(2027, 12, 22), deadline=datetime(2027, 12, 16, 16))
    sunday = ListedIssue(appears=date(2027, 6, 14), deadline=date(2027, 5, 23))
    for of in (with_(PAPER, exceptions=(christmas,)), channel("x", issues=(christmas,))):
        issue = issue_by_id(of, "2027-12-22")
        assert issue is not None
        assert due_of(issue, None) == Due(datetime(2027, 12, 16, 16))
    issue = issue_by_id(with_(PAPER, appears=(), issues=(sunday,)), "2027-06-14")
    assert issue is not None
    assert due_of(issue, None) == Due(date(2027, 5, 23))


def test_without_a_rule_there_is_no_due_time() -> None:
    assert due_of(date_issue(SOCIAL, "x", date(2027, 5, 29)), date(2027, 5, 29)) is None


def test_a_reminder_is_on_the_events_own_day_even_where_that_is_a_sunday() -> None:
    some = with_(SOCIAL, reminder=DeadlineRule(SameDay(), time(8)))
    assert reminder_of(date_issue(some, "x", date(2027, 5, 30)), date(2027, 5, 30)) == datetime(2027, 5, 30, 8)
    assert reminder_of(date_issue(SOCIAL, "x", date(2027, 5, 30)), date(2027, 5, 30)) is None


def test_news_is_late_once_registration_is_over() -> None:
    race = event("juoksu", datetime(2027, 5, 29, 11), registration=Registration(until=date(2027, 5, 26)))
    assert news_day(race, date(2027, 5, 29)) == date(2027, 5, 26)
    assert news_day(
        with_(race, registration=Registration(until=datetime(2027, 6, 1, 12))), date(2027, 5, 29)
    ) == date(2027, 5, 29)
    assert news_day(race, date(2027, 6, 29)) == date(2027, 5, 26)
    series = with_(race, repeats=Recurrence(frequency=Frequency.MONTHLY))
    assert news_day(series, date(2027, 5, 29)) == date(2027, 5, 26)
    assert news_day(series, date(2027, 6, 29)) == date(2027, 6, 29)


RULES = st.one_of(
    st.builds(Before, st.integers(1, 400), st.sampled_from(Unit), st.none() | st.just(DeadlineAnchor.ISSUE)),
    st.builds(InWeek, st.integers(0, 6), st.integers(0, 5)),
    st.builds(WeekdayBefore, st.integers(0, 6), st.none()),
    st.builds(MonthBefore, st.none() | st.integers(1, 31)),
)


@given(RULES, st.none() | st.times(), st.dates(date(2027, 1, 1), date(2029, 12, 31)), st.sampled_from(ChannelType))
def test_a_due_day_is_before_the_issue_and_the_issue_before_the_event(
    rule: Any, hour: time | None, day: date, kind: ChannelType
) -> None:
    of = with_(PAPER, deadline=DeadlineRule(rule, hour), channel_type=kind)
    for issue in issues_between(of, day, day):
        found = due_of(issue, day)
        if of.shows_by_itself:
            assert found is None
            continue
        assert found is not None
        assert issue.appears is not None
        assert found.day < issue.appears < day
        if found.moved_from is not None:
            assert found.day < found.moved_from < issue.appears
            assert found.day.weekday() < 5
        assert hour is None or (isinstance(found.at, datetime) and found.at.time() == hour)
    assert due(rule, day, hour).day < day
