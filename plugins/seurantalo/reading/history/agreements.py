"""Whether two events are still what their organisers agreed on, from the versions of their files.

An agreement (``clash_ok``) is about dates, places and audiences as they were when it was written. So the versions of
that day are compared with those of now: an event that was moved and moved back is as it was agreed. Writing the
agreement anew, its reason or its day, is agreeing again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.model.event import AgreedClash, Event
from seurantalo.model.fields.event import AGREED_CLASH
from seurantalo.model.fields.words import field_of, fields_by_word
from seurantalo.model.record import Kind
from seurantalo.reading.history.git import Git, GitError
from seurantalo.reading.history.lives import event_life
from seurantalo.reading.history.outward import bare, fields_of
from seurantalo.reading.history.revisions import History
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_moment
from seurantalo.reading.yaml.tree import Mapping as Fields
from seurantalo.reading.yaml.tree import Node, Scalar, Sequence

#: What was agreed on: date, place and audience.
_TERMS: Final = frozenset(
    {
        *("audience", "changes", "date", "dates", "ends", "month", "municipality"),
        *("online", "repeats", "room", "starts", "timezone", "venue"),
    }
)
_MOMENTS: Final = frozenset({"ends", "starts"})
#: An instant after every commit, for what is not committed yet.
_NOW: Final = 1 << 62


@dataclass(frozen=True, slots=True)
class _Version:
    """What one version of an event's file says of the terms, and each of its agreements in words."""

    stamp: int
    terms: tuple[tuple[str, object], ...]
    agreements: Mapping[str, str]


class AgreementHistory:
    """Knows how the files of events with agreements have changed. Without history nothing has.

    >>> from seurantalo.model import Text
    >>> agreed = AgreedClash(with_event="tanssit", why=Text.plain("Konsertista tanssimaan"))
    >>> history = AgreementHistory(Path(), community.events, History({}))
    >>> history.changed_since(event, agreed, community.events["tanssit"])
    False
    """

    def __init__(
        self, root: Path, events: Mapping[str, Event], history: History, repository: Path | None = None
    ) -> None:
        """Read the versions of those few files that agreements are about.

        ``repository`` is where the history is, if not in the project's folder ``root``.
        """
        involved = {event.id for event in events.values() if event.agreed_clashes}
        involved |= {each.with_event for name in involved for each in events[name].agreed_clashes}
        known_events = [events[name] for name in sorted(involved) if name in events]
        lives = {event.id: [event_life(name) for name in (*event.former_ids, event.id)] for event in known_events}
        versions = {name: history.versions(*some) for name, some in lives.items()}
        contents = _contents(repository or root, {blob for known in versions.values() for _, blob in known})
        self._versions: dict[str, list[_Version]] = {}
        for name, known in versions.items():
            found = [_read(stamp, contents[blob]) for stamp, blob in known if blob in contents]
            if not history.uncommitted.isdisjoint(lives[name]):
                found.append(_read(_NOW, _content(root / events[name].origin.path)))
            self._versions[name] = [version for version in found if version is not None]

    def changed_since(self, event: Event, agreement: AgreedClash, other: Event) -> bool:
        """Return whether date, place or audience of either changed after the agreement in ``event``'s file."""
        mine = self._versions.get(event.id, [])
        written = _NOW
        for version in reversed(mine):
            if version.agreements.get(agreement.with_event) != mine[-1].agreements.get(agreement.with_event):
                break
            written = version.stamp
        return any(_differs(self._versions.get(each.id, []), written) for each in (event, other))


def _contents(root: Path, blobs: set[bytes]) -> dict[bytes, bytes]:
    try:
        return dict(Git(root).contents(sorted(blobs)))
    except GitError:
        return {}


def _differs(versions: list[_Version], then: int) -> bool:
    """Return whether the terms are now other than they were at an instant; one that came later is as it first was."""
    if not versions:
        return False
    at_the_time = [version for version in versions if version.stamp <= then] or versions[:1]
    return at_the_time[-1].terms != versions[-1].terms


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:  # deleted meanwhile
        return b""


def _read(stamp: int, content: bytes) -> _Version | None:
    """Return what a version says; None for one that can't be read."""
    fields = fields_of(content, Kind.EVENT)
    if fields is None:
        return None
    terms: list[tuple[str, object]] = []
    agreements: dict[str, str] = {}
    for name, node in fields:
        if name in _TERMS:
            terms.append((name, _term(name, node)))
        elif name == "clash_ok":
            agreements |= dict(_agreements(node))
    return _Version(stamp, tuple(sorted(terms, key=lambda term: term[0])), agreements)


def _term(name: str, node: Node) -> object:
    """Return what a field says, however it is written: ``1.5.2027 klo 18`` and ``2027-05-01 18:00`` are the same."""
    if name == "audience":
        return sorted(bare(item) for item in (node.items if isinstance(node, Sequence) else (node,)))
    if name in _MOMENTS and isinstance(node, Scalar) and node.text:
        try:
            moment = read_moment(node.text)
        except MomentError:
            return bare(node)
        return (moment.isoformat(), isinstance(moment, datetime))
    return bare(node)


def _agreements(node: Node) -> Iterable[tuple[str, str]]:
    """Yield the other event of each agreement, and the agreement in words."""
    known = fields_by_word(AGREED_CLASH.fields)
    for item in node.items if isinstance(node, Sequence) else (node,):
        if isinstance(item, Fields):
            for key, entry in item.entries.items():
                field = field_of(known, key)
                if field is not None and field.name == "with" and isinstance(entry.value, Scalar):
                    yield (entry.value.text or "").strip(), bare(item)
