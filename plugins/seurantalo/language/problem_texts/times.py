"""The words of problems with dates, times and repetition."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
TIMES: Final[Mapping[str, tuple[str, str]]] = {
    "change-of-nothing": (
        "The change of {date} changes nothing.",
        "Write what is different, for example status: cancelled, or remove the change.",
    ),
    "change-of-one-and-all": (
        "A change is either of one date or from a day on.",
        "Keep the day, or keep “from”; not both.",
    ),
    "change-of-two-dates": (
        "The event has two dates on {date}, so a new time can't be given for one of them.",
        "Write the day under “except” in one rule, and the new time under “also”.",
    ),
    "change-twice": (
        "The date {date} is changed twice.",
        "Put both changes into one entry.",
    ),
    "changes-without-repeats": (
        "Changes to single dates need a repeating event.",
        "Add the repetition, or change the start of the event itself.",
    ),
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
    "date-twice": (
        "The date {date} is written twice.",
        "Leave one of them out.",
    ),
    "date-without-year": (
        "The date “{found}” has no year.",
        "Write the year too.",
    ),
    "dates-overlap": (
        "“{title}” begins again on {date}, before the date before has ended ({ends}).",
        "Check the end and the repetition. The end is that of one date.",
    ),
    "day-with-time": (
        "Only a day is wanted here, but “{found}” has a time.",
        "Write the day alone: {right}.",
    ),
    "days-not-with-every": (
        "Days (“{found}”) can't be combined with “{every}”.",
        "Days go with weeks or months: every: week, on: [tue].",
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
    "extra-date-unlike-start": (
        "All dates of an event have a time, or none has: “{found}” is unlike the first.",
        "Write for example 3.3.2027 klo 18, or for whole days 3.3.2027. An event can't have both.",
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
    "months-without-day": (
        "Some months have no day {day}, and the event is not held in them: {months}.",
        "The last day of every month is written so: on: [last day]. Another day of those months goes to “also”.",
    ),
    "months-without-weekday": (
        "Some months have no fifth {weekday}, and the event is not held in them: {months}.",
        "If the last one of the month is meant, write so: on: [last {weekday}].",
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
    "no-date-from": (
        "The event has no date from {date} on.",
        "Check the day and the end of the repetition.",
    ),
    "no-date-that-day": (
        "The event has no date on {date} by its repetition.",
        "Write the day that the repetition gives: {near}.",
    ),
    "no-date-those-days": (
        "The event has no date by its repetition on these days: {dates} … They are {count} in all.",
        "Write days that the repetition gives. Nearest to the first: {near}.",
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
    "not-a-repeat-day": (
        "“{found}” is not a day to repeat on.",
        "Write for example tue, 1. tue, last sun, last day, or 15. for a day of the month.",
    ),
    "not-a-time": (
        "“{found}” is not a time of day.",
        "Write for example 18 or 18.30.",
    ),
    "not-an-interval": (
        "“{found}” does not say how often.",
        "Write for example week, 2 weeks, month or every second Tuesday.",
    ),
    "nothing-left": (
        "“{title}” has no date left: all that the repetition gives are left out.",
        "Check the days that are left out, and how often it is held. A cancelled event: status: cancelled.",
    ),
    "nth-in-week": (
        "“{found}” names a week of the month, but the event repeats by weeks.",
        "Write every: month, or plain weekdays.",
    ),
    "only-leap-years": (
        "The day comes only in leap years: the dates after the first are {dates}.",
        "If it is held every year, write rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 (the last day of February).",
    ),
    "outcome-before-event": (
        "The event is on {starts}, still to come, but it already has an outcome.",
        "Check the date, or add the outcome when the event has been held.",
    ),
    "postponed-with-date": (
        "What is postponed has no new date yet, but here are both an old and a new one.",
        "If the new date is known, write status: moved. If not, keep only the old one.",
    ),
    "repetition-shortened": (
        "“{title}” repeats so often that only its latest {kept} dates are kept.",
        "Give the repetition an end.",
    ),
    "rule-frequency": (
        "The rule “{found}” has no usable FREQ.",
        "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.",
    ),
    "rule-gives-nothing": (
        "This rule of “{title}” gives no date: all of its days are left out.",
        "Remove the rule, or check the days that are left out, and how often it is held.",
    ),
    "rule-part": (
        "The part {found} of a rule is not read here.",
        "Use FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, UNTIL and COUNT.",
    ),
    "rule-unreadable": (
        "“{found}” is not understood in a rule.",
        "For example: FREQ=MONTHLY;BYDAY=-1SU;COUNT=6. Plain words are easier: every: month.",
    ),
    "rules-unlike": (
        "Some rules have a time and others have none.",
        "Give each rule a time: starts: klo 12.",
    ),
    "series-skips-hour": (
        "“{title}”: the time {found} does not exist, because the clocks are put forward; {right} is taken.",
        "If another time is meant, write it under “changes”.",
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
    "start-not-in-rule": (
        "The event starts on {starts}, but by its repetition it is not held then.",
        "The first fitting day is {right}. Change the start or the days.",
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
    "time-alone-from": (
        "“{found}” names another day, but the change holds for all dates from a day on.",
        "Write the time alone: klo 19. To another weekday: end the rule and add a new one.",
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
    "until-and-count": (
        "The repetition has both a last day and a number of times.",
        "Keep one of them.",
    ),
    "event-in-past": (
        "The event is new here, and over already: {when}.",
        "If you write down what was held, you need do nothing. Else check the year.",
    ),
    "until-before-start": (
        "The repetition ends on {until}, before the event starts on {starts}.",
        "Check the years.",
    ),
    "weekday-without-nth": (
        "In a month, “{found}” must say which one.",
        "Write for example 1. tue or last tue.",
    ),
    "wrong-weekday": (
        "{date} is a {weekday}, not “{found}”.",
        "If the date is right, write: {either}. If the {meant} is right, write: {other}.",
    ),
}
