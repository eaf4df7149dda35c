"""The blanks of templates: what each is called, what it says, and which facts it tells."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import field
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from seurantalo.announcing import when
from seurantalo.announcing.facts import NO_FACTS, Facts
from seurantalo.announcing.texts.aloud import has_address, said
from seurantalo.announcing.texts.signing_up import SignUpForm, sign_up_words
from seurantalo.frozen import dataclass
from seurantalo.language import Language

#: At most so many hashtags: more look like advertising, and Instagram shows no more.
_MOST_TAGS: Final = 5


#: A price that begins with its sum: ``14 €``, ``5–10 €``.
_SUM_FIRST: Final = re.compile(r"\d+(?:[.,]\d{1,2})?(?:\s?[–—-]\s?\d+(?:[.,]\d{1,2})?)?\s?(?:€|e\b|eur|,-)")


class Essential(StrEnum):
    """What no length cuts, and no template leaves out."""

    TITLE = "title"
    DATE = "date"
    TIME = "time"
    VENUE = "venue"
    MUNICIPALITY = "municipality"
    PRICE = "price"
    REGISTRATION = "registration"
    ACCESSIBILITY = "accessibility"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What an entry is filled from: its facts, and how much of what may fall still stands.

    ``fallen`` are the numbers of the brackets that are gone. ``other`` are values of blanks that are no facts of an
    event, by their English names: what was told before, an issue's own days.
    """

    lang: Language
    facts: Facts = NO_FACTS
    aloud: bool = False
    """It is made to be read aloud: units in words, no address of the web."""
    sentences: int = 0
    weekday: bool = True
    fallen: frozenset[int] = frozenset()
    other: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def spoken(self, words: str) -> str:
        """Return a text as this manner has it."""
        return said(words, self.lang) if self.aloud else words

    @property
    def prose(self) -> tuple[str, ...]:
        """The sentences that there are: those to be read aloud end before the first with an address."""
        if not self.aloud:
            return self.facts.sentences
        count = next((n for n, one in enumerate(self.facts.sentences) if has_address(one)), len(self.facts.sentences))
        return self.facts.sentences[:count]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A blank: its names in Finnish, Swedish and English, what it says, which facts it tells."""

    names: tuple[str, str, str]
    says: Callable[[Filled], str]
    tells: frozenset[Essential] = frozenset()

    @property
    def key(self) -> str:
        """Its English name."""
        return self.names[2]


def simple(name: str) -> str:
    """Return the name of a blank as it is compared: small letters without marks, one sign between words.

    >>> simple("Milloin sanoin"), simple("ESTEETTÖMYYS")
    ('milloin-sanoin', 'esteettomyys')
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "-".join(
        "".join(one for one in letters if not unicodedata.combining(one)).replace("_", " ").split()
    ).replace(" ", "-")


def _place(one: Filled) -> str:
    """Return the venue; of what is held in the web with the address, without which nobody gets there."""
    place, online = one.facts.place, one.facts.online
    return f"{place}, {online}" if online and not one.aloud else place


def _organised(one: Filled) -> str:
    names = one.facts.organisers
    words = one.lang.listed(names)
    return one.lang.count("Organised by {names}", "Organised jointly by {names}", len(names), names=words)


def _priced(one: Filled) -> str:
    """Return the price as a sentence of its own: a bare sum would be read with the number of the house before it."""
    price = one.spoken(one.facts.price)
    return one.lang.say("Price {price}", price=price) if _SUM_FIRST.match(one.facts.price) else price


def _sign_up(form: SignUpForm) -> Callable[[Filled], str]:
    def words(one: Filled) -> str:
        chosen = SignUpForm.ALOUD if one.aloud else form
        return one.spoken(sign_up_words(one.facts.sign_up, chosen, one.lang, weekday=one.weekday))

    return words


def _other(name: str) -> Callable[[Filled], str]:
    return lambda one: one.other.get(name, "")


def hashtags(one: Filled) -> str:
    """Return themes as hashtags: ``#LiikuntaJaLuonto``, at most five."""
    titled = ("".join(f"{part[:1].upper()}{part[1:]}" for part in theme.split()) for theme in one.facts.themes)
    tags = dict.fromkeys("".join(sign for sign in each if sign.isalnum()) for each in titled)
    return " ".join([f"#{tag}" for tag in tags if tag and not tag.isdigit()][:_MOST_TAGS])


def _blank(names: tuple[str, str, str], says: Callable[[Filled], str], *tells: Essential) -> Blank:
    return Blank(names=names, says=says, tells=frozenset(tells))


_REG: Final = Essential.REGISTRATION
_DATED: Final = (Essential.DATE, Essential.TIME)
#: The blanks of an entry.
OF_EVENT: Final = (
    _blank(("nimi", "namn", "name"), lambda one: one.facts.title, Essential.TITLE),
    _blank(("aika", "tid", "time"), lambda one: when.hours(one.facts.span, one.lang), Essential.TIME),
    _blank(("milloin", "när", "when"), lambda one: when.dated(one.facts.span, one.lang), *_DATED),
    _blank(
        ("milloin-sanoin", "när-i-ord", "when-in-words"), lambda one: when.in_words(one.facts.span, one.lang), *_DATED
    ),
    _blank(("milloin-ääneen", "när-högt", "when-aloud"), lambda one: when.aloud(one.facts.span, one.lang), *_DATED),
    _blank(("päivä", "dag", "day"), lambda one: when.with_weekday(one.facts.first_day, one.lang), Essential.DATE),
    _blank(("paikka", "plats", "venue"), _place, Essential.VENUE),
    _blank(("osoite", "adress", "address"), lambda one: one.facts.street),
    _blank(("kunta", "kommun", "municipality"), lambda one: one.facts.municipality, Essential.MUNICIPALITY),
    _blank(
        ("kunnassa", "i-kommunen", "in-municipality"), lambda one: one.facts.municipality_in, Essential.MUNICIPALITY
    ),
    _blank(("hinta", "pris", "price"), lambda one: one.spoken(one.facts.price), Essential.PRICE),
    _blank(("hinta-lauseena", "pris-som-mening", "price-as-sentence"), _priced, Essential.PRICE),
    _blank(("ilm", "anm", "reg"), _sign_up(SignUpForm.SHORT), _REG),
    _blank(("ilmoittautuminen", "anmälan", "registration"), _sign_up(SignUpForm.LONG), _REG),
    _blank(("ilmoittautuminen-linkki", "anmälan-länk", "registration-link"), _sign_up(SignUpForm.LINK), _REG),
    _blank(
        ("esteettömyys", "tillgänglighet", "accessibility"),
        lambda one: one.spoken(one.facts.accessibility),
        Essential.ACCESSIBILITY,
    ),
    _blank(
        ("virkkeet", "meningar", "sentences"),
        lambda one: one.spoken(" ".join(one.prose[: one.sentences])),
    ),
    _blank(("järjestäjä", "arrangör", "organiser"), lambda one: one.lang.listed(one.facts.organisers)),
    _blank(("järjestää", "arrangeras", "organised"), _organised),
    _blank(("linkki", "länk", "link"), lambda one: "" if one.aloud else one.facts.url),
    _blank(("aihetunnisteet", "hashtaggar", "hashtags"), hashtags),
)
#: More of them, where a date is cancelled, has moved, or something that was told is otherwise now.
OF_CHANGE: Final = (
    _blank(("milloin-nyt", "när-nu", "when-now"), _other("when-now"), *_DATED),
    _blank(("milloin-ennen", "när-förr", "when-before"), _other("when-before")),
    _blank(("paikka-ennallaan", "oförändrad-plats", "unchanged-venue"), _other("unchanged-venue"), Essential.VENUE),
    _blank(("muutokset", "ändringar", "changes"), _other("changes")),
)
#: The blanks of what stands around the entries.
OF_ISSUE: Final = (
    _blank(
        ("viikonpäivä-ja-päivä", "veckodag-och-dag", "weekday-and-day"), _other("weekday-and-day"), Essential.DATE
    ),
    _blank(("kunta", "kommun", "municipality"), _other("municipality"), Essential.MUNICIPALITY),
    _blank(("päivät", "dagar", "days"), _other("days")),
    _blank(("päivät-ja-vuosi", "dagar-och-år", "days-and-year"), _other("days-and-year")),
    _blank(("numero", "nummer", "issue"), _other("issue")),
    _blank(("tapahtumia", "antal-evenemang", "number-of-events"), _other("number-of-events")),
    _blank(("kanava", "kanal", "channel"), _other("channel")),
    _blank(("sivu", "sida", "page"), _other("page")),
)


def by_name(*groups: tuple[Blank, ...]) -> Mapping[str, Blank]:
    """Return blanks by all their names, as :func:`simple` has them."""
    return MappingProxyType({simple(name): blank for group in groups for blank in group for name in blank.names})
