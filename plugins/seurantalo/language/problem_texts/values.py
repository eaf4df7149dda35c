"""The words of problems with fields, values, links and personal data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
VALUES: Final[Mapping[str, tuple[str, str]]] = {
    "link-anchor": (
        "The page that the link leads to has no place called “{found}”.",
        "A place is called by its heading: small letters, with a hyphen between words.",
    ),
    "link-empty": (
        "The link “{found}” has no address.",
        "Write the address between the round brackets: [{found}](https://…).",
    ),
    "link-nowhere": (
        "There is nothing at “{found}” for the link to lead to.",
        "Check the name and the folder of the file. A record is linked by its kind and file name: [[event:name]].",
    ),
    "link-nowhere-near": (
        "There is nothing at “{found}” for the link to lead to.",
        "The nearest is {near}.",
    ),
    "link-scheme": (
        "The link “{found}” cannot be opened from a web page.",
        "Write an address that begins with https://, mailto: or tel:.",
    ),
    "link-without-scheme": (
        "The link “{found}” has to begin with https://.",
        "Without it, browsers look for the page on this site.",
    ),
    "municipality-missing": (
        "Those named here do not tell the municipality.",
        "Add {field}: say which municipality this is in.",
    ),
    "answer-missing": (
        "An idea that is decided or did not go on needs an answer.",
        "Add {field}: say what was decided and why.",
    ),
    "control-character": (
        "The text holds an invisible control character.",
        "Delete the text and type it again by hand.",
    ),
    "email-outside-contact": (
        "An e-mail address ({found}) may stand only in “contact”.",
        "Move it to the contact of the organisation or event, as a role's address.",
    ),
    "expected-fields": (
        "This must be a set of fields ({fields} …), not a plain text.",
        "Write each field on its own line, indented by two spaces.",
    ),
    "expected-one": (
        "Only one fits here, but there are {count}: {found}.",
        "Keep just one. The others may be told in the description.",
    ),
    "expected-text": (
        "A text is wanted here, not a list or fields.",
        "Write the text after the colon. If it has a colon in it, put it between quotation marks.",
    ),
    "field-empty": (
        "“{field}” is empty, but it is needed.",
        "Write the text after the colon.",
    ),
    "field-missing": (
        "“{field}” is missing.",
        "Add a line: {field}: …",
    ),
    "field-of-others": (
        "“{found}” is told of another kind of record ({kind}), not here.",
        "If the file is of that kind, it belongs in {folder}. Else write what it tells into the text.",
    ),
    "field-of-part": (
        "“{found}” belongs inside “{fields}”.",
        "Write {fields}: on a line of its own, and this line below it, two blanks further in.",
    ),
    "field-of-whole": (
        "“{found}” is told of the whole, not inside this part of it.",
        "Move the line out of this part, so that it begins where the part’s own name begins.",
    ),
    "field-twice": (
        "“{found}” and “{first}” (line {line}) mean the same field.",
        "Keep one of them.",
    ),
    "identity-code": (
        "This looks like a personal identity code ({found}).",
        "Remove it. Version history does not forget: if it was real, tell the editors at once.",
    ),
    "link-to-data": (
        "The link leads to a data file, {found}. On the site it leads to the page that is made of it.",
        "A link by the name of the record leads to the page everywhere.",
    ),
    "link-to-itself": (
        "“{field}” points at the very same event.",
        "Name the other event.",
    ),
    "missing-room": (
        "The venue “{venue}” has no room “{found}”.",
        "Its rooms are: {rooms}.",
    ),
    "no-rooms": (
        "The venue “{venue}” has no room “{found}”.",
        "The venue has no rooms. Leave the line out.",
    ),
    "missing-room-near": (
        "The venue “{venue}” has no room “{found}”.",
        "Did you mean “{near}”? Its rooms are: {rooms}.",
    ),
    "missing-target": (
        "There is no {kind} “{found}”.",
        "Check the name in {folder}, or add what is missing there.",
    ),
    "missing-target-near": (
        "There is no {kind} “{found}”.",
        "The nearest is “{near}”. All are in {folder}.",
    ),
    "missing-term": (
        "“{found}” is not among the words of the site ({kind}).",
        "The words are in {folder}: {words}",
    ),
    "model-copied": (
        "“{found}” is a word of the model; yours goes in its place.",
        "Write the name ({kind}), or the name of its file in {folder}. If it has no file there, add one.",
    ),
    "name-of-several": (
        "“{found}” is the name of several.",
        "Write the short name of the one that you mean: {ids}.",
    ),
    "not-a-boolean": (
        "“{found}” is neither yes nor no.",
        "Write yes or no.",
    ),
    "not-a-choice": (
        "“{found}” does not fit here.",
        "Choose one of: {choices}.",
    ),
    "not-a-choice-near": (
        "“{found}” does not fit here.",
        "The nearest is “{near}”. Choose one of: {choices}.",
    ),
    "not-a-number": (
        "“{found}” is not a whole number.",
        "Write digits only: 40.",
    ),
    "not-a-phone": (
        "“{found}” is not a phone number.",
        "Write digits and spaces only.",
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
        "“{found}” can't be used as a short name.",
        "Use small letters a–z, digits and hyphens.",
    ),
    "not-coordinates": (
        "“{found}” is not a place on the map.",
        "Write latitude and longitude: 63.14, 23.82",
    ),
    "not-money": (
        "“{found}” is not a sum in euros.",
        "Write for example 1500 or 12,50.",
    ),
    "number-out-of-range": (
        "{found} is not between {low} and {high}.",
        "Check the number.",
    ),
    "email-on-page": (
        "The address {found} looks like a person's own.",
        "Use a role's address (info@, secretary@): version control does not forget.",
    ),
    "organisation-to-add": (
        "“{found}” is not on the site yet.",
        "Add it in the same proposal. If it is there by another name, take that of its file in {folder}.",
    ),
    "personal-address": (
        "The address {found} looks like a person's own.",
        "Use a role's address (info@, secretary@), or add consent: {{date, scope}} once the person has agreed.",
    ),
    "phone-on-page": (
        "A phone number ({found}) stands on an ordinary page.",
        "If it is a person's own, remove it: version control does not forget. A role's or an office's may stay.",
    ),
    "phone-outside-contact": (
        "A phone number ({found}) may stand only in “contact”.",
        "Move it to the contact of the organisation or event.",
    ),
    "room-without-venue": (
        "A room (“{found}”) needs a venue.",
        "Add the venue that the room is in.",
    ),
    "reason-missing": (
        "A practice that was stopped needs a reason.",
        "Add {field}: say why you stopped. The next ones learn from it.",
    ),
    "text-code-open": (
        "The code block has no end, so all that follows shows as code.",
        "Write another such line where the code ends.",
    ),
    "text-diagram": (
        "“{found}” is shown as text here, not as a diagram.",
        "Make a picture of it and add it: ![what it shows](kuvat/kaavio.png).",
    ),
    "text-note": (
        "The footnote mark “{found}” has no footnote.",
        "Add its words to the end of the text: {found}: words.",
    ),
    "text-sign": (
        "“{found}” does nothing here: pages show it as it stands.",
        "What works: **bold**, *italics*, lists, headings, links, tables, pictures, code and footnotes.",
    ),
    "text-too-long": (
        "The text has {length} characters; at most {limit} fit here.",
        "Shorten it. Long texts belong to the description.",
    ),
    "mail-for-link": (
        "“{found}” is an e-mail address, and a web address belongs here.",
        "Write it into the contact, as a role's address, and leave it out here.",
    ),
    "link-in-title": (
        "The title has a link in it: “{found}”.",
        "We read the title so: “{read}”. The address {url} belongs in a field of its own, links.",
    ),
    "markup-in-title": (
        "The title has signs in it that change nothing there: “{found}”.",
        "We read the title so: “{read}”. You need not do anything.",
    ),
    "status-in-title": (
        "The title says “{found}”, but calendars understand it only on a line of its own.",
        "The line is {written}.",
    ),
    "moved-in-title": (
        "The title says “{found}”, but calendars understand it only on a line of its own.",
        "The line is {written}. Below it belongs when the event was to be, in the field planned_starts.",
    ),
    "municipality-not-of-venue": (
        "The municipality is “{found}”, but that of the venue “{venue}” is “{home}”.",
        "If the event is at this venue, the municipality is the venue's.",
    ),
    "place-missing": (
        "The event does not say where it is.",
        "Add {field}: and the name of the place. If it is not known yet, you need not do anything.",
    ),
    "room-is-status": (
        "“{found}” is no room but says how things stand.",
        "That is told in the field status.",
    ),
    "unknown-field": (
        "There is no field “{found}” here.",
        "Write what it tells into the text of the record, or look for the field's name on the page of fields.",
    ),
    "unknown-field-near": (
        "There is no field “{found}” here.",
        "The nearest is “{near}”.",
    ),
    "unknown-language": (
        "“{found}” is not a language of this site.",
        "Languages are fi, sv and en.",
    ),
    "venue-to-add": (
        "“{found}” is not on the site yet.",
        "Add it in the same proposal. A place for one time may stand in the description. All are in {folder}.",
    ),
    "venue-is-municipality": (
        "“{found}” is a municipality, and the name of a place belongs here.",
        "Write municipality: {home} in place of this line, or the place, if it is known.",
    ),
    "venue-is-online": (
        "“{found}” is no place to go to.",
        (
            "Write where to take part, in place of this line: online: https://… If there is no address yet, "
            "tell of it in the description."
        ),
    ),
    "venue-with-more": (
        "The venue is “{venue}”, but “{found}” is none of its rooms.",
        "Tell “{found}” in the description.",
    ),
    "wiki-link-kind": (
        "The link [[{found}:…]] is of no known kind.",
        "Write [[practice:name]], [[event:name]], [[organisation:name]], [[venue:name]], [[municipality:name]] …",
    ),
    "wiki-link-not-here": (
        "“{found}” is no link in this field: it is read as “{read}”.",
        "Write only the words here, and the link in the description.",
    ),
}
