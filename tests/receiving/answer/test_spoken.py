"""A clash that has been handed over as facts is told as it is everywhere else, by every rule, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest
from tests.planner.builders import SETTINGS, make_community
from tests.planner.compact import records
from tests.planner.test_clash_cases import cases

from seurantalo.cli.answer_facts import clash_facts
from seurantalo.cli.clash_news import ClashNews
from seurantalo.language import LANGUAGES, Language, language
from seurantalo.planner import make_calendar
from seurantalo.planner.clashes import Finding, advice, explain, find_clashes
from seurantalo.planner.clashes.rules import CODES
from seurantalo.receiving.answer.answer import Answer
from seurantalo.receiving.answer.packed import packed, unpacked
from seurantalo.receiving.answer.spoken import OUR_WORDS, Spoken, clash_said

BESIDE = {words.beside: code for code, words in OUR_WORDS.items() if words.beside}


def findings() -> Iterator[Finding]:
    """Yield every finding of the planner's own cases."""
    for param in cases():
        (case,) = param.values
        community = make_community(*records(case))
        calendar = make_calendar(community, SETTINGS, date.fromisoformat(case.get("today", "2027-01-01")))
        found = find_clashes(community, calendar, SETTINGS)
        yield from (*found.findings, *found.past, *found.agreed)


def told(sentence: str) -> str:
    """Return a sentence without what marks words of others: fences, backslashes, quotation marks, capitals."""
    return re.sub(r"[`\\“”\"]", "", sentence).casefold()


def handed_over(finding: Finding, lang: Language) -> Spoken:
    clash = clash_facts(ClashNews(finding, finding.event, finding.other, (), ()), lang.code, BESIDE)
    answer = unpacked(packed(Answer(number=7, commit="a" * 40, added=(clash,))).encode())
    return clash_said(answer.added[0], lang)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_clash_is_told_as_everywhere_else(code: str) -> None:
    lang = language(code)
    rules = set()
    for finding in findings():
        spoken = handed_over(finding, lang)
        assert told(spoken.message) == told(explain(finding, lang))
        assert told(spoken.hint) == told(advice(finding, lang))
        title = finding.event.title.in_language(code)
        assert title not in spoken.message or f"`{title}`" in spoken.message or finding.rule == "load"
        rules.add(finding.rule)
    assert rules == CODES
