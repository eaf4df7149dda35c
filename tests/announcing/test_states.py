"""Where each event date stands in each channel: one table of what was said, told and changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.announcing.making import PAPER, RADIO, SETTINGS, SOCIAL, channel, event, ledger, region

from seurantalo.announcing import Announcing, Entry, issue_by_id
from seurantalo.announcing.facts import facts_of
from seurantalo.announcing.gone_dates import GoneDates
from seurantalo.announcing.told_lines import told_line
from seurantalo.language import language
from seurantalo.model import Community, Event, Text
from seurantalo.model.channel import (
    Announcement,
    Before,
    ByDefault,
    Channel,
    ChannelType,
    DeadlineRule,
    Delivery,
    Refusal,
    Unit,
)
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan
from seurantalo.model.event import EventStatus, Format, Registration
from seurantalo.model.record import Revision
from seurantalo.model.recurrence import Frequency, Recurrence
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Clashes

CASES: dict[str, dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("states.yml").read_text("utf-8"))
FOR_ALL = ByDefault()
CHANNELS = tuple(
    replace(one, default=FOR_ALL) for one in (PAPER, RADIO, SOCIAL, channel("naytto", ChannelType.SCREEN))
)
STARTS = datetime(2027, 5, 29, 12)


MOMENTS = ("created", "planned_starts", "starts", "until")


def moment(said: Any) -> Any:
    return datetime.fromisoformat(said) if isinstance(said, str) else said


def made(said: dict[str, Any], starts: Any = STARTS) -> Event:
    """An event from a few words of the table."""
    values = {name: moment(one) if name in MOMENTS else one for name, one in said.items()}
    created = values.pop("created", date(2027, 1, 1))
    came = created if isinstance(created, datetime) else datetime(created.year, created.month, created.day, 9)
    given: dict[str, Any] = {"revision": Revision(came.replace(tzinfo=UTC), came.replace(tzinfo=UTC))}
    starts = values.pop("starts", starts)
    for name in ("price", "description", "title"):
        if name in values:
            given[name] = Text.plain(values.pop(name))
    if "status" in values:
        given["status"] = EventStatus(values.pop("status"))
    if "format" in values:
        given["format"] = Format(values.pop("format"))
    if "until" in values:
        given["registration"] = Registration(until=values.pop("until"))
    if "weekly" in values:
        given["repeats"] = Recurrence(
            frequency=Frequency.WEEKLY, count=values.pop("weekly"), exclude=tuple(values.pop("without", ()))
        )
    if "plan" in values:
        given |= plan(values.pop("plan"))
    return event("tanssit", starts, **given, **values)


def plan(said: Any) -> dict[str, Any]:
    if said == "nowhere":
        return {"channel_plan": ChannelPlan(defaults=False)}
    if isinstance(said, list):
        choices = tuple(ChannelChoice(channel=name) for name in said)
        return {"channel_plan": ChannelPlan(defaults=False, choices=choices), "channels": tuple(said)}
    choices = tuple(ChannelChoice(channel=name, skipped=not is_told) for name, is_told in said.items())
    return {"channel_plan": ChannelPlan(defaults=True, choices=choices)}


def line(one: Event, day: date, today: date) -> str:
    """What the ledger says of an event's date."""
    community = region(one)
    found = GoneDates(make_calendar(community, SETTINGS, today), SETTINGS).on(one, day)
    assert found is not None
    return told_line(facts_of(found, community, language("fi")))


def record(said: dict[str, Any], now: dict[str, Any], today: date) -> Announcement:
    """A ledger from the table."""
    where, issue = said["in"].split(" ", 1)
    was = made({name: value for name, value in {**now, **said.get("was", {})}.items() if name != "created"})
    starts = was.starts
    assert starts is not None
    day = starts.date() if isinstance(starts, datetime) else starts
    told = [(said.get("event", "tanssit"), day, line(was, day, today))]
    if "only_as_moved" in said:
        told = [("tanssit", said["only_as_moved"], line(was, said["only_as_moved"], today))]
    if "as_moved" in said:
        told.append(("tanssit", said["as_moved"], line(was, said["as_moved"], today)))
    delivery = Delivery(said.get("delivery", "sent"))
    return ledger(where, issue, said["day"], *([] if said.get("nothing") else told), delivery=delivery)


def announcing(case: dict[str, Any]) -> Announcing:
    today, now = case["today"], case.get("event", {})
    late = {"naytto": DeadlineRule(Before(case["screen by"]["before"], Unit.DAY))} if "screen by" in case else {}
    refuses = tuple(Refusal(one) for one in case.get("refuses", ()))
    channels: tuple[Channel, ...] = tuple(
        replace(one, refuses=refuses, deadline=late.get(one.id, one.deadline)) for one in CHANNELS
    )
    ledgers = [record(one, now, today) for one in case.get("told", ())]
    community: Community = region(*channels, made(now), *ledgers)
    calendar = make_calendar(community, SETTINGS, today)
    return Announcing(community, calendar, Clashes((), (), today), SETTINGS, today)


def row(entry: Entry) -> str:
    name, day = entry.key
    mark = "" if entry.mark == "none" else f" {entry.mark}"
    why = f" ({' '.join(filter(None, (entry.left_out, entry.refusal)))})" if entry.left_out else ""
    where = f" -> {entry.correction.id}" if entry.correction else ""
    return f"{name} {day.day}.{day.month}. {entry.state}{mark}{why}{where}"


def placed(entries: tuple[Entry, ...]) -> list[str]:
    return [f"{one.channel.id} {one.issue.id} {row(one)}" for one in entries]


@pytest.mark.parametrize("name", CASES)
def test_where_an_event_date_stands(name: str) -> None:
    case = CASES[name]
    found = announcing(case)
    for where, expected in case["expect"].items():
        if where == "current":
            assert placed(found.of_event("tanssit")) == expected
        elif where == "due in a week":
            assert placed(found.due(case["today"], case["today"] + timedelta(days=7))) == expected
        elif where == "to correct":
            assert placed(found.to_correct()) == expected
        else:
            channel_id, issue_id = where.split(" ", 1)
            issue = issue_by_id(found.community.channels[channel_id], issue_id)
            assert issue is not None
            assert [row(one) for one in found.entries(issue)] == expected, where
