"""What a date that was told has become: the words of a correction, from what was told and what is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from seurantalo.announcing import when
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Difference, Fact, Facts
from seurantalo.announcing.texts.signing_up import SignUpForm, sign_up_words
from seurantalo.language import Language

_NONE: Final[tuple[Difference, ...]] = ()


def told_before(entry: Entry, facts: Facts, lang: Language) -> Mapping[str, str]:
    """Return the words of the blanks of a change, by their English names."""
    differences = entry.change.differences if entry.change else _NONE
    by_fact = {one.name: one for one in differences}
    told_day = entry.told.day if entry.told else facts.first_day
    announced = _announced(entry.told_on, lang)
    return {
        "when-now": _when_now(by_fact.get(Fact.TIME), facts, announced, lang),
        "when-before": when.with_weekday(told_day, lang),
        "unchanged-venue": "" if Fact.VENUE in by_fact else facts.place,
        "changes": " ".join(_sentences(by_fact, facts, announced, lang)),
    }


def _announced(on: date | None, lang: Language) -> str:
    if on is None:
        return lang.say("announced earlier")
    return lang.say("announced on {day}", day=when.plain(on, lang))


def _when_now(difference: Difference | None, facts: Facts, announced: str, lang: Language) -> str:
    """Return when it is now: after a move the new day, and what the hours were where these have changed."""
    span = facts.moved_to or facts.span
    if difference is None or facts.moved_to is not None or span.over_night or not difference.told:
        return when.dated(span, lang)
    day = when.with_weekday(span.first, lang)
    now = difference.now
    return lang.say(
        "{day} is now {now} ({told} was {announced})", day=day, now=now, told=difference.told, announced=announced
    )


def _sentences(found: Mapping[Fact, Difference], facts: Facts, announced: str, lang: Language) -> Iterator[str]:
    """Yield a sentence for each fact that has changed beside the time."""
    for name, difference in found.items():
        told, now = difference.told, difference.now
        if name is Fact.VENUE:
            yield _changed(lang.say("The venue is now {now}", now=now) if now else "", told, announced, lang)
        elif name is Fact.PRICE:
            yield _changed(lang.say("The price is now {now}", now=now) if now else "", told, announced, lang)
        elif name is Fact.REGISTRATION:
            now = sign_up_words(facts.sign_up, SignUpForm.LONG, lang)
            yield _changed(now, told, announced, lang)
        elif name is Fact.CANCELLED and not now:
            yield lang.say("It is held after all.")


def _changed(now: str, told: str, announced: str, lang: Language) -> str:
    """Return a sentence of what is now and what was told; only what was told where nothing is said any more."""
    if not now:
        return lang.say("“{told}” no longer holds.", told=told)
    if not told:
        return f"{now.removesuffix('.')}."
    return lang.say("{now} ({told} was {announced}).", now=now.removesuffix("."), told=told, announced=announced)
