"""The files with which an organisation takes a practice up: an adoption, and a draft of each gathering with a day."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import field
from datetime import date, datetime, timedelta
from typing import Final, TypeAlias

from seurantalo.frozen import dataclass
from seurantalo.language.catalogue import Language
from seurantalo.model.community import Community
from seurantalo.model.event import EventStatus
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality
from seurantalo.model.practice import AdoptionStatus, Practice, Step
from seurantalo.model.record import Kind
from seurantalo.model.text import Text
from seurantalo.model.wiki_link import word_of
from seurantalo.planner.free import FreeDates, Hours, RatedDay
from seurantalo.planner.proposal import LEAD, propose_days
from seurantalo.proposing.yaml_text import indented, listed, scalar
from seurantalo.publishing.file_words import FileWords
from seurantalo.wiki import Gathering, Totals, gatherings

#: Where adoptions are.
ADOPTIONS: Final = "content/adoptions"
_ORGANISATIONS: Final = "content/organisations"
_VENUES: Final = "content/venues"
#: A draft's day is held until this long before it.
_HOLD_ENDS: Final = timedelta(weeks=2)
_MOST_THEMES: Final = 4

#: A municipality, the weeks between gatherings with the hours of each, the first day, audiences.
_Wanted: TypeAlias = tuple[str, tuple[tuple[int, Hours], ...], date, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file to be added: its kind, its path relative to the project, and its text."""

    kind: Kind
    path: str
    text: str


@dataclass(frozen=True, slots=True)
class DraftEvent:
    """The draft of a gathering: what it is called, when it begins, how good the day is, and its file."""

    title: str
    starts: datetime
    rated: RatedDay
    file: DraftFile


@dataclass(frozen=True, slots=True)
class AdoptionDraft:
    """All that taking a practice up begins with."""

    adoption: DraftFile
    events: tuple[DraftEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Adopting:
    """Who takes what up, and where. ``first`` is the first day for a gathering; None: in six weeks."""

    practice: Practice
    totals: Totals
    municipality: Municipality
    adopter: Organisation
    status: AdoptionStatus = AdoptionStatus.PLANNED
    first: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafter:
    """Writes the files of adoptions in the words of a site."""

    community: Community
    free: FreeDates
    lang: Language
    events_folder: str
    today: date
    _known: dict[_Wanted, tuple[RatedDay, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Days that were proposed already: most practices ask for the same in a municipality."""

    @property
    def words(self) -> FileWords:
        """What fields and values are called in these files."""
        return FileWords(self.lang.code)

    def draft(self, wish: Adopting) -> AdoptionDraft:
        """Return the files. Their names are free in the community, and what they point at is there."""
        return AdoptionDraft(self._adoption(wish), tuple(self._events(wish)))

    def _adoption(self, wish: Adopting) -> DraftFile:
        name = _unused(f"{wish.municipality.id}-{wish.practice.id}", self.community.adoptions)
        field, say = self.words.field, self.lang.say
        whose = say(
            "The short name of your own organisation is the name of its file in {folder}.", folder=_ORGANISATIONS
        )
        lines = [
            "---",
            f"{field('practice')}: {wish.practice.id}",
            f"# {whose}",
            f"{field('adopter')}: {wish.adopter.id}",
            f"{field('municipality')}: {wish.municipality.id}",
            f"{field('status')}: {self.words.value(wish.status)}",
            f"{field('since')}: {self.lang.tongue.in_file(self.today)}",
            f"# {field('why')}: {say('Why did you start using it?')}",
            f"# {field('changed')}:",
            f"#   - {say('What do you do otherwise?')}",
            "---",
            f"<!-- {say('Write more here if you like: how it began, who helps, what came of it.')} -->",
        ]
        return DraftFile(Kind.ADOPTION, f"{ADOPTIONS}/{name}.md", "\n".join(lines) + "\n")

    def _events(self, wish: Adopting) -> Iterator[DraftEvent]:
        found = gatherings(self.community, wish.practice, wish.totals)
        first = wish.first or self.today + LEAD
        wanted = tuple((one.weeks, _hours(one)) for one in found)
        days = self._days(wish.municipality.id, wanted, first, found[0].habit.audiences)
        taken = set(self.community.events)
        series = f"{wish.practice.id}-{wish.municipality.id}-{days[0].day.year}" if len(found) > 1 else ""
        for number, (one, rated) in enumerate(zip(found, days, strict=True), 1):
            starts = datetime.combine(rated.day, one.habit.starts)
            number_words = f"-{number}" if series else ""
            name = _unused(f"{wish.practice.id}-{wish.municipality.id}{number_words}-{rated.day.year}", taken)
            taken.add(name)
            title = self._title(one, wish)
            path = f"{self.events_folder}/{starts:%Y/%m}/{name}.yml"
            text = self._event(wish, one, starts, title, series)
            yield DraftEvent(title, starts, rated, DraftFile(Kind.EVENT, path, text))

    def _days(self, *wanted: *_Wanted) -> tuple[RatedDay, ...]:
        if wanted not in self._known:
            self._known[wanted] = propose_days(self.free, *wanted)
        return self._known[wanted]

    def _title(self, one: Gathering, wish: Adopting) -> str:
        code = self.lang.code
        title = (one.title or wish.practice.title).in_language(code)
        where = wish.municipality.locative
        if where.language_used(code) in (code, ""):
            return f"{title} {where.in_language(code)}"
        return f"{title}, {wish.municipality.name.in_language(code)}"

    def _event(self, wish: Adopting, one: Gathering, starts: datetime, title: str, series: str) -> str:
        field, value, in_file, say = self.words.field, self.words.value, self.lang.tongue.in_file, self.lang.say
        proposal = say(
            "The day is a proposal. Change it as you like, and make the status “{word}” once you are sure.",
            word=value(EventStatus.CONFIRMED),
        )
        where = say("the short name of the place: the name of its file in {folder}", folder=_VENUES)
        until = max(starts.date() - _HOLD_ENDS, self.today)
        fields = [
            f"{field('title')}: {scalar(title)}",
            f"# {proposal}",
            f"{field('starts')}: {in_file(starts)}",
            f"{field('ends')}: {in_file(starts + one.habit.length)}",
            f"{field('status')}: {value(EventStatus.TENTATIVE)}",
            f"{field('hold_until')}: {in_file(until)}",
            f"{field('organisers')}: {listed([wish.adopter.id])}",
            f"{field('municipality')}: {wish.municipality.id}",
            f"# {field('venue')}: {where}",
            f"{field('format')}: {value(one.format)}",
        ]
        if one.habit.audiences:
            fields.append(f"{field('audience')}: {listed(one.habit.audiences)}")
        if wish.practice.themes:
            fields.append(f"{field('themes')}: {listed(wish.practice.themes[:_MOST_THEMES])}")
        fields.append(f"{field('practices')}: {listed([wish.practice.id])}")
        if series:
            fields.append(f"{field('series')}: {series}")
        fields += [f"{field('description')}: |", *indented(self._description(wish, one))]
        return "\n".join(fields) + "\n"

    def _description(self, wish: Adopting, one: Gathering) -> Iterator[str]:
        link = f"[[{word_of(Kind.PRACTICE, self.lang.code)}:{wish.practice.id}]]"
        yield self.lang.say("We do as the page {link} says.", link=link)
        if one.text is not None:
            yield ""
            yield self._one_line(one.text)
        yield from self._steps(self.lang.say("Steps"), one.steps)
        yield from self._steps(self.lang.say("Before this"), one.before)
        yield from self._steps(self.lang.say("After this"), one.after)

    def _steps(self, title: str, steps: tuple[Step, ...]) -> Iterator[str]:
        if steps:
            yield from ("", f"**{title}**", "")
            for step in steps:
                yield f"- {self._one_line(step.title)}"

    def _one_line(self, text: Text) -> str:
        return " ".join(text.in_language(self.lang.code).split())


def _hours(one: Gathering) -> Hours:
    starts = one.habit.starts.hour * 60 + one.habit.starts.minute
    return Hours(starts, starts + one.habit.length // timedelta(minutes=1))


def _unused(name: str, taken: Collection[str]) -> str:
    """Return ``name``, or the first of ``name-2``, ``name-3`` ... that is not taken."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
