"""``seurantalo issue``: an issue on a forge is read as data; what it proposes, and what was found, goes into a file.

The job that runs it has no rights. ``seurantalo reply`` says what was found, and after the editors' mark the same
command writes the files in a third job, which makes a pull request of them.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

from seurantalo.cli.answer import MOST_CLASHES
from seurantalo.cli.answer_facts import answer_of
from seurantalo.cli.change import change_between, check
from seurantalo.cli.clash_news import compare
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.handed_over import write_down, write_words
from seurantalo.cli.issue_files import Made, box_ids, files_of
from seurantalo.cli.printing import say
from seurantalo.cli.proposal_state import Proposed, with_files
from seurantalo.cli.revision import commit_named, project_at
from seurantalo.cli.usage_error import UsageError
from seurantalo.project import Project
from seurantalo.proposing.acts import FORM
from seurantalo.proposing.asking import Act
from seurantalo.proposing.pasting import pasting_tables
from seurantalo.proposing.wire import pack
from seurantalo.publishing.addresses import PROPOSE
from seurantalo.reading.event.one_event import known_of
from seurantalo.reading.history.git import Git
from seurantalo.receiving import handover
from seurantalo.receiving.answer.answer import Answer
from seurantalo.receiving.answer.packed import AnswerError
from seurantalo.receiving.handover import Handover, HandoverError
from seurantalo.receiving.issue.answered import MOST_BYTES, IssueAnswer, Trouble, packed, unpacked
from seurantalo.receiving.issue.filled import Filled, filled_in
from seurantalo.receiving.issue.free_text import completed, free_text
from seurantalo.receiving.issue.payload import IssueEvent, IssueEventError, event_in

#: The state of the site that an issue is compared with.
_BASE = "HEAD"


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``issue``."""
    parser = commands.add_parser(
        "issue", parents=[shared], help="read an issue on the forge as data and write down what it proposes"
    )
    parser.add_argument("--event", required=True, type=Path, metavar="FILE", help="the forge's event, with the issue")
    parser.add_argument("--output", type=Path, metavar="FILE", help="where to write what was found")
    parser.add_argument("--take-over", type=Path, metavar="FILE", help="write the files that were found here")
    parser.add_argument("--words", type=Path, metavar="DIR", help="write what to propose it with, into files there")
    parser.set_defaults(command=_issue)


def _issue(project: Project, options: Namespace) -> ExitCode:
    event = event_of(options.event)
    if options.take_over is not None:
        return _write(project, event, options)
    filled = _understood(project, event)
    if filled is None:
        say(project.lang.say("The issue proposes nothing for the calendar."))
        if event.action in ("opened", "reopened"):
            return ExitCode.CLEAN
        # It may have proposed something before: an answer to that, or a mark, must not stay.
        filled = Filled(act=Act.EVENT)
        made = Made(files={})
    else:
        made = _to_hand_over(project, files_of(project, filled, event.number, _BASE))
    found = IssueAnswer(
        answer=_checked(project, event, made),
        act=made.proposal.act if made.proposal is not None else filled.act,
        digest=event.digest,
        missing=made.missing,
        unsure=box_ids(filled.act, filled.unsure),
        guessed=made.guessed,
        loose=bool(filled.loose),
        trouble=made.trouble,
        files=Handover(files=made.files),
    )
    if options.output is not None:
        options.output.write_text(packed(found), encoding="utf-8", newline="\n")
    return ExitCode.CLEAN


def _to_hand_over(project: Project, made: Made) -> Made:
    """Return what was made, without files that no other job would take: whoever wrote it is answered all the same."""
    try:
        handover.unpacked(handover.packed(Handover(files=made.files)).encode("utf-8", "replace"), _below(project))
    except HandoverError:
        return replace(made, files={}, trouble=Trouble.IMPOSSIBLE)
    return made


def _below(project: Project) -> list[str]:
    docs = project.docs.relative_to(project.root).as_posix()
    return [f"{project.settings.events_folder}/", f"{docs}/"]


def _understood(project: Project, event: IssueEvent) -> Filled | None:
    """Return what an issue proposes, by its labels or else by its words; None where it is about something else."""
    filled = filled_in(event.title, event.body)
    community = project.read().community if filled is None or not filled.packed else None
    if community is None:
        return filled
    lang, tables = project.settings.language, pasting_tables(community)
    if filled is None:
        return None if event.is_insider else free_text(event.title, event.body, project.today, lang, tables)
    return completed(filled, project.today, lang, tables, known_of(community))


def event_of(path: Path) -> IssueEvent:
    """Return what the event of a run is about; raise UsageError where it is no issue."""
    try:
        return event_in(path.read_bytes())
    except IssueEventError as error:
        raise UsageError("{file}: {why}.", file=path.name, why=error) from error


def answer_in(project: Project, path: Path, event: IssueEvent) -> IssueAnswer:
    """Return what another job has found out about this very issue; raise UsageError for anything else."""
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        found = unpacked(content, _below(project))
    except AnswerError as error:
        raise UsageError("What was handed over is no answer: {why}.", why=error) from error
    if (found.answer.number, found.digest) != (event.number, event.digest):
        raise UsageError("The answer is about another text than this run.")
    return found


def _checked(project: Project, event: IssueEvent, made: Made) -> Answer:
    """Return what the check, the dates and the wiki say of the files."""
    commit = commit_named(Git(project.root), _BASE)
    if not made.files:
        return Answer(number=event.number, commit=commit)
    contents = {path: text.encode() for path, text in made.files.items()}
    with project_at(project, _BASE) as before, with_files(project, _BASE, contents) as after:
        then, now = check(before), check(after)
        change = change_between(after, now, before, then)
        comparison = compare(after, then.plan, now.plan, MOST_CLASHES) if now.plan is not None else None
        state = Proposed(contents, ())
        found = answer_of(event.number, commit, state, change, comparison, after, now, then.reading)
    if made.proposal is None:
        return found
    return replace(found, form=pack(made.proposal), form_page=f"{PROPOSE}{FORM[made.proposal.act].page}")


def _write(project: Project, event: IssueEvent, options: Namespace) -> ExitCode:
    found = answer_in(project, options.take_over, event)
    if not found.is_ready:
        raise UsageError("There is something to correct first.")
    write_down(project.root, found.files)
    if options.words is not None:
        lang = project.lang
        # No word of the issue: in a commit's message some close other issues, or call people.
        names = ", ".join(sorted(path.rpartition("/")[2].partition(".")[0] for path in found.files.files))
        title = lang.say("Add: {names}", names=names)
        body = [f"Closes #{event.number}.", "", lang.say("The editors have put their mark on the issue.")]
        write_words(options.words, found.files, title=title, message=title, body=body)
        failed = lang.say(
            "The proposal could not be made here. Nothing is lost: the editors find the reason in the run below, "
            "and mark the issue again."
        )
        (options.words / "failed.md").write_text(f"{failed}\n", encoding="utf-8", newline="\n")
    return ExitCode.CLEAN
