"""What the schema cannot say of the wiki's records: stages in order, nothing out of itself, nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, Final

from seurantalo.model.fields.participation import PROCESS_STAGE
from seurantalo.model.participation import ProcessStage
from seurantalo.model.practice import Adoption, Practice
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Record
from seurantalo.reading.event.times import Entries
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.records import own_value
from seurantalo.reading.yaml.tree import Node, Scalar, Sequence

#: Links of a practice to those that were before it, or that it is made of.
_ANCESTORS: Final = ("based_on", "replaces", "combines")


def check_stages(scope: Scope, entries: Entries, stages: Iterable[ProcessStage]) -> None:
    """Report stages that end before they begin, are over before the one above, or are misnumbered."""
    node = entries["stages"][1].value
    nodes = node.items if isinstance(node, Sequence) else [node]
    numbers: dict[int, int] = {}
    above: ProcessStage | None = None
    for stage, written in zip(stages, nodes, strict=False):
        right = max(numbers, default=0) + 1
        place = _value(written, "n")
        if stage.n in numbers:
            mend = scope.instead(place, str(stage.n), str(right))
            scope.report("stage-twice", place, "n", Severity.ERROR, mend, found=stage.n, line=numbers[stage.n])
        elif above is not None and stage.n < right:
            scope.report("stage-not-in-order", place, "n", found=stage.n, above=above.n)
        elif stage.n > right:
            missing = str(right) if stage.n == right + 1 else f"{right}–{stage.n - 1}"
            scope.report("stage-left-out", place, "n", Severity.WARNING, found=stage.n, missing=missing)
        numbers.setdefault(stage.n, place.line)
        if stage.starts and stage.ends and stage.ends < stage.starts:
            words = {"starts": shown(stage.starts), "ends": shown(stage.ends)}
            scope.report("ends-before-start", _value(written, "ends"), "ends", **words)
        elif above and above.starts and stage.starts and (stage.ends or stage.starts) < above.starts:
            # What goes on beside the other stages may well have begun before them.
            words = {"starts": shown(stage.starts), "above": shown(above.starts)}
            scope.report("stage-before-last", _value(written, "starts"), "starts", Severity.WARNING, **words)
        above = stage


def _value(node: Node, name: str) -> Placed:
    return own_value(PROCESS_STAGE.fields, node, name) or node


def check_links_to_itself(scope: Scope, entries: Entries, values: Mapping[str, Any]) -> None:
    """Report a practice that is based on itself, replaces itself or is a part of itself."""
    for name in _ANCESTORS:
        if scope.record_id in values.get(name, ()):
            node = entries[name][1].value
            nodes = node.items if isinstance(node, Sequence) else [node]
            own = (one for one in nodes if isinstance(one, Scalar) and (one.text or "").strip() == scope.record_id)
            scope.report("practice-of-itself", next(own, node), name)


def check_not_to_come(scope: Scope, place: Placed, field_name: str, day: date | None) -> None:
    """Report a day on which something is told to have happened, and which is still to come."""
    if day is not None and day > scope.today:
        scope.report("day-to-come", place, field_name, Severity.WARNING, day=shown(day), today=shown(scope.today))


def shared_between(records: Iterable[Record]) -> Iterator[Problem]:
    """Yield what no single file tells: an adoption told twice, practices that come of each other."""
    practices: dict[str, Practice] = {}
    adoptions: dict[tuple[str, str, str], Adoption] = {}
    for record in records:
        if isinstance(record, Practice):
            practices[record.id] = record
        elif isinstance(record, Adoption):
            first = adoptions.setdefault((record.adopter, record.practice, record.municipality), record)
            if first is not record:
                yield _problem("adoption-twice", record, "adopter", other=first.origin.path)
    for name in _ANCESTORS:
        yield from _rings(practices, name)


def _rings(practices: Mapping[str, Practice], name: str) -> Iterator[Problem]:
    """Yield a problem for each ring of practices that a field leads round, at its first practice by id."""
    done: set[str] = set()
    for start in sorted(practices):
        path: dict[str, None] = {}
        # Depth first without recursion: a chain may be as long as a library.
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            here, left = waiting.pop()
            if left:
                path.pop(here)
                done.add(here)
            elif here in path:
                ring = list(path)[list(path).index(here) :]
                if len(ring) > 1:
                    first = min(ring)
                    at = ring.index(first)
                    others = ", ".join((*ring[at + 1 :], *ring[:at]))
                    yield _problem("practices-in-a-ring", practices[first], name, others=others)
            elif here not in done and here in practices:
                path[here] = None
                waiting.append((here, True))
                waiting += [(other, False) for other in sorted(getattr(practices[here], name), reverse=True)]


def _problem(code: str, record: Record, field_name: str, **values: str) -> Problem:
    origin = record.origin
    return Problem(code, origin.path, origin.line, origin.column, field_name, tuple(values.items()))
