"""Where an event is announced, as its file says it: a list, a word, or a line for each channel."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final

from seurantalo.language import TONGUES
from seurantalo.model.channel_plan import ChannelChoice, ChannelPlan, Doer
from seurantalo.model.fields.channel_plan import CHANNEL_CHOICE, USUAL
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.nesting import by_name
from seurantalo.model.fields.words import every_word, field_of, fields_by_word, plain_word, value_of
from seurantalo.model.problem import Mend, Severity
from seurantalo.model.record import Kind, Moment, day_of
from seurantalo.reading.event.times import line_of
from seurantalo.reading.file_scope import Placed, Scope
from seurantalo.reading.input_words import NO, YES
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_moment
from seurantalo.reading.names.references import references, split_list
from seurantalo.reading.records import own_entries, own_value, values_of
from seurantalo.reading.values import scalar_value
from seurantalo.reading.wiki_rules import check_not_to_come
from seurantalo.reading.yaml.tree import Entry, Mapping, Node, Scalar, Sequence

_FIELDS: Final = by_name(CHANNEL_CHOICE.fields)
_DAYS: Final = ("sent_on", "corrected")
_USUAL: Final = frozenset(plain_word(word) for word in every_word(USUAL))
_KNOWN: Final = fields_by_word(CHANNEL_CHOICE.fields)
#: A no, and what may stand between it and the reason.
_NO: Final = re.compile(
    rf"(?:{'|'.join(sorted(map(re.escape, NO), key=len, reverse=True))})(?:\s*[,;:.–(-]\s*|\s+|\Z)", re.IGNORECASE
)
#: So many words may be a sentence.
_SENTENCE: Final = 3
#: What stands between two things that are said of one channel.
_BETWEEN: Final = re.compile(r"\s*[,;]\s*")


def read_channels(scope: Scope, pair: tuple[Field, Entry]) -> ChannelPlan | None:
    """Return where an event is to be announced; None where nothing is said, or all of it was reported."""
    field, entry = pair
    node = entry.value
    if isinstance(node, Mapping):
        return _of_lines(scope, field, tuple(node.entries.items()))
    items: list[Node] = list(node.items) if isinstance(node, Sequence) else [node]
    if any(isinstance(item, Mapping) for item in items):
        lines = [
            pair
            for item in items
            for pair in (
                item.entries.items()
                if isinstance(item, Mapping)
                else [(line_of(item), Entry(item.line, item.column, Scalar(None, item.line, item.column)))]
            )
        ]
        return _of_lines(scope, field, tuple(lines))
    return _of_names(scope, field, items)


def _of_names(scope: Scope, field: Field, items: list[Node]) -> ChannelPlan | None:
    """Read a list of channels, or a word in its place."""
    words = [item for item in items if isinstance(item, Scalar) and (item.text or "").strip()]
    if len(words) == 1 and _NO.match(text := line_of(words[0])) and not scope.known.meant(Kind.CHANNEL, text):
        return ChannelPlan(defaults=False)
    usual, named = False, list[str]()
    for item in words:
        pieces = split_list(line_of(item))
        others = [each for each in pieces if plain_word(each) not in _USUAL and each.casefold() not in YES]
        usual = usual or len(others) < len(pieces)
        if others:
            named += references(
                scope, field, item if len(others) == len(pieces) else item._replace(text=", ".join(others))
            )
    for other in items:
        if not isinstance(other, Scalar):
            scope.report("expected-text", other, field.name)
    if not named and not usual:
        return None
    return ChannelPlan(defaults=usual, choices=tuple(ChannelChoice(channel=one) for one in dict.fromkeys(named)))


def _of_lines(scope: Scope, field: Field, lines: tuple[tuple[str, Entry], ...]) -> ChannelPlan:
    """Read what is said of each channel on a line of its own."""
    usual = said = False
    found: dict[str, ChannelChoice] = {}
    first: dict[str, int] = {}
    for key, entry in lines:
        if plain_word(key) in _USUAL:
            usual, said = not _NO.match(line_of(entry.value)), True
            continue
        for channel in references(scope, field, Scalar(key, entry.line, entry.column)):
            if channel in found:
                scope.report("channel-twice", entry, field.name, found=key[:60], line=first[channel])
                continue
            first[channel] = entry.line
            choice = _choice(scope, channel, entry)
            # What was not understood is told of; that the channel is named stands.
            found[channel] = choice or ChannelChoice(channel=channel)
    choices = tuple(found.values())
    if choices and not usual and all(one.skipped for one in choices):
        _report_without_usual(scope, field, lines, "channels-all-skipped")
    elif choices and not said and all(one.skipped or one.sent or one.corrected for one in choices):
        _report_without_usual(scope, field, lines, "channels-only-told")
    return ChannelPlan(defaults=usual, choices=choices)


def _report_without_usual(scope: Scope, field: Field, lines: tuple[tuple[str, Entry], ...], code: str) -> None:
    """Ask whether an event that only says where it was told, or is not, leaves the usual channels."""
    (key, entry), words = lines[0], scope.text.split("\n")
    line = words[entry.line - 1] if entry.line <= len(words) else ""
    begins = line.lstrip().startswith(key)
    indent = line[: len(line) - len(line.lstrip())]
    usual = USUAL.in_language(scope.language)[0]
    mend = Mend(f"{indent}{usual}:", entry.line, entry.line - 1) if begins and indent else None
    scope.report(code, entry, field.name, Severity.NOTICE, mend, usual=usual)


def _choice(scope: Scope, channel: str, entry: Entry) -> ChannelChoice | None:
    node = entry.value
    if isinstance(node, Mapping):
        own = own_entries(scope, CHANNEL_CHOICE.fields, node)
        own["channel"] = (
            _FIELDS["channel"],
            Entry(entry.line, entry.column, Scalar(channel, entry.line, entry.column)),
        )
        values = values_of(scope, CHANNEL_CHOICE.fields, own, entry)
        skip = str((values or {}).pop("skip", ""))
        for name in _DAYS:
            day = (values or {}).get(_FIELDS[name].target_attribute)
            if day is not None:
                _check_day(scope, own_value(CHANNEL_CHOICE.fields, node, name) or node, name, day)
        return None if values is None else _skipped(ChannelChoice(**values), skip)
    if isinstance(node, Sequence):
        text = ", ".join(line_of(item) for item in node.items)
        node = Scalar(text, node.line, node.column)
    return _of_words(scope, channel, node)


def _of_words(scope: Scope, channel: str, node: Scalar) -> ChannelChoice | None:
    """Read what is said of a channel in words: a no with its reason, days on which it was told, or who tells it."""
    text = " ".join((node.text or "").split())
    if not text or text.casefold() in YES:
        return ChannelChoice(channel=channel)
    if found := _NO.match(text):
        why = text[found.end() :].removesuffix(")") if "(" in found[0] else text[found.end() :]
        kept = scalar_value(scope, _FIELDS["skip"], node._replace(text=why))
        return ChannelChoice(channel=channel, skipped=True, why=str(kept or ""))
    if doer := value_of(Doer, text):
        return ChannelChoice(channel=channel, doer=Doer(doer))
    days: dict[str, Moment] = {}
    for piece in _BETWEEN.split(text):
        name, day = _told(piece)
        if not name or name in days:
            _report_unclear(scope, node, text)
            return None
        if not day:
            today = TONGUES[scope.language].in_file(scope.today)
            mend = scope.instead(node, piece, f"{piece} {today}")
            scope.report("channel-without-day", node, "channels", Severity.ERROR, mend, found=piece[:60], today=today)
            return None
        moment = scalar_value(scope, _FIELDS[name], node._replace(text=day))
        if not isinstance(moment, date):
            return None
        days[name] = moment
        _check_day(scope, node, name, moment)
    return ChannelChoice(channel=channel, sent=days.get("sent_on"), corrected=days.get("corrected"))


def _told(piece: str) -> tuple[str, str]:
    """Return which day a piece of text tells, and the words of the day: ``lähetetty 25.5.2027``."""
    words = piece.split(" ")
    # What we have no word for has at most three words before its day.
    for count in range(min(len(words), 3), 0, -1):
        field = field_of(_KNOWN, " ".join(words[:count]).rstrip(":"))
        if field is not None and field.name in _DAYS:
            return field.name, " ".join(words[count:])
    return "", piece


def _report_unclear(scope: Scope, node: Scalar, text: str) -> None:
    """Report words that are none of those that may stand behind a channel, with the nearest that are."""
    language = scope.language
    sent, sentence = (_FIELDS[name].called.in_language(language)[0] for name in ("sent_on", "sentence"))
    words = text.split(" ")
    day = next((" ".join(words[at:]) for at in range(len(words)) if _is_day(" ".join(words[at:]))), "")
    doer = value_of(Doer, words[0])
    if day:
        right = f"{sent} {day}"
    elif doer and len(words) < _SENTENCE:
        # ``järjestäjä lähettää``
        right = words[0]
    elif len(words) >= _SENTENCE and not set(text) & set(",{}[]#"):
        right = f"{{{sentence}: {text}}}"
    else:
        right = ""
    mend = scope.instead(node, text, right) if right else None
    code = "channel-line-unclear" if mend is None else "channel-line-unclear-near"
    today = TONGUES[language].in_file(scope.today)
    scope.report(code, node, "channels", Severity.ERROR, mend, found=text[:60], sent=f"{sent} {today}")


def _is_day(text: str) -> bool:
    try:
        read_moment(text)
    except MomentError:
        return False
    return True


def _check_day(scope: Scope, place: Placed, name: str, moment: Moment) -> None:
    check_not_to_come(scope, place, name, day_of(moment))


def _skipped(choice: ChannelChoice, skip: str) -> ChannelChoice:
    """Return a choice with what its field ``skip`` says: yes or no, or why."""
    if not skip or (skip.casefold() in NO):
        return choice
    return replace(choice, skipped=True, why="" if skip.casefold() in YES else skip)
