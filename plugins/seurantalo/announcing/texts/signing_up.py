"""How to sign up, in words: as short as papers print it, in full, with a link, or to be read aloud."""

from __future__ import annotations

from datetime import datetime
from enum import Enum, auto

from seurantalo.announcing import when
from seurantalo.announcing.facts import SignUp
from seurantalo.announcing.texts.aloud import has_address
from seurantalo.language import Language
from seurantalo.language.dates import clock, on
from seurantalo.model.record import Moment, day_of


class SignUpForm(Enum):
    """In what manner it is said."""

    SHORT = auto()
    """``Ilm. viim. ke 26.5. yhdistys.example.org``."""
    LONG = auto()
    """``Ilmoittautuminen viimeistään 26.5. osoitteessa yhdistys.example.org``."""
    LINK = auto()
    """``Ilmoittautuminen viimeistään ke 26.5.: https://yhdistys.example.org``."""
    ALOUD = auto()
    """``Ilmoittautuminen viimeistään keskiviikkona 26.5.``"""


def sign_up_words(sign_up: SignUp | None, form: SignUpForm, lang: Language, *, weekday: bool = True) -> str:
    """Return how to sign up, without a point at the end but that of a date; ``""`` where nothing is known.

    >>> from datetime import date
    >>> sign_up_words(SignUp(until=date(2027, 5, 26), address="https://polku.example.org/"), SignUpForm.SHORT, lang)
    'Ilm. viim. ke 26.5. polku.example.org'
    """
    if sign_up is None:
        return ""
    if sign_up.closed:
        return lang.say("Registration has closed")
    words = sign_up.words if form is not SignUpForm.ALOUD or not has_address(sign_up.words) else ""
    address = "" if form is SignUpForm.ALOUD else sign_up.address
    if sign_up.until is None and not address:
        return _in_words(words, form, lang)
    said = _said(sign_up, form, lang, weekday=weekday)
    if address:
        said = _with_address(said, sign_up, form, lang)
    return _with_words(said, words, comma=bool(address))


def _said(sign_up: SignUp, form: SignUpForm, lang: Language, *, weekday: bool) -> str:
    short = form is SignUpForm.SHORT
    if sign_up.until is None:
        return lang.say("Reg.") if short else lang.say("Registration")
    day = _day(sign_up.until, form, lang, weekday=weekday)
    return lang.say("Reg. by {when}", when=day) if short else lang.say("Registration by {when}", when=day)


def _day(until: Moment, form: SignUpForm, lang: Language, *, weekday: bool) -> str:
    day = day_of(until)
    if form is SignUpForm.ALOUD:
        words = f"{lang.tongue.texts.weekdays_on[day.weekday()]} {when.plain(day, lang)}"
    elif form is SignUpForm.LONG or not weekday:
        words = when.plain(day, lang)
    else:
        words = when.with_weekday(day, lang)
    return on(words, clock(until.time(), lang), lang) if isinstance(until, datetime) else words


def _with_address(said: str, sign_up: SignUp, form: SignUpForm, lang: Language) -> str:
    if form is SignUpForm.LONG:
        return lang.say("{words} at {address}", words=said, address=sign_up.short_address)
    if form is SignUpForm.LINK:
        return lang.say("{words}: {address}", words=said, address=sign_up.address)
    return f"{said} {sign_up.short_address}"


def _with_words(said: str, words: str, *, comma: bool) -> str:
    if not words:
        return said
    if words[0].isupper():
        return f"{said.removesuffix('.')}. {words}"
    return f"{said}, {words}" if comma else f"{said} {words}"


def _in_words(words: str, form: SignUpForm, lang: Language) -> str:
    if not words or words.casefold().startswith(lang.tongue.texts.registering):
        return words
    if form is SignUpForm.SHORT:
        return lang.say("Reg. {words}", words=words)
    return lang.say("Registration: {words}", words=words)
