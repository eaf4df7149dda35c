"""Where everything stands in the site. Addresses live for years: never change one."""

from __future__ import annotations

from typing import Final

from seurantalo.model.kinds import KINDS
from seurantalo.model.record import Kind, Record

FRONT: Final = ""
CALENDAR: Final = "kalenteri/"
CLASHES: Final = "paallekkaisyydet/"
FREE: Final = "vapaat-paivat/"
PENDING: Final = "paivamaara-avoinna/"
SUBSCRIBE: Final = "tilaa/"
EVENTS: Final = KINDS[Kind.EVENT].pages
YEARS: Final = "vuosi/"
METHODS: Final = "menetelmat/"
ASSETS: Final = "assets/seurantalo/"
#: What only the pages load that need it; all else is linked from every page.
ASSETS_ASIDE: Final = f"{ASSETS}ehdota/"
#: Contributed pictures in the sizes of screens.
PHOTOS: Final = f"{ASSETS}kuvat/"
FEEDS: Final = "ical/"
DESK: Final = "tyopoyta/"
CHANNELS: Final = "kanavat/"
EMBEDS: Final = "upota/"
OFFLINE: Final = "ilman-yhteytta/"
#: At the site's root: a worker serves what stands beside it and below (Service Workers, 4.1.1).
WORKER: Final = "sw.js"
MANIFEST: Final = "manifest.webmanifest"
DIRECTORY: Final = "hakemisto/"
IDEA_OUTCOMES: Final = "mita-ideoista-tuli/"
BUDGETING: Final = "osallistuva-budjetointi/"
GLOSSARY: Final = "sanasto/"
NEWS: Final = "syotteet/"
PROPOSE: Final = "ehdota/"
PROPOSE_DATA: Final = "ehdota/tiedot/"
#: The files of events, in parts: what the form on which one is changed reads.
EVENT_SHELVES: Final = "ehdota/muutettavat/"
OPEN_DATA: Final = "avoin-data/"
SEARCH: Final = "haku/"
#: What the site's own search looks things up in.
SEARCH_DATA: Final = f"{SEARCH}tiedot/"
API: Final = "api/v1/"
LINKED_EVENTS: Final = "api/linkedevents/v1/"

#: The folder of each kind of record that has pages of its own.
FOLDERS: Final[dict[Kind, str]] = {kind: KINDS[kind].pages for kind in Kind if KINDS[kind].pages}


def address(record: Record) -> str:
    """Return the address of a record's own page; raise KeyError for a kind that has none."""
    return f"{FOLDERS[record.KIND]}{record.id}/"


def place(kind: Kind, name: str) -> str:
    """Return where a record is shown: its own page, or its place on a page of many; ``""`` for a kind without."""
    folder = FOLDERS.get(kind)
    if folder is not None:
        return f"{folder}{name}/"
    return f"{GLOSSARY}#{name}" if kind is Kind.TERM else ""


def adoption_address(practice_id: str) -> str:
    """Return the address of the page that helps to take a practice up."""
    return f"{FOLDERS[Kind.PRACTICE]}{practice_id}/ota-kayttoon/"


def month_address(year: int, month: int) -> str:
    """Return the address of a month's page."""
    return f"{CALENDAR}{year}-{month:02}/"


def week_address(year: int, week: int) -> str:
    """Return the address of a week's page, by the year and the number of ISO 8601: ``kalenteri/2027-vko20/``."""
    return f"{CALENDAR}{year}-vko{week:02}/"


def clash_month_address(year: int, month: int) -> str:
    """Return the address of a month's clashing dates."""
    return f"{CLASHES}{year}-{month:02}/"


def free_address(municipality: str) -> str:
    """Return the address of a municipality's free days."""
    return f"{FREE}{municipality}/"


def free_file(municipality: str) -> str:
    """Return the path of the same days for programs."""
    return f"{FREE}{municipality}/vapaat.json"


def comment_anchor(comment_id: str) -> str:
    """Return the anchor of a comment on the page of what it is on."""
    return f"kommentti-{comment_id.rpartition('/')[2]}"


#: Years after this one that may have been told on pages of their own.
YEARS_AHEAD: Final = 5


def year_address(year: int, municipality: str = "") -> str:
    """Return the address of a year of a municipality, or of the whole region."""
    return f"{YEARS}{municipality}-{year}/" if municipality else f"{YEARS}{year}/"


def earlier_years_address(municipality: str) -> str:
    """Return the address of a municipality's earlier years with few dates: ``vuosi/vimpeli-aiemmat/``."""
    return f"{YEARS}{municipality}-aiemmat/"


def year_anchor(year: int | str) -> str:
    """Return the anchor of a year on a page of several."""
    return f"vuosi-{year}"


def event_feed(event_id: str) -> str:
    """Return the path of one event's own calendar file."""
    return f"{EVENTS}{event_id}/{event_id}.ics"


def print_file(event_id: str, size: str) -> str:
    """Return the path of a poster (``a4``, ``a5``) or of the picture of an event (any other size)."""
    name = f"juliste-{size}.pdf" if size in ("a4", "a5") else "kuva.png"
    return f"{EVENTS}{event_id}/{name}"


#: The site's pictures among apps: path -> dots of a side, and whether a system may cut its corners.
ICONS: Final = {
    f"{ASSETS}kuvake-192.png": (192, "any"),
    f"{ASSETS}kuvake-512.png": (512, "any"),
    f"{ASSETS}kuvake-rajattava.png": (512, "maskable"),
}
#: The picture that is shown beside a link to any page that has none of its own.
COMMON_PREVIEW: Final = f"{ASSETS}esikatselu.png"


def preview_file(event_id: str) -> str:
    """Return the path of the picture that is shown beside a link to an event."""
    return f"{EVENTS}{event_id}/esikatselu.png"


def board_file(municipality: str) -> str:
    """Return the path of the sheet of a municipality's coming weeks: ``kunnat/vimpeli/ilmoitustaululle.pdf``."""
    return f"{FOLDERS[Kind.MUNICIPALITY]}{municipality}/ilmoitustaululle.pdf"


def practice_file(practice: str) -> str:
    """Return the path of the sheet of a practice: ``kaytannot/kumppanuuspoyta/arkki.pdf``."""
    return f"{FOLDERS[Kind.PRACTICE]}{practice}/arkki.pdf"


def month_file(year: int, month: int) -> str:
    """Return the path of the sheet of a month: ``kalenteri/2027-05/kuukausi.pdf``."""
    return f"{month_address(year, month)}kuukausi.pdf"


def feed(group: str = "", name: str = "") -> str:
    """Return the path of a feed: ``ical/kaikki.ics``, ``ical/kunta/vimpeli.ics``."""
    return f"{FEEDS}{group}/{name}.ics" if group else f"{FEEDS}kaikki.ics"


#: The feed of dates that are reserved and not confirmed.
HOLDS_FEED: Final = f"{FEEDS}alustavat.ics"


def series_feed(name: str) -> str:
    """Return the path of the feed of a series: ``ical/sarja/kuoro-2027.ics``."""
    return feed("sarja", name)


def channel_feed(name: str) -> str:
    """Return the path of the feed of what a channel is to tell: ``ical/kanava/paikallislehti.ics``."""
    return feed("kanava", name)


def channel_address(name: str, issue: str = "") -> str:
    """Return the address of a channel's page, or of one of its issues: ``kanavat/paikallislehti/2027-05-19/``."""
    return f"{CHANNELS}{name}/{issue}/" if issue else f"{CHANNELS}{name}/"


def due_feed(name: str) -> str:
    """Return the path of the calendar of a channel's due times: ``ical/maaraajat/paikallislehti.ics``."""
    return feed("maaraajat", name)


def archive_feed(year: int, part: int = 1) -> str:
    """Return the path of a year's archive: ``ical/arkisto/2018.ics``, and ``2018-2.ics`` where one is too small."""
    return feed("arkisto", str(year) if part == 1 else f"{year}-{part}")


def news(group: str, name: str, suffix: str) -> str:
    """Return the path of a feed of news: ``syotteet/kaikki.atom``, ``syotteet/kunta/vimpeli.json``."""
    return f"{NEWS}{group}/{name}.{suffix}" if group else f"{NEWS}kaikki.{suffix}"


def own_calendar(group: str, name: str) -> str:
    """Return the address of the page from which one calendar is subscribed to: ``tilaa/kunta-vimpeli/``."""
    return f"{SUBSCRIBE}{group}-{name}/"


#: The folder of feeds for each kind that has its own.
FEED_GROUPS: Final[dict[Kind, str]] = {kind: KINDS[kind].feeds for kind in Kind if KINDS[kind].feeds}


def moved(this_year: int) -> tuple[tuple[str, str], ...]:
    """Return the pages that have moved: the end of their old address, as a pattern of JavaScript, and the new one.

    Where the first has no page, the next is tried.
    """
    ahead = "|".join(str(this_year + n) for n in range(1, YEARS_AHEAD + 1))
    return (
        (f"{YEARS}(.+)-({ahead})/", f"{year_address(this_year, '$1')}#{year_anchor('$2')}"),
        (rf"{YEARS}(.+)-(\d{{4}})/", f"{earlier_years_address('$1')}#{year_anchor('$2')}"),
        (f"{IDEA_OUTCOMES}[^/]+/", IDEA_OUTCOMES),
    )
