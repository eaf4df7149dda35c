"""Problems and clashes of an answer in sentences, in which all that comes from files is a span of code."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from seurantalo.frozen import dataclass
from seurantalo.language import Language, dates
from seurantalo.model.event import Event
from seurantalo.model.problem import Problem
from seurantalo.model.record import UNKNOWN_REVISION, Moment, Origin
from seurantalo.model.text import Text
from seurantalo.planner.clashes import Finding, RuleWords, advice, explain
from seurantalo.planner.clashes.rules import RULES
from seurantalo.reading.report import explain as explain_problem
from seurantalo.receiving.answer.answer import Asked, Clash, Found, Side
from seurantalo.receiving.answer.packed import AnswerError
from seurantalo.receiving.answer.quoting import clean, mark, quoted, said

#: The words of our own rules, by their codes.
OUR_WORDS: Final[Mapping[str, RuleWords]] = {rule.code: rule.words for rule in RULES}
#: Facts that a rule's words turn on: numbers, days, ids and words of the program. All others are what people wrote.
_OURS: Final = frozenset(
    {
        *("alike", "assumed_end", "both", "count", "day", "exhibition", "first", "gap", "hands", "kind", "limit"),
        *("major", "margin", "night", "other_day", "span", "subject", "tentative", "together", "unnamed", "way"),
        "weekly",
    }
)
_CODE: Final = re.compile(r"[A-Za-z0-9_./ -]{0,300}\Z")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A finding in Markdown: what is found, and what can be done about it."""

    message: str
    hint: str


def problem_said(found: Found, lang: Language) -> Spoken:
    """Return a problem in sentences; raise AnswerError where its values are not those of its code."""
    problem = Problem(found.code, found.path, found.line, 0, found.field, found.values, found.severity)
    try:
        words = explain_problem(problem, lang, mark)
    except (KeyError, ValueError, IndexError) as error:
        raise AnswerError(f"{found.code} can't be said") from error
    return Spoken(said(words.message), said(words.hint))


def clash_said(clash: Clash, lang: Language, words: Mapping[str, RuleWords] = OUR_WORDS) -> Spoken:
    """Return a clash in sentences; ``words`` are those of all rules, by their codes. Raises AnswerError."""
    try:
        finding = _finding(clash, words)
        return Spoken(said(explain(finding, lang)), said(advice(finding, lang)))
    except (KeyError, ValueError, TypeError) as error:
        raise AnswerError(f"the clash {clash.rule} can't be said") from error


def asked_said(asked: Asked) -> str:
    """Return whom to ask: the role and its address."""
    return ", ".join(quoted(one) for one in (asked.name, asked.role, asked.address) if one)


def days_said(days: tuple[str, ...], lang: Language) -> str:
    """Return days in words as a list; raise AnswerError for what is no day."""
    try:
        return lang.listed([dates.day(date.fromisoformat(one), lang) for one in days])
    except ValueError as error:
        raise AnswerError("a day can't be this") from error


def _finding(clash: Clash, words: Mapping[str, RuleWords]) -> Finding:
    facts = tuple((name, _fact(name, value)) for name, value in clash.facts)
    return Finding(
        id="",
        rule=clash.rule,
        level=clash.level,
        event=_event(clash.event),
        other=_event(clash.other) if clash.other is not None else None,
        dates=tuple(map(date.fromisoformat, clash.dates)),
        more=clash.more,
        tell=lambda: facts,
        municipality=clash.municipality,
        words=words.get(clash.rule, RuleWords()),
        beside=tuple(words[rule].beside for rule in clash.beside),
    )


def _fact(name: str, value: str) -> str:
    if name.partition(":")[0] not in _OURS:
        return mark(clean(value))
    if not _CODE.match(value):
        raise ValueError(name)
    return value


def _event(side: Side) -> Event:
    """Return as much of an event as sentences about it need."""
    return Event(
        id=side.id,
        revision=UNKNOWN_REVISION,
        origin=Origin(""),
        title=Text.plain(mark(side.title)),
        starts=_moment(side.starts),
        planned_starts=_moment(side.planned),
        status=side.status,
        timezone="UTC",
        organisers=(),
        municipality="",
    )


def _moment(written: str) -> Moment | None:
    if not written:
        return None
    return datetime.fromisoformat(written) if "T" in written else date.fromisoformat(written)
