"""How an event repeats: one rule or several, in plain words or in those of RFC 5545."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from seurantalo.model.fields.event import EVENT
from seurantalo.model.fields.repetition import REPEATS
from seurantalo.model.fields.words import fields_by_word, fold_word
from seurantalo.model.record import Moment, day_of
from seurantalo.model.recurrence import Repetition
from seurantalo.reading.event.times import Entries, line_of
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.moments.problems import shown
from seurantalo.reading.records import own_entries, own_key
from seurantalo.reading.repetition.error import RepeatError
from seurantalo.reading.repetition.problems import report_repeat
from seurantalo.reading.repetition.rule_reader import RuleReader, WrittenRule
from seurantalo.reading.repetition.words import read_said
from seurantalo.reading.yaml.tree import Entry, Mapping, Node, Scalar, Sequence


def read_repeats(
    scope: Scope, node: Node, entries: Entries, given: tuple[Moment, Moment | None], zone: ZoneInfo
) -> tuple[Repetition, ...]:
    """Return the rules of an event that begins and ends as ``given``; none where there is none or one is broken.

    The first date of a rule is the first one from the event's start on; one of them has to be the event's start.
    """
    if line_of(node) == "-":
        return ()
    start = entries["starts"][1].value
    nodes = node.items if isinstance(node, Sequence) else [node]
    written = [one for each in nodes for one in _written(scope, each, given[0], several=len(nodes) > 1)]
    found = [None if one is None else RuleReader(scope, one, start, given, zone).read() for one in written]
    good = tuple(one for one in found if one is not None)
    if len(good) < len(found):
        return ()
    starts = given[0]
    if isinstance(node, Scalar):
        # In a list, calendars tell rules apart by their order; in words the first is that of the event's start.
        good = tuple(sorted(good, key=lambda one: day_of(one.starts)))
    if len({isinstance(one.starts, datetime) for one in good}) > 1:
        scope.report("rules-unlike", node, "repeats")
        return ()
    if good and not any(day_of(one.starts) == day_of(starts) for one in good):
        first = min(good, key=lambda one: day_of(one.starts))
        scope.report("start-not-in-rule", start, "starts", starts=shown(starts), right=shown(day_of(first.starts)))
        return ()
    return good


def _written(scope: Scope, node: Node, starts: Moment, *, several: bool) -> list[WrittenRule | None]:
    """Return the rules that a text or a mapping says; None for one that was reported."""
    if not isinstance(node, Mapping):
        return _in_words(scope, node, WrittenRule(node, {}, several=several), starts, every=False)
    fields = dict(node.entries)
    beside = own_key(EVENT, fields, "repeats")
    words = fields.pop(beside).value if beside is not None else None
    found = own_entries(scope, REPEATS, Mapping(fields, node.line, node.column))
    every = found.pop("every", None)
    if words is None and every is not None:
        words = every[1].value
    rule = WrittenRule(node, found, several=several)
    if words is None or (not line_of(words) and "rule" in found):
        return [rule]
    return _in_words(scope, words, rule, starts, every=every is not None and beside is None)


def _in_words(
    scope: Scope, words: Node, rule: WrittenRule, starts: Moment, *, every: bool
) -> list[WrittenRule | None]:
    text = line_of(words)
    if "=" in text:
        return [rule._replace(rule=text)]
    if not isinstance(words, Scalar):
        scope.report("expected-text" if every else "expected-fields", words, "repeats", fields="every, on, until")
        return [None]
    if not text:
        scope.report("field-empty" if every else "expected-fields", words, "every", fields="every, on, until")
        return [None]
    try:
        said = read_said(text, every=every)
    except RepeatError as error:
        report_repeat(scope, error, words, starts)
        return [None]
    several = rule.several or len(said) > 1
    return [rule._replace(said=one, said_at=words, several=several, every=every) for one in said]


def gathered(tree: Mapping) -> Mapping:
    """Return an event with what stands beside its repetition inside that: ``paitsi: 2.3.``, ``asti: 31.5.``."""
    repeats = own_key(EVENT, tree.entries, "repeats")
    if repeats is None:
        return tree
    value = tree.entries[repeats].value
    known, own = fields_by_word(REPEATS), fields_by_word(EVENT)
    beside = [key for key in tree.entries if fold_word(key) in known and fold_word(key) not in own]
    if not beside or isinstance(value, Sequence):
        return tree
    entries = {key: entry for key, entry in tree.entries.items() if key not in beside}
    inside: dict[str, Entry] = dict(value.entries) if isinstance(value, Mapping) else {repeats: tree.entries[repeats]}
    for key in beside:
        inside.setdefault(key, tree.entries[key])
    place = value if isinstance(value, Mapping) else tree.entries[repeats]
    entries[repeats] = tree.entries[repeats]._replace(value=Mapping(inside, place.line, place.column))
    return Mapping(entries, tree.line, tree.column)
