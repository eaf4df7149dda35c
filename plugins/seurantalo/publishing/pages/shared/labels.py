"""What choices are called: the source texts of the words for kinds, stages and statuses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from seurantalo.model.event import Format
from seurantalo.model.organisation import OrganisationType
from seurantalo.model.place import VenueKind
from seurantalo.model.practice import AdoptionStatus, PracticeKind, PracticeStage
from seurantalo.model.vocabulary import SourceKind
from seurantalo.publishing.pages.shared.view import Tone

#: msgids of the forms of events.
FORMATS: Final[Mapping[Format, str]] = {
    Format.BREAKFAST: "breakfast",
    Format.CAMP: "camp",
    Format.CLUB: "club",
    Format.CONCERT: "concert",
    Format.COURSE: "course",
    Format.DANCE: "dance",
    Format.EXHIBITION: "exhibition",
    Format.FESTIVAL: "festival",
    Format.LECTURE: "lecture",
    Format.MARKET: "market",
    Format.MEETING: "meeting",
    Format.OTHER: "event",
    Format.PARTY: "party",
    Format.RACE: "race",
    Format.SERVICE: "church service",
    Format.SPORT: "sport",
    Format.TABLE: "partnership table",
    Format.TALKOOT: "community work day (talkoot)",
    Format.THEATRE: "theatre",
    Format.TRIP: "trip",
    Format.VILLAGE_DAY: "village day",
    Format.WORKSHOP: "workshop",
}

ORGANISATION_TYPES: Final[Mapping[OrganisationType, str]] = {
    OrganisationType.ASSOCIATION: "Association",
    OrganisationType.COMPANY: "Company",
    OrganisationType.FUNDER: "Funder",
    OrganisationType.MEDIA: "Media",
    OrganisationType.MUNICIPAL_UNIT: "Municipal unit",
    OrganisationType.MUNICIPALITY: "Municipal organisation",
    OrganisationType.NETWORK: "Network",
    OrganisationType.PARISH: "Parish",
    OrganisationType.PARTY: "Political party",
    OrganisationType.PROJECT: "Project",
}

#: The same above a list of them. A municipality is one among its own people.
ORGANISATION_GROUPS: Final[Mapping[OrganisationType, str]] = {
    OrganisationType.ASSOCIATION: "Associations",
    OrganisationType.COMPANY: "Companies",
    OrganisationType.FUNDER: "Funders",
    OrganisationType.MEDIA: "Media",
    OrganisationType.MUNICIPAL_UNIT: "Municipal units",
    OrganisationType.MUNICIPALITY: "Municipal organisation",
    OrganisationType.NETWORK: "Networks",
    OrganisationType.PARISH: "Parishes",
    OrganisationType.PARTY: "Political parties",
    OrganisationType.PROJECT: "Projects",
}

VENUE_KINDS: Final[Mapping[VenueKind, str]] = {
    VenueKind.CHURCH: "Church",
    VenueKind.FIRE_STATION: "Fire station",
    VenueKind.HALL: "Hall",
    VenueKind.HOTEL: "Hotel",
    VenueKind.LIBRARY: "Library",
    VenueKind.MARKET_SQUARE: "Market square",
    VenueKind.MUSEUM: "Museum",
    VenueKind.OTHER: "Venue",
    VenueKind.OUTDOOR: "Outdoor place",
    VenueKind.SCHOOL: "School",
    VenueKind.SPORTS: "Sports venue",
    VenueKind.THEATRE: "Theatre house",
    VenueKind.TOWN_HALL: "Town hall",
    VenueKind.VILLAGE_HOUSE: "Village hall",
    VenueKind.YOUTH_CENTRE: "Youth centre",
}

PRACTICE_KINDS: Final[Mapping[PracticeKind, str]] = {
    PracticeKind.CASE: "Case",
    PracticeKind.EXPERIMENT: "Agile experiment",
    PracticeKind.MODEL: "Model",
    PracticeKind.TRAILBLAZER: "Trailblazer",
}

PRACTICE_STAGES: Final[Mapping[PracticeStage, str]] = {
    PracticeStage.IDEA: "an idea",
    PracticeStage.PLANNED: "being planned",
    PracticeStage.RUNNING: "running",
    PracticeStage.ENDED: "ended",
    PracticeStage.ESTABLISHED: "established",
    PracticeStage.DROPPED: "given up",
}

STAGE_TONES: Final[Mapping[PracticeStage, Tone]] = {
    PracticeStage.RUNNING: Tone.GOOD,
    PracticeStage.ESTABLISHED: Tone.GOOD,
    PracticeStage.PLANNED: Tone.INFO,
}

ADOPTION_STATUSES: Final[Mapping[AdoptionStatus, str]] = {
    AdoptionStatus.INTERESTED: "interested in it",
    AdoptionStatus.PLANNED: "planning it",
    AdoptionStatus.TRYING: "trying it",
    AdoptionStatus.IN_USE: "using it",
    AdoptionStatus.STOPPED: "has stopped",
}

ADOPTION_TONES: Final[Mapping[AdoptionStatus, Tone]] = {
    AdoptionStatus.IN_USE: Tone.GOOD,
    AdoptionStatus.TRYING: Tone.INFO,
}

SOURCE_KINDS: Final[Mapping[SourceKind, str]] = {
    SourceKind.ARTICLE: "article",
    SourceKind.BOOK: "book",
    SourceKind.DECISION: "decision",
    SourceKind.NEWS: "news story",
    SourceKind.REPORT: "report",
    SourceKind.WEB: "web page",
}

#: Languages that a municipality may have.
