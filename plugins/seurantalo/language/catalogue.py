"""Message catalogues: gettext ``.po`` files, read as they are so that no compiled file is kept beside them."""

from __future__ import annotations

import gettext
from functools import cache
from importlib.resources import files
from io import BytesIO
from typing import Final

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

_THOUSAND: Final = 1000
LANGUAGES: Final = ("fi", "sv", "en")


class Language:
    """One language's words. Get one from :func:`language`."""

    def __init__(self, code: str) -> None:
        """Read every catalogue of the language."""
        self.code = code
        words = Catalog(locale=code)
        folder = files("seurantalo.language") / "locale" / code
        if folder.is_dir():
            for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
                if entry.name.endswith(".po"):
                    with entry.open("rb") as stream:
                        for message in read_po(stream, locale=code):
                            if message.id:
                                words[message.id] = message
        compiled = BytesIO()
        write_mo(compiled, words)
        compiled.seek(0)
        self._messages = gettext.GNUTranslations(compiled)
        locale = Locale(code)
        self.months: tuple[str, ...] = tuple(locale.months["stand-alone"]["wide"][n] for n in range(1, 13))
        """Names of the months, January first."""
        self.weekdays: tuple[str, ...] = tuple(locale.days["stand-alone"]["wide"][n] for n in range(7))
        """Names of the days, Monday first."""
        self.weekdays_short: tuple[str, ...] = tuple(
            locale.days["stand-alone"]["short"][n].rstrip(".") for n in range(7)
        )
        """Two- or three-letter names of the days, Monday first."""

    def say(self, message: str, /, **values: object) -> str:
        """Return the words for an English source text, with its ``{blanks}`` filled."""
        words = self._messages.gettext(message)
        return words.format(**values) if values else words

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the words for ``n`` things; ``{n}`` in them is the number, its thousands apart."""
        return self._messages.ngettext(one, many, n).format(n=n if n < _THOUSAND else self.number(n), **values)

    def number(self, n: int) -> str:
        """Return a number with its thousands apart: ``12 345``. The space inside it does not break."""
        digits = f"{n:,}"
        return digits if self.code == "en" else digits.replace(",", "\u00a0")


@cache
def language(code: str) -> Language:
    """Return the language; raise ValueError for a code that is not in ``LANGUAGES``."""
    if code not in LANGUAGES:
        raise ValueError(code)
    return Language(code)
