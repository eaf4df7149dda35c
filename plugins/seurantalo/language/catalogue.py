"""Message catalogues: gettext ``.po`` files, read as they are so that no compiled file is kept beside them."""

from __future__ import annotations

import gettext
import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from importlib.resources import files
from typing import Final

from seurantalo.language.po_file import messages_in
from seurantalo.language.registry import TONGUES
from seurantalo.language.tongue import Tongue
from seurantalo.language.tongues.en import ENGLISH

#: What a catalogue's header tells of how its language counts.
_PLURAL_RULE: Final = re.compile(r"^Plural-Forms:.*\bplural=([^;]+)", re.MULTILINE)
_PLURAL: Final = "n != 1"
_THOUSAND: Final = 1000
#: The codes of all languages: ours, then those of installed packages.
LANGUAGES: Final = tuple(TONGUES)
#: The language of the source texts. What another has no words for is said in it.
SOURCE: Final = ENGLISH.code


class Language:
    """One language's words. Get one from :func:`language`.

    >>> finnish = language("fi")
    >>> finnish.months[0], finnish.listed(["kahvit", "arvonta", "tanssit"]), finnish.name_of("sv")
    ('tammikuu', 'kahvit, arvonta ja tanssit', 'ruotsi')
    """

    def __init__(self, tongue: Tongue) -> None:
        """Read every catalogue of the language; one without any speaks English."""
        self.tongue = tongue
        self.code = code = tongue.code
        self._said: dict[str, str] = {}
        self._counted: dict[str, tuple[str, ...]] = {}
        plural = _PLURAL
        folder = files(tongue.package) / "locale" / code
        catalogues = sorted(folder.iterdir(), key=lambda entry: entry.name) if folder.is_dir() else ()
        for entry in catalogues:
            for one, many, said in messages_in(entry.read_text("utf-8")) if entry.name.endswith(".po") else ():
                if many:
                    self._counted.setdefault(one, said)
                elif one:
                    self._said.setdefault(one, said[0])
                elif rule := _PLURAL_RULE.search(said[0]):
                    plural = rule[1]
        self._translated = dict(self._said)
        self._form = gettext.c2py(plural)
        self.months = tongue.months
        """Names of the months, January first."""
        self.weekdays = tongue.weekdays
        """Names of the days, Monday first."""
        self.weekdays_short = tongue.weekdays_short
        """The shortest names of the days, Monday first."""

    def say(self, message: str, /, **values: object) -> str:
        """Return the words for an English source text, with its ``{blanks}`` filled.

        >>> language("sv").say("the first {weekday}", weekday="onsdag")
        'den första onsdag'
        """
        words = self._said.get(message)
        if words is None:
            words = self._said[message] = self.forms(message, message)[0]
        return words.format(**values) if values else words

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Return the words for ``n`` things; ``{n}`` in them is the number, its thousands apart."""
        return self._counting(one, many, n).format(n=n if n < _THOUSAND else self.number(n), **values)

    def forms(self, one: str, many: str) -> tuple[str, str]:
        """Return the words for one thing and for more, with their ``{n}`` still open: for what counts in a browser.

        >>> language("fi").forms("{n} time", "{n} times")
        ('{n} kerta', '{n} kertaa')
        """
        return self._counting(one, many, 1), self._counting(one, many, 2)

    def _counting(self, one: str, many: str, n: int) -> str:
        said = self._counted.get(one)
        if said is None:
            return one if n == 1 else many
        return said[min(self._form(n), len(said) - 1)]

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """The English source text of each text without blanks, by its words.

        >>> language("fi").sources["Käytännöt"]
        'Practices'
        """
        return {words: name for name, words in self._translated.items() if "{" not in name}

    def number(self, n: int) -> str:
        """Return a number with its thousands apart: ``12 345``. The space inside it does not break."""
        return f"{n:,}".replace(",", self.tongue.thousands)

    def euros(self, amount: Decimal) -> str:
        """Return a sum in euros: ``12 000 €``, ``12,50 €``. Spaces inside it don't break."""
        whole, _, cents = f"{amount:.2f}".partition(".")
        words = self.number(int(whole))
        if cents != "00":
            words = f"{words}{self.tongue.decimal_mark}{cents}"
        return self.tongue.euros.format(amount=words)

    def listed(self, words: Sequence[str]) -> str:
        """Return words as a list in a sentence: ``a, b ja c``."""
        if len(words) < 2:
            return "".join(words)
        return self.say("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])

    def name_of(self, code: str) -> str:
        """Return what a language is called in this one; in English, or by its code, where it has no name here."""
        names = self.tongue.languages.get(code) or ENGLISH.languages.get(code) or (code,)
        return names[0]


@cache
def language(code: str) -> Language:
    """Return the language; raise ValueError for a code that is not in ``LANGUAGES``.

    >>> language("sv").weekdays[2]
    'onsdag'
    >>> language("et")
    Traceback (most recent call last):
    ValueError: et
    """
    if code not in TONGUES:
        raise ValueError(code)
    return Language(TONGUES[code])
