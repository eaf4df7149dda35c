"""A site moves to another version of the program: what is renewed, what is put beside, what is left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from typing import Final

from seurantalo.founding.answers import Answers
from seurantalo.founding.program import Program
from seurantalo.founding.site_files import BESIDE, managed_files
from seurantalo.founding.state import State, digest
from seurantalo.frozen import dataclass

#: Folders of files that no workflow's token may change: another program renews them (see ``dependabot.yml``).
WORKFLOWS: Final = (".github/workflows/", ".forgejo/workflows/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Upgrade:
    """What an upgrade does to a site's files, by path, and what the site remembers afterwards.

    >>> moved = upgrade(State(version="1.0.0", answers=answers, files={}), answers, program, {})
    >>> moved.replaced, moved.beside, "README.md" in moved.new
    ({}, {}, True)
    """

    state: State
    new: Mapping[str, str] = field(default_factory=dict)
    """Files that were not there before, with their texts."""
    replaced: Mapping[str, str] = field(default_factory=dict)
    """Files that nobody had changed."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Files that stand beside one that people have changed: its name with an ending, and what it would be now."""
    removed: tuple[str, ...] = ()
    """Files that nobody had changed, and that the program has no use for any more."""


def paths_of(state: State, answers: Answers, program: Program) -> tuple[str, ...]:
    """Return the files that an upgrade asks about: those that it knows, and those that it may put beside them.

    >>> "README.md.uusi" in paths_of(State(version="1.0.0", answers=answers, files={}), answers, program)
    True
    """
    paths = dict.fromkeys([*state.files, *(file.path for file in managed_files(answers, program))])
    ending = BESIDE[answers.language]
    return tuple(name for path in paths for name in (path, f"{path}.{ending}"))


def upgrade(
    state: State,
    answers: Answers,
    program: Program,
    texts: Mapping[str, str],
    *,
    leave: Iterable[str] = (),
) -> Upgrade:
    """Return what becomes of a site's files.

    ``answers`` are those of today, ``texts`` the texts of the files that are there; what begins with one of ``leave``
    is not looked at. A file that people have changed is never written to, one that they have deleted does not come
    back, and what they changed is told only where the program's own text has changed too.

    >>> upgrade(State(version="1.0.0", answers=answers, files={}), answers, program, {}).state.version
    '1.2.0'
    """
    left = tuple(leave)
    as_before = {file.path: digest(file.text) for file in managed_files(state.answers, program)}
    wanted = {one.path: one.text for one in managed_files(answers, program) if not one.path.startswith(left or "\0")}
    new, replaced, beside = {}, {}, {}
    for path, text in wanted.items():
        known, now = state.files.get(path, ""), digest(texts[path]) if path in texts else ""
        if now == digest(text):
            continue
        if not now:
            if not known:
                new[path] = text
        elif now == known:
            replaced[path] = text
        elif known != as_before.get(path) and texts.get(name := f"{path}.{BESIDE[answers.language]}") != text:
            beside[name] = text
    gone = [path for path in state.files if path not in wanted and not path.startswith(left or "\0")]
    removed = tuple(path for path in gone if path in texts and digest(texts[path]) == state.files[path])
    kept = {path: known for path, known in state.files.items() if path.startswith(left or "\0")}
    files = kept | {path: digest(text) for path, text in wanted.items()}
    return Upgrade(
        state=State(version=program.version, answers=answers, files=files),
        new=new,
        replaced=replaced,
        beside=beside,
        removed=removed,
    )


def news_since(changelog: str, version: str) -> str:
    """Return what a changelog tells of the versions after one, the newest first; ``""`` where it tells nothing.

    >>> news_since("# Changelog", "1.0.0")
    ''
    """
    sections = changelog.split("\n## ")[1:]
    newer = []
    for section in sections:
        if section.split()[:1] == [version]:
            break
        newer.append(f"## {section.strip()}")
    return "\n\n".join(newer)
