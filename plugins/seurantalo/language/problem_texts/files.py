"""The words of problems with whole files and with YAML."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

_WITHOUT_DATA: Final = (
    "Add the picture without these data: on a phone take a screenshot of it, or share it without the "
    "location; in Windows Properties, Details, “Remove Properties and Personal Information”; on a Mac "
    "Preview, Tools, Inspector. If it was public already, tell the editors: version control does not "
    "forget."
)

#: Problem code -> (message, hint).
FILES: Final[Mapping[str, tuple[str, str]]] = {
    "active-content": (
        "The page holds {found}, which a browser runs or loads.",
        "Let somebody who knows such things look at it. If it is an example, put it into code: `…`.",
    ),
    "active-drawing": (
        "The drawing holds {found}, which a browser runs or loads.",
        "Save the drawing without scripts and links, or as a PNG picture.",
    ),
    "active-file": (
        "A browser runs this file, or shows it as a page of the site.",
        "Let somebody who knows such things look at it before it is published.",
    ),
    "address-reserved": (
        "The site makes its own files at “{found}”, and this one would stand among them.",
        "Move it to another folder, or give it another name.",
    ),
    "address-twice": (
        "Two sources make the page {found}: {first} and {second}.",
        "Rename one of them.",
    ),
    "bad-file-name": (
        "The file name “{found}” can't be used as an address.",
        "Use small letters a–z, digits and hyphens, for example “{right}”.",
    ),
    "comma-in-braces": (
        "“{found}” was read as a field of its own, because a comma inside braces {{ }} begins a new field.",
        'Put the whole text between quotation marks: {{text: "one, two"}}.',
    ),
    "duplicate-key": (
        "“{field}” is written twice; the first is on line {first}.",
        "Remove one of them.",
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
        (
            "The version history can't be read, so every event counts as changed today (LAST-MODIFIED): calendar "
            "apps fetch all of them again, and know each one again all the same."
        ),
        "Publish the site from a git repository with its whole history.",
    ),
    "history-shallow": (
        (
            "Only part of the version history is here, so old events may count as newer than they are "
            "(LAST-MODIFIED): calendar apps may fetch them again, and know each one again all the same."
        ),
        (
            "Fetch the whole history: “git fetch --unshallow”, on GitHub “fetch-depth: 0”. README names what other "
            "hosts need."
        ),
    ),
    "id-twice": (
        "The name “{found}” is already used by {other}.",
        "Give this file another name, for example with the year at the end.",
    ),
    "link-among-records": (
        "The file is a link to another file of the site.",
        "Copy the text into a file of its own, or remove the link.",
    ),
    "link-outside": (
        "The file is a link that leads out of the site's folder.",
        "Replace the link with the file itself.",
    ),
    "link-round": (
        "The file is a link that leads round to itself.",
        "Replace the link with the file itself.",
    ),
    "link-to-folder": (
        "This is a link to a folder, and those are not followed.",
        "Move the files into a folder of their own.",
    ),
    "link-to-hidden": (
        "The file is a link to what is not for the site: a hidden file.",
        "Replace the link with the file itself, if it may be seen by all.",
    ),
    "link-to-nothing": (
        "The file is a link to {found}, where there is nothing.",
        "Replace the link with the file itself.",
    ),
    "missing-file": (
        "The picture “{found}” is not in the site's folder.",
        "Add the file under content/ and write its path from there.",
    ),
    "missing-file-near": (
        "The picture “{found}” is not in the site's folder.",
        "Did you mean “{near}”?",
    ),
    "no-such-icon": (
        "The theme has no icon “{found}”.",
        "Leave the line out, or write an icon that the theme has, for example material/calendar.",
    ),
    "no-such-template": (
        "The theme has no template “{found}”.",
        "Leave the line out, or put the template into the folder that mkdocs.yml names as custom_dir.",
    ),
    "no-front-matter": (
        "The file does not begin with fields between two lines of ---.",
        "Begin the file with a line ---, then the fields, then a line ---, then the text.",
    ),
    "not-a-picture": (
        "“{found}” is not a picture file.",
        "Pictures end with .jpg, .png, .webp or .gif.",
    ),
    "picture-elsewhere": (
        "The picture “{found}” is on another site, so it is shown as a link only.",
        "Put the picture into content/kuvat/ and write its path: kuvat/talo.jpg. Ask for leave first.",
    ),
    "picture-tells-camera": (
        (
            "The file of the picture tells the serial number of the camera, by which other pictures of its "
            "owner are found."
        ),
        _WITHOUT_DATA,
    ),
    "picture-tells-person": (
        "The file of the picture tells a person's name or contact, though the picture does not show it.",
        _WITHOUT_DATA,
    ),
    "picture-tells-place": (
        "The file of the picture tells where it was taken (GPS).",
        _WITHOUT_DATA,
    ),
    "picture-unseen": (
        "Browsers do not show pictures of the type “{found}”.",
        "Save the picture as JPEG, for example kuva.jpg, and add that instead.",
    ),
    "picture-too-heavy": (
        "The picture “{found}” is {size} kB; the limit is {limit} kB.",
        "Make the picture smaller: 1600 pixels wide is enough for every screen.",
    ),
    "picture-too-wide": (
        "The picture “{found}” has {width} × {height} pixels; the longest side may have {limit}.",
        "Make the picture smaller: 1600 pixels wide is enough for every screen.",
    ),
    "picture-unreadable": (
        "The file “{found}” is not a picture that can be opened.",
        "Save the picture again as JPEG, PNG or WebP.",
    ),
    "picture-without-words": (
        "The picture “{found}” has no description for those who can't see it.",
        "Write between the brackets what it shows: ![People in front of the village hall]({found}).",
    ),
    "name-not-everywhere": (
        "Windows can't hold the name “{found}”: a sign in it is not allowed there, or it ends in a point or a space.",
        "Give it another name, for example “{right}”.",
    ),
    "names-alike": (
        "The names “{found}” and “{other}” are one and the same to Windows and macOS.",
        "Give one of the two files another name.",
    ),
    "path-too-long": (
        "The path is {length} characters long. More than {limit} can't be fetched to every computer.",
        "Shorten the name of the file or of a folder.",
    ),
    "personal-name": (
        "The name seems to hold something personal ({found}).",
        (
            "Give it another name, for example after the event or the subject. A name becomes part of an address, "
            "and version control does not forget."
        ),
    ),
    "reserved-name": (
        "Windows keeps the name “{found}” for itself, so nobody could fetch the files to a computer with Windows.",
        "Give it another name, for example “{right}”.",
    ),
    "no-events-folder": (
        "There is no folder “{found}” for events.",
        "Make the folder, or correct events_folder in mkdocs.yml.",
    ),
    "no-file-type": (
        "The name “{found}” does not say the type of the file.",
        "Add .yml to the end of the file's name.",
    ),
    "not-in-handbook": (
        "A file of the handbook must be NN-name/index.md or NN-name/comments/name.md.",
        "Move the file to the folder of its question.",
    ),
    "not-utf8": (
        "The file is not UTF-8 text, so its letters can't be read.",
        "Save it again with the encoding UTF-8.",
    ),
    "path-outside": (
        "“{found}” is not a path inside the content folder.",
        "Write the path from content/ on: kuvat/talo.jpg",
    ),
    "text-twice": (
        "The text stands both in “{field}” and below the fields.",
        "Keep one of the texts.",
    ),
    "uid-twice": (
        "The calendar identifier “{found}” is already used by {other}.",
        (
            "Two events with one identifier would replace each other in people's calendars. Keep it in the file it "
            "belongs to, and delete the line from the other."
        ),
    ),
    "page-field-no-list": (
        "In “{found}” stands a list of words.",
        "Write it so: [toc, navigation].",
    ),
    "page-fields-not-read": (
        "The fields at the top of the page are not read: they would show on the page as text.",
        "Begin the page with a line ---, then the fields, then another line ---, then the text on a line of its own.",
    ),
    "page-text-as-field": (
        "The first line “{found}” would not show: a page's first line with a colon is taken for a field.",
        "Leave an empty line above it.",
    ),
    "page-text-read-otherwise": (
        "“{found}” is not read as text: the page would say “{read}”.",
        "Put the text between quotation marks.",
    ),
    "page-value-not-read": (
        "“{found}” can't be read, and then none of the page's fields is.",
        "Check it, or put it between quotation marks if it is a text.",
    ),
    "page-too-large": (
        "The page is larger than {limit} kB.",
        "Divide it into several pages.",
    ),
    "page-without-fields": (
        "Between the lines --- at the top of a page stand fields such as “title: …”, and there are none.",
        "Write fields there. If text of the page stands between them, remove only both lines ---.",
    ),
    "theme-language": (
        "The theme speaks “{found}”, but the site “{right}”.",
        "Write under “theme”: language: {right}",
    ),
    "unknown-file-type": (
        "Files of the type “{found}” are not read here.",
        "Records end with .yml or .md. Move other files elsewhere.",
    ),
    "unknown-vocabulary": (
        "There is no vocabulary “{found}”.",
        "The files of this folder are: {known}.",
    ),
    "yaml-alias": (
        "“{found}”: anchors (&) and aliases (*) are not used here.",
        "Write the text out. If it begins with * or &, put it between quotation marks.",
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
    "yaml-list": (
        "The file is a list, but it should hold fields.",
        "Delete the hyphen (-) before the fields. Where there are several things, give each a file of its own.",
    ),
    "yaml-missing-colon": (
        "A colon is missing: “{found}”.",
        "Write the field's name, a colon, a space and the text.",
    ),
    "yaml-no-mapping": (
        "The file holds no fields, only “{found}”.",
        "Write fields: name, colon, space, text. After a colon there must be a space.",
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
        "The file holds more than {limit} things.",
        "Divide it into several files.",
    ),
    "yaml-two-documents": (
        "The file holds two documents, divided by a line of ---.",
        "Put each into a file of its own.",
    ),
}
