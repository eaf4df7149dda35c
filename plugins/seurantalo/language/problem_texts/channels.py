"""The words of problems with channels and with the ledger of what was told."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
CHANNELS: Final[Mapping[str, tuple[str, str]]] = {
    "announcement-key-unclear": (
        "“{found}” is not an event’s short name and a day.",
        "Write the name of the event’s file and the day: spring-concert 2027-05-29.",
    ),
    "announcement-of-no-channel": (
        "There is no channel “{found}”, so nothing counts as sent.",
        "Move the file into the folder “{right}”.",
    ),
    "announcement-of-no-issue": (
        "The channel has no issue “{found}”, so nothing counts as sent.",
        "Name the file after the issue, as on the page of the channel: {right}.yml.",
    ),
    "announcement-sent-unclear": (
        "“{found}” does not tell when it was sent.",
        "Write the day and the hour: 17.5.2027 at 9:12. Or: sending, failed: why, unclear.",
    ),
    "announcement-without-channel": (
        "The file does not lie in the folder of a channel.",
        "Move it into the folder of its channel: content/announcements/paikallislehti/2027-05-19.yml.",
    ),
    "channel-appears-unclear": (
        "“{found}” names no day of the week.",
        (
            "Write the days of the week: on Wednesdays, or Mon and Thu. Issues on other days are listed by "
            "their dates in “{fields}”."
        ),
    ),
    "channel-covers-needs-issues": (
        "Until the next issue: but the channel does not say when it appears.",
        "Add one of these: {fields}. Or name the days: next week, Fri–Sun.",
    ),
    "channel-covers-unclear": (
        "It is not clear from “{found}” which days an issue tells about.",
        "Write one of these: until the next issue, next week, next month, or days of the week: Fri–Sun.",
    ),
    "channel-deadline-after-issue": (
        "The deadline {found} comes after the issue of {day}.",
        "Check both days.",
    ),
    "channel-deadline-behind-issue": (
        "By “{found}” the issue is out already ({weekday}).",
        "A deadline comes before its issue.",
    ),
    "channel-deadline-needs-issues": (
        "“{found}” counts from the issue, but the channel does not say when it appears.",
        "Add one of these: {fields}. Or count from the event: 7 days before the event.",
    ),
    "channel-deadline-no-such-hour": (
        "There is no hour “{found}”.",
        "Hours go from 0 to 23 and minutes from 00 to 59. Without an hour the whole day counts.",
    ),
    "channel-deadline-of-event": (
        "“{found}” counts from the event, but the channel has issues.",
        (
            "Count from the issue: Tuesday of the week before. From the event these can be counted: 7 days "
            "before the event, the Thursday before the event."
        ),
    ),
    "channel-deadline-of-screen": (
        "A channel of this type shows the calendar as it is, so it has no deadline.",
        "Remove the line: an event that comes late is there at once.",
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
    "channel-exception-without-issue": (
        "There is no issue on {day}.",
        (
            "An exception changes the deadline of an issue: write the day on which that appears."
            " If an issue comes out on another day, add its usual one: “instead_of: 22.12.2027”."
        ),
    ),
    "channel-exceptions-need-issues": (
        "There are exceptions, but the channel does not say when it appears.",
        "Add one of these: {fields}. Or leave the line out.",
    ),
    "channel-issue-twice": (
        "The issue of {day} stands here twice; the first one is on line {line}.",
        "Keep just one.",
    ),
    "channel-issues-end": (
        "The last issue of the list is that of {day}.",
        "Ask the channel for the days of the next issues, and add them.",
    ),
    "channel-issues-order": (
        "The issue of {day} stands below that of {above}.",
        "Is the day right? Issues are read in the order of their days.",
    ),
    "channel-no-such-template": (
        "There is no template “{found}”.",
        "Choose one of these: {known}. One of your own goes to templates/channels/.",
    ),
    "channel-regional-id": (
        "“{found}” cannot be an id of the regional calendar.",
        "Its ids have a source and a colon: yso:p1808, tprek:7254.",
    ),
    "channel-regional-unknown": (
        "“{found}” is none of ours ({kind}).",
        "Write the short name that stands in your own files.",
    ),
    "channel-secret": (
        ("“{found}” looks like a password or a key. Everybody can read this file, and its history does not forget."),
        (
            "Have the service give you a new one, take this one out of use, and put the new one into the "
            "secrets of the repository: {variable}."
        ),
    ),
    "expected-lines": (
        "“{field}” holds a name and its text on each line.",
        "Write each on a line of its own below “{field}”, indented by two spaces: name: text.",
    ),
}
