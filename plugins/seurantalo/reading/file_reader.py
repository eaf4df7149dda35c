"""One file of a project becomes a record, or problems with it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Any, Final

from seurantalo.model.event import Event
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind, Record, Revision
from seurantalo.model.settings import Settings
from seurantalo.model.text import Text
from seurantalo.reading.event.everyday import EverydayEvents
from seurantalo.reading.event.repeats import gathered
from seurantalo.reading.file_flaws import check_year, report_flaws, report_other_kind, without_echoes
from seurantalo.reading.file_scope import Known, Place, Scope
from seurantalo.reading.files.listing import Listing, SourceFile, decode, read_content, read_text
from seurantalo.reading.history.lives import event_life
from seurantalo.reading.kind_rules import KIND_RULES, origin_of, plain_values, required_of
from seurantalo.reading.memory import Memory, digest_of
from seurantalo.reading.names.known import Names, names_in_tree
from seurantalo.reading.names.references import with_ids
from seurantalo.reading.records import own_entries
from seurantalo.reading.texts.check import with_addresses
from seurantalo.reading.texts.signs import check_signs
from seurantalo.reading.values import check_comments, check_unread, check_words
from seurantalo.reading.yaml.front_matter import split_front_matter
from seurantalo.reading.yaml.record_parts import record_parts
from seurantalo.reading.yaml.tree import Entry, Scalar, read_tree
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.whole_file import letters_flaws, versions_in
from seurantalo.reading.yaml.words import kind_by_words

#: The longest prose in a Markdown file, in characters.
MAXIMUM_PROSE: Final = 50_000


class FileReader:
    """Reads the files of a listing one by one, and gathers what is wrong with them.

    ``known`` is what the project holds.
    """

    def __init__(
        self,
        listing: Listing,
        known: Known,
        settings: Settings,
        today: date,
        memory: Memory,
    ) -> None:
        """Begin with nothing read."""
        self.known = known
        self.known.names_in_files = self._names_in_files
        self.problems: list[Problem] = []
        self.digests: dict[str, bytes] = {}
        self.asked_files = False
        """Whether what was read so far depends on files besides the record's own."""
        self.unread: set[Kind] = set()
        """Kinds whose vocabulary could not be read: whether it holds a word can't be told."""
        self._listing, self._settings, self._today = listing, settings, today
        self._memory = memory
        self._unchanged: dict[str, bytes] = {}
        self._unknown = Revision(*[datetime(today.year, today.month, today.day, tzinfo=UTC)] * 2)
        self._trees: dict[str, MappingNode] = {}
        self._in_files: dict[Kind, Names] = {}

    def look(self, sources: Iterable[SourceFile]) -> None:
        """Find out which files of events need not be opened."""
        if (seen := self._memory.seen) is not None:
            seen.begin()
            for source in sources:
                if (digest := seen.digest(source.location)) is not None:
                    self._unchanged[source.path] = digest

    @cached_property
    def everyday(self) -> EverydayEvents:
        """Knows most event files at a glance, once all other records have been read."""
        return EverydayEvents(self.known, self._settings, self._today)

    def list_ids(self, by_kind: Mapping[Kind, Iterable[SourceFile]]) -> None:
        """Learn which records there are; vocabularies are opened for that."""
        ids: dict[Kind, set[str]] = {kind: set() for kind in Kind}
        for kind, sources in by_kind.items():
            for source in sources:
                if source.vocabulary:
                    tree = self._vocabulary(source)
                    ids[kind].update(tree.entries if tree else ())
                else:
                    ids[kind].add(source.id)
        self.known.ids = {kind: frozenset(names) for kind, names in ids.items()}

    def _names_in_files(self, kind: Kind) -> Names:
        """Return what the files of a kind call their records; each kind is looked through once at most."""
        if kind not in self._in_files:
            names = self._in_files[kind] = Names(kind)
            for source in self._listing.files:
                if source.kind is kind and not source.vocabulary:
                    text = read_text(source)
                    front = (
                        split_front_matter(text) if isinstance(text, str) and source.path.endswith(".md") else None
                    )
                    tree, _ = read_tree(front.fields if front else text) if isinstance(text, str) else (None, ())
                    names.add(source.id, names_in_tree(kind, tree) if tree else ())
        return self._in_files[kind]

    def read_file(self, source: SourceFile) -> list[Record]:
        """Return what is in a file: a record or none, of a vocabulary many; when it was made is not known yet."""
        if source.vocabulary:
            return self._read_vocabulary(source)
        is_event = source.kind is Kind.EVENT
        seen = self._memory.seen if is_event else None
        before = self._unchanged.pop(source.path, None) if is_event else None
        if before is not None and (kept := self._recalled(source, before)) is not None:
            return [kept]
        states: list[os.stat_result] = []
        content = read_content(source, None if seen is None else states.append)
        if isinstance(content, Problem):
            self.problems.append(content)
            return []
        digest = digest_of(content)
        if seen is not None:
            seen.note(source.location, states[0], digest)
        if digest != before and (kept := self._recalled(source, digest)) is not None:
            return [kept]
        self.digests[source.path] = digest
        if is_event and (event := self.everyday.event(source, content, self._unknown)) is not None:
            self._memory.keep(source, digest, event, ())
            return [event]
        text = decode(content, source.path)
        if isinstance(text, Problem):
            self.problems.append(text)
            return []
        scope, self.known.asked_files = self._scope(source, text), False
        record = self._build(scope, source, text)
        self.asked_files = self.asked_files or self.known.asked_files
        if isinstance(record, Event):
            check_year(scope, record)
        self.problems.extend(scope.problems)
        if record is None:
            return []
        if not self.known.asked_files:
            self._memory.keep(source, digest, record, scope.problems)
        return [record]

    def _recalled(self, source: SourceFile, digest: bytes) -> Event | None:
        event = self._memory.recall(source, digest, self._unknown)
        if event is not None:
            # By the path that the event has: of thousands the same words would be twice in memory.
            self.digests[event.origin.path] = digest
        return event

    def dated(self, records: Iterable[Record], history: Mapping[str, Revision]) -> Iterator[Record]:
        """Yield records that were read with their revisions, which ``history`` has by the names of lives."""
        for record in records:
            revision = self._revision(record, history)
            if record.revision is self._unknown:
                # It was made just now, and nobody else has it yet.
                object.__setattr__(record, "revision", revision)
                yield record
            else:
                yield record if record.revision == revision else replace(record, revision=revision)

    def _revision(self, record: Record, history: Mapping[str, Revision]) -> Revision:
        if not isinstance(record, Event):
            path = record.origin.path
            return history.get(f"{path}#{record.id}") or history.get(path, self._unknown)
        own = history.get(event_life(record.id), self._unknown)
        if not record.former_ids:
            return own
        former = (history[name] for name in map(event_life, record.former_ids) if name in history)
        lives = (own, *former)
        return Revision(min(one.created for one in lives), max(one.modified for one in lives))

    def _scope(self, source: SourceFile, text: str) -> Scope:
        return Scope(
            path=source.path,
            text=text,
            known=self.known,
            settings=self._settings,
            today=self._today,
            revision=self._unknown,
            kind=source.kind,
            record_id=source.id,
            comments_folder=source.id.split("/")[0] if source.kind in (Kind.COMMENT, Kind.QUESTION) else "",
        )

    def _build(self, scope: Scope, source: SourceFile, text: str) -> Record | None:
        versions = versions_in(text)
        front, said = record_parts(text, markdown=source.path.lower().endswith(".md"))
        if versions is not None:
            report_flaws(scope, [versions])
            check_unread(scope, text)
            return None
        if front is None:
            scope.report("no-front-matter", Place(1))
            check_unread(scope, text)
            return None
        tree, flaws = read_tree(front.fields, front.fields_line)
        report_flaws(scope, (*said, *flaws, *letters_flaws(text)))
        if tree is None or not tree.entries:
            if tree is not None:
                scope.report("file-empty", Place(1))
            check_unread(scope, text)
            return None
        scope.tree = tree
        if source.kind is Kind.EVENT:
            tree = gathered(tree)
        entries = own_entries(scope, RECORDS[source.kind], tree)
        if len(entries) < len(tree.entries) and (other := kind_by_words(tree.entries, source.kind)) is not None:
            report_other_kind(scope, tree, other)
            check_unread(scope, text)
            return None
        places = {name: entry for name, (_, entry) in entries.items()}
        values = KIND_RULES.get(source.kind, plain_values)(scope, entries, tree)
        if front.body.strip():
            body = self._body(scope, front.body, front.body_line)
            name = "description" if source.kind is Kind.EVENT else "text"
            if name in places:
                scope.report("text-twice", Place(front.body_line), name)
            elif values is not None and body is not None:
                values[name] = body
        check_comments(scope, front.fields, front.fields_line)
        without_echoes(scope, flaws)
        return self._record(scope, places, tree, values)

    @staticmethod
    def _body(scope: Scope, body: str, line: int) -> Text | None:
        words = body.strip()
        place = Scalar(words, line, 1)
        if len(words) > MAXIMUM_PROSE:
            scope.report("text-too-long", place, "text", limit=MAXIMUM_PROSE, length=len(words))
            return None
        check_words(scope, "text", place, words)
        check_signs(scope, "text", place, words)
        return Text.plain(with_ids(scope.known, with_addresses(scope, "text", place, words)))

    @staticmethod
    def _record(
        scope: Scope, places: Mapping[str, Entry], tree: MappingNode, values: dict[str, Any] | None
    ) -> Record | None:
        if values is None:
            return None
        cls: Callable[..., Record] = KINDS[scope.kind].record
        origin = origin_of(scope, places, tree)
        given = {"id": scope.record_id, "origin": origin, "revision": scope.revision, **values}
        lacking = required_of(scope.kind) - given.keys()
        if lacking:
            if not any(problem.severity is Severity.ERROR for problem in scope.problems):
                scope.report("field-missing", tree, min(lacking))
            return None
        return cls(**given)

    def _vocabulary(self, source: SourceFile) -> MappingNode | None:
        if source.path not in self._trees:
            text = read_text(source)
            if isinstance(text, Problem):
                self.problems.append(text)
                self.unread.add(source.kind)
                return None
            scope = self._scope(source, text)
            tree, flaws = read_tree(text)
            if any(flaw.is_error for flaw in flaws):
                self.unread.add(source.kind)
            report_flaws(scope, flaws)
            if tree is None:
                check_unread(scope, text)
            else:
                check_comments(scope, text, 1)
            self.problems.extend(scope.problems)
            self._trees[source.path] = tree or MappingNode({}, 1, 1)
        return self._trees[source.path]

    def _read_vocabulary(self, source: SourceFile) -> list[Record]:
        tree = self._vocabulary(source)
        found: list[Record] = []
        text = read_text(source)
        for name, entry in (tree.entries if tree else {}).items():
            scope = self._scope(source, text if isinstance(text, str) else "")
            scope.record_id = name
            if isinstance(entry.value, MappingNode):
                scope.tree = entry.value
                entries = own_entries(scope, RECORDS[scope.kind], entry.value)
                values = KIND_RULES.get(scope.kind, plain_values)(scope, entries, entry.value)
                record = self._record(scope, {}, entry.value, values)
                if record is not None:
                    found.append(record)
            else:
                scope.report("expected-fields", entry.value, name, fields="name, broader, aliases")
            self.problems.extend(scope.problems)
        self.asked_files = self.asked_files or self.known.asked_files
        return found

    def at(self, listing: Listing, known: Known, problems: Iterable[Problem]) -> FileReader:
        """Return the reader of another state that has the same vocabularies, and these problems so far."""
        other = FileReader(listing, known, self._settings, self._today, self._memory)
        other.problems, other.digests, other._trees = list(problems), dict(self.digests), self._trees
        other.unread = self.unread
        return other
