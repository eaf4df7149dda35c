"""The look of themes: a colour and a drawing for each, and the calm covers where there is no picture.

A colour never stands alone: each drawing has a shape of its own, and words beside it say the same. Colours and
drawings are in ``look.css``. A cover follows from the theme and a name that stays, so it is the same for ever.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final
from zlib import crc32

from markupsafe import Markup

from seurantalo.model.event import Event, Format
from seurantalo.model.organisation import Organisation
from seurantalo.model.place import Municipality, Venue, VenueKind
from seurantalo.model.practice import Practice
from seurantalo.model.record import Record
from seurantalo.model.vocabulary import Theme

#: In how many ways the hills of a cover lie.
TURNS: Final = 6
_NO_COVER: Final = Markup()


class Look(StrEnum):
    """A colour with its drawing; the value is the last part of its class name."""

    BOOK = "book"
    CULTURE = "culture"
    FAIR = "fair"
    HEART = "heart"
    HERITAGE = "heritage"
    HOME = "home"
    MEAL = "meal"
    MOTION = "motion"
    NATURE = "nature"
    PEOPLE = "people"
    YOUNG = "young"


#: Ids, names and other names of themes that regions use, in three languages, without capitals.
_KNOWN: Final[Mapping[Look, str]] = {
    Look.BOOK: "koulutus, oppiminen, opinnot, kirjallisuus, utbildning, lärande, litteratur, "
    "education, learning, literature",
    Look.CULTURE: "kulttuuri, musiikki, teatteri, juhlat, tanssi, kultur, musik, teater, fest, "
    "dans, culture, music, theatre, dance",
    Look.FAIR: "markkinat, yrittajyys, kauppa, marknad, företagsamhet, market, markets, business",
    Look.HEART: "yhdistystoiminta, vapaaehtoistoiminta, hyvantekevaisyys, föreningsverksamhet, frivilligverksamhet, "
    "välgörenhet, associations, volunteering, charity",
    Look.HERITAGE: "perinne, kotiseutu, kadentaidot, historia, hengellinen, tradition, hembygd, "
    "hantverk, heritage, crafts, history",
    Look.HOME: "kyla, kunta, maakunta, asuminen, by, kommun, landskap, boende, village, "
    "municipality, region, housing",
    Look.MEAL: "ruoka, ruokaperinne, kahvila, aamiainen, mat, kafé, frukost, food, café, breakfast",
    Look.MOTION: "liikunta, urheilu, hyvinvointi, terveys, motion, idrott, hälsa, välmående, "
    "sport, sports, health, well-being",
    Look.NATURE: "luonto, ymparisto, ilmasto, retkeily, natur, miljö, klimat, friluftsliv, "
    "nature, environment, climate, outdoors",
    Look.PEOPLE: "osallisuus, demokratia, yhteisollisyys, yhteiso, yhteistyo, viestinta, turvallisuus, "
    "toimintamalli, delaktighet, demokrati, gemenskap, samarbete, participation, democracy, community, co-operation",
    Look.YOUNG: "lapset-ja-perheet, lapset, perheet, nuoriso, nuoret, barn, familjer, ungdom, "
    "unga, children, families, youth",
}
_BY_WORD: Final[Mapping[str, Look]] = {word: look for look, words in _KNOWN.items() for word in words.split(", ")}

#: What an event without a theme is like.
_BY_FORMAT: Final[Mapping[Format, Look]] = {
    Format.BREAKFAST: Look.MEAL,
    Format.CAMP: Look.YOUNG,
    Format.CLUB: Look.PEOPLE,
    Format.CONCERT: Look.CULTURE,
    Format.COURSE: Look.BOOK,
    Format.DANCE: Look.CULTURE,
    Format.EXHIBITION: Look.CULTURE,
    Format.FESTIVAL: Look.CULTURE,
    Format.LECTURE: Look.BOOK,
    Format.MARKET: Look.FAIR,
    Format.MEETING: Look.PEOPLE,
    Format.OTHER: Look.PEOPLE,
    Format.PARTY: Look.CULTURE,
    Format.RACE: Look.MOTION,
    Format.SERVICE: Look.HERITAGE,
    Format.SPORT: Look.MOTION,
    Format.TABLE: Look.PEOPLE,
    Format.TALKOOT: Look.HEART,
    Format.THEATRE: Look.CULTURE,
    Format.TRIP: Look.NATURE,
    Format.VILLAGE_DAY: Look.HOME,
    Format.WORKSHOP: Look.HERITAGE,
}


#: What a venue is like.
_BY_VENUE: Final[Mapping[VenueKind, Look]] = {
    VenueKind.CHURCH: Look.HERITAGE,
    VenueKind.FIRE_STATION: Look.HEART,
    VenueKind.HALL: Look.PEOPLE,
    VenueKind.HOTEL: Look.MEAL,
    VenueKind.LIBRARY: Look.BOOK,
    VenueKind.MARKET_SQUARE: Look.FAIR,
    VenueKind.MUSEUM: Look.HERITAGE,
    VenueKind.OTHER: Look.PEOPLE,
    VenueKind.OUTDOOR: Look.NATURE,
    VenueKind.SCHOOL: Look.BOOK,
    VenueKind.SPORTS: Look.MOTION,
    VenueKind.THEATRE: Look.CULTURE,
    VenueKind.TOWN_HALL: Look.HOME,
    VenueKind.VILLAGE_HOUSE: Look.HOME,
    VenueKind.YOUTH_CENTRE: Look.YOUNG,
}


def look_of_themes(names: Iterable[str], themes: Mapping[str, Theme], otherwise: Look = Look.PEOPLE) -> Look:
    """Return the look of the first theme that has one of its own, by its words or those of the theme above it.

    A theme that nobody has foreseen has one too, always the same.

    >>> from seurantalo.publishing.pages.shared.theme_look import look_of_themes
    >>> look_of_themes((), {})
    <Look.PEOPLE: 'people'>
    """
    found = [themes[name] for name in names if name in themes]
    for theme in found:
        for word in _words(theme, themes):
            if word in _BY_WORD:
                return _BY_WORD[word]
    return tuple(Look)[crc32(found[0].id.encode()) % len(Look)] if found else otherwise


def look_of_event(event: Event, themes: Mapping[str, Theme]) -> Look:
    """Return the look of an event: that of its form, which says most of an evening, or of its themes."""
    form = _BY_FORMAT[event.format]
    return form if event.format is not Format.OTHER else look_of_themes(event.themes, themes, form)


def look_class(look: Look) -> str:
    """Return the name of the class that gives an element ``--st-hue``, ``--st-hue-wash`` and ``--st-icon``."""
    return f"st-look--{look}"


def cover(look: Look, title: str, more: str = "") -> Markup:
    """Return a cover: hills, a sun and the drawing of a theme, laid as the title has it. It says nothing to ears.

    >>> from seurantalo.publishing.pages.shared.theme_look import Look, cover
    >>> print(cover(Look.NATURE, "Latukahvit"))
    <div class="st-cover st-look--nature st-turn-1"></div>
    """
    turn = crc32(title.encode()) % TURNS
    return Markup(f'<div class="st-cover {look_class(look)} st-turn-{turn}{more}"></div>')  # noqa: S704 - our own words


def record_cover(record: Record, themes: Mapping[str, Theme]) -> Markup:
    """Return the cover of a practice, an organisation, a place or a theme, drawn from what it is and its id."""
    if isinstance(record, Municipality):
        # Municipalities stand side by side everywhere: they have the colour of the site.
        return cover(Look.HOME, record.id, " st-cover--place")
    if isinstance(record, Organisation):
        return cover(look_of_themes(record.themes, themes, Look.HEART), record.id)
    if isinstance(record, Practice):
        return cover(look_of_themes(record.themes, themes), record.id)
    if isinstance(record, Venue):
        return cover(_BY_VENUE[record.venue_kind], record.id)
    return cover(look_of_themes((record.id,), themes), record.id) if isinstance(record, Theme) else _NO_COVER


def _words(theme: Theme, themes: Mapping[str, Theme]) -> Iterator[str]:
    """Yield what a theme is called, and the ones above it. Themes that stand in a ring end where they began."""
    seen: set[str] = set()
    while theme.id not in seen:
        seen.add(theme.id)
        yield theme.id
        yield from (word.casefold() for word in (*(words for _, words in theme.name.versions), *theme.aliases))
        if theme.broader is None or theme.broader not in themes:
            return
        theme = themes[theme.broader]
