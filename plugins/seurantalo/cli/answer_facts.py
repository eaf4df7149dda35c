"""What the check, the dates and the wiki say of a proposal becomes an answer's facts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from seurantalo.cli.answer_form import form_link
from seurantalo.cli.change import Change, Checked, errors
from seurantalo.cli.clash_news import ClashNews, Comparison
from seurantalo.cli.proposal_state import Proposed
from seurantalo.cli.understood import News, Understood
from seurantalo.model.community import Community
from seurantalo.model.event import Event
from seurantalo.model.kinds import field_word
from seurantalo.model.practice import Practice
from seurantalo.model.problem import Problem, Severity
from seurantalo.model.record import Kind
from seurantalo.own_rules import own_rules
from seurantalo.planner.clashes import Ask, RuleWords
from seurantalo.project import Project
from seurantalo.publishing.addresses import address
from seurantalo.reading import Reading
from seurantalo.receiving.answer import answer as facts
from seurantalo.receiving.answer.answer import Answer, Earlier
from seurantalo.receiving.answer.spoken import OUR_WORDS
from seurantalo.wiki.kinship import related_practices

#: What comes first where not all can be told.
_RANK: Final = {severity: rank for rank, severity in enumerate(Severity)}
#: Practices that are named as much alike, for each new one.
_MOST_AKIN: Final = 3


def rule_words() -> dict[str, RuleWords]:
    """Return the words of all clash rules, the site's own too, by their codes."""
    return {**OUR_WORDS, **{rule.code: rule.told for rule in own_rules()}}


def answer_of(
    number: int,
    commit: str,
    proposed: Proposed,
    change: Change,
    comparison: Comparison | None,
    after: Project,
    checked: Checked,
    before: Reading,
) -> Answer:
    """Return all that was found out about a proposal; ``before`` is what was read without it."""
    lang = after.lang.code
    community = checked.reading.community
    rules = {words.beside: code for code, words in rule_words().items() if words.beside}
    problems = sorted(change.added, key=lambda one: (_RANK[one.severity], one.sort_key))
    earlier = Earlier.ERRORS if change.earlier == "errors" else Earlier.OPTIONS if change.earlier else Earlier.NONE
    # With what is not understood left out, the form would show half of the proposal.
    understood = () if errors(change.added) else change.understood
    page, form = form_link(after, understood, before, proposed.blobs)
    return Answer(
        form=form,
        form_page=page,
        number=number,
        commit=commit,
        looked_at=len(proposed.files),
        errors=errors(change.added),
        mended=errors(change.removed),
        earlier_errors=errors(change.left),
        earlier=earlier,
        clashes_known=comparison is not None,
        seen=tuple(map(_seen, change.understood)),
        found=tuple(_found(one, after.root, lang) for one in problems),
        added=tuple(clash_facts(one, lang, rules) for one in comparison.added) if comparison else (),
        removed=tuple(clash_facts(one, lang, rules) for one in comparison.removed) if comparison else (),
        left_out=(("added", comparison.left_out),) if comparison and comparison.left_out else (),
        akin=tuple(_akin(change.understood, community, lang)) if community else (),
        unread=tuple(facts.Unread(path=one.path, reason=one.reason) for one in proposed.left),
        meanwhile=tuple(proposed.meanwhile),
    )


def _seen(one: Understood) -> facts.Seen:
    news = facts.News(one.news.value)
    return facts.Seen(news=news, kind=one.record.KIND, path=one.place.path, title=one.title, facts=one.facts)


def _found(problem: Problem, root: Path, lang: str) -> facts.Found:
    mend = problem.mend
    return facts.Found(
        code=problem.code,
        severity=problem.severity,
        path=problem.path,
        line=problem.line,
        field=problem.field,
        values=problem.values,
        quote=_quote(problem, root, lang),
        mend=mend.text if mend else "",
        mend_first=mend.first if mend else 0,
        mend_last=mend.last if mend else 0,
        mend_path=mend.path if mend else "",
    )


def _quote(problem: Problem, root: Path, lang: str) -> str:
    """Return the line that a problem is about; ``""`` where it only stands for a place, as for what is missing."""
    line = _line(root / problem.path, problem.line) if problem.path and problem.line else ""
    mend = problem.mend
    if problem.column > 1 or (mend is not None and not mend.path and mend.first <= problem.line <= mend.last):
        return line
    named = (problem.field, field_word(problem.field, lang), *(value for _, value in problem.values))
    return line if any(word in line for word in named if word) else ""


def _line(path: Path, number: int) -> str:
    """Return a line of a file as it stands; ``""`` for one that is not there."""
    try:
        lines = path.read_bytes().decode("utf-8", "replace").splitlines()
    except OSError:  # a folder, or gone
        return ""
    return lines[number - 1].strip() if number <= len(lines) else ""


def clash_facts(one: ClashNews, lang: str, rules: Mapping[str, str]) -> facts.Clash:
    """Return a clash as facts; ``rules`` are the codes of rules by what they add to the advice of others."""
    finding = one.finding
    return facts.Clash(
        rule=finding.rule,
        level=finding.level,
        event=_side(finding.event, lang),
        other=_side(finding.other, lang) if finding.other is not None else None,
        dates=tuple(day.isoformat() for day in finding.dates),
        more=finding.more,
        municipality=finding.municipality,
        facts=finding.facts,
        beside=tuple(rules[words] for words in finding.beside),
        asked=tuple(_asked(ask, lang) for ask in one.ask),
        free=tuple(day.isoformat() for day in one.free),
    )


def _side(event: Event, lang: str) -> facts.Side:
    return facts.Side(
        id=event.id,
        title=event.title.in_language(lang),
        status=event.status,
        starts=event.starts.isoformat() if event.starts else "",
        planned=event.planned_starts.isoformat() if event.planned_starts else "",
    )


def _asked(ask: Ask, lang: str) -> facts.Asked:
    name, contact = ask.name.in_language(lang), ask.contact
    if contact is None:
        return facts.Asked(name=name)
    where = contact.email or contact.phone or contact.url
    return facts.Asked(name=name, role=contact.role.in_language(lang), address=where)


def _akin(understood: Iterable[Understood], community: Community, lang: str) -> Iterator[facts.Akin]:
    """Yield the practices much like each new one: perhaps it is there already."""
    practices: Mapping[str, Practice] = community.practices
    for one in understood:
        practice = practices.get(one.record.id) if one.record.KIND is Kind.PRACTICE else None
        if practice is None or one.news is not News.NEW:
            continue
        for akin in related_practices(community, practice, _MOST_AKIN):
            title = akin.title.in_language(lang)
            yield facts.Akin(of=one.title, title=title, address=address(akin))
