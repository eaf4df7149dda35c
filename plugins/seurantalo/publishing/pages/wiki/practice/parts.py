"""Parts of a practice's page that need working out: the log, money, evidence, adopters, sources."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Counted, Event, FollowUp, Outcome
from seurantalo.model.parts import Budget
from seurantalo.model.practice import Adoption, Practice, PracticeStage
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import address
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.labels import (
    ADOPTION_STATUSES,
    ADOPTION_TONES,
    FORMATS,
    PRACTICE_STAGES,
    STAGE_TONES,
)
from seurantalo.publishing.pages.shared.record import demo_badges
from seurantalo.publishing.pages.shared.texts import marked, marked_all, prose
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone
from seurantalo.publishing.pages.wiki.source import about_source
from seurantalo.wiki import Evidence, LogLine, Mark, PracticeLog, practice_log


@dataclass(frozen=True, slots=True)
class AdopterRow:
    """Who has taken a practice up, how far they are, and what they do otherwise."""

    adopter: Link
    municipality: Link
    status: Badge
    since: str
    why: str
    changed: tuple[str, ...]
    result: Markup
    text: Markup
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRow:
    """A row of the log. ``plan`` tells of a plan that came true otherwise, ``more`` counts what is folded."""

    iso: str
    day: str
    title: Link | None
    municipality: str
    plan: str
    amount: str
    text: Markup
    findings: tuple[str, ...]
    follow_ups: tuple[str, ...]
    more: str
    badges: tuple[Badge, ...]


#: Evidence -> the source texts for one and for many, and how strong it looks.
_MARKS: Final[Mapping[Evidence, tuple[str, str, Tone]]] = {
    Evidence.HELD: ("held {n} time", "held {n} times", Tone.GOOD),
    Evidence.SPREAD: ("done in {n} municipality", "done in {n} municipalities", Tone.GOOD),
    Evidence.ATTENDED: ("{n} participant", "{n} participants", Tone.GOOD),
    Evidence.FORMATS: ("{n} form: {formats}", "{n} forms: {formats}", Tone.INFO),
    Evidence.LAST_HELD: ("last held {month}", "last held {month}", Tone.PLAIN),
    Evidence.MOVED: ("{n} date moved", "{n} dates moved", Tone.PLAIN),
    Evidence.ADOPTED: ("used by {n} other", "used by {n} others", Tone.GOOD),
    Evidence.ENDORSED: ("recommended by {n}", "recommended by {n}", Tone.INFO),
    Evidence.SOURCED: ("{n} source", "{n} sources", Tone.PLAIN),
}


def practice_logs(ctx: PageContext) -> Mapping[str, PracticeLog]:
    """Return the log of every practice on the site's today, by id."""
    return {name: log_of(ctx, one) for name, one in ctx.community.practices.items()}


def log_of(ctx: PageContext, one: Practice) -> PracticeLog:
    """Return the log of a practice on the site's today."""
    return practice_log(ctx.community, one, ctx.calendar.of_event, ctx.today)


def stage_badges(ctx: PageContext, one: Practice, next_day: date | None) -> tuple[Badge, ...]:
    """Return how far a practice is; nothing where it is said to have ended, and a date of it is still to come."""
    if one.stage is PracticeStage.ENDED and next_day is not None:
        return ()
    return (Badge(ctx.say(PRACTICE_STAGES[one.stage]), STAGE_TONES.get(one.stage, Tone.PLAIN)),)


def mark_badges(ctx: PageContext, marks: Iterable[Mark]) -> tuple[Badge, ...]:
    """Return evidence as badges with words."""
    found = []
    for mark in marks:
        one, many, tone = _MARKS[mark.evidence]
        formats = ctx.lang.listed([ctx.lang.say(FORMATS[form]) for form in mark.formats])
        month = "" if mark.day is None else f"{mark.day.month}/{mark.day.year}"
        found.append(Badge(ctx.lang.count(one, many, mark.n, formats=formats, month=month), tone))
    return tuple(found)


def source_lines(ctx: PageContext, names: Iterable[str], root: str) -> tuple[Link, ...]:
    """Return the documents that a text rests on."""
    sources = ctx.community.sources
    links = ((name, ctx.link(Kind.SOURCE, name, root)) for name in names)
    return tuple(Link(link.text, link.href, about_source(ctx, sources[name])) for name, link in links)


def money_rows(ctx: PageContext, practice: Practice, root: str) -> tuple[tuple[Link, str], ...]:
    """Return who paid and how much, unknown sums said so; funders of whom the budget is silent come last."""
    say = ctx.lang.say
    budget = practice.budget or Budget()
    by_name = {
        ctx.names[Kind.ORGANISATION][name]: ctx.link(Kind.ORGANISATION, name, root) for name in practice.funders
    }
    unknown, altogether = say("sum not known"), Link(say("Altogether"))
    rows = [
        (
            by_name.pop(share.funder, Link(share.funder)),
            unknown if share.amount is None else ctx.lang.euros(share.amount),
        )
        for share in budget.shares
    ]
    rows += [(link, unknown) for link in by_name.values()]
    if budget.total is not None:
        rows.append((altogether, ctx.lang.euros(budget.total)))
    elif practice.budget is not None and len(rows) > 1:
        rows.append((altogether, unknown))
    return tuple(rows)


def adopter_rows(ctx: PageContext, adoptions: Iterable[Adoption], root: str) -> tuple[AdopterRow, ...]:
    """Return who uses a practice."""
    return tuple(
        AdopterRow(
            adopter=ctx.link(Kind.ORGANISATION, one.adopter, root),
            municipality=ctx.link(Kind.MUNICIPALITY, one.municipality, root),
            status=Badge(ctx.lang.say(ADOPTION_STATUSES[one.status]), ADOPTION_TONES.get(one.status, Tone.PLAIN)),
            since=_since(ctx, one),
            why=marked(ctx, one.why, root),
            changed=marked_all(ctx, one.changed, root),
            result=prose(ctx, one.result, root, f"a-{one.id}-", 4),
            text=prose(ctx, one.text, root, f"b-{one.id}-", 4),
            badges=demo_badges(ctx, one),
        )
        for one in adoptions
    )


def _since(ctx: PageContext, one: Adoption) -> str:
    """Return since when, and on which day somebody last made sure: an old word is not taken for news."""
    since = wording.plain_day(one.since, ctx.lang)
    if one.reviewed is None or one.reviewed == one.since:
        return ctx.lang.say("since {date}", date=since)
    return ctx.lang.say("since {date}, as of {day}", date=since, day=wording.plain_day(one.reviewed, ctx.lang))


def log_rows(ctx: PageContext, log: PracticeLog, root: str) -> tuple[LogRow, ...]:
    """Return what happened, oldest first."""
    return tuple(_log_row(ctx, line, n, root) for n, line in enumerate(log.lines, 1))


def _log_row(ctx: PageContext, line: LogLine, n: int, root: str) -> LogRow:
    event, outcome = line.event, line.outcome
    return LogRow(
        iso=line.day.isoformat() if line.day is not None else "",
        day=wording.plain_day(line.day, ctx.lang) if line.day is not None else ctx.lang.say("date not known"),
        title=Link(ctx.words(event.title), f"{root}{address(event)}") if event is not None else None,
        municipality=ctx.names[Kind.MUNICIPALITY][event.municipality] if event is not None else "",
        plan=_plan(ctx, line),
        amount=attendance_words(ctx, outcome) if outcome is not None else "",
        text=prose(ctx, line.text, root, f"l{n}-", 4),
        findings=marked_all(ctx, outcome.findings, root) if outcome is not None else (),
        follow_ups=tuple(_follow_up(ctx, one) for one in outcome.follow_ups) if outcome is not None else (),
        more=_more(ctx, outcome) if outcome is not None else "",
        badges=_log_badges(ctx, event, line),
    )


def _more(ctx: PageContext, outcome: Outcome) -> str:
    found, agreed = len(outcome.findings), len(outcome.follow_ups)
    amounts = (
        (found, ctx.lang.count("{n} finding", "{n} findings", found)),
        (agreed, ctx.lang.count("{n} thing agreed", "{n} things agreed", agreed)),
    )
    return ", ".join(words for n, words in amounts if n)


def _plan(ctx: PageContext, line: LogLine) -> str:
    if line.planned is None or line.held is None:
        return ""
    return wording.planned_and_held(line.planned, line.held, ctx.lang)


def _log_badges(ctx: PageContext, event: Event | None, line: LogLine) -> tuple[Badge, ...]:
    meetings = ctx.lang.count("{n} meeting", "{n} meetings", line.dates)
    badges = (Badge(meetings),) if line.dates > 1 else ()
    return (*badges, *demo_badges(ctx, event)) if event is not None else badges


def attendance_words(ctx: PageContext, outcome: Outcome) -> str:
    """Return how many came; ``""`` where nobody counted."""
    if outcome.attendance is None:
        return ""
    if outcome.counted is Counted.ORGANISATIONS:
        return ctx.lang.count("{n} association", "{n} associations", outcome.attendance)
    return ctx.lang.count("{n} participant", "{n} participants", outcome.attendance)


def _follow_up(ctx: PageContext, one: FollowUp) -> str:
    due = ctx.lang.say("by {when}", when=wording.plain_day(one.due, ctx.lang)) if one.due is not None else ""
    more = ", ".join(words for words in (one.owner, due) if words)
    return f"{ctx.words(one.text)} ({more})" if more else ctx.words(one.text)


def totals_words(ctx: PageContext, log: PracticeLog, next_day: date | None) -> tuple[str, ...]:
    """Return what the log comes to, each total a few words; nothing where there are no dates."""
    totals = log.totals
    count, say = ctx.lang.count, ctx.lang.say
    words = [count("held {n} time", "held {n} times", totals.runs)] if totals.runs else []
    places = len(totals.municipalities)
    if places > 1:
        words.append(count("in {n} municipality", "in {n} municipalities", places))
    if totals.people:
        words.append(count("{n} participant altogether", "{n} participants altogether", totals.people))
    if totals.organisations:
        words.append(count("{n} organisation altogether", "{n} organisations altogether", totals.organisations))
    if totals.last_held is not None:
        words.append(say("last {date}", date=wording.plain_day(totals.last_held, ctx.lang)))
    if next_day is not None:
        words.append(say("next {date}", date=wording.plain_day(next_day, ctx.lang)))
    return tuple(words)
