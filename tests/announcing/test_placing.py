"""Which issue tells of an event date: the last that covers its day and appears before news of it is late."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.announcing.making import PAPER, RADIO, SOCIAL, channel

from seurantalo.announcing.placing import Placing
from seurantalo.model.channel import Channel, Covering, Covers, ListedIssue

TWICE = channel("kaksi", appears=(0, 3), covers=Covers(Covering.NEXT_WEEK))
UNTIL_NEXT = channel("viikko", appears=(2,))
FRIDAY = channel("perjantai", appears=(4,), covers=Covers(Covering.WEEKDAYS, 4, 6))
OWN_WEEK = channel("oma", appears=(2,), covers=Covers(Covering.WEEKDAYS))
MONTHS = channel("kk", covers=Covers(Covering.NEXT_MONTH))
LISTED = channel("meili", issues=tuple(ListedIssue(appears=date(2027, 6 + n, 14)) for n in range(3)))
LISTED_WEEKS = channel("lista", issues=LISTED.issues, covers=Covers(Covering.WEEKDAYS, 0, 6))


def placed(of: Channel, first: date, news: date | None = None) -> str | None:
    found = Placing(of).of("juhla", first, first, news or first)
    return None if found is None else found.id


@pytest.mark.parametrize(
    ("of", "first", "news", "expected"),
    [
        (PAPER, date(2027, 5, 29), None, "2027-05-19"),
        (PAPER, date(2027, 5, 29), date(2027, 5, 20), "2027-05-19"),
        (PAPER, date(2027, 5, 29), date(2027, 5, 19), "2027-05-19"),  # all have gone: the last before the event
        (TWICE, date(2027, 5, 28), None, "2027-05-20"),
        (TWICE, date(2027, 5, 28), date(2027, 5, 21), "2027-05-20"),
        (TWICE, date(2027, 5, 28), date(2027, 5, 20), "2027-05-17"),  # on the last day it is too late
        (TWICE, date(2027, 5, 28), date(2027, 5, 10), "2027-05-20"),
        (UNTIL_NEXT, date(2027, 5, 26), None, "2027-05-19"),  # on the day of the next issue
        (UNTIL_NEXT, date(2027, 5, 27), None, "2027-05-26"),
        (FRIDAY, date(2027, 5, 29), None, "2027-05-28"),
        (FRIDAY, date(2027, 5, 28), None, "2027-05-21"),  # the issue that covers it comes on its day
        (FRIDAY, date(2027, 5, 27), None, None),
        (OWN_WEEK, date(2027, 5, 24), None, "2027-05-19"),
        (OWN_WEEK, date(2027, 5, 27), None, "2027-05-26"),
        (RADIO, date(2027, 5, 28), None, "2027-w21"),  # a period may begin on the event's day
        (RADIO, date(2027, 5, 30), date(2027, 5, 3), "2027-w21"),
        (RADIO, date(2027, 5, 27), None, None),
        (MONTHS, date(2027, 6, 1), None, "2027-06"),
        (LISTED, date(2027, 6, 14), None, None),  # before the first of the list
        (LISTED, date(2027, 6, 15), None, "2027-06-14"),
        (LISTED, date(2027, 7, 14), None, "2027-06-14"),
        (LISTED, date(2027, 7, 14), date(2027, 6, 10), "2027-06-14"),
        (LISTED_WEEKS, date(2027, 6, 14), None, None),
        (LISTED_WEEKS, date(2027, 7, 14), None, "2027-06-14"),
        (LISTED_WEEKS, date(2027, 8, 15), None, "2027-08-14"),
        (SOCIAL, date(2027, 5, 29), date(2027, 5, 1), "juhla-2027-05-29"),
    ],
)
def test_the_issue_of_an_event_date(of: Channel, first: date, news: date | None, expected: str | None) -> None:
    assert placed(of, first, news) == expected


def test_the_issues_after_a_day_end_before_the_event() -> None:
    assert [one.id for one in Placing(PAPER).after(date(2027, 5, 12), date(2027, 6, 2))] == [
        "2027-05-19",
        "2027-05-26",
    ]
    assert [one.id for one in Placing(RADIO).after(date(2027, 5, 14), date(2027, 5, 28))] == ["2027-w20", "2027-w21"]
    assert [one.id for one in Placing(LISTED).after(date(2027, 6, 14), date(2027, 8, 14))] == ["2027-07-14"]


@given(
    st.sampled_from((PAPER, TWICE, UNTIL_NEXT, FRIDAY, OWN_WEEK, RADIO, MONTHS, LISTED)),
    st.dates(date(2027, 6, 1), date(2027, 9, 1)),
    st.integers(0, 60),
)
def test_the_window_of_an_issue_holds_all_that_it_tells_of(of: Channel, first: date, lead: int) -> None:
    placing = Placing(of)
    issue = placing.of("juhla", first, first, date.fromordinal(first.toordinal() - lead))
    if issue is not None:
        low, high = placing.window(issue)
        assert low <= first <= high
        assert issue.day <= first
