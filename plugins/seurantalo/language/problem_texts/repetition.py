"""The words of problems with repetition and the changes of its dates."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
REPETITION: Final[Mapping[str, tuple[str, str]]] = {
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
    "date-twice": (
        "The date {date} is written twice.",
        "Leave one of them out.",
    ),
    "dates-overlap": (
        "“{title}” begins again on {date}, before the date before has ended ({ends}).",
        "Check the end and the repetition. The end is that of one date.",
    ),
    "days-not-with-every": (
        "Days (“{found}”) can't be combined with “{every}”.",
        "Days go with weeks or months: every: week, on: [tue].",
    ),
    "extra-date-unlike-start": (
        "All dates of an event have a time, or none has: “{found}” is unlike the first.",
        "Write for example 3.3.2027 klo 18, or for whole days 3.3.2027. An event can't have both.",
    ),
    "months-without-day": (
        "Some months have no day {day}, and the event is not held in them: {months}.",
        "The last day of every month is written so: on: [last day]. Another day of those months goes to “also”.",
    ),
    "months-without-weekday": (
        "Some months have no fifth {weekday}, and the event is not held in them: {months}.",
        "If the last one of the month is meant, write so: on: [last {weekday}].",
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
    "not-a-repeat-day": (
        "“{found}” is not a day to repeat on.",
        "Write for example tue, 1. tue, last sun, last day, or 15. for a day of the month.",
    ),
    "not-an-interval": (
        "“{found}” does not say how often.",
        "Write for example every Tuesday, every other Tuesday, every 2 weeks or the last Friday of the month.",
    ),
    "nothing-left": (
        "“{title}” has no date left: all that the repetition gives are left out.",
        "Check the days that are left out, and how often it is held. A cancelled event: status: cancelled.",
    ),
    "nth-in-week": (
        "“{found}” names a week of the month, but the event repeats by weeks.",
        "Write every: month, or plain weekdays.",
    ),
    "nth-or-interval": (
        "“{found}” is a day of each month, and the event starts on {starts}, which is none.",
        "If weeks are meant, write “every” before it. If the day of the month is right, the first one is {right}.",
    ),
    "nth-read-so": (
        "“{found}” was read as a day of each month: {dates} …",
        "If that is right, you need not do anything. If weeks are meant, write “every” before it.",
    ),
    "once-a-month": (
        "“{found}” does not say on which day of the month.",
        "Always on one number: day {day} of the month. Always on one weekday: {nth}. {weekday} of the month.",
    ),
    "only-leap-years": (
        "The day comes only in leap years: the dates after the first are {dates}.",
        "If it is held every year, write rule: FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1 (the last day of February).",
    ),
    "repeats-read-so": (
        "“{found}” was read so: {dates} …",
        "If that is right, you need not do anything.",
    ),
    "repeats-unlike-start": (
        "By the words of its repetition the event is on {found}, but elsewhere it is on {starts}.",
        "Keep the one that is right.",
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
    "start-not-in-rule": (
        "The event starts on {starts}, but by its repetition it is not held then.",
        "The first fitting day is {right}. Change the start or the days.",
    ),
    "time-alone-from": (
        "“{found}” names another day, but the change holds for all dates from a day on.",
        "Write the time alone: klo 19. To another weekday: end the rule and add a new one.",
    ),
    "until-and-count": (
        "The repetition has both a last day and a number of times.",
        "Keep one of them.",
    ),
    "until-before-start": (
        "The repetition ends on {until}, before the event starts on {starts}.",
        "Check the years.",
    ),
    "week-of-other-number": (
        "The event starts on {starts}, in week {week}, which is not one of its weeks.",
        "The first fitting day is {right}. Change the start, or odd to even.",
    ),
    "weekday-without-nth": (
        "In a month, “{found}” must say which one.",
        "Write for example 1. tue or last tue.",
    ),
}
