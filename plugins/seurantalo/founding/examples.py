"""Records that a new site begins with: its municipalities, its vocabularies, and one event to learn from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Final

from seurantalo.founding.answers import Answers, identifier
from seurantalo.founding.municipalities import OfficialMunicipality, table_rows
from seurantalo.founding.templates import rendered
from seurantalo.frozen import dataclass
from seurantalo.language import Language, language
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.place import VenueKind
from seurantalo.model.record import Kind
from seurantalo.proposing import Value, new_file

#: The English names of audiences that the judges of clashes know: whom nearly everybody is, and who comes together.
_BROAD: Final = ("Adults",)
_KIN: Final = ("Children", "Families with children")
#: The theme of the example event, by its English name.
_THEME: Final = "Togetherness"


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a vocabulary in the site's language; ``broader`` is the id of the one that includes it."""

    id: str
    name: str
    broader: str
    aliases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Example:
    """The event of a new site that nobody holds, who arranges it, and where.

    >>> Example.of(language("sv")).organisation_id
    'exempelbyns-byaforening'
    """

    title: str
    organisation: str
    venue: str
    email: str

    @classmethod
    def of(cls, lang: Language) -> Example:
        """Return the example of a language."""
        return cls(
            title=lang.say("Village evening"),
            organisation=lang.say("Example village association"),
            venue=lang.say("Example village hall"),
            email=f"{identifier(lang.say('Secretary'))}@example.org",
        )

    @property
    def event_id(self) -> str:
        """The name of the event's file."""
        return identifier(self.title)

    @property
    def organisation_id(self) -> str:
        """The name of the organisation's file."""
        return identifier(self.organisation)

    @property
    def venue_id(self) -> str:
        """The name of the venue's file."""
        return identifier(self.venue)


def municipality_ids(answers: Answers) -> tuple[str, ...]:
    """Return the ids of the municipalities: their names in the site's language."""
    return tuple(identifier(one.name(answers.language)) for one in answers.places)


@cache
def vocabulary(kind: str, code: str) -> tuple[Term, ...]:
    """Return the words of a vocabulary, ``theme`` or ``audience``, in a language.

    >>> [term.id for term in vocabulary("audience", "sv")][:3]
    ['alla', 'barn', 'barnfamiljer']
    """
    rows = [row for row in table_rows("vocabulary.tsv") if row["kind"] == kind]
    ids = {row["en"]: identifier(row[code]) for row in rows}
    return tuple(
        Term(
            ids[row["en"]],
            row[code],
            ids[row["broader"]] if row["broader"] else "",
            tuple(word for word in row[f"also_{code}"].split(", ") if word),
        )
        for row in rows
    )


def audience_options(code: str) -> tuple[str, str]:
    """Return the options ``broad_audiences`` and ``kin_audiences`` of a language.

    >>> audience_options("sv")
    ('vuxna', 'barn barnfamiljer')
    """
    names = {row["en"]: identifier(row[code]) for row in table_rows("vocabulary.tsv") if row["kind"] == "audience"}
    return " ".join(names[name] for name in _BROAD), " ".join(names[name] for name in _KIN)


def record_files(answers: Answers) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each record. They become the region's own, and are never written again."""
    lang = language(answers.language)
    ids, example = municipality_ids(answers), Example.of(lang)
    for name, place in zip(ids, answers.places, strict=True):
        yield f"content/municipalities/{name}.md", new_file(Kind.MUNICIPALITY, _municipality(place, lang), lang.code)
    for kind, about in (
        ("audience", lang.say("Whom events are for. Say whom you expect: then the calendar sees clashes.")),
        ("theme", lang.say("What events, practices and ideas are about. A new theme may be added.")),
    ):
        values = {"rows": vocabulary(kind, lang.code), "about": about}
        yield f"content/vocabulary/{kind}s.yml", rendered(lang, "records/vocabulary.yml", values)
    yield "content/vocabulary/channels.yml", rendered(lang, "records/channels.yml", {"ids": ids})
    path = f"content/organisations/{example.organisation_id}.md"
    yield path, new_file(Kind.ORGANISATION, _organisation(example, ids[0], lang), lang.code)
    yield f"content/venues/{example.venue_id}.yml", new_file(Kind.VENUE, _venue(example, ids[0], lang), lang.code)
    path = f"events/{answers.day:%Y/%m}/{example.event_id}.yml"
    yield path, new_file(Kind.EVENT, _event(example, answers.day, lang), lang.code)


def day_words(answers: Answers, lang: Language) -> Mapping[str, Any]:
    """Return what templates say of the example's day and of days after it, as people write them in files.

    ``day(7)`` is the day a week after it, ``moment(18, 7)`` an hour of that day; ``weekday`` stands before the day.
    """
    tongue, first = lang.tongue, answers.day

    def moment(hour: int, days: int = 0) -> str:
        return tongue.in_file(datetime.combine(first + timedelta(days=days), time(hour)))

    return {
        "day": lambda days=0: tongue.in_file(first + timedelta(days=days)),
        "moment": moment,
        "month": f"{first:%Y/%m}",
        "weekday": tongue.weekdays_in_dates[first.weekday()],
        "wrong_weekday": tongue.weekdays_in_dates[(first + timedelta(days=1)).weekday()],
        "weekday_long": lang.weekdays[first.weekday()],
    }


def _municipality(place: OfficialMunicipality, lang: Language) -> dict[str, Value]:
    names: dict[str, Value] = {code: place.name(code) for code in dict.fromkeys((lang.code, "fi", "sv"))}
    locatives: dict[str, Value] = {code: place.locative(code) for code in names}
    return {
        "name": names if len(set(names.values())) > 1 else place.name(lang.code),
        "locative": locatives,
        "code": place.code,
        "languages": list(place.languages),
        "region": place.region(lang.code),
    }


def _organisation(example: Example, municipality: str, lang: Language) -> dict[str, Value]:
    return {
        "name": example.organisation,
        "type": OrganisationType.ASSOCIATION.value,
        "municipality": municipality,
        "contact": {"role": lang.say("Secretary"), "email": example.email},
        "text": lang.say("This association is an example. Change it into a real one, or delete the file."),
        "demo": True,
    }


def _venue(example: Example, municipality: str, lang: Language) -> dict[str, Value]:
    return {
        "name": example.venue,
        "kind": VenueKind.VILLAGE_HOUSE.value,
        "municipality": municipality,
        "owner": example.organisation_id,
        "capacity": 80,
        "accessibility": lang.say("A ramp at the main door. An accessible toilet."),
        "demo": True,
    }


def _event(example: Example, day: date, lang: Language) -> dict[str, Value]:
    together = next(row for row in table_rows("vocabulary.tsv") if row["en"] == _THEME)
    return {
        "title": example.title,
        "starts": f"{day.isoformat()}T18:00",
        "ends": f"{day.isoformat()}T20:00",
        "organisers": [example.organisation_id],
        "venue": example.venue_id,
        "audience": [vocabulary("audience", lang.code)[0].id],
        "themes": [identifier(together[lang.code])],
        "price": lang.say("Free admission"),
        "description": lang.say("This is an example: nobody holds this event. Delete the file when you have others."),
        "demo": True,
    }
