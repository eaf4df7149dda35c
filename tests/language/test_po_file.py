"""Catalogues are read as Babel reads them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import seurantalo
from seurantalo.language.po_file import messages_in

CATALOGUES = sorted(Path(seurantalo.__file__).parent.glob("language/locale/*/*.po"))
HARD = r"""# A comment "with" msgid in it
msgid ""
msgstr ""
"Plural-Forms: nplurals=3; plural=(n%10==1 ? 0 : n==0 ? 1 : 2);\n"

#: somewhere.py:1
msgid "a \"quoted\" word\n"
"and \\n a line"
msgstr ""
"kaksi "
"riviä\t"
msgid "nothing between"
msgstr "ei mitään"

#, fuzzy, python-format
msgid "unsure"
msgstr "epävarma"

#, python-format
msgid "{n} time"
msgid_plural "{n} times"
msgstr[0] "{n} kerta"
msgstr[1] ""
"{n} kertaa"
msgstr[2] "{n} kertoja"

msgid "not yet"
msgstr ""

#~ msgid "gone"
#~ msgstr "poissa"

msgid "last"
msgstr "viimeinen"
"""


def read_by_babel(content: bytes) -> dict[tuple[str, str], tuple[str, ...]]:
    read = {}
    for message in read_po(BytesIO(content), locale="fi"):
        if message.id and message.string and not message.fuzzy:
            one, many = message.id if isinstance(message.id, tuple) else (message.id, "")
            read[str(one), str(many)] = tuple(message.string) if message.pluralizable else (str(message.string),)
    return read


def read_here(content: bytes) -> dict[tuple[str, str], tuple[str, ...]]:
    return {(one, many): said for one, many, said in messages_in(content.decode()) if one}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_our_catalogues(path: Path) -> None:
    content = path.read_bytes()
    assert read_here(content) == read_by_babel(content) != {}


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_is_hard(ending: str) -> None:
    content = HARD.replace("\n", ending).encode()
    assert read_here(content) == read_by_babel(content)
    assert len(read_here(content)) == 4
    assert "plural=(n%10==1" in next(messages_in(HARD)).said[0]
