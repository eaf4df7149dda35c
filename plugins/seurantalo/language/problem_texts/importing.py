"""The words of problems with foreign calendars: importing and fetching."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
IMPORTING: Final[Mapping[str, tuple[str, str]]] = {
    "download-bad-address": (
        "The address “{found}” can't be used.",
        "Give an address that begins with https://, without a user name or a password in it.",
    ),
    "download-cut-off": (
        "The connection to {host} broke off in the middle of the calendar.",
        "Try again in a while.",
    ),
    "download-no-answer": (
        "{host} does not answer: {found}.",
        "Check the address, and that the network works; try again in a while.",
    ),
    "download-private": (
        "{host} is not on the public internet, so nothing is fetched from it.",
        "Give a public address, or save the calendar as a file and import the file.",
    ),
    "download-redirects": (
        "The address leads on from one to another without end.",
        "Open it in a browser and give the address that you end up at.",
    ),
    "download-status": (
        "{host} refuses to give the calendar (HTTP {status}).",
        "Check that the calendar is public and that its address is whole.",
    ),
    "download-too-large": (
        "The calendar at {host} is larger than {limit} MB.",
        "Ask its keeper for a calendar of coming events only.",
    ),
    "download-too-slow": (
        "{host} did not give the calendar in {limit} seconds.",
        "Try again in a while.",
    ),
    "fetch-forgotten": (
        "This folder holds events of a calendar that is no longer listed in mkdocs.yml.",
        "Delete the folder, or list the calendar under external_calendars.",
    ),
    "fetch-kept": (
        "“{name}” was not renewed. The last good snapshot stays: {count} events.",
        "The site is built from the snapshot, so nothing is missing from it. The next fetch tries again.",
    ),
    "fetch-shrunken": (
        "“{name}” had {before} coming events, and now only {after}.",
        "That looks like a mistake at its end. If it is right, run: seurantalo fetch {key} --accept-fewer",
    ),
    "fetch-unknown-record": (
        "The settings of the calendar “{key}” have the short name “{found}”, which is not found ({kind}).",
        "Correct the short name under external_calendars in mkdocs.yml.",
    ),
    "import-a-part": (
        "The calendar has only {count} of the {all} coming events that were imported from it before.",
        "It looks like a part of the calendar, so nothing is said of the others.",
    ),
    "import-bad-rule": (
        "The repetition of “{title}” can't be understood: {found}.",
        "Write this event by hand.",
    ),
    "import-bad-time": (
        "“{title}” has a date or time that is none: {found}.",
        "Write this event by hand.",
    ),
    "import-bounded": (
        "The calendar has {count} events, and only {limit} are taken.",
        "Those that are over go first, then those that are farthest ahead.",
    ),
    "import-categories": (
        "These categories are neither themes nor audiences here: {found}.",
        "Add them as aliases in content/vocabulary if they are of use.",
    ),
    "import-changed": (
        "“{title}” is different in the calendar now. File: {old}. Calendar: {new}.",
        "Write it yourself, or give the same command the option --update.",
    ),
    "import-changed-by-hand": (
        "“{title}” is different in the calendar, and its file was changed by hand. File: {old}. Calendar: {new}.",
        "The file stays as it is. Where the calendar is right, write its words into the file.",
    ),
    "import-contact-removed": (
        "A telephone number, an e-mail address or an identity code was left out of “{title}”.",
        "Contacts belong to the association's own page, as a role. See whether the text still makes sense at “…”.",
    ),
    "import-cut-off": (
        "The calendar ends before its end (END:VCALENDAR is missing).",
        "Something was lost on the way. Fetch or save the file again.",
    ),
    "import-date-apart": (
        "{date} of “{title}” became an event of its own.",
        "It does not fit into the series: its day is not one of the series' days, or clocks change that night.",
    ),
    "import-dates-left-out": (
        "“{title}” lists more dates under {found} than can be read. The last ones were left out.",
        "Compare its dates with the original.",
    ),
    "import-description-of-date": (
        "“{title}” has a text of its own on {date}, which was left out.",
        "If it matters, write it to that date as a note.",
    ),
    "import-differs": (
        "“{title}” is different in the calendar and in its file. File: {old}. Calendar: {new}.",
        (
            "The file was not imported from it, so it stays. Where the calendar is right, write its words into "
            "the file."
        ),
    ),
    "import-duplicate": (
        "“{title}” looks like “{other}” ({path}) on {date}: one event, written twice?",
        "If they are one event, leave it so. If they are two, give the option --with-duplicates.",
    ),
    "import-encoding": (
        "The calendar is not in UTF-8; it was read as Windows-1252.",
        "Check that å, ä and ö are shown right.",
    ),
    "import-end-dropped": (
        "“{title}” ends before it starts. The end was left out.",
        "Its length is then taken from its form. Write the end if you know it.",
    ),
    "import-end-unlike-start": (
        "“{title}” has a time at one end and a whole day at the other ({found}). The end was left out.",
        "Write the end if you know it.",
    ),
    "import-entry-too-large": (
        "“{title}” is too large to be an event.",
        "Write this event by hand.",
    ),
    "import-gone": (
        "“{title}” is no longer in the calendar.",
        "If it is cancelled, write so into the file. If it never was, delete the file.",
    ),
    "import-hold-guessed": (
        "The date of “{title}” is not confirmed. It is reserved until {date}.",
        "A date that is not confirmed needs a day on which the reservation ends. Change it, or confirm the event.",
    ),
    "import-left-out": (
        "Left out of the calendar: {found}.",
        "People, files and alarms are not carried over.",
    ),
    "import-moment": (
        "“{title}” ends at the moment it starts. Only the start was kept.",
        "Calendars show it with the usual length of its form. Write the end if it has one.",
    ),
    "import-no-dates": (
        "All dates of “{title}” are left out in the calendar itself.",
        "Delete it from the calendar, or write by hand when it is.",
    ),
    "import-no-organiser": (
        "Nobody knows who arranges “{title}”.",
        "Name the association by its short name: --organisation savonjarven-kylayhdistys",
    ),
    "import-no-start": (
        "“{title}” has no start.",
        "Write this event by hand.",
    ),
    "import-not-a-calendar": (
        "This is not a calendar file.",
        "A calendar file begins with BEGIN:VCALENDAR; its name usually ends in .ics.",
    ),
    "import-not-carried": (
        "Part of “{title}” can't be carried over: {found}.",
        "Compare its dates and places with the original.",
    ),
    "import-not-events": (
        "The calendar also holds what is no event: {found}.",
        "Only events are imported.",
    ),
    "import-own-plain": (
        "The text of “{title}” can't be taken as it is written; it became plain text.",
        "It may link to what is not here. Compare it with the original.",
    ),
    "import-own-unknown": (
        "Events name what is not here, and it was left out: {found}.",
        "Where there is such a record here under another short name, write that.",
    ),
    "import-own-unread": (
        "“{found}” of “{title}” can't be read, and was left out.",
        "Compare it with the original, and write it by hand.",
    ),
    "import-place-unknown": (
        "The place “{found}” of “{title}” is not among our venues. It stands in the description.",
        "Add the venue to content/venues, and import again with the option --update.",
    ),
    "import-room-unknown": (
        "The room “{found}” of “{title}” is not among those of {venue}. It was left out.",
        "Add the room to the venue's file, and import again with the option --update.",
    ),
    "import-seconds-dropped": (
        "“{title}” has a time with seconds, {found}. The seconds were left out.",
        "Times are told to the minute. Check that it is still right.",
    ),
    "import-secret": (
        "Private entries of the calendar were left out: {found}.",
        "If they are public events, make them public in the calendar.",
    ),
    "import-text-cut": (
        "A text of “{title}” is so long that its end was left out.",
        "Write the main things; the rest can be behind a link.",
    ),
    "import-time-moved": (
        "“{title}” is at {found}, when clocks are moved ahead. That hour does not exist, so it became {right}.",
        "Check the time.",
    ),
    "import-too-frequent": (
        "“{title}” repeats more often than daily: {found}.",
        "Write this event by hand.",
    ),
    "import-too-large": (
        "The calendar is larger than {limit} MB.",
        "Save a part of it, for example one year.",
    ),
    "import-too-many": (
        "The calendar has more than {limit} entries. What comes after this was left out.",
        "Save a part of it, for example one year.",
    ),
    "import-too-many-dates": (
        "“{title}” repeats more than {limit} times. That is the largest number of dates that are shown.",
        "Give the repetition an end.",
    ),
    "import-took-too-long": (
        "Reading the calendar took too long, so it was stopped.",
        "Save a part of it, for example one year.",
    ),
    "import-uid-twice": (
        "Two entries say that they are “{title}”. The latest version was taken.",
        "Check that it is the right one.",
    ),
    "import-unexpected": (
        "“{title}” can't be read ({found}).",
        "Write this event by hand.",
    ),
    "import-unknown-zone": (
        "The time zone of “{title}” is not certain: {found}.",
        "An hour's mistake is worse than a missing event. Write this event by hand.",
    ),
    "import-untitled": (
        "An event has no title. It is now called “{name}”.",
        "Give it a name.",
    ),
    "import-updated": (
        "“{title}” was changed as the calendar has it. Before: {old}. Now: {new}.",
        "The rest of the file is as it was.",
    ),
    "import-utc-kept": (
        "The times of “{title}” are in UTC over a change of the clocks: first {found}, later {other}. So they stay.",
        "If it is at the same hour all along, write the event by hand.",
    ),
    "import-utc-series": (
        "The times of “{title}” are in UTC over a change of the clocks. It was read as {found} on every date.",
        "To the letter some dates would be at {other}. If that is right, change the times.",
    ),
    "import-value-type": (
        "“{title}” has a date that is marked as what it is not: {found}. It was read as what it looks like.",
        "Check whether it is a whole day or has a time.",
    ),
    "import-web-page": (
        "This is a web page, not a calendar.",
        (
            "Look for an address in “iCal” or “ICS” form. In Google Calendar: Settings, the calendar, Integrate "
            "calendar, Public address in iCal format."
        ),
    ),
    "import-whole-days": (
        "“{title}” is from midnight to midnight ({found}). It became a whole day.",
        "If it has a time, write it to the start and the end.",
    ),
}
