"""Personal data that must not come into version control, because version control does not forget.

Finnish personal identity codes are never allowed; phone numbers and e-mail addresses only inside a contact; a
contact whose address carries a person's name only with that person's consent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Final, NamedTuple

from seurantalo.patterns import late
from seurantalo.reading.personal.mail_addresses import mail_addresses
from seurantalo.reading.personal.phone_numbers import phone_numbers
from seurantalo.reading.personal.plain_signs import plain

#: Check characters of the personal identity code, by the remainder of its nine digits divided by 31.
_CHECK: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_IDENTITY: Final = late(
    r"(?<!\d)(\d{2})[ .]?(\d{2})[ .]?(\d{2})[ _]{0,2}([-+A-FU-Y]?)[ _-]{0,2}(\d{3})[ _-]?([0-9A-Y])(?!\d)",
    re.IGNORECASE,
)
#: Where the sign of the century is left out, these words tell what is meant.
_NAMED_IDENTITY: Final = late(
    r"(?:hetu|henkilötun\w*|henkilönumero|sotu\w*|personbeteckning\w*)\W{0,3}\Z", re.IGNORECASE
)
#: A quick look before the long ones: seven digits of any script close to each other, or what may stand for a sign.
_NUMBERS: Final = late(r"\d(?:\D{0,8}\d){5}")
_SHORT_WORD_FOR_SIGN: Final = late(r"[(\[{<\"'”“’* _.-](?:[aAäÄ](?:\u0308?[tT])?|[eE][tT])[)\]}>\"'”“’* _.-]")
_LONG_WORDS_FOR_SIGN: Final = ("merkki", "miuku", "kissanh", "snabel")
#: All that is looked for at once: for short texts one pattern is quicker than many looks.
_ANY: Final = late(
    rf"[\d@＠﹫&%+]|{_SHORT_WORD_FOR_SIGN.pattern}|(?i:{'|'.join(_LONG_WORDS_FOR_SIGN)})",
)
_SHORT: Final = 60
#: Of texts in Latin-1: small letters for large ones, an a for an ä, a blank for all that may stand around a word.
_AROUND: Final = "()[]{}<>\"'* _.-"
_ALIKE: Final = bytes.maketrans(
    f"{ascii_uppercase}äÄ{_AROUND}".encode("latin-1"), f"{ascii_lowercase}aa{' ' * len(_AROUND)}".encode("latin-1")
)
_WORDS_ALIKE: Final = (b" a ", b" at ", b" et ", *map(str.encode, _LONG_WORDS_FOR_SIGN))
_SIGNS: Final = ("@", "＠", "﹫")
#: Longer ones by a sign of theirs, since one sign is found many times sooner than two.
_LONG_SIGNS: Final = (("&", ("&#", "&commat")), ("%", ("%40",)), ("+", ("U+0040",)))
#: The bytes that the digits of other scripts begin with in UTF-8.
_OTHER_DIGITS: Final = b"\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0"
_NAMED: Final = late(r"([a-zåäö]{2,}(?:-[a-zåäö]{2,})?)\.([a-zåäö]{2,}(?:-[a-zåäö]{2,})?)")
_UNSEEN: Final = "·"
#: Words of role addresses, so that toimisto.vimpeli@ is no person.
_ROLES: Final = frozenset(
    {
        "asiakaspalvelu",
        "elinvoima",
        "hallitus",
        "info",
        "jasensihteeri",
        "kanslia",
        "kehittaminen",
        "kerho",
        "kirjaamo",
        "kirjasto",
        "koulu",
        "kulttuuri",
        "kunnanjohtaja",
        "kunta",
        "kylatalo",
        "liikunta",
        "nuoriso",
        "palvelu",
        "posti",
        "puheenjohtaja",
        "seurakunta",
        "sihteeri",
        "tapahtumat",
        "tiedotus",
        "toimisto",
        "toiminnanjohtaja",
        "vapaaaika",
        "varaukset",
        "yhdistykset",
        "yhdistys",
        "yhteys",
    }
)


class Finding(NamedTuple):
    """The problem's code, the piece of text as it is written, and where it begins in the text."""

    code: str
    piece: str
    start: int


def personal_data(text: str) -> Iterator[Finding]:
    """Yield what must not be there, in the order of the text.

    >>> [(found.code, found.piece) for found in personal_data("Soita 040–123 4567.")]
    [('phone-outside-contact', '040–123 4567')]
    """
    if len(text) < _SHORT and _ANY.search(text) is None:
        return
    numbers = ("&" in text and "&#" in text) or (_has_digits(text) and _NUMBERS.search(text) is not None)
    signs = any(map(text.__contains__, _SIGNS)) or _has_long_sign(text) or _has_word_for_sign(text)
    if not numbers and not signs:
        return
    simple = plain(text)
    found: list[tuple[int, int, str]] = []
    if numbers:
        found += [(*match.span(), "identity-code") for match in _identity_codes(simple.text)]
        taken = [span[:2] for span in found]
        found += [
            (start, end, "phone-outside-contact")
            for start, end in phone_numbers(simple.text)
            if not any(start < over and begin < end for begin, over in taken)
        ]
    if signs:
        found += [(*span, "email-outside-contact") for span in mail_addresses(simple.text, _ROLES)]
    for start, end, code in sorted(found):
        begins, ends = simple.span(start, end)
        yield Finding(code, text[begins:ends], begins)


def shown(code: str, piece: str) -> str:
    """Return what a report may repeat of a piece of text: others read it too."""
    return piece[:6] + _UNSEEN * 5 if code == "identity-code" else " ".join(piece.split())[:60]


def looks_personal(email: str) -> bool:
    """Return True for an address of the form firstname.lastname@ that names no role."""
    match = _NAMED.fullmatch(email.split("@", 1)[0].lower())
    return match is not None and not {match[1], match[2]} & _ROLES


def _has_digits(text: str) -> bool:
    """Tell whether a text may hold a digit of any script. To look for a sign is many times quicker than a pattern."""
    if any(map(text.__contains__, digits)):
        return True
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return any(map(text.encode("utf-8", "surrogatepass").__contains__, _OTHER_DIGITS))
    return False


def _has_long_sign(text: str) -> bool:
    return any(any(map(text.__contains__, signs)) for one, signs in _LONG_SIGNS if one in text)


def _has_word_for_sign(text: str) -> bool:
    """Tell whether a text may hold a word for the sign of mail addresses. A pattern of all words costs twice this."""
    try:
        raw = text.encode("latin-1")
    except UnicodeEncodeError:
        if _SHORT_WORD_FOR_SIGN.search(text):
            return True
        return any(map(text.casefold().__contains__, _LONG_WORDS_FOR_SIGN))
    # One table for all signs, and a few looks for bytes, cost a third of a pattern and of a copy in lower case.
    alike = raw.translate(_ALIKE)
    return any(map(alike.__contains__, _WORDS_ALIKE))


def _identity_codes(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while match := _IDENTITY.search(text, at):
        good = _is_identity_code(match) and (
            match[4] or _NAMED_IDENTITY.search(text[max(0, match.start() - 30) : match.start()])
        )
        at = match.end() if good else match.start() + 1
        if good:
            yield match


def _is_identity_code(match: re.Match[str]) -> bool:
    day, month, year, _, serial, check = match.groups()
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return _CHECK[int(day + month + year + serial) % 31] == check.upper()
