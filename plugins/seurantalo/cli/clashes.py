"""``seurantalo clashes``: the clashing dates to come, as a list."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.project import Project
from seurantalo.reading.report import format_text


def register(commands: Commands, shared: ArgumentParser) -> None:
    """Add the command ``clashes``."""
    parser = commands.add_parser("clashes", parents=[shared], help="list clashing dates")
    parser.add_argument("--all", action="store_true", help="past ones and mere remarks as well")
    parser.set_defaults(command=_clashes)


def _clashes(project: Project, options: Namespace) -> ExitCode:
    from seurantalo.planner.clashes import Level, advice, explain  # noqa: PLC0415  # late: only this command speaks

    reading = project.read()
    if reading.community is None:
        print(format_text(reading.errors, project.lang))
        return ExitCode.ERRORS
    clashes = project.plan(reading.community).clashes
    if options.all:
        shown = sorted((*clashes.past, *clashes.findings), key=lambda finding: finding.dates)
    else:
        shown = [finding for finding in clashes.findings if finding.level is not Level.INFO]
    for finding in shown:
        print(f"{finding.event.origin.path}:{finding.event.origin.line}: {explain(finding, project.lang)}")
        print(f"    {advice(finding, project.lang)}")
    print(project.lang.count("{n} clash", "{n} clashes", len(shown)))
    return ExitCode.CLEAN
