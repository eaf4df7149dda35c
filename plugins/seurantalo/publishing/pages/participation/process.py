"""Processes of participation: their stages on a time line, the events of each, and the ideas that came."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Event
from seurantalo.model.participation import Idea, Process, ProcessStage
from seurantalo.model.record import Kind, day_of
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import IDEA_OUTCOMES, address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.idea_cards import idea_cards, newest_first
from seurantalo.publishing.pages.shared.mentions import Told
from seurantalo.publishing.pages.shared.record import Frame, frame, record_card, record_page, record_pages
from seurantalo.publishing.pages.shared.texts import period_words, prose, summary
from seurantalo.publishing.pages.shared.view import Badge, Card, Fact, Link, Tone, fact_list
from seurantalo.publishing.publication import Page, depth_prefix
from seurantalo.publishing.status import status_word
from seurantalo.publishing.zone_words import event_here

#: Ideas and events that a page names; the rest are counted.
MOST_IDEAS: Final = 40
MOST_EVENTS: Final = 12
#: For how many months there is room below the line of a phone.
_TICKS: Final = 6

_TOLD: Final[Told] = frozenset({(Kind.EVENT, "process"), (Kind.IDEA, "process")})


class Phase(StrEnum):
    """Where a stage stands on a day."""

    PAST = "past"
    NOW = "now"
    COMING = "coming"
    OPEN = "open"
    """Nobody has given it days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """A stage: its days in words, what it is, its events; and its bar on the time line in percent."""

    n: int
    name: str
    days: str
    phase: Phase
    badge: Badge | None
    meta: tuple[str, ...]
    how: Markup
    events: tuple[Link, ...]
    start: str
    length: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A month on the time line, and its place in percent."""

    words: str
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessView:
    """The page of a process. ``today`` is today's place on the time line in percent, or ``""``."""

    frame: Frame
    text: Markup
    facts: tuple[Fact, ...]
    stages: tuple[StageView, ...]
    ticks: tuple[Tick, ...]
    today: str
    ideas: tuple[Card, ...]
    more_ideas: int
    over: bool
    all_outcomes: Link


def phase_of(stage: ProcessStage, today: date) -> Phase:
    """Return where a stage stands; without an end it goes on from its start."""
    starts, ends = stage.starts, stage.ends
    if starts is None and ends is None:
        return Phase.OPEN
    if ends is not None and ends < today:
        return Phase.PAST
    return Phase.COMING if starts is not None and starts > today else Phase.NOW


def stage_days(ctx: PageContext, stage: ProcessStage) -> str:
    """Return the days of a stage in words."""
    return period_words(ctx, stage) or ctx.say("dates not known")


def current_stage(process: Process, today: date) -> ProcessStage | None:
    """Return the stage that is going on, of several the one that ends first; None where none is."""
    going = [one for one in process.stages if phase_of(one, today) is Phase.NOW]
    return min(going, key=lambda one: (one.ends or date.max, one.n), default=None)


def next_stage(process: Process, today: date) -> ProcessStage | None:
    """Return the stage that begins next; None where all have begun."""
    coming = [one for one in process.stages if phase_of(one, today) is Phase.COMING]
    return min(coming, key=lambda one: (one.starts or date.max, one.n), default=None)


def stages_between(ctx: PageContext, first: date, last: date, root: str) -> tuple[Link, ...]:
    """Return the stages of all processes that touch the days from ``first`` to ``last``, by their start."""
    found = [
        (stage.starts or stage.ends or first, stage, process)
        for process in ctx.community.processes.values()
        for stage in process.stages
        if (stage.starts or stage.ends)
        and (stage.starts or stage.ends or first) <= last
        and (stage.ends or date.max) >= first
    ]
    found.sort(key=lambda one: (one[0], one[2].id, one[1].n))
    return tuple(
        Link(
            f"{ctx.words(process.title)}: {ctx.words(stage.name)}",
            f"{root}{address(process)}#vaihe-{stage.n}",
            stage_days(ctx, stage),
        )
        for _, stage, process in found
    )


def process_view(ctx: PageContext, process: Process) -> ProcessView:
    """Return the page of a process."""
    root = depth_prefix(address(process))
    say = ctx.lang.say
    ideas = ideas_of(ctx, process)
    line = _Line(process, ctx.today)
    by_stage = _events(ctx, process)
    told = any(one.municipality == process.municipality for one in ideas)
    outcomes = f"{IDEA_OUTCOMES}{process.municipality}/" if told else IDEA_OUTCOMES
    return ProcessView(
        frame=frame(
            ctx,
            process,
            say("Taking part"),
            kicker=f"{say('Process of participation')} · {ctx.names[Kind.MUNICIPALITY][process.municipality]}",
            invented=say("This process is invented. It shows how matters proceed."),
            told=_TOLD,
        ),
        text=prose(ctx, process.text, root, "t-", 2),
        facts=fact_list(
            (say("Municipality"), ctx.links(Kind.MUNICIPALITY, (process.municipality,), root)),
            (say("Led by"), ctx.links(Kind.ORGANISATION, (process.owner,), root)),
            (say("Based on the practice"), ctx.links(Kind.PRACTICE, (process.template,), root)),
        ),
        stages=tuple(_stage(ctx, one, line, by_stage.get(one.n, ()), root) for one in process.stages),
        ticks=line.ticks(),
        today=line.today,
        ideas=idea_cards(ctx, ideas[:MOST_IDEAS], root),
        more_ideas=max(len(ideas) - MOST_IDEAS, 0),
        over=is_over(process, ctx.today),
        all_outcomes=Link(say("What became of the ideas?"), f"{root}{outcomes}"),
    )


def is_over(process: Process, today: date) -> bool:
    """Tell whether all stages of a process are done."""
    return all(phase_of(one, today) is Phase.PAST for one in process.stages)


def ideas_of(ctx: PageContext, process: Process) -> list[Idea]:
    """Return the ideas of a process, the latest first."""
    return newest_first(ctx.community.ideas[name] for name in ctx.pointing(process, Kind.IDEA, "process"))


def _events(ctx: PageContext, process: Process) -> Mapping[int, list[Event]]:
    found: dict[int, list[Event]] = {}
    for event in ctx.community.events_linking(process, "process"):
        found.setdefault(event.stage or 0, []).append(event)
    return found


def _stage(
    ctx: PageContext, stage: ProcessStage, line: _Line, events: list[Event] | tuple[()], root: str
) -> StageView:
    phase = phase_of(stage, ctx.today)
    say = ctx.lang.say
    badges = {Phase.NOW: Badge(say("going on now"), Tone.GOOD), Phase.PAST: Badge(say("done"))}
    meta = (
        say("Convened by: {who}", who=stage.convener) if stage.convener else "",
        say("Size: {size}", size=stage.size) if stage.size else "",
        _open_words(ctx, stage, over=phase is Phase.PAST),
    )
    start, length = line.place(stage)
    return StageView(
        n=stage.n,
        name=ctx.words(stage.name),
        days=stage_days(ctx, stage),
        phase=phase,
        badge=badges.get(phase),
        meta=tuple(one for one in meta if one),
        how=prose(ctx, stage.how, root, f"v{stage.n}-", 4),
        events=tuple(_event_link(ctx, one, root) for one in events[:MOST_EVENTS]),
        start=start,
        length=length,
    )


def _open_words(ctx: PageContext, stage: ProcessStage, *, over: bool) -> str:
    """Return to whom a stage is open, or was: nobody is asked to come to what is over."""
    if not stage.open_to:
        return ""
    was, now = (
        ctx.lang.say("Was open to: {whom}", whom=stage.open_to),
        ctx.lang.say("Open to: {whom}", whom=stage.open_to),
    )
    return was if over else now


def _event_link(ctx: PageContext, event: Event, root: str) -> Link:
    starts = event_here(event, ctx.settings.timezone).starts
    day = wording.day(day_of(starts), ctx.lang) if starts is not None else ctx.say("date not known")
    word = status_word(event.status, ctx.lang)
    return Link(ctx.words(event.title), f"{root}{address(event)}", f"{day} · {word}" if word else day)


class _Line:
    """The time line of a process: from its first day to its last, in percent."""

    def __init__(self, process: Process, today: date) -> None:
        days = [day for stage in process.stages for day in (stage.starts, stage.ends) if day is not None]
        self._first = min(days, default=None)
        self._last = max(days, default=None)
        self._days = (self._last - self._first).days + 1 if self._first and self._last else 0
        inside = self._first is not None and self._last is not None and self._first <= today <= self._last
        self.today = self._percent(today) if inside else ""

    def _percent(self, day: date) -> str:
        return f"{100 * (day - (self._first or day)).days / self._days:.2f}%"

    def place(self, stage: ProcessStage) -> tuple[str, str]:
        """Return where a stage's bar begins and how long it is; nothing for a stage without days."""
        if self._first is None or self._last is None or (stage.starts is None and stage.ends is None):
            return "", ""
        starts, ends = stage.starts or stage.ends or self._first, stage.ends or self._last
        return self._percent(starts), f"{100 * ((ends - starts).days + 1) / self._days:.2f}%"

    def ticks(self) -> tuple[Tick, ...]:
        """Return the months that begin on the line, at most six; a year's first has its year.

        On a phone six are as many as have room, and a first one that the next year follows leaves its year out.
        """
        if self._first is None or self._last is None:
            return ()
        months = []
        year, month = self._first.year, self._first.month
        while date(year, month, 1) <= self._last:
            if date(year, month, 1) >= self._first:
                months.append(date(year, month, 1))
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        shown = months[:: max(len(months) - 1, 0) // _TICKS + 1]
        close = len(shown) > _TICKS // 2 and shown[0].month > 1 and shown[0].year != shown[1].year
        years = [shown[0].year if close else 0, *(day.year for day in shown)] if shown else []
        return tuple(
            Tick(f"{day.month}/{day.year}" if day.year != before else f"{day.month}", self._percent(day))
            for before, day in zip(years, shown, strict=False)
        )


def process_card(ctx: PageContext, process: Process, root: str) -> Card:
    """Return a process for a list: where it is going now, and how many ideas it has."""
    going, coming = current_stage(process, ctx.today), next_stage(process, ctx.today)
    meta = [
        ctx.lang.say(message, stage=ctx.words(one.name), days=stage_days(ctx, one))
        for message, one in (("now: {stage}, {days}", going), ("next: {stage}, {days}", coming))
        if one is not None
    ] or [ctx.say("all stages are done") if is_over(process, ctx.today) else ctx.say("dates not known")]
    ideas = len(ideas_of(ctx, process))
    if ideas:
        meta.append(ctx.lang.count("{n} idea", "{n} ideas", ideas))
    text, place = summary(ctx, process.text, 150), ctx.names[Kind.MUNICIPALITY][process.municipality]
    return record_card(ctx, process, root, text=text, kicker=place, meta=tuple(meta))


def _page(ctx: PageContext, process: Process) -> Page:
    view = process_view(ctx, process)
    description = summary(ctx, process.text) or view.frame.kicker.replace(" · ", ", ")
    return record_page(ctx, process, "participation/process.html", view, description)


#: A page for each process, by address.
process_pages: Final = record_pages(lambda community: community.processes, _page)
