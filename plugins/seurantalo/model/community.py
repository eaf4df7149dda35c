"""The linked whole: every record by kind and id, and who points at whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import fields, is_dataclass
from types import MappingProxyType
from typing import Any, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.model.channel import Announcement, Channel
from seurantalo.model.event import Event
from seurantalo.model.fields.field import Field
from seurantalo.model.handbook import Comment, Question
from seurantalo.model.kinds import KINDS
from seurantalo.model.organisation import Organisation
from seurantalo.model.participation import Campaign, Idea, Process, WellbeingTree
from seurantalo.model.place import Municipality, Venue
from seurantalo.model.practice import Adoption, Practice
from seurantalo.model.record import Kind, Link, Record
from seurantalo.model.vocabulary import Audience, Source, Term, Theme


@dataclass(frozen=True, slots=True)
class Backlink:
    """``record`` points at something through ``field`` (for a part of a record: ``outcome.inspired``)."""

    field: str
    record: Record


def _owns_links(field: Field) -> bool:
    return field.part is not None and hasattr(field.part.becomes, "LINKS")


def _parts_with_links(value: object, path: str) -> Iterator[tuple[Any, str]]:
    """Yield the parts inside a record that own links of their own, with their dotted path."""
    if isinstance(value, tuple):
        for item in value:
            yield from _parts_with_links(item, path)
    elif is_dataclass(value) and not isinstance(value, type) and hasattr(value, "LINKS"):
        yield value, path
        for field in fields(value):
            yield from _parts_with_links(getattr(value, field.name), f"{path}.{field.name}")


def _nested_links(record: Record) -> Iterator[tuple[str, Kind, str]]:
    """Yield (dotted field, target kind, target id) for every link that the parts of a record own."""
    for name in _NESTED[record.KIND]:
        nested = getattr(record, name)
        if nested:
            for part, path in _parts_with_links(nested, name):
                for link in part.LINKS:
                    targets = getattr(part, link.field)
                    if targets:
                        for target in targets if link.many else (targets,):
                            yield f"{path}.{link.field}", link.target, target


#: The attributes whose parts own links, so that plain events cost nothing extra.
_NESTED: Mapping[Kind, tuple[str, ...]] = {
    kind: names
    for kind, one in KINDS.items()
    if (names := tuple(field.target_attribute for field in one.fields if _owns_links(field)))
}


#: Target -> what points at it: (kind, field) -> the records, by id.
_Backlinks: TypeAlias = dict[tuple[Kind, str], dict[tuple[Kind, str], list[Record]]]


def _pointing(table: Mapping[str, Record], link: Link) -> Mapping[str, list[Record]]:
    """Return which records point through a link, by the ids that they point at; each once, however often it does."""
    found: dict[str, list[Record]] = {}
    for record in table.values():
        value = getattr(record, link.field)
        if value:
            for name in value if link.many else (value,):
                records = found.get(name)
                if records is None:
                    found[name] = [record]
                elif records[-1] is not record:
                    records.append(record)
    return found


def _point(found: _Backlinks, target: tuple[Kind, str], role: tuple[Kind, str], record: Record) -> None:
    """Note that a record points at a target; once, however often it does."""
    roles = found.get(target)
    if roles is None:
        found[target] = {role: [record]}
        return
    pointing = roles.get(role)
    if pointing is None:
        roles[role] = [record]
    elif pointing[-1] is not record:
        pointing.append(record)


class Community:
    """All records of a site, each by id in id order, with the links between them in both directions.

    Every link leads to a record that is here: whoever makes a Community has checked that (see ``reading``). A link is
    written on one side, in one file; the other side's list (who meets in this hall?) is worked out here.

    >>> hall = community.venues["seurantalo"]
    >>> [(link.field, link.record.id) for link in community.backlinks(hall)]
    [('venue', 'konsertti'), ('venue', 'tanssit')]
    """

    __slots__ = (
        "_backlinks",
        "adoptions",
        "announcements",
        "audiences",
        "by_kind",
        "campaigns",
        "channels",
        "comments",
        "events",
        "ideas",
        "municipalities",
        "organisations",
        "pictures",
        "practices",
        "processes",
        "questions",
        "sources",
        "terms",
        "themes",
        "venues",
        "wellbeing_trees",
    )

    def __init__(self, records: Iterable[Record], pictures: Mapping[str, tuple[int, int]] | None = None) -> None:
        """Take records in any order; raise KeyError for a link that leads nowhere.

        ``pictures`` are the site's pictures by path, with width and height in pixels.
        """
        self.pictures: Mapping[str, tuple[int, int]] = MappingProxyType(dict(pictures or {}))
        tables: dict[Kind, dict[str, Any]] = {kind: {} for kind in Kind}
        for record in records:
            tables[record.KIND][record.id] = record
        tables = {kind: dict(sorted(table.items())) for kind, table in tables.items()}
        self.by_kind: Mapping[Kind, Mapping[str, Record]] = MappingProxyType(tables)
        self.adoptions: Mapping[str, Adoption] = tables[Kind.ADOPTION]
        self.announcements: Mapping[str, Announcement] = tables[Kind.ANNOUNCEMENT]
        self.audiences: Mapping[str, Audience] = tables[Kind.AUDIENCE]
        self.campaigns: Mapping[str, Campaign] = tables[Kind.CAMPAIGN]
        self.channels: Mapping[str, Channel] = tables[Kind.CHANNEL]
        self.comments: Mapping[str, Comment] = tables[Kind.COMMENT]
        self.events: Mapping[str, Event] = tables[Kind.EVENT]
        self.ideas: Mapping[str, Idea] = tables[Kind.IDEA]
        self.municipalities: Mapping[str, Municipality] = tables[Kind.MUNICIPALITY]
        self.organisations: Mapping[str, Organisation] = tables[Kind.ORGANISATION]
        self.practices: Mapping[str, Practice] = tables[Kind.PRACTICE]
        self.processes: Mapping[str, Process] = tables[Kind.PROCESS]
        self.questions: Mapping[str, Question] = tables[Kind.QUESTION]
        self.sources: Mapping[str, Source] = tables[Kind.SOURCE]
        self.terms: Mapping[str, Term] = tables[Kind.TERM]
        self.themes: Mapping[str, Theme] = tables[Kind.THEME]
        self.venues: Mapping[str, Venue] = tables[Kind.VENUE]
        self.wellbeing_trees: Mapping[str, WellbeingTree] = tables[Kind.WELLBEING_TREE]
        self._backlinks = self._collect(tables)

    @staticmethod
    def _collect(tables: Mapping[Kind, Mapping[str, Record]]) -> _Backlinks:
        found: _Backlinks = {}
        for kind, table in tables.items():
            # Field by field: so what a field needs is looked up once for all records.
            for link in KINDS[kind].record.LINKS:
                for name, records in _pointing(table, link).items():
                    if name not in tables[link.target]:
                        raise KeyError(f"{kind} {records[0].id}: {link.field} -> {link.target} {name}")
                    found.setdefault((link.target, name), {})[kind, link.field] = records
            for record in table.values() if kind in _NESTED else ():
                for field, target, name in _nested_links(record):
                    if name not in tables[target]:
                        raise KeyError(f"{kind} {record.id}: {field} -> {target} {name}")
                    _point(found, (target, name), (kind, field), record)
        return found

    def with_events(self, events: Mapping[str, Event]) -> Community:
        """Return the same with these of its events alone; who points at whom stays as it is here.

        >>> [*community.with_events({"tanssit": community.events["tanssit"]}).events]
        ['tanssit']
        """
        some = copy(self)
        some.events = events
        some.by_kind = MappingProxyType({**self.by_kind, Kind.EVENT: events})
        return some

    def backlinks(self, record: Record) -> tuple[Backlink, ...]:
        """Return everything that points at the record, by kind, field and id."""
        roles = self._backlinks.get((record.KIND, record.id), {})
        return tuple(Backlink(field, other) for (_, field), others in sorted(roles.items()) for other in others)

    def roles(self, record: Record) -> Mapping[tuple[Kind, str], Sequence[Record]]:
        """Return who points at the record, each by id, under the kind and the field that does."""
        return self._backlinks.get((record.KIND, record.id), {})

    def events_linking(self, record: Record, field: str) -> tuple[Event, ...]:
        """Return the events that point at the record through ``field`` (``organisers``, ``venue`` ...), by id."""
        roles = self._backlinks.get((record.KIND, record.id), {})
        return tuple(other for other in roles.get((Kind.EVENT, field), ()) if isinstance(other, Event))

    def practices_linking(self, record: Record, field: str) -> tuple[Practice, ...]:
        """Return the practices that point at the record through ``field``, by id."""
        roles = self._backlinks.get((record.KIND, record.id), {})
        return tuple(other for other in roles.get((Kind.PRACTICE, field), ()) if isinstance(other, Practice))
