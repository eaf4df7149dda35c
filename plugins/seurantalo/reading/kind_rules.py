"""What the schema cannot say of single kinds of record: what follows from a folder, a stub, an organisation."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from seurantalo.model.kinds import RECORDS
from seurantalo.model.participation import IdeaStage
from seurantalo.model.practice import AdoptionStatus
from seurantalo.model.record import Kind
from seurantalo.reading.event_record import event_values
from seurantalo.reading.event_times import Entries
from seurantalo.reading.file_scope import Place, Scope
from seurantalo.reading.input_words import YES
from seurantalo.reading.records import STUB_MAY_LACK, values_of
from seurantalo.reading.values import report_missing
from seurantalo.reading.yaml_tree import Mapping as MappingNode
from seurantalo.reading.yaml_tree import Scalar


def plain_values(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    """Return the values of a record by the schema alone."""
    return values_of(scope, RECORDS[scope.kind], entries, tree)


def _practice(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    stub = entries["stub"][1].value if "stub" in entries else None
    is_stub = isinstance(stub, Scalar) and (stub.text or "").casefold() in YES
    return values_of(scope, RECORDS[Kind.PRACTICE], entries, tree, STUB_MAY_LACK if is_stub else frozenset())


def _adoption(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if values is None:
        return None
    if values["status"] is AdoptionStatus.STOPPED and "why" not in values:
        scope.report("reason-missing", tree, "why")
    if "municipality" not in values:
        owner = (Kind.ORGANISATION, values["adopter"])
        values["municipality"] = scope.known.municipality_of.get(owner, "")
        if scope.known.is_of_no_municipality((owner,)):
            scope.report("municipality-missing", tree, "municipality")
    return values


def _comment(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = values_of(scope, RECORDS[Kind.COMMENT], entries, tree, frozenset({"text"}))
    if values is not None:
        values["on_question"] = scope.comments_folder
        if scope.comments_folder not in scope.known.ids[Kind.QUESTION]:
            report_missing(scope, Kind.QUESTION, Place(1), "", scope.comments_folder)
    return values


def _idea(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if values is not None and "answer" not in values and values["stage"] in (IdeaStage.DECIDED, IdeaStage.DECLINED):
        scope.report("answer-missing", tree, "answer")
    return values


def _tree(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    values = plain_values(scope, entries, tree)
    if scope.record_id not in scope.known.ids[Kind.MUNICIPALITY]:
        report_missing(scope, Kind.MUNICIPALITY, Place(1), "", scope.record_id)
    elif values is not None:
        values["municipality"] = scope.record_id
    return values


#: How the fields of a kind are read; kinds that are not here have the plain way.
KIND_RULES: Final[Mapping[Kind, Callable[[Scope, Entries, MappingNode], dict[str, Any] | None]]] = {
    Kind.ADOPTION: _adoption,
    Kind.COMMENT: _comment,
    Kind.EVENT: event_values,
    Kind.IDEA: _idea,
    Kind.PRACTICE: _practice,
    Kind.WELLBEING_TREE: _tree,
}
