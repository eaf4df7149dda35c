"""What somebody has filled in becomes files of the project, read by the same rules as any file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from seurantalo.cli.new_files import new_files
from seurantalo.cli.proposal_state import with_files
from seurantalo.cli.site_folders import as_proposed, placed
from seurantalo.cli.usage_error import UsageError
from seurantalo.frozen import dataclass
from seurantalo.language import SOURCE, language
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.kinds import KINDS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind, Record
from seurantalo.project import Project
from seurantalo.proposing.acts import FORM, asked, input_names
from seurantalo.proposing.asking import Act
from seurantalo.proposing.canonical import Value, is_empty
from seurantalo.proposing.issue_forms import TARGET_BOX, WHAT_BOX, WHICH_BOX, boxes_of
from seurantalo.proposing.new_file import new_file
from seurantalo.proposing.slug import new_path
from seurantalo.proposing.source import blob_id
from seurantalo.proposing.values import values_of
from seurantalo.proposing.wire import BrokenLinkError, Proposal, ProposedFile, unpack
from seurantalo.reading import Reading
from seurantalo.reading.event.one_event import known_of
from seurantalo.receiving.issue.answered import Trouble
from seurantalo.receiving.issue.filled import Filled

#: How often files that are missing are added: an event lacks its place, and that its owner.
_ROUNDS: Final = 3
#: Problems whose mend is a file to add.
_TO_ADD: Final = frozenset({"venue-to-add", "organisation-to-add"})
_ADDRESS: Final = re.compile(r"tapahtumat/([a-z0-9-]+)")
#: What can be commented on, and how its page's address goes.
_TARGETS: Final = {
    kind: re.compile(rf"(?:{KINDS[kind].pages}|{KINDS[kind].folder}/)([a-z0-9-]+)")
    for kind in (Kind.PRACTICE, Kind.QUESTION)
}
#: What says when an event is, in place of its start.
_INSTEAD: Final = {"starts": ("starts", "date", "dates", "month", "time")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What was made: texts of files by path, and the proposal that the site's form opens; None where there is none.

    ``missing`` are ids of boxes that have to be filled in still. ``trouble`` is why there are no files.
    ``guessed``: a year that nobody wrote.
    """

    files: Mapping[str, str]
    proposal: Proposal | None = None
    missing: tuple[str, ...] = ()
    trouble: Trouble = Trouble.NONE
    guessed: bool = False


def files_of(project: Project, filled: Filled, number: int, base: str) -> Made:
    """Return the files that an issue proposes beside those of the project at ``base``."""
    if filled.packed:
        return _unpacked(project, filled)
    if FORM[filled.act].changes:
        return _changed(project, filled)
    if not filled.values:
        return Made(files={}, missing=_missing(filled.act, filled.values))
    about = ""
    if filled.act is Act.COMMENT:
        community = project.read().community
        about = _target(community, filled.which) if community is not None else ""
        if not about:
            return Made(files={}, missing=(TARGET_BOX, *_missing(filled.act, filled.values)))
    return _Draft(project, filled, number, base, about).made()


def _missing(act: Act, values: Mapping[str, object]) -> tuple[str, ...]:
    found: list[str] = []
    for ask, field in asked(FORM[act]):
        if ask.needed and not any(values.get(name) for name in _INSTEAD.get(field.name, (field.name,))):
            found += input_names(ask, field)[:1]
    return tuple(found)


def box_ids(act: Act, names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of the boxes of an issue form that are about some fields."""
    boxes = {box.field: box.id for box in reversed(boxes_of(act, language(SOURCE)))}
    boxes["dates"] = boxes.get("starts", "")
    return tuple(dict.fromkeys(boxes[name] for name in names if boxes.get(name)))


def _unpacked(project: Project, filled: Filled) -> Made:
    """Return the files of a proposal that the site's form has packed, new ones and changed ones."""
    try:
        proposal = unpack(filled.packed)
    except BrokenLinkError:
        return Made(files={}, trouble=Trouble.CUT)
    return _written(project, proposal)


def _written(project: Project, proposal: Proposal) -> Made:
    try:
        files = new_files(project, proposal)
    except UsageError:
        return Made(files={}, proposal=proposal, trouble=Trouble.IMPOSSIBLE)
    if files.conflicts:
        return Made(files={}, proposal=proposal, trouble=Trouble.MEANWHILE)
    return Made(files=files.texts, proposal=proposal)


def _changed(project: Project, filled: Filled) -> Made:
    """Return the file of an event that somebody has named, with what they say is different."""
    community = project.read().community
    event = _event(community, filled.which) if community is not None else None
    if event is None or not filled.values:
        missing = (WHICH_BOX,) if event is None else ()
        return Made(files={}, missing=(*missing, *(() if filled.values else (WHAT_BOX,))))
    path = event.origin.path
    blob = blob_id((project.root / path).read_bytes())
    file = ProposedFile(kind=Kind.EVENT, path=as_proposed(project, path), base=blob, values=filled.values)
    return _written(project, Proposal(act=Act.CHANGE, files=(file,)))


def _event(community: Community, which: str) -> Event | None:
    """Return the event that somebody means: by the address of its page, its id or its name."""
    found = _ADDRESS.search(which)
    name = found[1] if found else which.strip()
    meant = known_of(community).resolve(Kind.EVENT, name)
    return community.events.get(meant) if meant is not None else None


def _target(community: Community, which: str) -> str:
    """Return the folder of what a comment is about: by the address of its page, its id or its name."""
    known = known_of(community)
    for kind, address in _TARGETS.items():
        found = address.search(which)
        meant = known.resolve(kind, found[1] if found else which.strip())
        if meant is not None:
            return f"{KINDS[kind].folder}/{meant}"
    return ""


class _Draft:
    """A file as somebody has filled it in, on its way to one as we write it."""

    def __init__(self, project: Project, filled: Filled, number: int, base: str, about: str) -> None:
        self._project, self._filled, self._base, self._about = project, filled, base, about
        self._kind = FORM[filled.act].kind
        known = KINDS[self._kind]
        folder = "events" if self._kind is Kind.EVENT else f"content/{known.folder}"
        if about:
            folder = f"content/{about}/comments"
        ending = "yml" if known.files.partition(",")[0].endswith(".yml") else "md"
        self._path = placed(project, f"{folder}/ehdotus-{number}.{ending}")
        today = project.today.isoformat()
        given = {name: today if value == "today" else value for name, value in FORM[filled.act].given.items()}
        text = new_file(self._kind, {**given, **filled.values}, project.settings.language)
        self._files: dict[str, str] = {self._path: text}
        self._missing = list(_missing(filled.act, filled.values))
        self._guessed = False

    def made(self) -> Made:
        reading = self._read()
        for _ in range(_ROUNDS):
            before = dict(self._files)
            self._files |= dict(self._lacking(reading))
            self._guess_years(reading)
            if self._files == before:
                break
            reading = self._read()
        record = next((one for one in reading.records if one.origin.path == self._path), None)
        failed = any(one.severity is Severity.ERROR and one.path in self._files for one in reading.problems)
        if record is None or failed:
            path = as_proposed(self._project, self._path)
            file = ProposedFile(kind=self._kind, path=path, values=self._filled.values)
            proposal = Proposal(act=self._filled.act, files=(file,))
            return Made(files=self._files, proposal=proposal, missing=tuple(self._missing), guessed=self._guessed)
        return self._in_our_words(record, reading)

    def _read(self) -> Reading:
        contents = {path: text.encode() for path, text in self._files.items()}
        with with_files(self._project, self._base, contents) as after:
            return after.read()

    def _lacking(self, reading: Reading) -> Iterator[tuple[str, str]]:
        """Yield the files of places and organisers that are not there yet, where it is known where they are."""
        found = [one for one in reading.problems if one.path in self._files and one.severity is Severity.ERROR]
        lacking = [one for one in found if one.code in _TO_ADD]
        if not lacking:
            return
        if not self._is_home_known({one.field for one in found}):
            if "municipality" not in self._missing:
                self._missing.append("municipality")
            return
        for one in lacking:
            if one.mend is not None and one.mend.path not in self._files:
                yield one.mend.path, one.mend.text

    def _is_home_known(self, unread: set[str]) -> bool:
        """Tell whether it follows from what was filled in, in which municipality something new is."""
        values = self._filled.values
        return any(values.get(name) and name not in unread for name in ("municipality", "venue", "organisers"))

    def _guess_years(self, reading: Reading) -> None:
        """Take the next such day where a year was not written; the answer says so."""
        lines = self._files[self._path].split("\n")
        for one in reading.problems:
            mend = one.mend if one.path == self._path and one.code == "date-without-year" else None
            if mend is not None and not mend.path and mend.first == mend.last == one.line:
                lines[mend.first - 1] = mend.text.rstrip("\n")
                self._guessed = True
        self._files[self._path] = "\n".join(lines)

    def _in_our_words(self, record: Record, reading: Reading) -> Made:
        """Return the file as the site's form would have made it, under the name that it will keep."""
        project = self._project
        values: dict[str, Value] = values_of(record, timezone=project.settings.timezone)
        taken = {one.id for one in reading.records if one.KIND is self._kind and one.id != record.id}
        if self._about:
            taken = {one.rpartition("/")[2] for one in taken if one.startswith(f"{self._about.partition('/')[2]}/")}
        path = new_path(self._kind, values, taken, self._about)
        files = {name: text for name, text in self._files.items() if name != self._path}
        proposed = [ProposedFile(kind=self._kind, path=path, values=values)]
        for one in reading.records:
            if one.origin.path in files:
                inside = {name: value for name, value in values_of(one).items() if not is_empty(value)}
                own = as_proposed(project, one.origin.path)
                proposed.append(ProposedFile(kind=one.KIND, path=own, values=inside))
        files[placed(project, path)] = new_file(self._kind, values, project.settings.language)
        proposal = Proposal(act=self._filled.act, files=tuple(proposed))
        return Made(files=files, proposal=proposal, missing=tuple(self._missing), guessed=self._guessed)
