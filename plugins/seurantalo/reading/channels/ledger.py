"""A ledger entry: what was told in one issue of a channel, and how far its sending came."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from seurantalo.model.channel import Delivery, Told
from seurantalo.model.fields.words import fold_word, value_of
from seurantalo.model.kinds import RECORDS
from seurantalo.model.record import Kind
from seurantalo.reading.event.times import Entries
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.input_words import EVERY_CHOICE
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day, read_moment
from seurantalo.reading.moments.problems import report_moment
from seurantalo.reading.records import values_of
from seurantalo.reading.yaml.tree import Entry, Scalar
from seurantalo.reading.yaml.tree import Mapping as MappingNode

_EVENT: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_SHOWN: Final = 60


def announcement_values(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    """Return the values of a ledger entry. That its channel or its events are gone since then is no fault."""
    found = values_of(scope, RECORDS[Kind.ANNOUNCEMENT], entries, tree)
    sent = _sent(scope, entries["sent"][1]) if found is not None else None
    if found is None or sent is None:
        return None
    channel, _, issue = scope.record_id.partition("/")
    values: dict[str, Any] = {"channel": channel, "issue": issue, **sent}
    told = _told(scope, entries["told"][1], found["told"]) if "told" in found else ()
    posts = _posts(scope, entries["posts"][1], found["remote"]) if "remote" in found else ()
    if told is None or posts is None:
        return None
    return values | {"told": told, "remote": posts}


def _sent(scope: Scope, entry: Entry) -> dict[str, Any] | None:
    """Return what ``sent`` says: ``17.5.2027 klo 9.12``, ``lähettämässä``, ``epäonnistui: syy``, ``epäselvä``."""
    node = entry.value
    text = (node.text or "").strip() if isinstance(node, Scalar) else ""
    word, _, reason = text.partition(":")
    delivery = value_of(Delivery, word)
    if isinstance(delivery, Delivery) and (not reason.strip() or delivery is Delivery.FAILED):
        return {"delivery": delivery, "reason": " ".join(reason.split())}
    try:
        return {"delivery": Delivery.SENT, "sent_at": read_moment(text)}
    except MomentError as error:
        if error.code == "not-a-moment":
            scope.report("announcement-sent-unclear", node, "sent", found=text[:_SHOWN])
        else:
            report_moment(scope, error, node, "sent")
    return None


def _told(scope: Scope, entry: Entry, lines: dict[str, str]) -> tuple[Told, ...] | None:
    found = [(_event_and_day(scope, entry, name, "told"), facts) for name, facts in lines.items()]
    good = [Told(*key, facts) for key, facts in found if key is not None]
    return tuple(good) if len(good) == len(found) else None


def _posts(scope: Scope, entry: Entry, lines: dict[str, str]) -> tuple[tuple[str, str], ...] | None:
    """Return the other side's names by ``event day``; ``""`` is the post of all."""
    found: list[tuple[str, str]] = []
    for name, remote in lines.items():
        if fold_word(name) in EVERY_CHOICE:
            found.append(("", remote))
            continue
        key = _event_and_day(scope, entry, name, "posts")
        if key is None:
            return None
        found.append((f"{key[0]} {key[1].isoformat()}", remote))
    return tuple(found)


def _event_and_day(scope: Scope, entry: Entry, name: str, field: str) -> tuple[str, date] | None:
    """Return what a line is about: ``kevatkonsertti 2027-05-29``; None after a report."""
    event, _, day = name.partition(" ")
    if not _EVENT.match(event) or not day.strip():
        scope.report("announcement-key-unclear", _place(entry, name), field, found=name[:_SHOWN])
        return None
    try:
        return event, read_day(day)
    except MomentError as error:
        report_moment(scope, error, _place(entry, name), field)
    return None


def _place(entry: Entry, name: str) -> Placed:
    entries = entry.value.entries if isinstance(entry.value, MappingNode) else {}
    return next((one for key, one in entries.items() if " ".join(key.split()) == name), entry)
