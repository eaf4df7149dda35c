"""``seurantalo new``: what the site's form makes, on a computer: new files, or a change of one that is there."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator

from seurantalo.cli.change import change_between, check, errors
from seurantalo.cli.check_words import Answer, as_text
from seurantalo.cli.clash_news import compare
from seurantalo.cli.clash_words import as_text as clashes_as_text
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.event_files import write_all
from seurantalo.cli.new_asked import ACTS, asked_for, proposal_from
from seurantalo.cli.new_files import NewFiles, new_files, with_new_files
from seurantalo.cli.new_pasted import pasted, pasted_proposal
from seurantalo.cli.printing import say, say_json
from seurantalo.cli.usage_error import UsageError
from seurantalo.project import Project
from seurantalo.proposing import Proposal
from seurantalo.proposing.change import Conflict
from seurantalo.reading.report import format_text


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``new``."""
    parser = commands.add_parser(
        "new", parents=[shared], help="add an event or another record, or take in a proposal"
    )
    parser.add_argument(
        "values",
        nargs="*",
        metavar="FIELD=VALUE",
        help="what to write; without any, the questions of the form are asked",
    )
    parser.add_argument("--kind", choices=sorted(ACTS), default="event", help="what to add (default: event)")
    parser.add_argument(
        "--from", dest="source", default="", metavar="LINK|FILE", help="a proposal: its link, or a file that holds it"
    )
    parser.add_argument(
        "--from-text",
        default="",
        metavar="FILE|-",
        help="a notice from a paper or a message, - for standard input: what it says is filled in",
    )
    parser.add_argument(
        "--format",
        choices=("text", "json"),
        default="text",
        help="of --from-text: files for people to look at, or what was read as JSON",
    )
    parser.add_argument("--dry-run", action="store_true", help="show the files, write nothing")
    parser.set_defaults(command=_new)


def _new(project: Project, options: Namespace) -> ExitCode:
    if options.format == "json" and not options.from_text:
        raise UsageError("--format json goes with --from-text.")
    reading = project.read()
    if reading.community is None:
        say(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    if options.format == "json":
        say_json(pasted(project, options.from_text).as_json())
        return ExitCode.CLEAN
    files = new_files(project, _proposal(project, options))
    if files.conflicts:
        say(*_side_by_side(project, files))
        return ExitCode.ERRORS
    with with_new_files(project, files) as after:
        before, now = check(project), check(after)
        change = change_between(after, now, project, before)
        wrong = bool(errors(change.added))
        for path in files.kept:
            say(project.lang.say("{path} is there already, and stays as it is.", path=path))
        if options.dry_run or wrong:
            for path, text in files.texts.items():
                say(f"# {path}", text.rstrip("\n"), "")
        say(*as_text(Answer(project.lang, now.reading.files, change.added, change)))
        if now.plan is not None:
            say(*clashes_as_text(compare(after, before.plan, now.plan).added, project.lang))
    lang = project.lang
    if wrong:
        say(lang.say("Nothing was written."))
        return ExitCode.ERRORS
    if not options.dry_run:
        write_all(project.root, files.new, files.changed, files.read)
        for path in files.texts:
            say(lang.say("Written: {path}", path=path))
    return ExitCode.CLEAN


def _proposal(project: Project, options: Namespace) -> Proposal:
    """Return what is to be written: of a link or a file, of the command line, or of answers to questions."""
    if options.source and options.values:
        raise UsageError("--from says everything: leave {found} out.", found=options.values[0])
    if options.source:
        return proposal_from(options.source)
    if options.from_text:
        return pasted_proposal(project, options.from_text, options.values)
    return asked_for(project, ACTS[options.kind], options.values)


def _side_by_side(project: Project, files: NewFiles) -> Iterator[str]:
    lang = project.lang
    for path, found in files.conflicts.items():
        yield lang.say("{path} has been changed since the proposal was made. Both cannot stand:", path=path)
        for conflict in found:
            yield from _conflict(project, conflict)
    yield lang.say("Nothing was written.")


def _conflict(project: Project, conflict: Conflict) -> Iterator[str]:
    lang = project.lang
    for title, lines in (
        (lang.say("before"), conflict.before),
        (lang.say("in the file now"), conflict.now),
        (lang.say("in the proposal"), conflict.proposed),
    ):
        if lines:
            yield f"  {title}:"
            yield from (f"    {line}" for line in lines)
        elif title != lang.say("before"):
            yield f"  {title}: –"
