"""Written values of channels become those of the model, or problems."""

from __future__ import annotations

from typing import Final

from seurantalo.model.channel import Before, Covers, DeadlineRule, Unit
from seurantalo.model.fields.field import Field
from seurantalo.model.problem import Mend, Severity
from seurantalo.reading.channels.days import read_covers, read_weekdays
from seurantalo.reading.channels.deadline import DeadlineError, read_deadline, written_rule
from seurantalo.reading.channels.nearest import nearest_rule
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.yaml.tree import Scalar

_SHOWN: Final = 60
_EXAMPLE: Final = DeadlineRule(Before(7, Unit.DAY))


def deadline_value(scope: Scope, field: Field, node: Scalar, text: str) -> DeadlineRule | None:
    """Return a rule; None after a report.

    A ``deadline`` that is no rule is only mentioned: it stands as free words, as it did before there were rules.
    """
    if len(text) > field.maximum:
        scope.report("text-too-long", node, field.name, limit=field.maximum, length=len(text))
        return None
    severity = Severity.NOTICE if field.name == "deadline" else Severity.ERROR
    try:
        found = read_deadline(text)
    except DeadlineError as error:
        near = nearest_rule(text, scope.language)
        code, mend = error.code, _mend(scope, node, text, near)
        if code == "channel-deadline-unclear" and mend is None:
            code, near = "channel-deadline-words", near or written_rule(_EXAMPLE, scope.language)
        values = {"found": error.found[:_SHOWN], "right": near, "fields": "deadline_words"}
        scope.report(code, node, field.name, severity, mend, **values)
        return None
    if found.is_guess:
        right = written_rule(found.rule, found.language)
        mend = _mend(scope, node, text, right)
        scope.report("channel-deadline-read-so", node, field.name, Severity.NOTICE, mend, found=text[:_SHOWN])
    return found.rule


def _mend(scope: Scope, node: Scalar, text: str, right: str) -> Mend | None:
    return scope.instead(node, text, right) if right else None


def weekdays_value(scope: Scope, field: Field, node: Scalar, text: str) -> tuple[int, ...] | None:
    """Return weekdays, Monday is 0; None after a report."""
    found = read_weekdays(text)
    if not found:
        scope.report("channel-appears-unclear", node, field.name, found=text[:_SHOWN], fields="issues")
        return None
    return found


def covers_value(scope: Scope, field: Field, node: Scalar, text: str) -> Covers | None:
    """Return which days an issue tells about; None after a report."""
    found = read_covers(text)
    if found is None:
        scope.report("channel-covers-unclear", node, field.name, found=text[:_SHOWN])
    return found
