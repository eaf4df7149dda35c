"""``seurantalo todo``: the editor's desk in a terminal, or as JSON for another program."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from typing import Any

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.printing import say, say_json
from seurantalo.language import Language
from seurantalo.model.community import Community
from seurantalo.model.problem import Severity
from seurantalo.project import Project
from seurantalo.publishing.pages.site.desk_words import advice_on, title_of, waiting_since, way_to_ask, whom_to_ask
from seurantalo.publishing.reach_tasks import reach_piles
from seurantalo.publishing.record_names import words_of
from seurantalo.reading.report import format_text
from seurantalo.wiki import Chore, Pile, Task, desk, external_links, pile


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``todo``."""
    parser = commands.add_parser("todo", parents=[shared], help="what the editors have to do, and whom to ask")
    parser.add_argument("--format", choices=("json", "text"), default="text", help="the form of the answer")
    parser.add_argument("--check-links", action="store_true", help="try every link to another site as well (minutes)")
    parser.add_argument(
        "--most",
        type=_positive,
        default=1_000,
        metavar="N",
        help="how many tasks of each sort (default: %(default)s)",
    )
    parser.set_defaults(command=_todo)


def _positive(written: str) -> int:
    number = int(written)
    if number < 1:
        raise ValueError(written)
    return number


def _todo(project: Project, options: Namespace) -> ExitCode:
    reading = project.read()
    if reading.community is None:
        say(format_text([one for one in reading.problems if one.severity is Severity.ERROR], project.lang))
        return ExitCode.ERRORS
    planned = project.plan(reading.community)
    lapsed = [one.path for one in planned.clashes.problems if one.code == "clash-agreement-lapsed"]
    lang, today = project.lang, project.today
    piles = [*desk(reading.community, planned.calendar.of_event, today, lang.code, lapsed=lapsed, most=options.most)]
    piles += reach_piles(project.parts(planned).announcing, lang, options.most)
    untried = 0
    if options.check_links:
        with project.progress.of(lang.say("Trying links")) as told:
            broken, untried = _broken_links(reading.community, options.most, told)
        piles += broken
    if options.format == "json":
        say_json(_as_json(project, piles, untried))
        return ExitCode.CLEAN
    say(*_as_text(piles, lang))
    if untried:
        say(lang.count("{n} link was not tried in time", "{n} links were not tried in time", untried))
    return ExitCode.CLEAN


def _broken_links(community: Community, most: int, told: Callable[[int, int], None]) -> tuple[list[Pile], int]:
    from seurantalo.cli.link_check import check_links  # noqa: PLC0415 (sockets and TLS: only when asked for)

    # Addresses in invented records are invented too (RFC 2606): they never open.
    found = {
        address: [record for record in records if not getattr(record, "demo", False)]
        for address, records in external_links(community).items()
    }
    links = {address: records for address, records in found.items() if records}
    checked = check_links(links, told=told)
    tasks = [
        Task(chore=Chore.LINK, record=record, about=f"{address} ({reason})")
        for address, reason in checked.broken.items()
        for record in links[address]
    ]
    return ([pile(Chore.LINK, tasks, most)] if tasks else []), len(checked.untried)


def _as_text(piles: list[Pile], lang: Language) -> Iterator[str]:
    for one_pile in piles:
        yield f"{title_of(one_pile.chore, lang)} ({one_pile.total})"
        yield f"  {advice_on(one_pile.chore, lang)}"
        for task in one_pile.tasks:
            told = (words_of(task.record, lang.code), waiting_since(task, lang), task.about)
            yield f"  {task.record.origin.path}:{task.record.origin.line}: {' – '.join(one for one in told if one)}"
            way = way_to_ask(task).partition(":")[2]
            yield f"    {lang.say('Ask:')} {whom_to_ask(task, lang)}{f' <{way}>' if way else ''}"
        if one_pile.total > len(one_pile.tasks):
            yield "  " + lang.count("and {n} more", "and {n} more", one_pile.total - len(one_pile.tasks))
        yield ""
    total = sum(one_pile.total for one_pile in piles)
    if total:
        yield lang.count("{n} thing to do.", "{n} things to do.", total)
    else:
        yield lang.say("The list is empty.")


def _as_json(project: Project, piles: list[Pile], untried: int) -> dict[str, Any]:
    """Return the desk for machines: sorts of task and kinds of record in English, days as in ISO 8601."""
    return {
        "today": project.today.isoformat(),
        "total": sum(pile.total for pile in piles),
        "untried_links": untried,
        "piles": [
            {
                "chore": pile.chore.value,
                "total": pile.total,
                "tasks": [_task_as_json(project, task) for task in pile.tasks],
            }
            for pile in piles
        ],
    }


def _task_as_json(project: Project, task: Task) -> dict[str, Any]:
    record, lang, edit = task.record, project.lang, project.site.edit_url
    return {
        "kind": record.KIND.value,
        "id": record.id,
        "title": words_of(record, lang.code),
        "file": record.origin.path,
        "line": record.origin.line,
        "since": task.since.isoformat() if task.since is not None else None,
        "about": task.about,
        "ask": whom_to_ask(task, lang),
        "address": way_to_ask(task),
        "edit": f"{edit}{record.origin.path}" if edit else "",
    }
