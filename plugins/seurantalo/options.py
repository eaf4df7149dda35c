"""A site's options, checked: one reading of what stands in ``mkdocs.yml``, for the build and for the command line.

An option is defined once, as a field of :class:`Settings`: its kind is that of its default, its limits are with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import Field, fields
from datetime import date
from pathlib import PureWindowsPath
from typing import Any, Final
from zoneinfo import ZoneInfo

from seurantalo.language import LANGUAGES, Language
from seurantalo.model.settings import ExternalCalendar, Settings
from seurantalo.own_rules import rule_names

__all__ = ["OPTIONS", "OptionError", "read_option", "read_today"]

#: Name -> field of every option, in the order of the class.
OPTIONS: Final[Mapping[str, Field[Any]]] = {field.name: field for field in fields(Settings)}


#: The largest number of events that one external calendar may bring.
MOST_OF_ONE: Final = 5_000
#: Where a site's files may be kept.
FORGES: Final = ("github", "forgejo", "gitlab", "none")
#: Whose search a site may have.
SEARCHES: Final = ("own", "theme")
#: What a text has to look like, and how that is said.
_SHAPES: Final = {
    "search": (re.compile("|".join(SEARCHES)), "one of {choices}"),
    "forge": (re.compile("|".join(FORGES)), "one of {choices}"),
    "editor_email": (re.compile(r"[^\s@<>\"(),:;]+@[^\s@<>\"(),:;]+\.[^\s@<>\"(),:;.]+"), "an e-mail address"),
    "proposal_endpoint": (re.compile(r"https://\S+"), "a web address"),
}
#: Of which years today can be: calendars reckon years back and ahead from it.
_YEARS: Final = range(1900, 2200)
_KEY: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class OptionError(ValueError):
    """A value that an option can't have. ``wanted`` says in English what it may be, with ``blanks`` to fill in.

    >>> OptionError(-1, "at least {least}", least=0).in_words(lang)
    'tähän sopii vähintään 0, mutta tässä on -1'
    """

    def __init__(self, value: object, wanted: str, **blanks: object) -> None:
        super().__init__(value, wanted)
        self.value, self.wanted, self.blanks = value, wanted, blanks

    def in_words(self, lang: Language) -> str:
        """Return the sentence: what is expected, and what was found."""
        wanted = lang.say(self.wanted, **self.blanks)
        return lang.say("expected {wanted}, found {value!r}", wanted=wanted, value=self.value)


def read_option(name: str, value: object) -> object:
    """Return the value as Settings wants it, the default for one left empty.

    ``name`` is one of ``OPTIONS``, ``value`` what YAML made of the option: a text, a number, a truth value, a date,
    None where nothing follows the colon. Raises OptionError for a value that the option can't have.

    >>> read_option("today", date(2027, 1, 4)), read_option("language", None)
    ('2027-01-04', 'fi')
    >>> read_option("language", "viro")
    Traceback (most recent call last):
    seurantalo.options.OptionError: ('viro', 'one of {choices}')
    """
    field = OPTIONS[name]
    default = field.default
    if value is None:
        return default
    if name == "external_calendars":
        # MkDocs asks about defaults too, and about what it was told before.
        known = isinstance(value, tuple) and all(isinstance(each, ExternalCalendar) for each in value)
        return value if known else tuple(_external_calendars(value))
    # YAML reads an unquoted day as a date, and a number or a truth value where a text is wanted.
    if name == "today" and isinstance(value, date):
        return value.isoformat()
    if isinstance(default, bool):
        if not isinstance(value, bool):
            raise OptionError(value, "true or false")
        return value
    if isinstance(default, int):
        return _number(field, value)
    if not isinstance(value, str):
        raise OptionError(value, "a text")
    return _text(name, value)


def _external_calendars(value: object) -> Iterator[ExternalCalendar]:
    """Yield the calendars of a mapping from their keys to their own options."""
    if not isinstance(value, Mapping):
        raise OptionError(value, "a list of calendars by name")
    known = {each.name: each for each in fields(ExternalCalendar) if each.name != "key"}
    for key, options in value.items():
        if not isinstance(key, str) or not _KEY.fullmatch(key):
            raise OptionError(key, "a calendar's name of small letters, digits and hyphens")
        if not isinstance(options, Mapping):
            raise OptionError(options, "the options of a calendar")
        values = {name: _of_calendar(known, name, each) for name, each in options.items()}
        missing = [name for name in ("name", "url", "organisation") if not values.get(name)]
        if missing:
            raise OptionError(key, "a calendar with {names}", names=", ".join(missing))
        yield ExternalCalendar(key=key, **values)


def _of_calendar(known: Mapping[str, Field[Any]], name: object, value: object) -> Any:  # noqa: ANN401 (by the field)
    field = known.get(str(name))
    if field is None:
        raise OptionError(name, "one of {choices}", choices=", ".join(known))
    if field.name == "most":
        if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_OF_ONE:
            raise OptionError(value, "a whole number from {least} to {most}", least=1, most=MOST_OF_ONE)
        return value
    if field.name == "demo":
        if not isinstance(value, bool):
            raise OptionError(value, "true or false")
        return value
    if not isinstance(value, str):
        raise OptionError(value, "a text")
    web = ("https://", "http://", "webcal://") if field.name == "url" else ("https://", "http://")
    if field.name in ("url", "page") and not value.startswith(web):
        raise OptionError(value, "a web address")
    return value.strip()


def _number(field: Field[Any], value: object) -> int:
    least, most = field.metadata.get("least", 0), field.metadata.get("most")
    if not isinstance(value, int) or isinstance(value, bool):
        raise OptionError(value, "a whole number such as {n}", n=field.default)
    if value < least or (most is not None and value > most):
        if most is None:
            raise OptionError(value, "at least {least}", least=least)
        raise OptionError(value, "a whole number from {least} to {most}", least=least, most=most)
    return value


def _text(name: str, value: str) -> str:
    if name == "language" and value not in LANGUAGES:
        raise OptionError(value, "one of {choices}", choices=", ".join(LANGUAGES))
    if name == "languages":
        _languages(value)
    if name == "timezone":
        try:
            ZoneInfo(value)
        except (KeyError, OSError, ValueError):
            raise OptionError(value, "a time zone such as Europe/Helsinki") from None
    if name == "events_folder" and (
        not value or PureWindowsPath(value).anchor or ".." in PureWindowsPath(value).parts
    ):
        # Both kinds of path, whatever this computer's is: a site is built here and there.
        raise OptionError(value, "a folder inside the site's folder, such as events")
    wanted = _SHAPES.get(name)
    if wanted is not None and value and not wanted[0].fullmatch(value):
        raise OptionError(value, wanted[1], choices=", ".join(SEARCHES if name == "search" else FORGES))
    if name == "rules_off":
        known = rule_names()
        for code in value.replace(",", " ").split():
            if code not in known:
                raise OptionError(code, "one of {choices}", choices=", ".join(known))
    if name == "today" and value:
        _day(value)
    return value


def _languages(value: str) -> None:
    codes = value.replace(",", " ").split()
    if len(set(codes)) < len(codes) or not set(codes) <= set(LANGUAGES):
        raise OptionError(value, "some of {choices}, each once", choices=", ".join(LANGUAGES))


def read_today(value: str) -> date:
    """Return the day that is to count as today; raise ValueError for what is none, or none of these centuries.

    >>> read_today("2027-05-01")
    datetime.date(2027, 5, 1)
    """
    day = date.fromisoformat(value)
    if day.year not in _YEARS:
        raise ValueError(value)
    return day


def _day(value: str) -> None:
    try:
        read_today(value)
    except ValueError:
        raise OptionError(value, "a day such as 2027-05-01") from None
