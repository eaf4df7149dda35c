"""What the form of an event tells about who comes, and from where."""

from __future__ import annotations

from typing import Final

from seurantalo.model.event import Format

#: Forms in which people come together in one place, whether the file names it or not.
GATHERINGS: Final = frozenset(
    {
        *(Format.CAMP, Format.CONCERT, Format.DANCE, Format.FESTIVAL, Format.MARKET, Format.PARTY, Format.RACE),
        *(Format.THEATRE, Format.TRIP, Format.VILLAGE_DAY),
    }
)
#: Forms for which people go to the next municipality.
TRAVELLED_FOR: Final = frozenset(
    {*(Format.CONCERT, Format.DANCE, Format.FESTIVAL, Format.MARKET, Format.RACE), Format.THEATRE}
)
#: What people like to see every week: two of them are rivals only at one hour.
SEATED: Final = frozenset({Format.CONCERT, Format.THEATRE})
AMONG_MEMBERS: Final = (Format.CLUB, Format.MEETING)
#: Forms that every place has for its own people.
AT_HOME: Final = frozenset({Format.CAMP, Format.CLUB, Format.COURSE})
#: Forms that take the floor with tables, a stage or a game, and some time to set up.
FLOOR_TAKING: Final = frozenset(
    {
        *(Format.CAMP, Format.DANCE, Format.EXHIBITION, Format.FESTIVAL, Format.MARKET, Format.PARTY, Format.RACE),
        *(Format.SPORT, Format.THEATRE),
    }
)
#: Forms to which a whole village is invited, whether the file says so or not.
FEASTS: Final = GATHERINGS - {Format.CAMP, Format.TRIP}
#: Forms in which one learns, and asks what about.
LEARNT: Final = frozenset({Format.COURSE, Format.LECTURE, Format.WORKSHOP})
#: Forms for which one puts one's name down, before anything else is on.
SIGNED_UP_FOR: Final = frozenset({Format.CAMP, Format.CLUB, Format.COURSE, Format.TALKOOT, Format.WORKSHOP})
#: Forms of a feast that each place has on its own day: Shrovetide, a disco.
OWN_FEASTS: Final = frozenset({Format.OTHER, Format.PARTY})
#: Forms that say nothing about who comes: an association's meeting takes nobody from another's.
TELLS_NOTHING: Final = frozenset({Format.OTHER, Format.MEETING, Format.CLUB, Format.SERVICE})
