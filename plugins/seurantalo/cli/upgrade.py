"""``seurantalo upgrade [DIR]``: a site that ``init`` has founded moves to this version of the program.

What nobody has changed is renewed, what people have changed stays, and gets the new text beside it. Records are never
touched. Either all files are as they shall be in the end, or none is touched.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path
from typing import Final

from seurantalo.cli.command import Commands, ExitCode
from seurantalo.cli.event_files import read_texts, write_all
from seurantalo.cli.own_program import changelog, own_program
from seurantalo.cli.printing import say
from seurantalo.cli.site_file import find_root, open_project
from seurantalo.cli.usage_error import UsageError
from seurantalo.founding import (
    STATE_FILE,
    WORKFLOWS,
    Answers,
    Program,
    State,
    StateError,
    Upgrade,
    answers_now,
    news_since,
    paths_of,
    upgrade,
)
from seurantalo.language import Language
from seurantalo.project import Project

#: Lines of news that are shown; the rest is where the program is.
_MOST_NEWS: Final = 80


def register(commands: Commands, own: ArgumentParser) -> None:
    """Add the command ``upgrade``."""
    parser = commands.add_parser("upgrade", parents=[own], help="move a site to this version of the program")
    parser.add_argument("folder", nargs="?", default=".", metavar="DIR", help="the site's folder (default: this one)")
    parser.add_argument(
        "--program", default="", metavar="WHEEL", help="where the program's wheel is: ADDRESS#sha256=DIGEST"
    )
    parser.add_argument("--without-workflows", action="store_true", help="leave workflows to the forge's own robot")
    parser.add_argument("--dry-run", action="store_true", help="show what would change, and write nothing")
    parser.set_defaults(alone=_upgrade)


def _upgrade(options: Namespace, lang: Language) -> ExitCode:
    del lang  # the site's own is known
    root = find_root(Path(options.folder).resolve())
    project = open_project(root, options.today, options.lang)
    state = _state(root)
    answers, program = _answers(project, state), own_program(options.program)
    if not program.sha256 and _pins_a_wheel(root):
        raise UsageError("Which wheel is it? Name it with {option}, ADDRESS#sha256=DIGEST.", option="--program")
    texts = read_texts(root, paths_of(state, answers, program))
    leave = WORKFLOWS if options.without_workflows else ()
    moved = upgrade(state, answers, program, texts, leave=leave)
    if not options.dry_run:
        _write(root, moved, texts)
    _tell(project.lang, state, program, moved)
    return ExitCode.CLEAN


def _pins_a_wheel(root: Path) -> bool:
    requirements = read_texts(root, ["requirements.txt"]).get("requirements.txt", "")
    return any(line.startswith("seurantalo @ ") for line in requirements.splitlines())


def _state(root: Path) -> State:
    try:
        return State.read((root / STATE_FILE).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise UsageError(
            "{file} is not here: this site was not founded by “seurantalo init”.", file=STATE_FILE
        ) from error
    except (StateError, UnicodeDecodeError) as error:
        raise UsageError("{file} can't be read. Take it back from the history.", file=STATE_FILE) from error


def _answers(project: Project, state: State) -> Answers:
    """Return the answers of the founding as they are today: what people have written into the site's own files."""
    reading = project.read()
    places = reading.community.municipalities.values() if reading.community is not None else ()
    now = answers_now(
        state.answers,
        name=project.site.name,
        site_url=project.site.url,
        repository=project.site.edit_url,
        editor_email=project.settings.editor_email,
        codes=[place.code for place in places if not place.demo],
    )
    return replace(now, calendar_id=project.settings.calendar_id or now.calendar_id)


def _write(root: Path, moved: Upgrade, texts: dict[str, str]) -> None:
    there = {**texts, **read_texts(root, [STATE_FILE])}
    written = {**moved.new, **moved.replaced, **moved.beside, STATE_FILE: moved.state.as_text()}
    new = {path: text for path, text in written.items() if path not in there}
    changed = {path: text for path, text in written.items() if path in there and text != there[path]}
    write_all(root, new, changed, there)
    for path in moved.removed:
        (root / path).unlink(missing_ok=True)


def _tell(lang: Language, state: State, program: Program, moved: Upgrade) -> None:
    if not (moved.new or moved.replaced or moved.beside or moved.removed):
        say(lang.say("Everything is as version {version} has it.", version=program.version))
        return
    if state.version != program.version:
        say(lang.say("From version {old} to {new}.", old=state.version, new=program.version), "")
    for title, paths in (
        ("New files:", moved.new),
        ("Renewed, since nobody had changed them:", moved.replaced),
        ("Put beside what you have changed. Take from them what you like, then delete them:", moved.beside),
        ("Removed, since they are of no use any more:", moved.removed),
    ):
        if paths:
            say(lang.say(title), *(f"- {path}" for path in sorted(paths)), "")
    if state.version != program.version and (news := news_since(changelog(), state.version)):
        lines = news.splitlines()
        say(lang.say("What is new in the program (in English):"), "", *lines[:_MOST_NEWS])
        if len(lines) > _MOST_NEWS:
            say(f"… {program.repository}/blob/{program.revision}/CHANGELOG.md")
