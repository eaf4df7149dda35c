"""Findings in words: one sentence that tells, one that helps. The source texts are English.

What a rule has to say stands with the rule (:class:`RuleWords`); here is what is said whichever rule it is.
"""

from __future__ import annotations

from seurantalo.language import Language, dates
from seurantalo.model.event import EventStatus
from seurantalo.model.record import day_of
from seurantalo.planner.clashes.finding import Finding
from seurantalo.planner.clashes.sentences import blanks, title


def explain(finding: Finding, lang: Language) -> str:
    """Return what is found: the events, the days and the place. Plain text, to be escaped.

    One sentence, and more where something has to be added to it: one practice, a day that moved.

    >>> explain(clashes.findings[0], lang)
    'Samaan aikaan samassa paikassa (Seurantalo): ”Kevätkonsertti” ja ”Tanssit”, la 20.3.2027.'
    """
    sentence = finding.words.sentence
    sentences = [filled(sentence, finding, lang) if isinstance(sentence, str) else sentence(finding, lang)]
    practice = finding.fact("practice", lang.code)
    if practice and not finding.words.names_practice:
        sentences.append(lang.say("Both are of one practice: {practice}.", practice=practice))
    sentences += _moves(finding, lang)
    return " ".join(sentences)


def filled(sentence: str, finding: Finding, lang: Language) -> str:
    """Return a rule's sentence with what the finding says in its blanks; raise KeyError for any other blank."""
    values = {name: finding.fact(name, lang.code) for name, _ in finding.facts if ":" not in name}
    return lang.say(sentence, **values | blanks(finding, lang))


def _moves(finding: Finding, lang: Language) -> list[str]:
    """Return where the plan was of each event that moved to the day the finding is about."""
    found: list[str] = []
    for event in (finding.event, finding.other):
        if event is None or event.planned_starts is None or event.starts is None:
            continue
        planned, starts = day_of(event.planned_starts), day_of(event.starts)
        if starts in finding.dates and planned != starts:
            days = {"planned": dates.day(planned, lang), "event": title(event, lang)}
            if event.status is EventStatus.HELD:
                days["held"] = dates.day(starts, lang)
                found.append(lang.say("{event} was planned for {planned} and held on {held}.", **days))
            else:
                found.append(lang.say("{event} was first planned for {planned}.", **days))
    return found


def advice(finding: Finding, lang: Language) -> str:
    """Return what can be done about it, and who had the date first where that is known. Plain text.

    >>> advice(clashes.findings[0], lang)
    'Sopikaa, kumpi vaihtaa aikaa tai tilaa. Jos asiasta on sovittu, kirjoittakaa se ...'
    """
    advice = finding.words.advice
    return " ".join(
        [lang.say(advice) if isinstance(advice, str) else advice(finding, lang), *_remarks(finding, lang)]
    )


def _remarks(finding: Finding, lang: Language) -> list[str]:
    other = finding.other
    if other is None:
        return []
    events = {event.id: event for event in (finding.event, other)}
    remarks = [lang.say(remark) for remark in finding.beside]
    if first := events.get(finding.fact("first")):
        remarks.append(lang.say("{event} was in the calendar first.", event=title(first, lang)))
    tentative = [events[event] for event in finding.fact("tentative").split()]
    if len(tentative) == 1:
        remarks.append(lang.say("The date of {event} is only reserved for now.", event=title(tentative[0], lang)))
    elif tentative:
        remarks.append(lang.say("Both dates are only reserved for now."))
    assumed = [title(events[event], lang) for event in finding.fact("assumed_end").split()]
    if assumed and finding.words.turns_on_end:
        remarks.append(lang.say("No end is given for {events}; its length is a guess.", events=lang.listed(assumed)))
    if finding.pressing:
        remarks.append(lang.say("If you have agreed on it, write that in one of the files (clash_ok)."))
    return remarks
