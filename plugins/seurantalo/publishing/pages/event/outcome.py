"""What came of an event, and its log, for its page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from seurantalo.model.event import Counted, FollowUp, FollowUpStatus, Outcome
from seurantalo.model.parts import LogEntry
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.publishing import wording
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.other_language import marked, marked_all, other_language
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone
from seurantalo.publishing.prose import ProseContext, render_prose


@dataclass(frozen=True, slots=True)
class FollowUpLine:
    """A promise: what, who and by when, and where it stands."""

    text: str
    meta: str
    badge: Badge


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What came of an event."""

    attendance: str
    summary: Markup
    findings: tuple[str, ...]
    follow_ups: tuple[FollowUpLine, ...]
    inspired: tuple[Link, ...]
    ideas: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LogLine:
    """An entry of a log."""

    iso: str
    day: str
    text: Markup


def outcome_view(ctx: PageContext, around: Surroundings, outcome: Outcome) -> OutcomeView:
    """Return what came of an event."""
    count = ctx.lang.count
    attendance = ""
    if outcome.attendance is not None:
        attendance = (
            count("{n} organisation took part", "{n} organisations took part", outcome.attendance)
            if outcome.counted is Counted.ORGANISATIONS
            else count("{n} person took part", "{n} people took part", outcome.attendance)
        )
    return OutcomeView(
        attendance=attendance,
        summary=_prose(ctx, around, outcome.summary, "o-"),
        findings=marked_all(ctx, outcome.findings),
        follow_ups=tuple(_follow_up(ctx, promise) for promise in outcome.follow_ups),
        inspired=tuple(around.links[Kind.PRACTICE, name] for name in outcome.inspired),
        ideas=tuple(around.links[Kind.IDEA, name] for name in outcome.ideas),
    )


def log_lines(ctx: PageContext, around: Surroundings, log: tuple[LogEntry, ...]) -> tuple[LogLine, ...]:
    """Return a log, the newest entry first."""
    return tuple(
        LogLine(
            entry.date.isoformat(),
            wording.plain_day(entry.date, ctx.lang),
            _prose(ctx, around, entry.text, f"l{number}-"),
        )
        for number, entry in sorted(enumerate(log), key=lambda pair: (pair[1].date, pair[0]), reverse=True)
    )


def _prose(ctx: PageContext, around: Surroundings, text: Text, id_prefix: str) -> Markup:
    place = ProseContext(
        community=ctx.community, language=ctx.lang.code, prefix=around.root, heading_level=3, id_prefix=id_prefix
    )
    made = render_prose(text.in_language(ctx.lang.code), place)
    other = other_language(ctx, text)
    return Markup('<div lang="{}">{}</div>').format(other, made) if other else made


def _follow_up(ctx: PageContext, promise: FollowUp) -> FollowUpLine:
    say = ctx.lang.say
    badge = {
        FollowUpStatus.OPEN: Badge(say("open"), Tone.WARN),
        FollowUpStatus.IN_WORK: Badge(say("in work"), Tone.INFO),
        FollowUpStatus.DONE: Badge(say("done"), Tone.GOOD),
        FollowUpStatus.DROPPED: Badge(say("dropped")),
    }[promise.status]
    meta = [promise.owner] if promise.owner else []
    if promise.due is not None:
        meta.append(say("by {day}", day=wording.plain_day(promise.due, ctx.lang)))
    return FollowUpLine(marked(ctx, promise.text), ", ".join(meta), badge)
