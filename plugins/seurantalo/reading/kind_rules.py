"""What the schema cannot say of single kinds of record: what follows from a folder, a stub, an organisation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, Final

from seurantalo.model.fields.handbook import SUMMARY
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.participation import IdeaStage
from seurantalo.model.practice import AdoptionStatus
from seurantalo.model.record import Kind, Origin
from seurantalo.reading.channels.channel import channel_values
from seurantalo.reading.channels.ledger import announcement_values
from seurantalo.reading.event.record import event_values
from seurantalo.reading.event.times import Entries
from seurantalo.reading.file_scope import Place, Scope
from seurantalo.reading.files.listing import kind_commented
from seurantalo.reading.input_words import YES
from seurantalo.reading.names.references import report_missing
from seurantalo.reading.records import STUB_MAY_LACK, own_value, values_of
from seurantalo.reading.wiki_rules import check_links_to_itself, check_not_to_come, check_stages
from seurantalo.reading.yaml.tree import Entry, Scalar
from seurantalo.reading.yaml.tree import Mapping as MappingNode


def origin_of(scope: Scope, places: Mapping[str, Entry], tree: MappingNode) -> Origin:
    """Return the place that a person should look at: an event's start, else the title or name."""
    for name in ("starts", "title") if scope.kind is Kind.EVENT else ("title", "name", "question"):
        if name in places:
            return Origin(scope.path, places[name].line, places[name].column)
    return Origin(scope.path, tree.line, tree.column)


def plain_values(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    """Return the values of a record by the schema alone."""
    return values_of(scope, RECORDS[scope.kind], entries, tree)


def _practice(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    stub = entries["stub"][1].value if "stub" in entries else None
    is_stub = isinstance(stub, Scalar) and (stub.text or "").casefold() in YES
    values = values_of(scope, RECORDS[Kind.PRACTICE], entries, tree, STUB_MAY_LACK if is_stub else frozenset())
    if values is not None:
        check_links_to_itself(scope, entries, values)
        _told_of_the_past(scope, entries, values, "reviewed")
    return values


def _process(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if values is not None:
        check_stages(scope, entries, values["stages"])
    return values


def _question(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if values is not None and "summary" in values:
        node = entries["summary"][1].value
        place = own_value(SUMMARY.fields, node, "as_of") or node
        check_not_to_come(scope, place, "as_of", values["summary"].as_of)
    return values


def _told_of_the_past(scope: Scope, entries: Entries, values: Mapping[str, Any], name: str) -> None:
    if name in values:
        check_not_to_come(scope, entries[name][1].value, name, values[name])


def _adoption(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if values is None:
        return None
    if values["status"] is AdoptionStatus.STOPPED and "why" not in values:
        scope.report("reason-missing", tree, "why")
    _told_of_the_past(scope, entries, values, "reviewed")
    if "municipality" not in values:
        owner = (Kind.ORGANISATION, values["adopter"])
        values["municipality"] = scope.known.municipality_of.get(owner, "")
        if scope.known.is_of_no_municipality((owner,)):
            scope.report("municipality-missing", tree, "municipality")
    return values


def _comment(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = values_of(scope, RECORDS[Kind.COMMENT], entries, tree, frozenset({"text"}))
    if values is not None:
        _told_of_the_past(scope, entries, values, "date")
        kind = kind_commented(scope.path)
        values["on_practice" if kind is Kind.PRACTICE else "on_question"] = scope.comments_folder
        if scope.comments_folder not in scope.known.ids[kind]:
            report_missing(scope, kind, Place(1), "", scope.comments_folder)
    return values


def _idea(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if values is not None and "answer" not in values and values["stage"] in (IdeaStage.DECIDED, IdeaStage.DECLINED):
        scope.report("answer-missing", tree, "answer")
    if values is not None:
        _told_of_the_past(scope, entries, values, "raised")
    return values


def _tree(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if scope.record_id not in scope.known.ids[Kind.MUNICIPALITY]:
        report_missing(scope, Kind.MUNICIPALITY, Place(1), "", scope.record_id)
        return None
    if values is not None:
        values["municipality"] = scope.record_id
    return values


#: How the fields of a kind are read; kinds that are not here have the plain way.
KIND_RULES: Final[Mapping[Kind, Callable[[Scope, Entries, MappingNode], dict[str, Any] | None]]] = {
    Kind.ADOPTION: _adoption,
    Kind.ANNOUNCEMENT: announcement_values,
    Kind.CHANNEL: channel_values,
    Kind.COMMENT: _comment,
    Kind.EVENT: event_values,
    Kind.IDEA: _idea,
    Kind.PRACTICE: _practice,
    Kind.PROCESS: _process,
    Kind.QUESTION: _question,
    Kind.WELLBEING_TREE: _tree,
}


@cache
def required_of(kind: Kind) -> frozenset[str]:
    """Return the attributes that a record can't be without: of a comment, its text, which stands below its fields."""
    every = fields(KINDS[kind].record)
    return frozenset(one.name for one in every if one.default is MISSING and one.default_factory is MISSING)
