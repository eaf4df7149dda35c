"""The text of an issue: its entries in one block, grouped as its channel prints them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby
from types import MappingProxyType
from typing import Final, Protocol

from seurantalo.announcing import when
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Facts, Mark, Means, facts_of
from seurantalo.announcing.issues import Issue
from seurantalo.announcing.texts.blanks import Filled
from seurantalo.announcing.texts.entries import entry_text
from seurantalo.announcing.texts.filling import fill
from seurantalo.announcing.texts.fragment import fragment
from seurantalo.announcing.texts.left_out import why_left_out
from seurantalo.announcing.texts.manners import Manner, digest_template, manner_of
from seurantalo.announcing.texts.template import Section, Template
from seurantalo.announcing.texts.written import IssueText, Written
from seurantalo.frozen import dataclass
from seurantalo.language import Language
from seurantalo.language.dates import days_of_year, plain_day, plain_days
from seurantalo.model.community import Community
from seurantalo.planner.occurrence import Occurrence

#: Where the pages of channels are, as in ``publishing/addresses.py``.
_CHANNELS: Final = "kanavat/"


class Announced(Protocol):
    """What knows the entries of issues: ``Announcing``."""

    community: Community
    means: Means
    today: date

    def entries(self, issue: Issue) -> tuple[Entry, ...]:
        """Return the entries of an issue in the channel's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """An entry with its facts and its text."""

    entry: Entry
    facts: Facts
    written: Written


def issue_text(announcing: Announced, issue: Issue, lang: Language, reader: Language | None = None) -> IssueText:
    r"""Return the text of an issue in a language: what goes in, what is left out and why, what to ask.

    Corrections of what an earlier issue told stand first. A week without events says so. ``reader`` is the language
    of who sends it: of questions and reasons; without one that of the text.

    >>> from types import SimpleNamespace
    >>> announcing = SimpleNamespace(community=community, means=Means(), today=date(2027, 3, 1),
    ...                              entries=lambda issue: (entry,))
    >>> found = issue_text(announcing, entry.issue, lang)
    >>> print(found.subject, found.text, sep="\n")
    Menot 18.–24.3.2027: 1 tapahtuma
    Lauantai 20.3.
    VIMPELI. Kevätkonsertti klo 18–20, Seurantalo.
    """
    reader = reader or lang
    manner = manner_of(issue.channel, lang, announcing.means)
    entries = announcing.entries(issue)
    worded = tuple(_worded(one, manner, announcing, lang, reader) for one in entries if not one.state.is_left_out)
    blocks = tuple(_blocks(worded, issue, manner, lang))
    around = _around(worded, issue, announcing.means, lang)
    start, end = (_fill(manner.template, section, around, lang) for section in (Section.START, Section.END))
    if not worded:
        start = lang.say("No events to announce {days}.", days=around["days"])
    digest = digest_template(lang, announcing.means)
    return IssueText(
        subject=_subject(worded, lang) or _fill(digest, Section.SUBJECT, around, lang),
        heading=_fill(digest, Section.START, around, lang),
        text="\n\n".join(part for part in (start, _joined(blocks, manner), end) if part),
        foot=_fill(digest, Section.END, around, lang),
        html=fragment(((start, ()), *blocks, (end, ())), lang),
        entries=tuple((one.entry, one.written) for one in worded),
        left_out=tuple((one, why_left_out(one, reader)) for one in entries if one.state.is_left_out),
        questions=tuple(f"{one.facts.title}: {asked}" for one in worded for asked in one.written.questions),
    )


def facts_of_entry(entry: Entry, announcing: Announced, lang: Language) -> Facts:
    """Return the facts of an entry on the day on which its text is read.

    >>> from types import SimpleNamespace
    >>> announcing = SimpleNamespace(community=community, means=Means(), today=date(2027, 3, 1))
    >>> facts_of_entry(entry, announcing, lang).title
    'Kevätkonsertti'
    """
    return facts_of(
        entry.occurrence,
        announcing.community,
        lang,
        announcing.means,
        mark=entry.mark,
        sentence=entry.choice.sentence if entry.choice else None,
        asked=entry.issue.appears or announcing.today,
    )


def _subject(worded: tuple[Worded, ...], lang: Language) -> str:
    """Return the subject of what is nothing but corrections; ``""`` for anything else."""
    marked = [one for one in worded if one.facts.mark not in (Mark.NONE, Mark.REGISTRATION_CLOSED)]
    if not marked or len(marked) < len(worded):
        return ""
    named = [f"{one.facts.title} {when.with_weekday(_told_day(one), lang)}" for one in marked]
    return lang.say("Change: {events}", events=", ".join(named))


def _told_day(one: Worded) -> date:
    return one.entry.told.day if one.entry.told is not None else one.facts.first_day


def _worded(entry: Entry, manner: Manner, announcing: Announced, lang: Language, reader: Language) -> Worded:
    facts = facts_of_entry(entry, announcing, lang)
    return Worded(entry=entry, facts=facts, written=entry_text(entry, facts, manner, reader))


def _blocks(
    worded: tuple[Worded, ...], issue: Issue, manner: Manner, lang: Language
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the headings, each with the texts below it; what is about other days comes first and has none."""
    by_day = "weekday-and-day" in manner.template.groups
    by_place = "municipality" in manner.template.groups
    outside = tuple(one for one in worded if not _is_covered(one, issue))
    if outside:
        yield "", tuple(one.written.text for one in outside)
    inside = [one for one in worded if _is_covered(one, issue)]

    def key(one: Worded) -> tuple[date, str]:
        day = max(one.facts.first_day, issue.first)
        return (day if by_day else issue.first, one.facts.municipality if by_place else "")

    for (day, municipality), group in groupby(sorted(inside, key=key), key=key):
        names = {"weekday-and-day": when.heading(day, lang), "municipality": municipality}
        texts = tuple(group)
        yield _fill(manner.template, Section.GROUP, names, lang), tuple(one.written.text for one in texts)


def _is_covered(one: Worded, issue: Issue) -> bool:
    """Tell whether an entry is about a day of the issue, and not a correction of what another one told."""
    occurrence: Occurrence = one.entry.occurrence
    return occurrence.first_day <= issue.last and occurrence.last_day >= issue.first


def _joined(blocks: tuple[tuple[str, tuple[str, ...]], ...], manner: Manner) -> str:
    between = "\n" if manner.template.one_line else "\n\n"
    return between.join(part for heading, texts in blocks for part in (heading, *texts) if part)


def _fill(template: Template, section: Section, other: Mapping[str, str], lang: Language) -> str:
    """Return what stands around entries; nothing there is about one of them."""
    return fill(template.pieces(section), Filled(lang=lang, other=other))


def _around(worded: tuple[Worded, ...], issue: Issue, means: Means, lang: Language) -> Mapping[str, str]:
    held = sum(one.facts.mark not in (Mark.CANCELLED, Mark.MOVED, Mark.POSTPONED) for one in worded)
    channel, one_day = issue.channel, issue.first == issue.last
    numbered = issue.appears is not None and bool(channel.appears or channel.issues)
    return MappingProxyType(
        {
            "days": when.plain(issue.first, lang) if one_day else days_of_year(issue.first, issue.last, lang),
            "days-and-year": plain_day(issue.first, lang) if one_day else plain_days(issue.first, issue.last, lang),
            "issue": when.plain(issue.appears, lang) if numbered and issue.appears else "",
            "number-of-events": lang.count("{n} event", "{n} events", held) if held else lang.say("no events"),
            "channel": channel.name.in_language(lang.code),
            "page": f"{means.site_url}{_CHANNELS}{channel.id}/" if means.site_url else "",
        }
    )
