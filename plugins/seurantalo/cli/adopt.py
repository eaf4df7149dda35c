"""``seurantalo adopt``: write the files with which an organisation takes a practice up."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.named_records import find_day, find_named
from seurantalo.cli.printing import say
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.community import Community
from seurantalo.model.fields.words import value_of
from seurantalo.model.practice import AdoptionStatus
from seurantalo.model.record import Kind
from seurantalo.planner.free import FreeDates, grade_in_words
from seurantalo.project import Project
from seurantalo.publishing import wording
from seurantalo.publishing.pages.wiki.practice.adoption_draft import Adopting, AdoptionDraft, Drafter, DraftFile
from seurantalo.reading.report import format_text
from seurantalo.wiki import practice_log


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``adopt``."""
    parser = commands.add_parser(
        "adopt", parents=[shared], help="start using a good practice: its files and its dates"
    )
    parser.add_argument("practice", metavar="PRACTICE", help="short name or title of the practice")
    parser.add_argument("--organisation", required=True, metavar="NAME", help="who starts using it")
    parser.add_argument(
        "--municipality", default="", metavar="NAME", help="where (default: the organisation's municipality)"
    )
    parser.add_argument(
        "--from", dest="first", default="", metavar="1.5.2027", help="the first day for it (default: in six weeks)"
    )
    parser.add_argument(
        "--status",
        default="planned",
        metavar="STATUS",
        help="interested, planned, trying or in-use, also in Finnish or Swedish (default: planned)",
    )
    parser.add_argument("--dry-run", action="store_true", help="show the files, write nothing")
    parser.set_defaults(command=_adopt)


def _adopt(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    draft = _draft(project, reading.community, options)
    files = (draft.adoption, *(event.file for event in draft.events))
    if options.dry_run:
        for file in files:
            say(f"# {file.path}\n{file.text}")
    else:
        for file in files:
            _write(project, file)
    _tell(project, draft)
    return ExitCode.CLEAN


def _draft(project: Project, community: Community, options: Namespace) -> AdoptionDraft:
    """Return the files that are asked for; raise UsageError for what is not known or makes no sense."""
    practice = community.practices[find_named(Kind.PRACTICE, options.practice, community.practices)]
    adopter = community.organisations[find_named(Kind.ORGANISATION, options.organisation, community.organisations)]
    place = adopter.municipality or ""
    if options.municipality:
        place = find_named(Kind.MUNICIPALITY, options.municipality, community.municipalities)
    elif not place:
        raise UsageError("“{name}” is of the whole region: name a municipality with --municipality.", name=adopter.id)
    first = find_day("--from", options.first) if options.first else None
    if first is not None and first < project.today:
        raise UsageError(
            "--from ({day}) is in the past; today is {today}.",
            day=wording.plain_day(first, project.lang),
            today=wording.plain_day(project.today, project.lang),
        )
    status = value_of(AdoptionStatus, options.status)
    if not isinstance(status, AdoptionStatus) or status is AdoptionStatus.STOPPED:
        raise UsageError("--status is interested, planned, trying or in-use, not “{found}”.", found=options.status)
    for adoption in community.adoptions.values():
        if (adoption.practice, adoption.adopter, adoption.municipality) == (practice.id, adopter.id, place):
            raise UsageError(
                "{path} tells already that “{name}” does this.", path=adoption.origin.path, name=adopter.id
            )
    calendar = project.calendar(community)
    drafter = Drafter(
        community=community,
        free=FreeDates(community, calendar, project.settings),
        lang=project.lang,
        events_folder=project.settings.events_folder,
        today=project.today,
    )
    return drafter.draft(
        Adopting(
            practice=practice,
            totals=practice_log(community, practice, calendar.of_event, project.today).totals,
            municipality=community.municipalities[place],
            adopter=adopter,
            status=status,
            first=first,
        )
    )


def _write(project: Project, file: DraftFile) -> None:
    """Write a new file; raise UsageError rather than touch one that is there."""
    path = _place(project, file)
    if path.exists():
        raise UsageError("{path} is there already.", path=path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file.text, encoding="utf-8", newline="\n")


def _place(project: Project, file: DraftFile) -> Path:
    """Return where a file goes: records other than events are in the folder that the site file names."""
    if file.kind is Kind.EVENT:
        return project.root / file.path
    return project.docs / file.path.partition("/")[2]


def _tell(project: Project, draft: AdoptionDraft) -> None:
    lang = project.lang
    say(draft.adoption.path)
    for event in draft.events:
        when = wording.when(event.starts, None, lang)
        say(f"{event.file.path}: {event.title}, {when} ({grade_in_words(event.rated.grade, lang)})")
