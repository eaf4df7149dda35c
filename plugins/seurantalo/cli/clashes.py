"""``seurantalo clashes``: the clashing dates to come, or what a change adds and removes."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import Final

from seurantalo.cli.clash_news import Comparison, compare, tell
from seurantalo.cli.clash_words import as_github, as_json, as_markdown, as_text, compared, findings_to_show
from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say, say_commands, say_json
from seurantalo.cli.revision import project_at
from seurantalo.cli.usage_error import UsageError
from seurantalo.model.problem import Problem
from seurantalo.own_rules import own_rules
from seurantalo.planner.clashes import explain_in_words, explain_pair
from seurantalo.planner.clashes.rules import PAIR_RULES
from seurantalo.project import Planned, Project
from seurantalo.reading.file_scope import nearest
from seurantalo.reading.report import format_text, problem_objects

_FORMATS: Final = ("text", "github", "markdown", "json")


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``clashes``."""
    parser = commands.add_parser(
        "clashes", parents=[shared], help="list clashing dates, or what a change does to them"
    )
    parser.add_argument("--all", action="store_true", help="past ones and those for information as well")
    parser.add_argument("--against", default="", metavar="REV", help="only what has changed since this revision")
    parser.add_argument("--explain", nargs=2, default=(), metavar="EVENT", help="why these two clash or do not")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="the form of the answer")
    parser.set_defaults(command=_clashes)


def _clashes(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        _say_errors(project, reading.errors, options.format)
        return ExitCode.ERRORS
    planned = project.plan(reading.community)
    if options.explain:
        _explain(project, planned, options.explain)
    elif options.against:
        _show_change(project, planned, options)
    else:
        _show_all(project, planned, options)
    return ExitCode.CLEAN


def _say_errors(project: Project, errors: Sequence[Problem], style: str) -> None:
    """Tell why there are no clashes to tell. In a pull request, `check` has told of the errors themselves."""
    match style:
        case "json":
            say_json({"problems": problem_objects(errors, project.lang)})
        case "text":
            say(format_text(errors, project.lang))
        case "markdown":
            say(f"## {project.lang.say('Clashing dates')}\n")
            say(project.lang.say("Clashes are looked for when the errors in the files are fixed."))


def _explain(project: Project, planned: Planned, names: Sequence[str]) -> None:
    """Say why two events clash or do not, rule by rule; raise UsageError for an event that is not there."""
    events = planned.community.events
    for name in names:
        if name not in events:
            raise UsageError("There is no event “{name}”.", nearest(name, events), name=name)
    event, other = (events[name] for name in names)
    rules = (*PAIR_RULES, *own_rules())
    both = sorted(names)
    agreed = next((found.agreed for found in planned.clashes.agreed if list(found.event_ids) == both), None)
    explanation = explain_pair(
        event, other, planned.community, planned.calendar, project.settings, rules, agreed=agreed
    )
    say(*explain_in_words(explanation, project.lang))


def _show_all(project: Project, planned: Planned, options: Namespace) -> None:
    found = planned.clashes.findings
    if options.all:
        found = tuple(sorted((*planned.clashes.past, *found), key=lambda finding: finding.dates))
    shown = tuple(tell(project, planned, findings_to_show(found, everything=options.all)))
    count = project.lang.count("{n} clash", "{n} clashes", len(shown))
    _print(project, Comparison(shown, ()), options.format, count)


def _show_change(project: Project, planned: Planned, options: Namespace) -> None:
    with project_at(project, options.against) as then:
        community = then.read().community
        comparison = compare(project, then.plan(community) if community is not None else None, planned)
    _print(project, comparison, options.format, compared(comparison, project.lang))


def _print(project: Project, comparison: Comparison, style: str, count: str) -> None:
    lang = project.lang
    if style == "json":
        say_json(as_json(comparison, lang))
        return
    if style == "markdown":
        say(*as_markdown(comparison, lang, count))
        return
    if style == "github":
        say_commands(as_github(comparison.added, lang))
        return
    say(*as_text(comparison.added, lang))
    if comparison.removed:
        say(lang.say("No longer there:"))
        say(*(f"  {line}" for line in as_text(comparison.removed, lang) if not line.startswith("    ")))
    say(count)
