"""The words of problems with channels and with the ledger of what was told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
CHANNELS: Final[Mapping[str, tuple[str, str]]] = {
    "announcement-key-unclear": (
        "“{found}” is not an event’s short name and a day.",
        "Write the name of the event’s file and the day: kevatkonsertti 2027-05-29.",
    ),
    "announcement-sent-unclear": (
        "“{found}” does not tell when it was sent.",
        "Write the day and the hour: 17.5.2027 klo 9.12. Or: lähettämässä, epäonnistui: syy, epäselvä.",
    ),
    "announcement-without-channel": (
        "The file does not lie in the folder of a channel.",
        "Move it into the folder of its channel: content/announcements/paikallislehti/2027-05-19.yml.",
    ),
    "channel-appears-unclear": (
        "“{found}” names no day of the week.",
        (
            "Write the days of the week: keskiviikkoisin, or ma ja to. Issues on other days are listed by "
            "their dates in “{fields}”."
        ),
    ),
    "channel-covers-unclear": (
        "It is not clear from “{found}” which days an issue tells about.",
        ("Write one of these: seuraavaan numeroon, seuraava viikko, seuraava kuukausi, or days of the week: pe–su."),
    ),
    "channel-deadline-no-such-hour": (
        "There is no hour “{found}”.",
        "Hours go from 0 to 23 and minutes from 00 to 59. Without an hour the whole day counts.",
    ),
    "channel-deadline-read-so": (
        "“{found}” is read as a day of the month before.",
        "Write it out, so that nobody is left guessing.",
    ),
    "channel-deadline-unclear": (
        "No day can be counted from “{found}”.",
        "Words that fit no form can stand in “{fields}”: they are shown as they are.",
    ),
    "channel-deadline-words": (
        "No day can be counted from “{found}”.",
        "Write for example: {right}. Or move the words to “{fields}”: they are shown as they are.",
    ),
    "expected-lines": (
        "“{field}” holds a name and its text on each line.",
        "Write each on a line of its own below “{field}”, indented by two spaces: name: text.",
    ),
}
