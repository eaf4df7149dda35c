"""What a date that was told has become: the words of a correction, from what was told and what is now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from seurantalo.announcing import when
from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Difference, Fact, Facts
from seurantalo.announcing.texts.aloud import said
from seurantalo.announcing.texts.signing_up import SignUpForm, sign_up_words
from seurantalo.frozen import dataclass
from seurantalo.language import TONGUES, Language, language


def _registration(told: str) -> str:
    """Return what was told of registration without the word for it, in whatever language it was."""
    for code in TONGUES:
        told = told.removeprefix(language(code).say("reg. {words}", words=""))
    return told


@dataclass(frozen=True, slots=True)
class Correction:
    """Says what has changed of an entry that was told. ``brief``: without what was told before."""

    entry: Entry
    facts: Facts
    lang: Language
    aloud: bool = False
    brief: bool = False

    @property
    def words(self) -> Mapping[str, str]:
        """The words of the blanks of a change, by their English names."""
        changed = {one.name: one for one in self.entry.change.differences} if self.entry.change else {}
        told = self.entry.told.day if self.entry.told else self.facts.first_day
        return MappingProxyType(
            {
                "when-now": self._now(changed.get(Fact.TIME)),
                "when-before": when.on_day(told, self.lang) if self.aloud else when.with_weekday(told, self.lang),
                "unchanged-venue": "" if Fact.VENUE in changed else self.facts.place,
                "changes": " ".join(self._sentences(changed)),
            }
        )

    @property
    def _announced(self) -> str:
        """When it was told: on the day of the issue, since nobody has read it before."""
        issue = self.entry.told_in
        day = issue.appears if issue is not None and issue.appears is not None else self.entry.told_on
        if day is None:
            return self.lang.say("announced earlier")
        return self.lang.say("announced on {day}", day=when.plain(day, self.lang))

    def _now(self, changed: Difference | None) -> str:
        """Return when it is now, and of one day what the hours were, where these have changed."""
        span = self.facts.moved_to or self.facts.span
        if self.aloud:
            return said(when.aloud_with_day(span, self.lang), self.lang)
        if changed is None or self.facts.moved_to is not None:
            return when.dated(span, self.lang)
        if span.over_night:
            return self._now_several(when.dated(span, self.lang), changed.told)
        day, now = when.with_weekday(span.first, self.lang), when.hours_or_all_day(span, self.lang)
        if self.brief or not changed.told:
            return self.lang.say("{day} is now {now}", day=day, now=now)
        told = when.told_hours(changed.told, self.lang)
        return self.lang.say(
            "{day} is now {now} ({told} was {announced})", day=day, now=now, told=told, announced=self._announced
        )

    def _now_several(self, now: str, told: str) -> str:
        """Return the days that it lasts now, and those that were told, where they were told in this language."""
        told = when.told_hours(told, self.lang)
        known = (*self.lang.tongue.weekdays_in_dates, *self.lang.tongue.clock_words)
        if self.brief or not told.startswith(known):
            return self.lang.say("now {now}", now=now)
        return self.lang.say("now {now} ({told} was {announced})", now=now, told=told, announced=self._announced)

    def _sentences(self, changed: Mapping[Fact, Difference]) -> Iterator[str]:
        """Yield a sentence for each fact that has changed beside the time."""
        say = self.lang.say
        for name, one in changed.items():
            if name is Fact.VENUE:
                yield self._changed(say("New venue: {now}", now=self.facts.place) if one.now else "", one.told)
            elif name is Fact.PRICE:
                yield self._changed(say("New price: {now}", now=self.facts.price) if one.now else "", one.told)
            elif name is Fact.REGISTRATION:
                form = SignUpForm.SHORT if self.brief else SignUpForm.LONG
                now = sign_up_words(self.facts.sign_up, form, self.lang)
                yield self._changed(now, _registration(one.told))
            elif name is Fact.CANCELLED and not one.now:
                yield say("It is held after all.")

    def _changed(self, now: str, told: str) -> str:
        """Return a sentence of what is now and what was told; only what was told where nothing is said any more."""
        if not now:
            return self.lang.say("“{told}” no longer holds.", told=told)
        if not told or self.brief:
            return f"{now.removesuffix('.')}."
        return self.lang.say(
            "{now} ({announced}: {told}).", now=now.removesuffix("."), told=told, announced=self._announced
        )
