"""What a regional calendar on Linked Events asks of what is sent to it, restated as rules of ours.

Read out of the service's own serializers, models and views (City of Helsinki, linkedevents 3.29:
``EventSerializer``, ``LinkedEventsSerializer``, ``PlaceSerializer``, ``ImageSerializer``, ``EventViewSet``). Some of
what it takes it changes without a word: a new event is Scheduled whatever was said, a field left out keeps what
stood there, a tag outside the description becomes text. Those are rules here too: nothing is to be shown there that
nobody has said.
"""

from __future__ import annotations

from dataclasses import dataclass  # noqa: TID251 (with an order, which that of the house has not)
from enum import StrEnum
from typing import Final


class Who(StrEnum):
    """Whom to ask where a rule is broken."""

    CALENDAR = "calendar"
    """Those who run the regional calendar."""
    EDITOR = "editor"
    """Those who keep the channel's map of words and places."""
    ORGANISER = "organiser"


class Rule(StrEnum):
    """A rule by its code, which never changes."""

    AUDIENCE = "regional-audience"
    DELETED = "regional-deleted"
    DESCRIPTION = "regional-description"
    END = "regional-end"
    FIELD = "regional-field"
    ID = "regional-id"
    KEYWORD = "regional-keyword"
    KEYWORD_GONE = "regional-keyword-gone"
    KEYWORD_UNKNOWN = "regional-keyword-unknown"
    LINK = "regional-link"
    LINK_TWICE = "regional-link-twice"
    LOCATION = "regional-location"
    LOCATION_UNKNOWN = "regional-location-unknown"
    LONG = "regional-long"
    MARKUP = "regional-markup"
    NAME = "regional-name"
    NEVER_TOLD = "regional-never-told"
    NOT_CHECKED = "regional-not-checked"
    PARENT = "regional-parent"
    PAST = "regional-past"
    PICTURE = "regional-picture"
    PLACE_NAME = "regional-place-name"
    POSITION = "regional-position"
    PRICE = "regional-price"
    PUBLISHER = "regional-publisher"
    SHORT = "regional-short"
    SHORT_LONG = "regional-short-long"
    SHAPE = "regional-shape"
    SOURCE = "regional-source"
    START = "regional-start"
    STATUS_BACK = "regional-status-back"
    STATUS_SET = "regional-status-set"
    TIME = "regional-time"


@dataclass(frozen=True, slots=True)
class RuleWords:
    """What a rule says to people: what is wanted, and who can do something about it."""

    sentence: str
    who: Who


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """A rule that an object breaks.

    ``at`` is the field (``short_description.sv``, ``external_links.0.link``), ``found`` what stands there, shortened,
    or a length; ``limit`` the most that there may be.

    >>> Fault(Rule.SHORT_LONG, "short_description.fi", "172", "160").rule.value
    'regional-short-long'
    """

    rule: Rule
    at: str = ""
    found: str = ""
    limit: str = ""


#: Characters of a short description.
SHORT: Final = 160
#: Characters that fields hold.
LENGTHS: Final = {
    "name": 255,
    "provider": 512,
    "location_extra_info": 400,
    "info_url": 1000,
    "short_description": 10_000,
}
PRICE_LENGTH: Final = 1000
ID_LENGTH: Final = 100
LINK_LENGTH: Final = 200
LINK_NAME_LENGTH: Final = 100
PICTURE_LENGTHS: Final = {"alt_text": 320, "name": 255, "photographer_name": 255, "url": 400}
PLACE_LENGTHS: Final = {"name": 255, "street_address": 255, "address_locality": 255, "info_url": 1000}

SCHEDULED: Final = "EventScheduled"
CANCELLED: Final = "EventCancelled"
POSTPONED: Final = "EventPostponed"
RESCHEDULED: Final = "EventRescheduled"
#: What only a change of the start brings about.
OF_THE_START: Final = frozenset({POSTPONED, RESCHEDULED})

WORDS: Final = {
    Rule.AUDIENCE: RuleWords(
        "The regional calendar does not know the audience “{found}”. Correct the channel's map of audiences.",
        Who.EDITOR,
    ),
    Rule.DELETED: RuleWords(
        "The event was deleted in the regional calendar, and the same id can't be used again there.", Who.CALENDAR
    ),
    Rule.DESCRIPTION: RuleWords("The description is missing ({at}).", Who.ORGANISER),
    Rule.END: RuleWords("The event ends before it starts.", Who.ORGANISER),
    Rule.FIELD: RuleWords("The field {at} must be sent each time: else what stood there before stays.", Who.EDITOR),
    Rule.ID: RuleWords("The id must begin with “{limit}:” and have at most 100 characters: “{found}”.", Who.EDITOR),
    Rule.KEYWORD: RuleWords(
        "None of the event's themes, nor its form, has a keyword of the regional calendar ({found}). Add one to the "
        "channel's map.",
        Who.EDITOR,
    ),
    Rule.KEYWORD_GONE: RuleWords(
        "The keyword “{found}” is no longer in use in the regional calendar. Choose another one for the map.",
        Who.EDITOR,
    ),
    Rule.KEYWORD_UNKNOWN: RuleWords("The regional calendar has no keyword “{found}”. Correct the map.", Who.EDITOR),
    Rule.LINK: RuleWords("A web address may have at most {limit} characters here: “{found}”.", Who.ORGANISER),
    Rule.LINK_TWICE: RuleWords("The same link stands there twice: “{found}”.", Who.ORGANISER),
    Rule.LOCATION: RuleWords("The place is missing.", Who.ORGANISER),
    Rule.LOCATION_UNKNOWN: RuleWords("The regional calendar has no place “{found}”. Correct the map.", Who.EDITOR),
    Rule.LONG: RuleWords("The text is too long ({at}): {found} characters, and at most {limit} fit.", Who.ORGANISER),
    Rule.MARKUP: RuleWords(
        "Only the description may hold markup; here it would be shown as text ({at}).", Who.ORGANISER
    ),
    Rule.NAME: RuleWords("The event has no name in a language that the regional calendar speaks.", Who.ORGANISER),
    Rule.NEVER_TOLD: RuleWords(
        "The event was cancelled or postponed before it was told there: a new one would be shown as if it were held.",
        Who.EDITOR,
    ),
    Rule.NOT_CHECKED: RuleWords(
        "“{found}” was not yet looked up in the regional calendar. Run: seurantalo regional {limit}", Who.EDITOR
    ),
    Rule.PARENT: RuleWords("What the event is a part of is not in the regional calendar yet: “{found}”.", Who.EDITOR),
    Rule.PAST: RuleWords("The event is over.", Who.EDITOR),
    Rule.PICTURE: RuleWords("The picture is not in the regional calendar yet.", Who.EDITOR),
    Rule.PLACE_NAME: RuleWords("The place has no name in a language that the regional calendar speaks.", Who.EDITOR),
    Rule.POSITION: RuleWords("A position is two decimal numbers.", Who.EDITOR),
    Rule.PRICE: RuleWords("The price is missing. Write it, or “Vapaa pääsy” where entrance is free.", Who.ORGANISER),
    Rule.PUBLISHER: RuleWords("The publisher must be that of the key: “{limit}”, not “{found}”.", Who.EDITOR),
    Rule.SHORT: RuleWords("The short text is missing ({at}).", Who.ORGANISER),
    Rule.SHORT_LONG: RuleWords(
        "The short text has {found} characters, and at most {limit} fit ({at}).", Who.ORGANISER
    ),
    Rule.SHAPE: RuleWords("The field {at} is not of the kind that the regional calendar asks for.", Who.EDITOR),
    Rule.SOURCE: RuleWords("The source must be that of the key: “{limit}”, not “{found}”.", Who.EDITOR),
    Rule.START: RuleWords("The start is missing.", Who.ORGANISER),
    Rule.STATUS_BACK: RuleWords(
        "An event that was cancelled or moved can't be put back as it was in the regional calendar. Ask those who "
        "run it.",
        Who.CALENDAR,
    ),
    Rule.STATUS_SET: RuleWords("Moved and postponed come only from a new start.", Who.EDITOR),
    Rule.TIME: RuleWords("The time is not understood ({at}): “{found}”.", Who.EDITOR),
}
"""What each rule says. ``{at}``, ``{found}`` and ``{limit}`` are those of the fault."""
