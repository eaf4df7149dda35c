"""The words of problems with dates and times."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
TIMES: Final[Mapping[str, tuple[str, str]]] = {
    "calendar-cut": (
        "Of {total} events of the calendar “{title}” {kept} fit into its file: apps give up at larger ones.",
        "The rest are in narrower calendars and in open data. A shorter past makes room (the option feed_past_days).",
    ),
    "clash-agreement-lapsed": (
        "The clash with “{other}” must be agreed on again: date, place or audience has changed since.",
        "Agree again, and write a new reason (why) or the day when you agreed (agreed).",
    ),
    "date-known-and-unknown": (
        "The event has a start, but the date is also said to be unknown.",
        "Keep the start, or keep “{field}”; not both.",
    ),
    "date-not-unknown": (
        "“{found}” is not understood here.",
        "This field is only for events without a date: “unknown”. A known date goes to “starts”.",
    ),
    "date-of-two-days": (
        "“{found}” can mean two days.",
        "Write the one that is right: {either} or {other}.",
    ),
    "date-without-year": (
        "The date “{found}” has no year.",
        "Write the year too.",
    ),
    "day-with-time": (
        "Only a day is wanted here, but “{found}” has a time.",
        "Write the day alone: {right}.",
    ),
    "days-with-hour": (
        "“{found}” has one time for several days.",
        "Daily: starts: {starts}, repeats: daily until {until}. Without a break: write its end too, ends: {ends}.",
    ),
    "days-with-hours": (
        "“{found}” can mean two things.",
        "Daily: starts: {first}, repeats: daily until {until}. Without a break: starts: {starts}, ends: {ends}.",
    ),
    "end-without-time": (
        "The start has a time, but the end “{found}” has none.",
        "Give the end a time as well: klo 20, or leave the end out.",
    ),
    "ends-at-start": (
        "The end {ends} is the same moment as the start.",
        "Leave the end out, or write when it ends.",
    ),
    "ends-before-start": (
        "The end ({ends}) is not after the start ({starts}).",
        "Check both; the end must come later.",
    ),
    "event-too-long": (
        "The event would last from {starts} to {ends}, more than a year.",
        "Check the year. For something that goes on, use the repetition.",
    ),
    "far-ahead": (
        "The event would be in the year {found}, {years} years from now.",
        "Check the year.",
    ),
    "hold-expired": (
        "The date was reserved for “{title}” until {until}. That has run out, so the event has left the calendar.",
        "Confirm the event (status: confirmed), reserve the date for longer, or delete the file.",
    ),
    "hold-not-tentative": (
        "“{field}” means something only for a tentative event.",
        "Set the status to tentative, or remove the field.",
    ),
    "hold-without-end": (
        "A tentative event must say how long the date is reserved.",
        "Add hold_until: the last day of the reservation.",
    ),
    "hour-without-day": (
        "“{found}” is a time, but the day is missing.",
        "Write the day too, for example 1.5.2027 klo 18.",
    ),
    "length-in-days": (
        "“{found}” is a number of days, but the start has a time.",
        "Write when it ends, with a time, in place of this line: ends: {right} klo 16.",
    ),
    "length-unlike-end": (
        "The length “{found}” does not lead to the end {ends}.",
        "Keep the one that is right.",
    ),
    "midnight-as-24": (
        "“{found}”: there is no 24 o'clock.",
        "Write {right}.",
    ),
    "moment-read-so": (
        "“{found}” was read as {right}.",
        "If that is right, you need not do anything.",
    ),
    "moment-with-end": (
        "“{found}” holds both a start and an end.",
        "Give each its own field, for example starts: 1.5.2027 klo 18 and ends: klo 20.",
    ),
    "moment-with-zone": (
        "“{found}” names a time zone.",
        "Write {right}. If that is not the site's own time, add its zone, for example timezone: UTC.",
    ),
    "month-without-day": (
        "“{found}” names a month, but no day.",
        "While the day is not known, the month has a field of its own.",
    ),
    "moved-nowhere": (
        "The event is moved, but its planned start is its start: {starts}.",
        "Write in planned_starts the date that was announced first.",
    ),
    "moved-without-plan": (
        "A moved event must say when it was to be.",
        "Add planned_starts: the date that was announced first.",
    ),
    "needs-start": (
        "“{field}” means nothing without a start.",
        "Add the start, or remove this field.",
    ),
    "no-such-day": (
        "There is no such day: “{found}”.",
        "Check the day and the month.",
    ),
    "no-such-time": (
        "There is no such time: “{found}”.",
        "Hours go from 0 to 23, minutes from 0 to 59: 18.30.",
    ),
    "not-a-length": (
        "“{found}” is not understood as a length of time.",
        "Write for example 2 h, 90 min or 3 days.",
    ),
    "not-a-moment": (
        "“{found}” is not understood as a date.",
        "Write for example 1.5.2027 klo 18, or 1.5.2027 for a whole day.",
    ),
    "not-a-month": (
        "“{found}” is not a month.",
        "Write for example 2027-05.",
    ),
    "not-a-period": (
        "“{found}” is not a period.",
        "Write for example 1.3.–7.3.2027 or 10/2017–12/2018.",
    ),
    "not-a-time": (
        "“{found}” is not a time of day.",
        "Write for example 18 or 18.30.",
    ),
    "outcome-before-event": (
        "The event is on {starts}, still to come, but it already has an outcome.",
        "Check the date, or add the outcome when the event has been held.",
    ),
    "postponed-with-date": (
        "What is postponed has no new date yet, but here are both an old and a new one.",
        "If the new date is known, write status: moved. If not, keep only the old one.",
    ),
    "several-days": (
        "Only one day is wanted here, but “{found}” is several.",
        "Write each day by itself, in a list: [1.5.2027, 8.5.2027].",
    ),
    "several-moments": (
        "Only one moment is wanted here, but “{found}” is several.",
        "Write one here. The dates of an event that is held several times go to dates.",
    ),
    "start-at-24": (
        "“{found}” is the midnight between {before} and {after}.",
        "Write the day that begins then: {right} klo 0.",
    ),
    "start-without-time": (
        "The end “{found}” has a time, but the start has none.",
        "Give the start a time as well.",
    ),
    "starts-missing": (
        "The event has no start.",
        "Add starts: 1.5.2027 klo 18. If the day is not known yet, write date: unknown, or month: 2027-05.",
    ),
    "starts-unlike": (
        "“{found}” and “{other}” say different things of when the event begins.",
        "Keep the one that is right.",
    ),
    "time-comes-twice": (
        "The time {found} comes twice, because the clocks are turned back; the first is meant.",
        "If the second is meant, choose a time outside that hour.",
    ),
    "time-does-not-exist": (
        "The time {found} does not exist: the clocks are put forward that night.",
        "Choose a time before {before} or from {after} on.",
    ),
    "unknown-zone": (
        "There is no time zone “{found}”.",
        "Write for example Europe/Stockholm.",
    ),
    "unknown-zone-near": (
        "There is no time zone “{found}”.",
        "Did you mean “{near}”?",
    ),
    "event-in-past": (
        "The event is new here, and over already: {when}.",
        "If you write down what was held, you need do nothing. Else check the year.",
    ),
    "wrong-weekday": (
        "{date} is a {weekday}, not “{found}”.",
        "If the date is right, write: {either}. If the {meant} is right, write: {other}.",
    ),
}
