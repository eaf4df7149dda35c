"""What came of an event, and its log, for its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from markupsafe import Markup

from seurantalo.frozen import dataclass
from seurantalo.model.event import Counted, FollowUp, FollowUpStatus, Outcome
from seurantalo.model.parts import LogEntry
from seurantalo.model.record import Kind
from seurantalo.publishing import wording
from seurantalo.publishing.pages.event.surroundings import Surroundings
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.texts import marked, marked_all, prose
from seurantalo.publishing.pages.shared.view import Badge, Link, Tone


@dataclass(frozen=True, slots=True)
class OutcomeView:
    """What came of an event."""

    attendance: str
    summary: Markup
    findings: tuple[str, ...]
    follow_ups: tuple[tuple[Badge, str, str], ...]
    """(where it stands, what, who and by when)"""
    inspired: tuple[Link, ...]
    ideas: tuple[Link, ...]


#: How a promise is marked, by where it stands.
_MARKS: Final[Mapping[FollowUpStatus, tuple[str, Tone]]] = {
    FollowUpStatus.OPEN: ("open", Tone.WARN),
    FollowUpStatus.IN_WORK: ("in work", Tone.INFO),
    FollowUpStatus.DONE: ("done", Tone.GOOD),
    FollowUpStatus.DROPPED: ("dropped", Tone.PLAIN),
}


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
        summary=prose(ctx, outcome.summary, around.root, "o-"),
        findings=marked_all(ctx, outcome.findings, around.root),
        follow_ups=tuple(_follow_up(ctx, around.root, promise) for promise in outcome.follow_ups),
        inspired=tuple(around.links[Kind.PRACTICE, name] for name in outcome.inspired),
        ideas=tuple(around.links[Kind.IDEA, name] for name in outcome.ideas),
    )


def log_lines(
    ctx: PageContext, around: Surroundings, log: tuple[LogEntry, ...]
) -> tuple[tuple[str, str, Markup], ...]:
    """Return the entries of a log as (ISO day, day in words, text), the newest first."""
    ordered = sorted(enumerate(log), key=lambda pair: (pair[1].date, pair[0]), reverse=True)
    return tuple(
        (
            entry.date.isoformat(),
            wording.plain_day(entry.date, ctx.lang),
            prose(ctx, entry.text, around.root, f"l{number}-"),
        )
        for number, entry in ordered
    )


def _follow_up(ctx: PageContext, root: str, promise: FollowUp) -> tuple[Badge, str, str]:
    """Return where a promise stands, what it is, and who keeps it by when."""
    words, tone = _MARKS[promise.status]
    due = ctx.lang.say("by {day}", day=wording.plain_day(promise.due, ctx.lang)) if promise.due is not None else ""
    meta = ", ".join(filter(None, (promise.owner, due)))
    return Badge(ctx.say(words), tone), marked(ctx, promise.text, root), meta
