"""What the schema cannot say of a channel: short ways of writing, and which of its lines go together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from seurantalo.model.channel import SHOWN_BY_THEMSELVES, ByDefault, ListedIssue, Sender
from seurantalo.model.fields.words import plain_word
from seurantalo.model.kinds import RECORDS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.reading.channels.checks import check_covers, check_issues, check_rule
from seurantalo.reading.channels.regional import with_ids_of_ours
from seurantalo.reading.event.times import Entries
from seurantalo.reading.file_scope import Scope, nearest
from seurantalo.reading.input_words import LANGUAGE_NAMES, NO, YES, is_free_word
from seurantalo.reading.records import values_of
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.tree import Node, Scalar

#: All that a channel's file could say before it told of issues: its free words stay as good as they were.
_SINCE_EVER: Final = frozenset(
    {"name", "type", "area", "deadline", "max_length", "style", "contact", "url", "municipalities", "demo"}
)
_SHOWN: Final = 60


def channel_values(scope: Scope, entries: Entries, tree: MappingNode) -> dict[str, Any] | None:
    """Return the values of a channel; a deadline that gives no day stands as words."""
    given = {name: entry for name, entry in entries.items() if name not in _SHORT or not _text(entry[1].value)}
    short = {name: entry for name, entry in entries.items() if name not in given}
    for name, entry in tuple(short.items()):
        if not _SHORT[name](_text(entry[1].value)):
            given[name] = entry
            del short[name]
    ordered = {name: entry for name, entry in entries.items() if name in given}
    values = values_of(scope, RECORDS[Kind.CHANNEL], ordered, tree)
    if values is None:
        return None
    if "default" in short and _is_yes(_text(short["default"][1].value)):
        values["default"] = ByDefault()
    _check_languages(scope, entries, values)
    _check_template(scope, entries, values)
    for name in ("issues", "exceptions"):
        check_issues(scope, entries, values, name)
        if name in values:
            values[name] = tuple(sorted(values[name], key=_day))
    check_covers(scope, entries, values)
    shown = values["channel_type"] in SHOWN_BY_THEMSELVES
    if shown:
        _drop_deadlines(scope, entries, values)
    strict = Severity.ERROR if entries.keys() - _SINCE_EVER else Severity.NOTICE
    for name in ("deadline", "reminder"):
        if not check_rule(scope, entries, values, name, strict):
            values.pop(name, None)
    if (
        "deadline" in entries
        and not shown
        and "deadline" not in values
        and (words := _text(entries["deadline"][1].value))
    ):
        values.setdefault("deadline_words", " ".join(words.split()))
    if "regional" in values:
        values["regional"] = with_ids_of_ours(scope, entries["regional"][1].value, values["regional"])
        values.setdefault("sender", Sender.LINKED_EVENTS if values["regional"].address else Sender.BY_HAND)
    return values


def _drop_deadlines(scope: Scope, entries: Entries, values: dict[str, Any]) -> None:
    """Mention a deadline of what shows the calendar by itself: an event that comes late is there at once."""
    for name in ("deadline", "reminder"):
        if name in entries:
            scope.report("channel-deadline-of-screen", entries[name][1].value, name, Severity.NOTICE)
            values.pop(name, None)


def _day(issue: ListedIssue) -> int:
    return issue.appears.toordinal()


def _text(node: Node) -> str:
    return (node.text or "").strip() if isinstance(node, Scalar) else ""


def _is_yes(text: str) -> bool:
    return text.casefold() in YES or plain_word(text) in YES


def _is_no(text: str) -> bool:
    return text.casefold() in NO or plain_word(text) in NO


#: Fields with parts in whose place a word may stand: ``oletus: kyllä``, ``maksu: maksuton``.
_SHORT: Final[Mapping[str, Callable[[str], bool]]] = {
    "default": lambda text: _is_yes(text) or _is_no(text),
    "fee": lambda text: _is_no(text) or is_free_word(text),
}


def _check_languages(scope: Scope, entries: Entries, values: dict[str, Any]) -> None:
    """Put codes in the place of names of languages, and report what is none."""
    if "languages" not in values:
        return
    found: list[str] = []
    for written in values["languages"]:
        code = LANGUAGE_NAMES.get(written.casefold())
        if code is None:
            scope.report("unknown-language", entries["languages"][1].value, "languages", found=written[:40])
        else:
            found.append(code)
    values["languages"] = tuple(dict.fromkeys(found))


def _check_template(scope: Scope, entries: Entries, values: Mapping[str, Any]) -> None:
    """Report a template that is not among those of the program and the site, where these are known."""
    known, written = scope.known.text_templates, values.get("template")
    if not known or written is None or written in known:
        return
    node = entries["text_template"][1].value
    near = nearest(written, known)
    mend = scope.instead(node, written, near) if near else None
    values_told = {"found": written[:_SHOWN], "known": ", ".join(sorted(known))}
    scope.report("channel-no-such-template", node, "text_template", Severity.ERROR, mend, **values_told)
