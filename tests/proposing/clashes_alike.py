"""What the planner says of events, in the form in which the browser's answers are compared with it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from tests.browser_modules import in_node
from tests.pages.small_region import SITE

from seurantalo.language import language
from seurantalo.model.community import Community
from seurantalo.model.event import NOT_HELD, Event
from seurantalo.model.place import Venue
from seurantalo.model.record import Kind, Moment
from seurantalo.model.recurrence import Frequency
from seurantalo.model.settings import Settings
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Ask, Entry, FreeDays, Ground, Level, explain, find_clashes, whom_to_ask
from seurantalo.planner.clashes.pairing import _general_facts
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.planner.free.floor import Floor, Need, State
from seurantalo.planner.occurrence import Occurrence
from seurantalo.publishing.pages.propose.rows import proposal_data
from seurantalo.publishing.pages.propose.sheets import EPOCH, contact
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.parts import Parts

DRIVER = Path(__file__).with_name("alike.js").read_text(encoding="utf-8")
EVERY = {Frequency.DAILY: "day", Frequency.WEEKLY: "week", Frequency.MONTHLY: "month", Frequency.YEARLY: "year"}


def context(community: Community, today: date, **options: Any) -> PageContext:
    """The parts of a site, with room for every note."""
    settings = Settings(**{"today": today.isoformat(), "clash_notes": 10_000, "pairs_per_day": 10**9, **options})
    calendar = make_calendar(community, settings, today)
    parts = Parts(
        community=community,
        calendar=calendar,
        clashes=find_clashes(community, calendar, settings),
        settings=settings,
        site=SITE,
        today=today,
    )
    return in_language(parts, settings.language)


def iso(moment: Moment | None) -> str:
    return "" if moment is None else moment.isoformat()[:16]


def written(event: Event, ctx: PageContext) -> dict[str, Any] | None:
    """An event as the form has it; None for what the form cannot write, or what is not held."""
    dates = ctx.calendar.of_event(event.id)
    here = event.timezone == ctx.settings.timezone
    if not here or event.changes or event.further or event.starts is None or event.status in NOT_HELD or not dates:
        return None
    begun: list[tuple[str, str]] = []
    for one in dates:
        starts = one.recurrence_id
        ends = event.ends and starts + (event.ends - event.starts)
        begun.append((iso(starts), iso(ends)))
    fields = {
        "id": event.id,
        "title": dict(event.title.versions),
        "dates": begun,
        "municipality": event.municipality,
        "venue": event.venue,
        "room": event.room,
        "organisers": event.organisers,
        "audiences": event.audiences,
        "practices": event.practices,
        "format": event.format.value,
        "weight": event.stated_weight and event.stated_weight.value,
        "status": event.status.value,
        "planned_starts": iso(event.planned_starts),
        "series": event.series,
        "part_of": event.part_of,
        "joint_with": event.joint_with,
        "on_holiday": event.on_holiday,
        "clash_ok": [one.with_event for one in event.agreed_clashes],
        "repeats": event.repeats and {"every": EVERY[event.repeats.frequency]},
    }
    return {name: value for name, value in fields.items() if value}


def reduced(facts: Iterable[tuple[str, str]], code: str = "fi") -> dict[str, str]:
    """Facts in one language, days as numbers."""
    values = dict(facts)
    found = {name: values.get(f"{name}:{code}", value) for name, value in values.items() if ":" not in name}
    for name in ("day", "other_day"):
        if name in found:
            found[name] = str(date.fromisoformat(found[name]).toordinal() - EPOCH)
    for name in ("tentative", "assumed_end"):
        if name in found:
            found[name] = found[name].replace(" ", ",")
    return found


def told(mine: Iterable[Entry], others: Iterable[Entry], ground: Ground) -> Iterator[list[Any]]:
    """What the rules say of every date of an event beside every date of the others."""
    others = list(others)
    for one in mine:
        for other in others:
            silence = ground.silence(one.sheet, other.sheet)
            for rule in PAIR_RULES:
                level = rule.judge(one, other, ground) if rule.is_asked(silence) else None
                if level is None:
                    continue
                if level is Level.HARD and (one.sheet.tentative or other.sheet.tentative):
                    level = Level.SOFT
                a, b = sorted((one, other), key=lambda entry: entry.sheet.id)
                facts = reduced((*rule.facts(a, b, ground), *_general_facts(a, b, ground)))
                yield [one.starts_at, other.sheet.id, other.starts_at, rule.code, level.value, facts]


def files_of(ctx: PageContext) -> dict[str, str]:
    """The published files by name, without the folder."""
    return {
        file.path.removeprefix("ehdota/tiedot/"): file.content.decode()
        for file in proposal_data(ctx)
        if file.path.startswith("ehdota/tiedot/")
    }


def all_rows(files: dict[str, str]) -> dict[str, Any]:
    """All files at once, as one ground takes them."""
    content = {name.removesuffix(".json"): json.loads(text) for name, text in files.items()}
    places = [each for name, shelf in content.items() if name.startswith("kunnat/") for each in shelf.values()]
    places += [content[f"{name}/nimet"] for name in content["saannot"]["alone"]]
    return {
        "rules": content["saannot"],
        "names": places,
        "files": [
            rows for each in (*content.values(), *places) for rows in (each.get("rows", each),) if "sheets" in rows
        ],
    }


def events_of(ctx: PageContext, most: int = 10_000) -> list[dict[str, Any]]:
    found = []
    for event in ctx.community.events.values():
        fields = written(event, ctx)
        if fields is not None:
            found.append({"place": event.municipality, "written": fields})
    return found[:most]


def compare_pairs(contexts: Iterable[PageContext], own: dict[str, str] | None = None) -> tuple[list[Any], int, int]:
    """Return what differs between browser and planner, how many pairs were compared, and how many had something."""
    made = list(contexts)
    calls: list[list[Any]] = [[all_rows(files_of(ctx)), events_of(ctx)] for ctx in made]
    answers = in_node("alike.js", "pairs", calls, {"alike.js": DRIVER, **(own or {})})
    differing: list[Any] = []
    compared = spoken = 0
    for ctx, (_, events), answer in zip(made, calls, answers, strict=True):
        ground = Ground(ctx.community, ctx.settings)
        first = ctx.today.toordinal() - ctx.settings.near_miss_days_major - 1
        entries = [
            ground.entry(one)
            for one in ctx.calendar.occurrences
            if one.status not in NOT_HELD and one.last_day.toordinal() >= first
        ]
        for event, said in zip(events, answer, strict=True):
            name = event["written"]["id"]
            mine = [ground.entry(one) for one in ctx.calendar.of_event(name)]
            expected = sorted(json.dumps(row, sort_keys=True) for row in told(mine, entries, ground))
            found = sorted(json.dumps(row, sort_keys=True) for row in said["told"])
            compared += said["compared"]
            spoken += len(expected)
            if found != expected:
                differing.append((name, sorted(set(found) ^ set(expected))))
    return differing, compared, spoken


def expected_of(event: Event, ctx: PageContext) -> dict[str, Any]:
    """What the planner finds about an event, and where it says that the event could be."""
    lang = language(ctx.settings.language)
    found = []
    for finding in ctx.clashes.of_event(event.id):
        if finding.dates[-1] < ctx.today:
            continue
        other = finding.other if finding.other is None or finding.other.id != event.id else finding.event
        found.append(
            {
                "rule": finding.rule,
                "level": finding.level.value,
                "other": other and other.id,
                "days": [day.toordinal() - EPOCH for day in finding.dates],
                "more": finding.more,
                "facts": reduced(finding.facts, ctx.lang.code),
                "words": explain(finding, lang),
                "ask": [asked(one, ctx) for one in whom_to_ask(ctx.community, other)] if other else [],
                "agreed": finding.agreed is not None,
            }
        )
    first = ctx.calendar.of_event(event.id)[0].first_day
    free = FreeDays(ctx.community, ctx.calendar, ctx.settings, ctx.clashes.rules).near(event, first)
    return {"findings": found, "days": [day.isoformat() for day in free], "halls": list(free_halls(event, ctx))}


def asked(one: Ask, ctx: PageContext) -> dict[str, Any]:
    found: dict[str, Any] = {"name": ctx.words(one.name)}
    return found | ({"contact": contact(one.contact, ctx)} if one.contact else {})


def free_halls(event: Event, ctx: PageContext) -> Iterator[str]:
    """Halls of the municipality that have their floor free on all dates to come, with the rooms that have."""
    coming = [one for one in ctx.calendar.of_event(event.id) if one.last_day >= ctx.today]
    days = ctx.free_dates.by_day
    for venue in ctx.community.venues.values():
        if venue.municipality != event.municipality or venue.private:
            continue
        others = {
            day: [one for one in dates if one.event.id != event.id]
            for day, dates in days.days_of(Kind.VENUE, venue.id).items()
        }
        floor = Floor(venue, ctx.settings, others)
        rooms = [room for room in rooms_of(venue) if all(_is_free(floor, room, one) for one in coming)]
        if rooms and coming:
            yield " ".join([venue.id, *filter(None, rooms)])


def rooms_of(venue: Venue) -> tuple[str | None, ...]:
    return tuple(one.id for one in venue.rooms) or (None,)


def _is_free(floor: Floor, room: str | None, one: Occurrence) -> bool:
    span = one.starts_at, one.ends_at
    days = range(one.first_day.toordinal(), one.ends_local.toordinal() + 1)
    return floor.ask(Need(days, [span], span[1] - span[0], one.whole_day, room)).state is State.FREE


def compare_whole(ctx: PageContext, events: list[dict[str, Any]], own: dict[str, str] | None = None) -> list[Any]:
    """Return where the browser, with the files that it fetches for an event, says something else than the planner."""
    (said,) = in_node("alike.js", "whole", [[files_of(ctx), events]], {"alike.js": DRIVER, **(own or {})})
    differing = []
    for event, answer in zip(events, said, strict=True):
        expected = expected_of(ctx.community.events[event["written"]["id"]], ctx)
        for found in (answer, expected):
            for one in found["findings"]:
                one["facts"].pop("first", None)
            found["findings"].sort(key=lambda one: json.dumps(one, sort_keys=True))
            found["halls"].sort()
        if answer != expected:
            parts = [name for name in expected if answer[name] != expected[name]]
            differing.append((event["written"], *((answer[name], expected[name]) for name in parts)))
    return differing
