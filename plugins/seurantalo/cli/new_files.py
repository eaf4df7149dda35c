"""The files of a proposal as they will stand in a project, and the project as it would be with them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from seurantalo.cli.event_files import read_texts
from seurantalo.cli.site_file import SITE_FILE, open_project
from seurantalo.cli.site_folders import placed
from seurantalo.cli.usage_error import UsageError
from seurantalo.frozen import dataclass
from seurantalo.model.community import Community
from seurantalo.model.record import Kind, Record
from seurantalo.project import Project
from seurantalo.proposing import Proposal, ProposedFile, file_text, new_path, text_tables, values_of
from seurantalo.proposing.change import Conflict, changed_text, conflicts
from seurantalo.proposing.source import Source, source_of
from seurantalo.reading.event.one_event import EventReader
from seurantalo.reading.history.git import Git, GitError


@dataclass(slots=True)
class NewFiles:
    """Texts of new files and of changed ones, by path; ``read`` is what the changed ones held.

    ``kept`` are files that were to be new, and are there already. ``conflicts`` are fields that somebody else has
    changed meanwhile: then nothing is to be written.
    """

    new: dict[str, str] = field(default_factory=dict)
    changed: dict[str, str] = field(default_factory=dict)
    read: dict[str, str] = field(default_factory=dict)
    kept: list[str] = field(default_factory=list)
    conflicts: dict[str, tuple[Conflict, ...]] = field(default_factory=dict)

    @property
    def texts(self) -> Mapping[str, str]:
        """All texts by path."""
        return {**self.new, **self.changed}


def new_files(project: Project, proposal: Proposal) -> NewFiles:
    """Return the files of a proposal; raise UsageError for what can't be written."""
    community = project.read().community
    if community is None:
        raise UsageError("The files of the site hold errors: correct them first (seurantalo check).")
    found = NewFiles()
    for number, one in enumerate(proposal.files):
        if one.is_new:
            _add(project, community, found, one, is_first=number == 0)
        else:
            _change(project, community, found, one)
    return found


def _add(project: Project, community: Community, found: NewFiles, one: ProposedFile, *, is_first: bool) -> None:
    """Add a new file, of another name where the one that was thought of is taken: nothing is ever overwritten."""
    taken = community.by_kind[one.kind]
    name = one.path.rpartition("/")[2].rpartition(".")[0]
    path = one.path
    if name in taken or (project.root / placed(project, path)).exists():
        if not is_first:
            # What others name, such as a new organiser: a proposal before this one has brought it.
            found.kept.append(path)
            return
        if one.kind is Kind.COMMENT:
            raise UsageError("{path} is there already.", path=path)
        path = new_path(one.kind, one.values, taken)
    tables = text_tables([one.kind], project.settings.language)
    found.new[placed(project, path)] = file_text(one.kind.value, one.values, tables)


def _change(project: Project, community: Community, found: NewFiles, one: ProposedFile) -> None:
    path = placed(project, one.path)
    record = next((each for each in community.by_kind[one.kind].values() if each.origin.path == path), None)
    text = read_texts(project.root, [path]).get(path)
    if record is None or text is None:
        raise UsageError("{path} is not there any more: the proposal cannot change it.", path=path)
    tables = text_tables([one.kind], project.settings.language)
    now = _source(project, record, path, (project.root / path).read_bytes())
    clashing = (
        conflicts(_base(project, community, one, path), now, one.values, one.drop, tables)
        if now.blob != one.base
        else ()
    )
    if clashing:
        found.conflicts[path] = clashing
        return
    changed = changed_text(replace(now, text=text), one.values, one.drop, tables)
    if changed is None:
        raise UsageError(
            "{path} is written in a way that only people can change. Open the file and change it by hand.", path=path
        )
    found.changed[path], found.read[path] = changed, text


def _source(project: Project, record: Record, path: str, content: bytes) -> Source:
    return source_of(record.KIND, path, content, values_of(record, timezone=project.settings.timezone))


def _base(project: Project, community: Community, one: ProposedFile, path: str) -> Source | None:
    """Return the file as it was when the proposal was made; None where git does not know."""
    try:
        contents = dict(Git(project.root).contents([one.base.encode()]))
    except GitError:
        return None
    content = contents.get(one.base.encode())
    if content is None:
        return None
    event = None
    if one.kind is Kind.EVENT:
        reader = EventReader(community, project.settings, project.today)
        event, _ = reader.read(Path(path).stem, path, content.decode(errors="replace"))
    values = values_of(event, timezone=project.settings.timezone) if event is not None else {}
    return source_of(one.kind, path, content, values)


@contextmanager
def with_new_files(project: Project, files: NewFiles) -> Iterator[Project]:
    """Give the project as it would be: a copy in a folder of its own, so that nothing is half written."""
    with TemporaryDirectory(prefix="seurantalo-") as name:
        folder = Path(name).resolve()
        shutil.copy(project.root / SITE_FILE, folder)
        for part in (project.docs, project.root / project.settings.events_folder):
            if part.is_dir():
                shutil.copytree(part, folder / part.relative_to(project.root), dirs_exist_ok=True)
        for path, text in files.texts.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8", newline="\n")
        after = open_project(folder, project.today.isoformat(), project.settings.language)
        after.repository, after.memory = project.root, project.memory
        yield after
