"""The browser tells the same issue and the same due day as Python, for every rule and on every day."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from itertools import product
from typing import Any

from tests.browser_modules import in_node
from tests.examples import by_night
from tests.pages.small_region import common, context, event, text

from seurantalo.announcing.admission import is_default
from seurantalo.announcing.due import due_of
from seurantalo.announcing.issues import date_issue
from seurantalo.announcing.placing import Placing
from seurantalo.model.channel import (
    Before,
    ByDefault,
    Channel,
    ChannelType,
    Covering,
    Covers,
    DeadlineAnchor,
    DeadlineRule,
    InWeek,
    ListedIssue,
    MonthBefore,
    SameDay,
    Unit,
    WeekdayBefore,
)
from seurantalo.model.event import Format, Weight
from seurantalo.planner.holidays import HolidayCalendar
from seurantalo.publishing.pages.propose.channel_data import channel_data, channel_row
from seurantalo.publishing.pages.propose.sheets import EPOCH

FIRST, LAST = date(2027, 1, 4), date(2028, 6, 30)
HOLIDAYS = HolidayCalendar()
SHUT = [
    day.toordinal() - EPOCH
    for day in (date(2024, 1, 1) + timedelta(days=n) for n in range(1_800))
    if HOLIDAYS.is_holiday(day)
]
ANCHORS = (None, *DeadlineAnchor)
DAYS: tuple[Before | InWeek | WeekdayBefore | MonthBefore | SameDay, ...] = (
    *(Before(count, unit, anchor) for count, unit, anchor in product((0, 1, 3, 11, 31), Unit, ANCHORS)),
    *(InWeek(weekday, weeks) for weekday, weeks in product(range(7), (0, 1, 2))),
    *(WeekdayBefore(weekday, anchor) for weekday, anchor in product(range(7), ANCHORS)),
    *(MonthBefore(day) for day in (None, 1, 15, 31)),
    SameDay(),
)
LISTED = tuple(
    ListedIssue(appears=date(2027, month, 14), deadline=datetime(2027, month, 3, 16)) for month in (2, 4, 6, 9)
)
SHAPES: tuple[dict[str, Any], ...] = (
    {},
    {"appears": (2,), "exceptions": (ListedIssue(appears=date(2027, 12, 22), deadline=datetime(2027, 12, 16, 16)),)},
    {"appears": (0, 3), "covers": Covers(Covering.UNTIL_NEXT)},
    {"appears": (2,), "covers": Covers(Covering.NEXT_WEEK)},
    {"appears": (4,), "covers": Covers(Covering.WEEKDAYS, 4, 6)},
    {"covers": Covers(Covering.WEEKDAYS, 4, 6)},
    {"covers": Covers(Covering.NEXT_WEEK)},
    {"covers": Covers(Covering.NEXT_MONTH)},
    {"issues": LISTED},
)


def channel(kind: ChannelType = ChannelType.PAPER, **more: Any) -> Channel:
    return Channel(**common("lehti"), name=text("Lehti"), channel_type=kind, **more)


def number(day: date) -> int:
    return day.toordinal() - EPOCH


def test_dues_are_the_same_for_every_rule_and_day() -> None:
    """Ten thousand of them by day: rules, sorts of channel, days of the event and of its registration."""
    chance = random.Random(7)
    cases: list[tuple[Channel, date, date]] = []
    for kind, shape in product((ChannelType.PAPER, ChannelType.SOCIAL), SHAPES):
        for day in chance.sample(DAYS, len(DAYS) if by_night() else 12):
            known = channel(kind, deadline=DeadlineRule(day, chance.choice((None, time(12), time(9, 5)))), **shape)
            for _ in range(50):
                first = FIRST + timedelta(days=chance.randrange(70, 400))
                cases.append((known, first, first - timedelta(days=chance.choice((0, 0, 1, 3, 14, 40)))))
    rows: dict[int, dict[str, Any]] = {}
    for known, _, _ in cases:
        if id(known) not in rows:
            rows[id(known)] = channel_row(known, FIRST - timedelta(days=70), LAST, HOLIDAYS)
    places = {known: n for n, known in enumerate(rows)}
    wrapped = {
        "both.js": (
            'import {dueOf, issueOf} from "./channel-dues.js";\n'
            "export const both = (rows, cases, shut) => cases.map(([at, first, news]) => {\n"
            "  const row = rows[at];\n"
            "  const issue = row.issues && issueOf(row.issues, row.days, first, news);\n"
            "  const due = dueOf(row, issue, news, new Set(shut));\n"
            "  return row.issues && !issue ? null : [issue && issue.slice(0, 3), due];\n"
            "});\n"
        )
    }
    given = [[places[id(known)], number(first), number(news)] for known, first, news in cases]
    (found,) = in_node("both.js", "both", [[list(rows.values()), given, SHUT]], wrapped)
    for (known, first, news), told in zip(cases, found, strict=True):
        issue = Placing(known).of("ilta", first, first, news)
        if issue is None:
            assert told is None, (known, first, news)
            continue
        due = due_of(issue, news, HOLIDAYS)
        minutes = due.at.hour * 60 + due.at.minute if due is not None and isinstance(due.at, datetime) else None
        by_itself = issue == date_issue(known, "ilta", first)
        days = None if by_itself else [number(one) for one in (issue.day, issue.first, issue.last)]
        expected = [days, None if due is None else {"day": number(due.day), "at": minutes}]
        assert told == expected, (known, first, news)


def test_what_comes_unasked_is_the_same() -> None:
    """Every form and weight, near and far, of channels that take all, some or none."""
    defaults = (
        None,
        ByDefault(),
        ByDefault(weights=(Weight.MAJOR,)),
        ByDefault(formats=(Format.CONCERT, Format.DANCE)),
    )
    cases = list(product(defaults, ((), ("vimpeli",), ("soini",)), Format, Weight))
    channels = [channel(default=default, municipalities=here) for default, here, _, _ in cases]
    calls = [
        [
            channel_row(one, FIRST, FIRST, HOLIDAYS),
            {"municipality": "vimpeli", "format": form.value, "weight": weight.value},
        ]
        for one, (_, _, form, weight) in zip(channels, cases, strict=True)
    ]
    expected = [
        is_default(
            one, event("e", datetime(2027, 3, 3, 18), municipality="vimpeli", format=form, stated_weight=weight)
        )
        for one, (_, _, form, weight) in zip(channels, cases, strict=True)
    ]
    assert in_node("channel-dues.js", "isUsual", calls) == expected


def test_a_site_without_channels_has_no_file_of_them() -> None:
    assert list(channel_data(context())) == []
