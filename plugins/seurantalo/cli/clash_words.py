"""Clashes as text, as GitHub's annotations, as Markdown for a pull request, and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from seurantalo.cli.clash_news import ClashNews, Comparison
from seurantalo.cli.markdown_text import code, plain
from seurantalo.language import Language
from seurantalo.planner.clashes import Ask, Finding, Level, advice, explain
from seurantalo.publishing import wording
from seurantalo.reading.report import annotation

#: Items of one kind in a summary, which GitHub cuts off at a megabyte.
MOST_LISTED: Final = 100


def as_text(news: Iterable[ClashNews], lang: Language) -> Iterator[str]:
    """Yield lines for people: place and sentence, then what helps, indented."""
    for one in news:
        origin = one.mine.origin
        yield f"{origin.path}:{origin.line}: {explain(one.finding, lang)}"
        yield f"    {advice(one.finding, lang)}"
        for words in _help(one, lang):
            yield f"    {words}"


def as_github(news: Iterable[ClashNews], lang: Language) -> Iterator[str]:
    """Yield workflow commands, which GitHub shows beside the line with the event's start."""
    for one in news:
        words = " ".join([explain(one.finding, lang), advice(one.finding, lang), *_help(one, lang)])
        kind = "notice" if one.finding.level is Level.INFO else "warning"
        yield annotation(kind, one.mine.origin, lang.say("Clashing dates"), words)


def as_markdown(comparison: Comparison, lang: Language, count: str) -> Iterator[str]:
    """Yield the lines of a summary. What people wrote in files stays text and becomes no markup, link or mention.

    ``count`` is the sentence with which it begins.
    """
    yield f"## {lang.say('Clashing dates')}"
    yield ""
    yield count
    for title, news, helped in (
        (lang.say("Worth talking about"), _of(comparison.added, pressing=True), True),
        (lang.say("For information"), _of(comparison.added, pressing=False), True),
        (lang.say("No longer there"), _of(comparison.removed, pressing=True), False),
    ):
        if news:
            yield from ("", f"### {title}", "")
            for one in news[:MOST_LISTED]:
                yield from _item(one, lang, helped=helped)
            if len(news) > MOST_LISTED:
                yield f"- {lang.count('and {n} more', 'and {n} more', len(news) - MOST_LISTED)}"


def _of(news: Iterable[ClashNews], *, pressing: bool) -> list[ClashNews]:
    return [one for one in news if (one.finding.level is not Level.INFO) is pressing]


def _item(one: ClashNews, lang: Language, *, helped: bool) -> Iterator[str]:
    yield f"- **{plain(explain(one.finding, lang))}**"
    if not helped:
        return
    yield f"  - {code(f'{one.mine.origin.path}:{one.mine.origin.line}')}"
    yield f"  - {plain(advice(one.finding, lang))}"
    for words in _help(one, lang):
        yield f"  - {plain(words)}"


def as_json(comparison: Comparison, lang: Language) -> dict[str, Any]:
    """Return what was added and removed as a JSON object."""
    return {
        "added": [object_of(one, lang) for one in comparison.added],
        "removed": [object_of(one, lang) for one in comparison.removed],
    }


def object_of(one: ClashNews, lang: Language) -> dict[str, Any]:
    """Return a finding as a JSON object."""
    finding = one.finding
    return {
        "id": finding.id,
        "rule": finding.rule,
        "level": finding.level.value,
        "file": one.mine.origin.path,
        "line": one.mine.origin.line,
        "event": one.mine.id,
        "other": one.other.id if one.other else None,
        "municipality": finding.municipality,
        "dates": [day.isoformat() for day in finding.dates],
        "more": finding.more,
        "first": finding.fact("first") or None,
        "text": explain(finding, lang),
        "advice": advice(finding, lang),
        "ask": [_ask_object(ask, lang) for ask in one.ask],
        "free": [day.isoformat() for day in one.free],
    }


def _ask_object(ask: Ask, lang: Language) -> dict[str, str]:
    found = {"name": ask.name.in_language(lang.code)}
    if ask.contact is not None:
        contact = ask.contact
        found["role"] = contact.role.in_language(lang.code)
        found |= {
            name: value
            for name, value in (("email", contact.email), ("phone", contact.phone), ("url", contact.url))
            if value
        }
    return found


def compared(comparison: Comparison, lang: Language) -> str:
    """Return how many clashes a change adds and removes, in a sentence or two."""
    added, removed = comparison.counts
    parts = []
    if added:
        parts.append(lang.count("This change adds {n} clash.", "This change adds {n} clashes.", added))
    if removed:
        parts.append(lang.count("It removes {n} clash.", "It removes {n} clashes.", removed))
    return " ".join(parts) or lang.say("This change adds no clash and removes none.")


def _help(one: ClashNews, lang: Language) -> list[str]:
    """Return whom to ask, and the nearest free days."""
    found = [lang.say("Ask: {whom}", whom=ask_in_words(ask, lang)) for ask in one.ask]
    if one.free:
        days = [wording.day(day, lang) for day in one.free]
        found.append(lang.say("Nearest free days: {days}", days=lang.listed(days)))
    return found


def ask_in_words(ask: Ask, lang: Language) -> str:
    """Return whom to ask in a line: ``Vimpelin Martat, sihteeri, sihteeri@martat.example.org``."""
    parts = [ask.name.in_language(lang.code)]
    if ask.contact is not None:
        contact = ask.contact
        parts += [contact.role.in_language(lang.code), contact.email, contact.phone, contact.url]
    return ", ".join(filter(None, parts))


def findings_to_show(findings: Sequence[Finding], *, everything: bool) -> Sequence[Finding]:
    """Return the clashes; with mere remarks too where everything is asked for."""
    return [finding for finding in findings if everything or finding.level is not Level.INFO]
