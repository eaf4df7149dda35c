"""``seurantalo poster EVENT``: the poster of an event for a notice board, or its picture for social media."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.named_records import find_day
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.language import LANGUAGES
from seurantalo.model.event import Event
from seurantalo.planner.occurrence import Occurrence
from seurantalo.project import Project
from seurantalo.publishing import wording
from seurantalo.publishing.pages.event.page import shown_occurrence
from seurantalo.publishing.pages.shared.context import PageContext, in_language
from seurantalo.publishing.prints import Format, Size, lost_signs, poster_of, sheet
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.report import format_text

_SIZES: Final = tuple(size.value for size in Size)
_FORMATS: Final = tuple(form.value for form in Format)
#: Days of a series that are named where another was asked for.
_MOST_DAYS: Final = 6


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``poster``."""
    parser = commands.add_parser("poster", parents=[shared], help="make the poster of an event, or its picture")
    parser.add_argument("event", metavar="EVENT", help="the event: the name of its file, or its title")
    parser.add_argument("--day", default="", metavar="29.5.2027", help="which day of an event of several")
    parser.add_argument("--size", choices=_SIZES, default=Size.A4.value, help="the paper, or the picture for phones")
    parser.add_argument("--format", choices=_FORMATS, help="the form of the file (default: what its name ends in)")
    parser.add_argument(
        "--language", choices=tuple(LANGUAGES), help="the language of the poster (default: the site's)"
    )
    parser.add_argument(
        "--output", default="", metavar="FILE", help="the file to write (default: named by the event)"
    )
    parser.set_defaults(command=_poster)


def make(project: Project, event: str, language: str | None, output: str) -> ExitCode:
    """Write the poster of an event on A4; raise UsageError."""
    options = Namespace(event=event, language=language, output=output, size=Size.A4.value, format=None, day="")
    return _poster(project, options)


def _poster(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    event = _find_event(options.event, reading.community.events)
    size = Size(options.size)
    form, output = _file(options, event, size)
    parts = project.parts(project.plan(reading.community))
    ctx = in_language(parts, options.language or project.own_language or project.lang.code)
    poster = poster_of(ctx, _date(project, ctx, event, options.day), size)
    output.write_bytes(sheet(poster, form))
    say(project.lang.say("Written: {file}", file=output))
    if lost := lost_signs(poster):
        say(project.lang.say("These signs can't be printed, and were left out: {signs}", signs=" ".join(lost)))
    return ExitCode.CLEAN


def _find_event(written: str, events: Mapping[str, Event]) -> Event:
    """Return the event that is called so, by id or title; raise UsageError."""
    if written in events:
        return events[written]
    known = {name: name for name in events}
    for event in events.values():
        for _, title in event.title.versions:
            known.setdefault(title.casefold(), event.id)
    name = known.get(written.casefold())
    if name is None:
        near = nearest(written.casefold(), known)
        raise UsageError("There is no event “{name}”.", known[near] if near else "", name=written)
    return events[name]


def _file(options: Namespace, event: Event, size: Size) -> tuple[Format, Path]:
    """Return what to write, and where: the name's end and the form have to agree."""
    usual = Format.PNG if size is Size.PICTURE else Format.PDF
    if not options.output:
        form = Format(options.format) if options.format else usual
        return form, Path(f"{event.id}-{size.value}.{form.value}")
    output = Path(options.output)
    ending = output.suffix.lower().removeprefix(".")
    if ending not in _FORMATS or options.format not in (None, ending):
        right = (
            output.with_suffix(f".{options.format or usual.value}") if output.name else f"{event.id}.{usual.value}"
        )
        raise UsageError("{option}: “{found}”. Write it so: {right}.", option="--output", found=output, right=right)
    return Format(ending), output


def _date(project: Project, ctx: PageContext, event: Event, written: str) -> Occurrence:
    """Return the date that is asked for, else the one that the event's page is about; raise UsageError."""
    dates = ctx.calendar.of_event(event.id)
    if not written:
        shown = shown_occurrence(ctx, dates)
        if shown is None:
            raise UsageError("The date of {event} is not known, so it has no poster yet.", event=event.id)
        return shown
    day = find_day("--day", written)
    found = next((one for one in dates if one.first_day <= day <= one.last_day), None)
    if found is None:
        coming = [one.first_day for one in dates if one.last_day >= ctx.today] or [one.first_day for one in dates]
        days = ", ".join(wording.plain_day(one, project.lang) for one in coming[:_MOST_DAYS])
        raise UsageError(
            "{event} is not held on {day}. Its days: {days}.",
            event=event.id,
            day=wording.plain_day(day, project.lang),
            days=f"{days}, …" if len(coming) > _MOST_DAYS else days or "–",
        )
    return found
