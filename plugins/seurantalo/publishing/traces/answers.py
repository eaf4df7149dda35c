"""What the answers to all questions are now."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from struct import Struct
from typing import Final, TypeAlias

from seurantalo.model.event import Event
from seurantalo.model.record import Kind
from seurantalo.publishing.pages.shared.context import PageContext
from seurantalo.publishing.pages.shared.linked_events import linking_texts, links_of_events
from seurantalo.publishing.traces.answered import Ask, Change, Now
from seurantalo.publishing.traces.digests import Digests, digest, digest_of_record, outline_of
from seurantalo.publishing.traces.questions import AROUND, Question, known_questions
from seurantalo.publishing.traces.recorder import NO_EVENTS, Answer, Facts

_NOTHING: Final = Answer(NO_EVENTS, "")
#: It is not there.
_NONE: Final = Answer(NO_EVENTS, "-")
_Way: TypeAlias = Callable[..., Answer]
#: Of questions that are none of a page's own.
_SINCE: Final = {
    "outlines": Change.OUTLINE,
    "event": Change.OUTLINE,
    "mentioning": Change.TOLD,
    "pointing": Change.OUTLINE,
}
#: Of a file's life, as bytes.
_moments: Final = Struct("<3d").pack
#: No moment of a record's life is before the year 1.
_NEVER: Final = -1e12


def _versions(event: Event) -> Iterable[tuple[str, str]]:
    return event.description.versions if event.description is not None else ()


class Answers:
    """Answers of a site in one language.

    >>> from seurantalo.publishing.pages.shared.context import in_language
    >>> answers = Answers(in_language(parts, "fi"))
    >>> keys = ("event", "tanssit"), ("event", "ei-ole"), ("whatever",)
    >>> [answer and (sorted(answer.events), answer.beside) for answer in answers.all(keys)]
    [(['tanssit'], ''), ([], '-'), None]
    >>> len(answers.events["tanssit"])
    32
    >>> now = answers.now()
    >>> now.since("event").name, now.since("around").name
    ('OUTLINE', 'NONE')
    """

    def __init__(self, ctx: PageContext) -> None:
        """Take the site as it is now."""
        self._ctx = ctx = ctx.plain
        self._digests = Digests(ctx.community.events.get)
        # Filled where those of all events are known anyway: of very many it would be much to hold.
        self._said: Mapping[str, str] = {}
        self._ways: Final[Mapping[str, _Way]] = {
            AROUND: self._around,
            "all": self._all,
            "outlines": lambda: Answer(NO_EVENTS, self._states),
            "event": lambda name: Answer({name}, "") if name in ctx.community.events else _NONE,
            "mentioning": self._mentioning,
            "pointing": self._pointing,
            "written": self._written,
        }

    def all(self, keys: Iterable[Sequence[str]]) -> Iterator[Answer | None]:
        """Yield what each question is answered with; None for what has no answer: then everything may be read.

        It is quickest when questions of one name follow each other.
        """
        for name, some in groupby(keys, itemgetter(0)):
            way = self._way_of(name)
            for key in some:
                try:
                    yield way(*key[1:]) if way else None
                except LookupError:
                    # What was asked about is gone, an event that was removed or renamed.
                    yield None

    @cached_property
    def events(self) -> Mapping[str, str]:
        """The digest of what each event says, and of its file, by its id."""
        self._said = {name: self.said(event) for name, event in self._ctx.community.events.items()}
        return self._said

    def said(self, event: Event) -> str:
        """Return the digest of what an event of the site says, and of its file."""
        return self._said.get(event.id) or self._of_event(event).hex()

    @cached_property
    def _states(self) -> str:
        """What stands for all events: it is another where any of them is."""
        return digest(repr(dict(self.events)).encode()).hex()

    @cached_property
    def ground(self) -> bytes:
        """The digest of all that is read without a word: what the site is, and its records but events."""
        ctx = self._ctx
        told = (
            repr(replace(ctx.settings, language=ctx.lang.code)),
            repr(replace(ctx.site, pages=frozenset())),
            sorted(ctx.site.pages),
            ctx.today,
            ctx.introduction,
            ctx.main_language,
            dict(ctx.channel_templates),
            dict(ctx.community.pictures),
        )
        records = (
            digest_of_record(one)
            for kind, table in ctx.community.by_kind.items()
            if kind is not Kind.EVENT
            for one in table.values()
        )
        return digest(self._digests.part(told) + b"".join(records))

    def now(self) -> Now:
        """Return what answers questions for who knows the answers of an earlier build."""
        events, known = self._ctx.community.events, known_questions()

        def since(name: str) -> Change:
            question = known.get(name)
            return question.since if question else _SINCE.get(name, Change.NONE)

        alone = frozenset(one.name for one in known.values() if one.alone)
        return Now(self.all, self.events, lambda name: outline_of(events[name]), since, alone, self._among)

    def _among(self, names: Collection[str]) -> Ask:
        """Return what answers questions on a site that has these events alone."""
        ctx = self._ctx
        events = {name: event for name, event in ctx.community.events.items() if name in names}
        some = replace(
            ctx,
            community=ctx.community.with_events(events),
            calendar=ctx.calendar.with_events(events),
            # What is found out there is not true here.
            facts=Facts(),
        )
        return Answers(some).all

    @cached_property
    def _links(self) -> Mapping[str, frozenset[str]]:
        return self._ctx.once(links_of_events)

    def _way_of(self, name: str) -> _Way | None:
        way = self._ways.get(name)
        if way is not None:
            return way
        question = known_questions().get(name)
        return None if question is None else self._asked(question)

    @cached_property
    def _tables(self) -> Sequence[tuple[str, Mapping[str, object]]]:
        """What there is about events, by their ids."""
        ctx = self._ctx
        mentions = {name: some for (kind, name), some in ctx.mentions.items() if kind is Kind.EVENT}
        found = {one.name: one.around(ctx) for one in known_questions().values() if one.around}
        found |= {"mentions": mentions, "findings": ctx.clashes.by_event}
        return sorted(found.items())

    @cached_property
    def _with_more(self) -> AbstractSet[str]:
        """The events in those tables, and those that others point at: few."""
        events = self._ctx.community.events
        pointed_at = {name for name, event in events.items() if self._ctx.community.roles(event)}
        return pointed_at.union(*(table for _, table in self._tables))

    def _around(self, name: str) -> Answer:
        """Return all that there is about an event."""
        event = {name} if name in self._ctx.community.events else NO_EVENTS
        if name not in self._with_more:
            return Answer(event, "")
        found = [(title, table[name]) for title, table in self._tables if name in table]
        told = self._digests.told(found) if found else _NOTHING
        return Answer(event.union(told.events, self._pointing(Kind.EVENT, name).events), told.beside)

    def _all(self) -> Answer:
        """Return what stands for all events and clashes; what else there is of events follows from them."""
        clashes = self._ctx.clashes
        found = (*clashes.findings, *clashes.past, *clashes.agreed)
        told = [self._digests.part(found), repr((clashes.problems, clashes.capped, self._states)).encode()]
        return Answer(NO_EVENTS, digest(b"".join(told)).hex())

    def _asked(self, question: Question[object]) -> _Way:
        ctx, told = self._ctx, self._digests.told
        answer, events, beside = question.answer, question.events, question.beside
        if events is None:
            return lambda *about: told(answer(ctx, *about))
        if beside is None:
            return lambda *about: Answer({*events(ctx, *about)}, "")

        def way(*about: str) -> Answer:
            more = told(beside(ctx, *about))
            return Answer({*events(ctx, *about), *more.events}, more.beside)

        return way

    def _of_event(self, event: Event) -> bytes:
        """Return the digest of an event and its file; that of the file, where somebody has looked at it.

        Which other event it names is told apart: a name may mean another one when that is renamed. So may a link in
        a text.
        """
        file = self._ctx.digests.get(event.origin.path)
        if file is None:
            return digest((self._ctx.written(event.origin.path) or b"") + digest_of_record(event))
        origin, life = event.origin, event.revision
        outward = _NEVER if life.outward is None else life.outward.timestamp()
        moments = _moments(life.created.timestamp(), life.modified.timestamp(), outward)
        told = [f"{origin.path}\0{origin.line}\0{origin.column}"]
        if event.part_of or event.joint_with or event.agreed_clashes:
            told.append(repr((event.part_of, event.joint_with, [one.with_event for one in event.agreed_clashes])))
        if event.id in self._links:
            told += linking_texts(event)
        told += [words for _, words in _versions(event) if "[" in words and ("[[" in words or "](" in words)]
        return digest(file + moments + "\0".join(told).encode("utf-8", "surrogatepass"))

    def _mentioning(self, kind: str, name: str) -> Answer:
        found = self._ctx.mentions.get((Kind(kind), name))
        return self._digests.told(found) if found else _NOTHING

    def _pointing(self, kind: str, name: str) -> Answer:
        record = self._ctx.community.by_kind[Kind(kind)].get(name)
        roles = self._ctx.community.roles(record) if record is not None else None
        if not roles:
            return _NOTHING
        # What others say, and whom they point at, is the ground; with what an event points is part of the event.
        some = (records for (pointing, _), records in roles.items() if pointing is Kind.EVENT)
        return Answer({one.id for records in some for one in records}, "")

    def _written(self, path: str) -> Answer:
        known = self._ctx.digests.get(path)
        if known is None:
            content = self._ctx.written(path)
            known = b"" if content is None else digest(content)
        return Answer(NO_EVENTS, known.hex())
