"""What a calendar does not hold: apps give up at large files, so older and more distant events may be left out."""

from __future__ import annotations

from collections.abc import Iterator

from seurantalo.frozen import dataclass
from seurantalo.model.problem import Problem, Severity
from seurantalo.publishing import wording
from seurantalo.publishing.addresses import OPEN_DATA, SUBSCRIBE
from seurantalo.publishing.feeds.contents import Feed, FeedContent
from seurantalo.publishing.pages.calendar.subscribe.calendars import KIND_WORDS, CalendarList, calendars_of
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.view import Link


@dataclass(frozen=True, slots=True)
class LimitsView:
    """What is not in a calendar, in sentences, and where it is."""

    sentences: tuple[str, ...]
    links: tuple[Link, ...]


def limits_view(calendars: CalendarList, feed: Feed, root: str) -> LimitsView | None:
    """Return what a calendar leaves out; None where it has everything that there ever was."""
    say, sentences, links = calendars.ctx.lang.say, [], []
    cut = calendars.cut_of(feed)
    if cut is not None:
        sentences += [cut_sentence(calendars.ctx, *cut), say("The rest are in narrower calendars and in open data.")]
        links += [Link(say("Narrower calendars"), f"{root}{SUBSCRIBE}#valitse")]
        links += [Link(say("Open data"), f"{root}{OPEN_DATA}#muut")]
    if calendars.has_archives:
        since = wording.plain_day(calendars.made.selection.past_begins, calendars.ctx.lang)
        sentences.append(say("Events that ended before {day} are in files of their own, by year.", day=since))
        links.append(Link(say("Earlier years"), f"{root}{SUBSCRIBE}#arkisto"))
    return LimitsView(tuple(sentences), tuple(links)) if sentences else None


def cut_sentence(ctx: PageContext, whole: FeedContent, held: FeedContent) -> str:
    """Return how many of its events a calendar holds, and of which days."""
    total = whole.feed.event_count
    if not held.events:
        return ctx.lang.say("None of its {total} events fits into this calendar.", total=total)
    first, last = (wording.plain_day(day, ctx.lang) for day in held.days)
    words = "Of {total} events {kept} fit into this calendar: those from {first} to {last}."
    return ctx.lang.say(words, kept=held.count, total=total, first=first, last=last)


def cut_calendars(ctx: PageContext) -> tuple[tuple[str, str], ...]:
    """Return the calendars that do not hold all of their events: title, and what they hold."""
    return tuple(
        (_name(ctx, whole.feed), cut_sentence(ctx, whole, held)) for whole, held in calendars_of(ctx).cut.values()
    )


def cut_problems(ctx: PageContext) -> Iterator[Problem]:
    """Yield a notice for each calendar that does not hold all of its events."""
    for whole, held in calendars_of(ctx).cut.values():
        numbers = (("kept", str(held.count)), ("total", str(whole.feed.event_count)))
        values = (*numbers, ("title", _name(ctx, whole.feed)))
        yield Problem("calendar-cut", whole.feed.path, values=values, severity=Severity.NOTICE)


def _name(ctx: PageContext, feed: Feed) -> str:
    """Return what a calendar is called among those of all kinds: ``Vimpeli (kunta)``."""
    kind = KIND_WORDS.get(feed.kind) if feed.kind is not None else None
    return f"{feed.title} ({ctx.say(kind)})" if kind else feed.title
