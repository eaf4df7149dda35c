"""The words of problems with how a file was written or where it lies, and of notices about how it was read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: Problem code -> (message, hint).
WRITTEN: Final[Mapping[str, tuple[str, str]]] = {
    "another-record": (
        "The file holds a second record ({kind}), which begins on line {first}.",
        "Each needs a file of its own. Move lines {first}–{last} to the new file {path}.",
    ),
    "colon-otherwise": (
        "The sign “{sign}” was read as a colon, line {lines}: “{found}”.",
        "A colon stands between a field's name and its text.",
    ),
    "colon-without-space": (
        "A space is missing after the colon, line {lines}: “{found}”.",
        "The text was read all the same.",
    ),
    "dashes-missing": (
        "The lines of --- around the fields are not as usual.",
        "The fields were read all the same. Begin the file with a line ---, and put another one after the fields.",
    ),
    "fence-left-out": (
        "The marks around the copied model ({found}) were left out, line {lines}.",
        "They can be deleted.",
    ),
    "file-is-calendar": (
        "The file is one of a calendar program: “{found}”.",
        "Write its day and place into fields, for example “title: Summer feast”. A whole calendar can be a source.",
    ),
    "file-is-page": (
        "The file is the code of a web page: “{found}”.",
        "Copy only the text from the page, and write it into fields, for example “title: Summer feast”.",
    ),
    "file-is-table": (
        "The file is a table: “{found}”.",
        "Make each row a file of its own, with the fields one below the other, for example “title: Summer feast”.",
    ),
    "file-of-program": (
        "The file is saved as {found}, so its text can't be read.",
        "Copy the text from the program into a plain text file.",
    ),
    "folder-year": (
        "The file is in the folder of the year {folder}, but the event is in {year}.",
        "If the day is right, the folder is {right}; if it is not, correct the day.",
    ),
    "indent-read": (
        "The line begins further in than the other fields, line {lines}: “{found}”.",
        "It was read as a field of its own all the same. Fields begin at the same column.",
    ),
    "letters-broken": (
        "Letters are broken here: “{found}”.",
        "The text was saved with another encoding. Type these letters again, and save the file as UTF-8.",
    ),
    "line-at-margin": (
        "Line {first} of “{field}” begins at the margin: “{found}”.",
        "It was read all the same. Add two spaces at its beginning.",
    ),
    "line-left-out": (
        "The line “{found}” was left out.",
        "A mail program has added it. It can be deleted.",
    ),
    "list-read": (
        "The hyphen (-) before the fields was left out.",
        "You need not do anything.",
    ),
    "name-unread": (
        "The file is not read, because its name is “{found}”.",
        "Give it the name {right}: the name ends with .yml.",
    ),
    "number-sign-cut": (
        "The end of the line is not published: “{found}”.",
        "The sign # begins a note. If it is a part of the text, put the text between quotation marks.",
    ),
    "number-sign-read": (
        "The whole text was read: “{found}”.",
        "The sign # usually begins a note that is not published. Between quotation marks it is always text.",
    ),
    "record-elsewhere": (
        "The file ({kind}) lies in a folder that is not read.",
        "Move it here: {right}.",
    ),
    "record-of-another-kind": (
        "This is a record of another kind than the others in the folder: {kind}.",
        "Move the file to the folder {folder}: {folder}/{name}.",
    ),
    "tab-read": (
        "The line begins with a tab.",
        "It was read as two spaces. You need not do anything.",
    ),
    "text-at-margin": (
        "Lines {first}–{last} of “{field}” begin at the margin: “{found}”.",
        "They were read all the same. Add two spaces at the beginning of each.",
    ),
    "text-read": (
        "The text was read like this: “{found}”.",
        "You need not do anything. Between quotation marks, every sign is plain text.",
    ),
    "title-read": (
        "The name was read like this: “{found}”.",
        "You need not do anything. Between quotation marks, every sign is plain text.",
    ),
    "two-versions": (
        "The file holds two versions, one over the other (lines {first}–{last}).",
        (
            "Keep the one that holds, and delete the marks on lines {lines}. If you are not sure, leave this to "
            "the editors."
        ),
    ),
}
