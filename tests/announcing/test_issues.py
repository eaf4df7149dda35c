"""Which issues a channel has: their days, their ids, and the days that each of them tells about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.announcing.making import PAPER, RADIO, SOCIAL, channel, with_

from seurantalo.announcing import Issue, comes_out, due_of, issue_by_id, issues_appearing, issues_between, week_of
from seurantalo.model.channel import Channel, ChannelType, Covering, Covers, ListedIssue

UNTIL_NEXT = channel("viikko", appears=(2,))
TWICE = channel("kaksi", appears=(0, 3))
MONTHLY = channel("tiedote", ChannelType.NEWSLETTER, covers=Covers(Covering.NEXT_MONTH))
WEEKLY = channel("viesti", ChannelType.SMS, covers=Covers(Covering.NEXT_WEEK))
WEEKEND = channel("torstai", appears=(3,), covers=Covers(Covering.WEEKDAYS, 4, 6))
OWN_WEEK = channel("oma", appears=(2,), covers=Covers(Covering.WEEKDAYS))
LISTED = channel(
    "meili",
    issues=tuple(ListedIssue(appears=one) for one in (date(2027, 6, 14), date(2027, 7, 19), date(2027, 8, 9))),
)
NEXT_MONTH = channel("kk", issues=LISTED.issues, covers=Covers(Covering.NEXT_MONTH))
CHRISTMAS = channel("joulu", appears=(2,), exceptions=(ListedIssue(appears=date(2027, 12, 29), left_out=True),))


def told(issues: tuple[Issue, ...]) -> list[str]:
    return [f"{one.id}: {one.first:%d.%m.}-{one.last:%d.%m.}" for one in issues]


@pytest.mark.parametrize(
    ("of", "first", "last", "expected"),
    [
        (PAPER, date(2027, 5, 24), date(2027, 5, 30), ["2027-05-19: 24.05.-30.05."]),
        (PAPER, date(2027, 5, 30), date(2027, 5, 31), ["2027-05-19: 24.05.-30.05.", "2027-05-26: 31.05.-06.06."]),
        (UNTIL_NEXT, date(2027, 5, 20), date(2027, 5, 26), ["2027-05-19: 20.05.-26.05."]),
        (UNTIL_NEXT, date(2027, 5, 27), date(2027, 5, 27), ["2027-05-26: 27.05.-02.06."]),
        (TWICE, date(2027, 5, 24), date(2027, 5, 27), ["2027-05-20: 21.05.-24.05.", "2027-05-24: 25.05.-27.05."]),
        (RADIO, date(2027, 5, 24), date(2027, 5, 30), ["2027-w21: 28.05.-30.05."]),
        (RADIO, date(2027, 5, 24), date(2027, 5, 27), []),
        (WEEKEND, date(2027, 5, 24), date(2027, 5, 30), ["2027-05-27: 28.05.-30.05."]),
        (OWN_WEEK, date(2027, 5, 24), date(2027, 5, 24), ["2027-05-26: 24.05.-30.05."]),
        (with_(WEEKEND, appears=(6,)), date(2027, 5, 30), date(2027, 5, 30), ["2027-05-23: 28.05.-30.05."]),
        (WEEKLY, date(2027, 1, 3), date(2027, 1, 4), ["2026-w53: 28.12.-03.01.", "2027-w01: 04.01.-10.01."]),
        (MONTHLY, date(2027, 12, 31), date(2028, 2, 1), [
            "2027-12: 01.12.-31.12.", "2028-01: 01.01.-31.01.", "2028-02: 01.02.-29.02.",
        ]),
        (LISTED, date(2027, 1, 1), date(2027, 12, 31), [
            "2027-06-14: 15.06.-19.07.", "2027-07-19: 20.07.-09.08.", "2027-08-09: 10.08.-13.09.",
        ]),
        (NEXT_MONTH, date(2027, 8, 1), date(2027, 8, 31), ["2027-07-19: 01.08.-31.08."]),
        (CHRISTMAS, date(2027, 12, 24), date(2028, 1, 6), ["2027-12-22: 23.12.-05.01.", "2028-01-05: 06.01.-12.01."]),
        (SOCIAL, date(2027, 5, 24), date(2027, 5, 30), []),
        (PAPER, date(2027, 5, 30), date(2027, 5, 24), []),
    ],
)  # fmt: skip
def test_the_issues_that_tell_about_some_days(of: Channel, first: date, last: date, expected: list[str]) -> None:
    assert told(issues_between(of, first, last)) == expected


def test_the_first_day_of_what_is_covered_is_when_a_period_appears() -> None:
    assert [one.appears for one in issues_between(RADIO, date(2027, 5, 28), date(2027, 5, 28))] == [date(2027, 5, 28)]


def test_issues_are_found_by_the_day_on_which_they_appear() -> None:
    found = issues_appearing(PAPER, date(2027, 5, 19), date(2027, 6, 2))
    assert [one.id for one in found] == ["2027-05-19", "2027-05-26", "2027-06-02"]
    assert [one.id for one in issues_appearing(RADIO, date(2027, 5, 28), date(2027, 5, 28))] == ["2027-w21"]
    assert issues_appearing(SOCIAL, date(2027, 5, 19), date(2027, 6, 2)) == ()


@pytest.mark.parametrize(
    ("of", "known", "unknown"),
    [
        (PAPER, "2027-05-19", ("2027-05-18", "2027-w21", "2027-05", "2027-13-40", "")),
        (RADIO, "2027-w21", ("2027-w54", "2027-05-28", "2027-21-1")),
        (MONTHLY, "2027-06", ("2027-13", "2027-w21")),
        (LISTED, "2027-08-09", ("2027-08-10",)),
        (CHRISTMAS, "2027-12-22", ("2027-12-29",)),
        (SOCIAL, "konsertti-2027-05-29", ("konsertti", "2027-05-29", "konsertti-2027-02-30")),
        (SOCIAL, "2027-w21", ("2027-w54",)),
    ],
)
def test_an_id_leads_to_its_issue_and_nothing_else_does(of: Channel, known: str, unknown: tuple[str, ...]) -> None:
    found = issue_by_id(of, known)
    assert found is not None
    assert found.id == known
    assert [one for one in unknown if issue_by_id(of, one)] == []


def test_an_issue_of_one_event_date_names_both() -> None:
    found = issue_by_id(SOCIAL, "joulu-2027-12-01")
    assert found == Issue(SOCIAL, "joulu-2027-12-01", None, date(2027, 12, 1), date(2027, 12, 1), "joulu")


@pytest.mark.parametrize("written", ["2027-21", "2027-W21", "2027-w21", "21/2027", "vko 21/2027", "W21/2027"])
def test_a_week_is_read_as_people_write_it(written: str) -> None:
    assert week_of(written) == (date(2027, 5, 24), date(2027, 5, 30))


@pytest.mark.parametrize("written", ["", "2027", "2027-53", "2027-0", "54/2027", "0000-01", "kesä", "9999-52"])
def test_what_is_no_week_is_none(written: str) -> None:
    found = week_of(written)
    assert found is None or written == "9999-52"


def test_a_channel_that_covers_until_the_next_issue_and_has_none_tells_each_event_by_itself() -> None:
    assert not comes_out(channel("outo", covers=Covers(Covering.UNTIL_NEXT)))


ALL = (PAPER, UNTIL_NEXT, TWICE, RADIO, WEEKEND, WEEKLY, MONTHLY, LISTED, CHRISTMAS)


@given(st.sampled_from(ALL), st.dates(date(2026, 12, 1), date(2028, 2, 1)), st.integers(0, 40))
def test_an_issue_is_the_same_however_it_is_found(of: Channel, first: date, more: int) -> None:
    last = first + timedelta(days=more)
    found = issues_between(of, first, last)
    assert [one.day for one in found] == sorted(one.day for one in found)
    for one in found:
        assert one.first <= last
        assert one.last >= first
        assert issue_by_id(of, one.id) == one
        assert one in issues_appearing(of, one.day, one.day)
        assert one in issues_between(of, one.last, one.last)
    every = {
        one for day in range(more + 1) for one in issues_between(of, first + timedelta(day), first + timedelta(day))
    }
    assert set(found) == every


@given(st.dates(date(2026, 12, 1), date(2028, 2, 1)))
def test_a_channel_that_goes_on_leaves_out_no_day(day: date) -> None:
    for one in (PAPER, UNTIL_NEXT, TWICE, WEEKLY, MONTHLY, CHRISTMAS, with_(PAPER, appears=(6,))):
        assert issues_between(one, day, day)


def test_an_issue_that_comes_out_on_another_day_tells_of_the_same_days() -> None:
    """Before Christmas the paper comes out on Thursday, and before that week's end nothing else does."""
    moved = ListedIssue(
        appears=date(2027, 12, 23), instead_of=date(2027, 12, 22), deadline=datetime(2027, 12, 20, 16)
    )
    early = ListedIssue(appears=date(2027, 12, 31), instead_of=date(2028, 1, 5))
    paper = replace(PAPER, exceptions=(moved, early))
    found = issues_appearing(paper, date(2027, 12, 15), date(2028, 1, 12))
    assert [(one.id, str(one.first), str(one.last)) for one in found] == [
        ("2027-12-15", "2027-12-20", "2027-12-26"),
        ("2027-12-23", "2027-12-27", "2028-01-02"),
        ("2027-12-29", "2028-01-03", "2028-01-09"),
        ("2027-12-31", "2028-01-10", "2028-01-16"),
        ("2028-01-12", "2028-01-17", "2028-01-23"),
    ]
    assert issue_by_id(paper, "2027-12-22") is None
    due = due_of(found[1], None)
    assert due is not None
    assert due.at == datetime(2027, 12, 20, 16)
    until_next = issues_appearing(replace(paper, covers=None), date(2027, 12, 23), date(2027, 12, 23))
    assert [(str(one.first), str(one.last)) for one in until_next] == [("2027-12-24", "2027-12-29")]
    listed = channel(
        "meili", issues=(ListedIssue(appears=date(2027, 6, 14)), ListedIssue(appears=date(2027, 7, 14))),
        exceptions=(ListedIssue(appears=date(2027, 6, 16), instead_of=date(2027, 6, 14)),),
    )  # fmt: skip
    found = issues_appearing(listed, date(2027, 6, 1), date(2027, 7, 31))
    assert [one.id for one in found] == ["2027-06-16", "2027-07-14"]
