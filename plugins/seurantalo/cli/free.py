"""``seurantalo free``: which days suit an event that has no day yet, the best first, and why."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.named_records import find_day, find_named, find_weekdays
from seurantalo.cli.site_file import UsageError
from seurantalo.model.community import Community
from seurantalo.planner.free import FreeDates, RatedDay, ReasonWords, Wish, grade_in_words
from seurantalo.project import Project
from seurantalo.publishing import wording
from seurantalo.reading.report import format_text

#: Days weighed where no end is given, and days shown.
SPAN: Final = timedelta(days=364)
MOST: Final = 10


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``free``."""
    parser = commands.add_parser("free", parents=[shared], help="say which days are free, the best first, and why")
    parser.add_argument("--municipality", default="", metavar="NAME", help="the municipality, by id or name")
    parser.add_argument("--venue", default="", metavar="NAME", help="the place that must be free")
    parser.add_argument(
        "--audience", action="append", default=[], metavar="NAME", help="for whom it is (may be repeated)"
    )
    parser.add_argument("--weekday", action="append", default=[], metavar="la,su", help="only these days of the week")
    parser.add_argument("--from", dest="first", default="", metavar="1.5.2027", help="the first day (default: today)")
    parser.add_argument(
        "--to", dest="last", default="", metavar="31.5.2027", help="the last day (default: in a year)"
    )
    shown = "how many days to show (%(default)s; 0: all)"
    parser.add_argument("--most", type=int, default=MOST, metavar="N", help=shown)
    parser.add_argument("--format", choices=("text", "json"), default="text", help="the form of the answer")
    parser.set_defaults(command=_free)


def _free(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    community = reading.community
    if community is None:
        print(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    wish = _wish(project, community, options)
    calendar = project.calendar(community)
    days = FreeDates(community, calendar, project.settings).rank(wish)
    shown = days[: options.most] if options.most > 0 else days
    words = ReasonWords(community, project.lang)
    if options.format == "json":
        print(json.dumps(_as_json(project, wish, shown, words), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_as_text(project, community, wish, (shown, len(days)), words)))
    return ExitCode.CLEAN


def _wish(project: Project, community: Community, options: Namespace) -> Wish:
    """Return what is asked for; raise UsageError for what is not known or makes no sense."""
    venue = find_named("venue", options.venue, community.venues) if options.venue else None
    home = community.venues[venue].municipality if venue else ""
    if options.municipality:
        municipality = find_named("municipality", options.municipality, community.municipalities)
        if home and home != municipality:
            raise UsageError(f"The venue “{venue}” is in {home}, not in {municipality}.")
    elif home:
        municipality = home
    else:
        raise UsageError("Name a municipality or a venue, for example --municipality vimpeli.")
    today = project.today
    first = find_day("--from", options.first) if options.first else today
    last = find_day("--to", options.last) if options.last else max(first, today) + SPAN
    if last < first:
        raise UsageError(f"--to ({last}) is before --from ({first}).")
    if last < today:
        raise UsageError(f"{last} is in the past; today is {today}.")
    horizon = today + timedelta(days=project.settings.horizon_days)
    if last > horizon:
        raise UsageError(f"Repeating events are known until {horizon}: give a --to that is no later.")
    return Wish(
        municipality=municipality,
        first=max(first, today),
        last=last,
        audiences=tuple(find_named("audience", name, community.audiences) for name in options.audience),
        venue=venue,
        weekdays=find_weekdays(options.weekday),
    )


def _as_text(
    project: Project, community: Community, wish: Wish, found: tuple[Sequence[RatedDay], int], words: ReasonWords
) -> list[str]:
    lang = project.lang
    shown, count = found
    named = [
        community.municipalities[wish.municipality].name,
        *(community.venues[name].name for name in (wish.venue,) if name),
        *(community.audiences[name].name for name in wish.audiences),
    ]
    parts = [text.in_language(lang.code) for text in named]
    parts += [wording.plain_days(wish.first, wish.last, lang)]
    lines = [lang.say("Free days: {what}", what=", ".join(parts))]
    dates = [wording.day(rated.day, lang) for rated in shown]
    width = max(map(len, dates), default=0)
    for number, (rated, day) in enumerate(zip(shown, dates, strict=True), start=1):
        grade = grade_in_words(rated.grade, lang)
        why = "; ".join(words.say(reason, whom) for reason, whom, _ in rated.reasons)
        lines.append(f"{number:>4}. {day:<{width}}  {grade}{': ' if why else ''}{why}")
    if not shown:
        lines.append(lang.say("No such day in this time."))
    elif count > len(shown):
        lines.append(lang.count("{n} day was weighed.", "{n} days were weighed.", count))
    return lines


def _as_json(project: Project, wish: Wish, shown: Sequence[RatedDay], words: ReasonWords) -> dict[str, Any]:
    return {
        "municipality": wish.municipality,
        "venue": wish.venue,
        "audiences": list(wish.audiences),
        "weekdays": sorted(day + 1 for day in wish.weekdays),
        "from": wish.first.isoformat(),
        "to": wish.last.isoformat(),
        "today": project.today.isoformat(),
        "days": [
            {
                "date": rated.day.isoformat(),
                "weekday": rated.day.isoweekday(),
                "grade": rated.grade.value,
                "points": rated.points,
                "reasons": [
                    {
                        "kind": reason.kind.value,
                        "points": points,
                        "event": reason.occurrence.event.id if reason.occurrence else None,
                        "text": words.say(reason, whom),
                    }
                    for reason, whom, points in rated.reasons
                ],
            }
            for rated in shown
        ],
    }
