"""What a site decides for itself. Every option has a default; the sentence below it is its documentation."""

from __future__ import annotations

from dataclasses import field
from typing import Any

from seurantalo.frozen import dataclass


def _number(default: int, *, least: int = 0, most: int | None = None) -> Any:  # noqa: ANN401 (as dataclasses.field)
    """Return a field of whole numbers from ``least`` to ``most``."""
    return field(default=default, metadata={"least": least, "most": most})


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalCalendar:
    """A calendar of somebody else whose events the site shows as theirs (see the command ``fetch``)."""

    key: str
    """Its id: the folder of its snapshot, and the beginning of its events' ids. Never change it."""
    name: str
    """What people call it; stands by its events."""
    url: str
    """The address of its iCalendar file. It may be a secret one: no page shows it."""
    organisation: str
    """The id of the association that arranges what names no other."""
    page: str = ""
    """Where people may read it."""
    municipality: str = ""
    """The id of the municipality of events whose place isn't known. Default: the association's."""
    venue: str = ""
    """The id of the venue of events that name no place."""
    most: int = 500
    """The largest number of its events."""
    demo: bool = False
    """It is invented for a demonstration."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of a site, as they stand under ``plugins: - seurantalo:`` in ``mkdocs.yml``.

    Days and hours are whole numbers in the site's zone; sizes are in bytes.

    >>> Settings(calendar_id="jarviseutu").setup_margin
    30
    """

    language: str = "fi"
    """The language of the site's own words: fi, sv or en."""

    languages: str = ""
    """The languages in which the site can be read, with spaces between them, the main one first: ``fi sv en``.

    Pages in the main one keep their addresses; those in others stand in folders of their own: ``sv/``. Default: the
    one that ``language`` names, and no folder.
    """

    search: str = "own"
    """The search of the site: own knows how words are inflected, theme is the one that the theme brings."""

    timezone: str = "Europe/Helsinki"
    """The zone of every time that names no other."""

    events_folder: str = "events"
    """The folder of event files, relative to the project; records of all other kinds are in ``docs_dir``."""

    # Where UIDs change (RFC 7986, 5.3), apps take every event for a new one.
    calendar_id: str = ""
    """The permanent name of this calendar, part of every event's UID: never change it. Default: ``site_name``."""

    today: str = ""
    """The day that counts as today (2027-05-01). Default: the real day in the site's zone."""

    horizon_days: int = _number(730, most=3_660)
    """How many days ahead repeating events are carried on where their rule has no end of its own."""

    setup_margin: int = _number(30, most=1_440)
    """Minutes that a venue needs between two events, where the venue says nothing itself."""

    assumed_hours: int = _number(2, least=1, most=24)
    """Hours that an event is taken to last where neither the file nor its format tells."""

    evening_starts: int = _number(16, most=23)
    """The hour from which an event counts as an evening event."""

    evening_ends: int = _number(22, most=24)
    """The last hour at which an event that starts still counts as an evening event."""

    near_miss_days: int = _number(3, most=31)
    """Days between two like events in one municipality within which they are mentioned together."""

    near_miss_days_major: int = _number(7, most=31)
    """The same where one of the two is a major event."""

    load_population: int = 5_000
    """Municipalities with fewer inhabitants than this are small when the load of a day is weighed."""

    load_small: int = 2
    """Non-routine events that a small municipality carries on one day."""

    load_large: int = 4
    """Non-routine events that a larger municipality carries on one day."""

    load_weekend_small: int = 3
    """Non-routine events that a small municipality carries on one weekend."""

    load_weekend_large: int = 6
    """Non-routine events that a larger municipality carries on one weekend."""

    longest_break: int = 16
    """Days of a school break beyond which it is the summer, when things are meant to happen."""

    standing_days: int = _number(8, least=2, most=31)
    """From this many days on, an event is there all the time: it keeps nobody from anything else."""

    broad_audiences: str = "aikuiset"
    """Ids of audiences that nearly everybody belongs to, with spaces between them, beside the topmost one of all.

    Two events for such an audience take people from each other only while both are on.
    """

    kin_audiences: str = "lapset lapsiperheet"
    """Ids of audiences who come together, with spaces between them: children with their families."""

    duplicate_likeness: int = _number(90, least=50, most=100)
    """Per cent of equal letters from which on two titles are nearly the same."""

    clash_dates: int = _number(5, least=1)
    """Days that one clash lists; the rest is a number."""

    clash_notes: int = _number(3, least=1)
    """Mere remarks in which one event may have part, unless its partner has fewer."""

    pairs_per_day: int = _number(2_000, least=1)
    """Pairs of events that are compared in one place on one day: some sixty events at once. The rest is counted."""

    free_lead_days: int = _number(7, most=365)
    """Days from today within which no free day is proposed: people need time to hear of an event."""

    free_hours: int = _number(3, least=1, most=24)
    """Hours in one piece that make an evening or a morning free where nobody asks for another length."""

    rules_off: str = ""
    """Codes of rules about clashes that are not heard, with spaces between them: ``near-miss load``.

    Pages of free days weigh days without these rules: the event has no time, place or people yet.
    """

    # Counted back from the first of the month: the window moves once a month and not every night.
    feed_past_days: int = 180
    """Days of the past that calendar feeds keep."""

    feed_events: int = 1_000
    """The largest number of events in one feed."""

    # Google Calendar gives up at a megabyte.
    feed_bytes: int = 900_000
    """The largest size of one feed."""

    cancelled_days: int = 30
    """Days that a cancelled event stays in the feeds after its end, so that apps learn of it."""

    cancelled_as_confirmed: bool = False
    """Send cancelled events as confirmed ones with a prefix, because Google hides those marked cancelled."""

    search_past_days: int = 365
    """Days of the past whose events can be found by the search."""

    previews: int = _number(60, most=10_000)
    """How many coming events, the next first, have a picture of their own where links to them are shared; 0: no
    pictures at all."""

    embeds: bool = True
    """Make pages that others show in frames on their own sites, and the page that tells how (``upota/``).

    Where it is off, take ``upota/index.md`` out of ``nav`` too.
    """

    offline: bool = True
    """Let devices keep the calendar and the coming weeks of a municipality for where there is no coverage.

    Where it is switched off, devices throw away what they have kept; take ``ilman-yhteytta/index.md`` out of ``nav``.
    A file ``manifest.webmanifest`` of the site's own, with its own name and pictures, goes before ours.
    """

    shells: bool = True
    """Fill the many event pages into one finished page; off, each goes through MkDocs with the same result."""

    editor_email: str = ""
    """The role address of the editors, to whom proposals can be sent: toimitus@region.example.org. ``""``: none."""

    forge: str = ""
    """Where the files are kept: github, forgejo, gitlab or none. Default: what ``repo_url`` says."""

    proposal_endpoint: str = ""
    """An https address that takes proposals by POST, for sites that have a server for it. ``""``: none."""

    external_calendars: tuple[ExternalCalendar, ...] = ()
    """Calendars of others, each by a name of its own, with ``name``, ``url`` and ``organisation`` at least."""

    @property
    def other_languages(self) -> tuple[str, ...]:
        """The languages of the site besides its main one.

        >>> Settings(languages="fi sv en").other_languages, Settings().other_languages
        (('sv', 'en'), ())
        """
        return tuple(code for code in self.languages.replace(",", " ").split() if code != self.language)
