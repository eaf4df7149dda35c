"""The words of every problem, by its code: what is wrong, and what is right. English; the rest is in catalogues.

``{field}`` is the field's name in the reader's language; other blanks are the problem's own values.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
PROBLEM_TEXTS: Final[Mapping[str, tuple[str, str]]] = {
    "address-twice": (
        "Two sources make the page {found}: {first} and {second}.",
        "Rename one of them.",
    ),
    "answer-missing": (
        "An idea that is decided or declined needs an answer.",
        "Add {field}: tell what was decided and why.",
    ),
    "bad-file-name": (
        "The file name “{found}” can't be used as an address.",
        "Use small letters a–z, digits and hyphens, for example “{right}”.",
    ),
    "change-twice": (
        "The date {date} is changed twice.",
        "Put both changes into one entry.",
    ),
    "changes-without-repeats": (
        "Changes to single dates need a repeating event.",
        "Add the repetition, or change the start of the event itself.",
    ),
    "clash-agreement-lapsed": (
        "The agreement with “{other}” no longer holds: date, place or audience has changed since.",
        "Agree again and update the day of the agreement.",
    ),
    "comma-in-braces": (
        "“{found}” was read as a field of its own, because a comma inside braces {{ }} begins a new field.",
        'Put the whole text between quotation marks: {{text: "one, two"}}.',
    ),
    "control-character": (
        "The text holds an invisible control character.",
        "Delete the text and type it again by hand.",
    ),
    "date-known-and-unknown": (
        "The event has a start, but the date is also said to be unknown.",
        "Keep the start, or keep “{field}”; not both.",
    ),
    "date-not-unknown": (
        "“{found}” is not understood here.",
        "This field is only for events without a date: “unknown”. A known date goes to “starts”.",
    ),
    "date-without-year": (
        "The date “{found}” has no year.",
        "Write the year too: 1.5.2027.",
    ),
    "day-with-time": (
        "Only a day is wanted here, but “{found}” has a time.",
        "Write the day alone: {right}.",
    ),
    "days-not-with-every": (
        "Days (“{found}”) can't be combined with “{every}”.",
        "Days go with weeks or months: every: week, on: [tue].",
    ),
    "duplicate-key": (
        "“{field}” is written twice; the first is on line {first}.",
        "Remove one of them.",
    ),
    "email-outside-contact": (
        "An e-mail address ({found}) may stand only in “contact”.",
        "Move it to the contact of the organisation or event, as a role's address.",
    ),
    "end-without-time": (
        "The start has a time, but the end “{found}” has none.",
        "Give the end a time as well: klo 20, or leave the end out.",
    ),
    "ends-before-start": (
        "The end {ends} is not after the start {starts}.",
        "Check both; the end must come later.",
    ),
    "event-too-long": (
        "The event would last from {starts} to {ends}, more than a year.",
        "Check the year. For something that goes on, use the repetition.",
    ),
    "expected-fields": (
        "This must be a set of fields ({fields} …), not a plain text.",
        "Write each field on its own line, indented by two spaces.",
    ),
    "expected-one": (
        "Only one value fits here, but there are {count}.",
        "Keep just one.",
    ),
    "expected-text": (
        "A text is wanted here, not a list or fields.",
        "Write the text after the colon. If it has a colon in it, put it between quotation marks.",
    ),
    "extra-date-unlike-start": (
        "The extra dates must be written like the start: with a time if it has one.",
        "For example: also: [3.3.2027 klo 18].",
    ),
    "field-empty": (
        "“{field}” is empty, but it is needed.",
        "Write the value after the colon.",
    ),
    "field-missing": (
        "“{field}” is missing.",
        "Add a line: {field}: …",
    ),
    "field-twice": (
        "“{found}” and “{first}” (line {line}) mean the same field.",
        "Keep one of them.",
    ),
    "file-empty": (
        "The file is empty.",
        "Copy an existing file as a start, or delete this one.",
    ),
    "file-too-large": (
        "The file is larger than {limit} kB.",
        "A record is a short text. Pictures go to a file of their own.",
    ),
    "file-unreadable": (
        "The file could not be read ({found}).",
        "Check that it is an ordinary file that everyone may read.",
    ),
    "folder-too-deep": (
        "The folders are nested too deep here.",
        "Move the file closer to the top.",
    ),
    "history-missing": (
        "The version history could not be read, so every file counts as changed today.",
        "Publish the site from a git repository.",
    ),
    "history-shallow": (
        "Only part of the version history is here, so changes may look newer than they are.",
        "Fetch the whole history (fetch-depth: 0).",
    ),
    "hold-expired": (
        "The date was held for “{title}” until {until}. The hold has run out, so the event has left the calendar.",
        "Confirm the event (status: confirmed), hold the date longer, or delete the file.",
    ),
    "hold-not-tentative": (
        "“{field}” means something only for a tentative event.",
        "Set the status to tentative, or remove the field.",
    ),
    "hold-without-end": (
        "A tentative event must say how long the date is held.",
        "Add hold_until: the last day of the hold.",
    ),
    "id-twice": (
        "The name “{found}” is already used by {other}.",
        "Give this file another name, for example with the year at the end.",
    ),
    "identity-code": (
        "This looks like a personal identity code ({found}).",
        "Remove it. Version history does not forget: if it was real, tell the editor at once.",
    ),
    "link-outside": (
        "The file is a link that leads out of the project.",
        "Replace the link with the file itself.",
    ),
    "link-to-itself": (
        "“{field}” points at the very same event.",
        "Name the other event.",
    ),
    "midnight-as-24": (
        "“{found}”: there is no 24 o'clock.",
        "Write 0.00 of the next day.",
    ),
    "missing-file": (
        "The picture “{found}” is not in the project.",
        "Add the file under content/ and write its path from there.",
    ),
    "missing-file-near": (
        "The picture “{found}” is not in the project.",
        "Did you mean “{near}”?",
    ),
    "missing-room": (
        "The venue “{venue}” has no room “{found}”.",
        "Its rooms are: {rooms}.",
    ),
    "missing-room-near": (
        "The venue “{venue}” has no room “{found}”.",
        "Did you mean “{near}”? Its rooms are: {rooms}.",
    ),
    "missing-target": (
        "There is no {kind} “{found}”.",
        "Check the name, or add the {kind} first.",
    ),
    "missing-target-near": (
        "There is no {kind} “{found}”.",
        "Did you mean “{near}”?",
    ),
    "moved-without-plan": (
        "A moved event must say when it was to be.",
        "Add planned_starts: the date that was announced first.",
    ),
    "needs-start": (
        "“{field}” means nothing without a start.",
        "Add the start, or remove this field.",
    ),
    "no-front-matter": (
        "The file does not begin with fields between two lines of ---.",
        "Begin the file with a line ---, then the fields, then a line ---, then the text.",
    ),
    "no-such-day": (
        "There is no such day: “{found}”.",
        "Check the day and the month.",
    ),
    "no-such-time": (
        "There is no such time: “{found}”.",
        "Hours go from 0 to 23, minutes from 0 to 59: 18.30.",
    ),
    "not-a-boolean": (
        "“{found}” is neither yes nor no.",
        "Write yes or no.",
    ),
    "not-a-choice": (
        "“{found}” is not a possible value.",
        "Possible are: {choices}.",
    ),
    "not-a-choice-near": (
        "“{found}” is not a possible value.",
        "Did you mean “{near}”? Possible are: {choices}.",
    ),
    "not-a-moment": (
        "“{found}” is not understood as a date.",
        "Write for example 1.5.2027 klo 18, or 1.5.2027 for a whole day.",
    ),
    "not-a-month": (
        "“{found}” is not a month.",
        "Write for example 2027-05.",
    ),
    "not-a-number": (
        "“{found}” is not a whole number.",
        "Write digits only: 40.",
    ),
    "not-a-period": (
        "“{found}” is not a period.",
        "Write for example 1.3.–7.3.2027 or 10/2017–12/2018.",
    ),
    "not-a-phone": (
        "“{found}” is not a phone number.",
        "Write digits and spaces only.",
    ),
    "not-a-picture": (
        "“{found}” is not a picture file.",
        "Pictures end with .jpg, .png, .webp or .gif.",
    ),
    "not-a-repeat-day": (
        "“{found}” is not a day to repeat on.",
        "Write for example ti, 1. ti, last Sunday, or 15. for a day of the month.",
    ),
    "not-a-time": (
        "“{found}” is not a time of day.",
        "Write for example 18 or 18.30.",
    ),
    "not-a-web-address": (
        "“{found}” is not a web address.",
        "Write the whole address: https://www.example.org/page",
    ),
    "not-an-email": (
        "“{found}” is not an e-mail address.",
        "Write for example info@association.example.org",
    ),
    "not-an-identifier": (
        "“{found}” can't be used as an id.",
        "Use small letters a–z, digits and hyphens.",
    ),
    "not-an-interval": (
        "“{found}” does not say how often.",
        "Write for example week, 2 weeks, month or every second Tuesday.",
    ),
    "not-coordinates": (
        "“{found}” is not a place on the map.",
        "Write latitude and longitude: 63.14, 23.82",
    ),
    "not-in-handbook": (
        "A file of the handbook must be NN-name/index.md or NN-name/comments/name.md.",
        "Move the file to the folder of its question.",
    ),
    "not-money": (
        "“{found}” is not a sum in euros.",
        "Write for example 1500 or 12,50.",
    ),
    "not-utf8": (
        "The file is not UTF-8 text, so its letters can't be read.",
        "Save it again with the encoding UTF-8.",
    ),
    "nth-in-week": (
        "“{found}” names a week of the month, but the event repeats by weeks.",
        "Write every: month, or plain weekdays.",
    ),
    "number-out-of-range": (
        "{found} is not between {low} and {high}.",
        "Check the number.",
    ),
    "outcome-before-event": (
        "The event is on {starts}, still to come, but it already has an outcome.",
        "Check the date, or add the outcome when the event has been held.",
    ),
    "path-outside": (
        "“{found}” is not a path inside the content folder.",
        "Write the path from content/ on: kuvat/talo.jpg",
    ),
    "personal-address": (
        "The address {found} looks like a person's own.",
        "Use a role's address (info@, secretary@), or add consent: {{date, scope}} once the person has agreed.",
    ),
    "phone-outside-contact": (
        "A phone number ({found}) may stand only in “contact”.",
        "Move it to the contact of the organisation or event.",
    ),
    "room-without-venue": (
        "A room (“{found}”) needs a venue.",
        "Add the venue that the room is in.",
    ),
    "rule-frequency": (
        "The rule “{found}” has no usable FREQ.",
        "FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.",
    ),
    "rule-part": (
        "The part {found} of a rule is not supported.",
        "Use FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST, UNTIL and COUNT.",
    ),
    "rule-unreadable": (
        "“{found}” is not understood in a rule.",
        "For example: FREQ=MONTHLY;BYDAY=-1SU;COUNT=6. Plain words are easier: every: month.",
    ),
    "start-not-in-rule": (
        "The event starts on {starts}, which is not one of its own repeating days.",
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
    "text-too-long": (
        "The text has {length} characters; at most {limit} fit here.",
        "Shorten it. Long texts belong to the description.",
    ),
    "text-twice": (
        "The text stands both in “{field}” and below the fields.",
        "Keep one of the texts.",
    ),
    "time-comes-twice": (
        "The time {found} comes twice, because the clocks are turned back; the first is meant.",
        "If the second is meant, choose a time outside that hour.",
    ),
    "time-does-not-exist": (
        "The time {found} does not exist: the clocks are put forward that night.",
        "Choose a time before 3.00 or from 4.00 on.",
    ),
    "unknown-field": (
        "There is no field “{found}” here.",
        "Check the spelling, or leave the line out.",
    ),
    "unknown-field-near": (
        "There is no field “{found}” here.",
        "Did you mean “{near}”?",
    ),
    "unknown-file-type": (
        "Files of the type “{found}” are not read here.",
        "Records end with .yml or .md. Move other files elsewhere.",
    ),
    "unknown-language": (
        "“{found}” is not a language of this site.",
        "Languages are fi, sv and en.",
    ),
    "unknown-vocabulary": (
        "There is no vocabulary “{found}”.",
        "The files of this folder are: {known}.",
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
    "until-before-start": (
        "The repetition ends on {until}, before the event starts on {starts}.",
        "Check the years.",
    ),
    "weekday-without-nth": (
        "In a month, “{found}” must say which one.",
        "Write for example 1. ti or last Tuesday.",
    ),
    "wiki-link-kind": (
        "The link [[{found}:…]] is of no known kind.",
        "Write for example [[practice:id]], [[event:id]], [[organisation:id]], [[venue:id]] or [[municipality:id]].",
    ),
    "wrong-weekday": (
        "{date} is not “{found}”.",
        "That day is a {weekday}. Check the day and the date.",
    ),
    "yaml-alias": (
        "“{found}”: anchors (&) and aliases (*) are not used here.",
        "Write the value out. If a text begins with * or &, put it between quotation marks.",
    ),
    "yaml-character": (
        "A text can't begin with this character: “{found}”.",
        "Put the text between quotation marks.",
    ),
    "yaml-colon": (
        "There is a colon too many, or the line is indented wrongly: “{found}”.",
        "Put a text that has a colon between quotation marks, and begin fields of one level at the same column.",
    ),
    "yaml-dash": (
        "A list can't begin here: “{found}”.",
        "Begin each “- ” of a list on its own line, below the field's name.",
    ),
    "yaml-escape": (
        "A backslash inside quotation marks is not understood: “{found}”.",
        "Use single quotation marks '…', or write the backslash twice.",
    ),
    "yaml-indentation": (
        "The line does not fit in its place: “{found}”.",
        "Fields of one level begin at the same column; what belongs to a field is two spaces further in.",
    ),
    "yaml-key-not-text": (
        "The name of a field must be a plain text.",
        "Write a name and a colon.",
    ),
    "yaml-missing-colon": (
        "A colon is missing: “{found}”.",
        "Write the field's name, a colon, a space and the value.",
    ),
    "yaml-no-mapping": (
        "The file holds no fields, only “{found}”.",
        "Write fields: name, colon, space, value. After a colon there must be a space.",
    ),
    "yaml-open-brace": (
        "A brace {{ is not closed, or a comma is missing: “{found}”.",
        "Close it with }}.",
    ),
    "yaml-open-bracket": (
        "A bracket [ is not closed, or a comma is missing: “{found}”.",
        "Close it with ].",
    ),
    "yaml-open-quote": (
        "A quotation mark is not closed.",
        "Add the same mark at the end of the text.",
    ),
    "yaml-syntax": (
        "The line is not understood: “{found}”.",
        "Compare it with a file that works.",
    ),
    "yaml-tab": (
        "The line has a tab where only spaces may stand: “{found}”.",
        "Replace tabs with spaces.",
    ),
    "yaml-tag": (
        "“{found}”: tags (!) are not used here.",
        "Remove it. If a text begins with !, put it between quotation marks.",
    ),
    "yaml-too-deep": (
        "The fields are nested more than {limit} levels deep.",
        "Write them side by side.",
    ),
    "yaml-too-large": (
        "The file holds more than {limit} values.",
        "Divide it into several files.",
    ),
    "yaml-two-documents": (
        "The file holds two documents, divided by a line of ---.",
        "Put each into a file of its own.",
    ),
    "year-of-two-digits": (
        "The year in “{found}” has two digits.",
        "Write the whole year: {right}.",
    ),
}

#: What a kind of record is called in a problem.
KIND_NAMES: Final[Mapping[str, str]] = {
    "adoption": "adoption",
    "audience": "audience",
    "campaign": "campaign",
    "channel": "channel",
    "comment": "comment",
    "event": "event",
    "idea": "idea",
    "municipality": "municipality",
    "organisation": "organisation",
    "practice": "practice",
    "process": "process",
    "question": "question",
    "source": "source",
    "theme": "theme",
    "venue": "venue",
    "wellbeing-tree": "well-being tree",
}
