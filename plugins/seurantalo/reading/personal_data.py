"""Personal data that must not come into version control, because version control does not forget.

Finnish personal identity codes are never allowed; phone numbers and e-mail addresses only inside a contact; a
contact whose address carries a person's name only with that person's consent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from string import digits
from typing import Final

#: Check characters of the personal identity code, by the remainder of its nine digits divided by 31.
_CHECK: Final = "0123456789ABCDEFHJKLMNPRSTUVWXY"
_IDENTITY: Final = re.compile(r"(?<!\w)(\d{2})(\d{2})(\d{2})([-+A-FU-Y])(\d{3})([0-9A-Y])(?!\w)", re.IGNORECASE)
#: At most 64 letters before the sign (RFC 5321, 4.5.3.1.1): without a bound, a search would go on from each letter.
_EMAIL: Final = re.compile(r"[^\s<>()\[\]@,;:/]{1,64}@[^\s<>()\[\]@,;:/]+\.[A-Za-zÅÄÖåäö]{2,}")
#: An address with a sign written out: ``nimi (at) posti.fi``, ``nimi[ät]posti[piste]fi``.
_DISGUISED: Final = re.compile(
    r"[\w.+-]{2,64}\s?[(\[]\s?(?:at|ät|miukumauku)\s?[)\]]\s?[\w-]{1,63}"
    r"(?:\.|\s?[(\[]\s?(?:dot|piste|punkt)\s?[)\]]\s?)[A-Za-zÅÄÖåäö]{2,}",
    re.IGNORECASE,
)
#: What stands in it before the bracket that closes.
_DISGUISES: Final = ("at", "ät", "uku", "AT")
#: A Finnish or international number: seven digits or more, in groups, beginning with 0 or +. ``0123456-7`` is the
#: code of a business or an association.
_PHONE: Final = re.compile(
    r"(?<![\w.,:/=+-])(?!\(?\d{7}-\d(?!\d))(?:\+\d{1,3}|\(?0\d{1,3}\)?)(?:[ \u00a0-]?\d){5,11}(?![\w/]|[.,:]\d)"
)
#: A quick look before the long ones.
_SUSPECT: Final = re.compile(r"\d(?:\d{5}|[ \u00a0-]\d)")
#: The bytes that the digits of other scripts begin with in UTF-8.
_OTHER_DIGITS: Final = b"\xd9\xdb\xdf\xe0\xe1\xea\xef\xf0"
_NAMED: Final = re.compile(r"([a-zåäö]{2,}(?:-[a-zåäö]{2,})?)\.([a-zåäö]{2,}(?:-[a-zåäö]{2,})?)")
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


def personal_data(text: str) -> Iterator[tuple[str, str]]:
    """Yield (problem code, the piece of text) for what must not be there."""
    disguised = _is_disguised(text)
    if "@" not in text and not disguised and not (_has_digits(text) and _SUSPECT.search(text)):
        return
    if disguised:
        for match in _DISGUISED.finditer(text):
            yield "email-outside-contact", match[0]
    for match in _IDENTITY.finditer(text):
        if _is_identity_code(match):
            # The code itself must not be repeated in a report that others can read.
            yield "identity-code", match[0]
    for match in _EMAIL.finditer(text):
        yield "email-outside-contact", match[0]
    for match in _PHONE.finditer(text):
        yield "phone-outside-contact", match[0]


def comments_of(text: str) -> Iterator[tuple[int, str]]:
    """Yield (line, words) for what may be a comment in YAML: they are published with the file, though not shown.

    A sign of number inside a text looks alike; nothing is lost by looking at it twice.
    """
    if "#" in text:
        for number, line in enumerate(text.splitlines(), 1):
            at = 0 if line.startswith("#") else line.find(" #")
            if at >= 0:
                yield number, line[at:]


def shown(code: str, piece: str) -> str:
    """Return what a report may repeat of a piece of text: others read it too."""
    return piece[:6] + _UNSEEN * 5 if code == "identity-code" else piece[:60]


def looks_personal(email: str) -> bool:
    """Return True for an address of the form firstname.lastname@ that names no role."""
    match = _NAMED.fullmatch(email.split("@", 1)[0].lower())
    return match is not None and not {match[1], match[2]} & _ROLES


def _is_disguised(text: str) -> bool:
    """Tell whether a word for the sign of an address stands before a bracket that closes."""
    if ")" not in text and "]" not in text:
        return False
    *before, _ = text.replace("]", ")").split(")")
    return any(part.endswith(_DISGUISES) for part in before)


def _has_digits(text: str) -> bool:
    """Tell whether a text may hold a digit of any script. To look for a sign is many times quicker than a pattern."""
    if any(map(text.__contains__, digits)):
        return True
    try:
        text.encode("latin-1")
    except UnicodeEncodeError:
        return any(map(text.encode("utf-8", "surrogatepass").__contains__, _OTHER_DIGITS))
    return False


def _is_identity_code(match: re.Match[str]) -> bool:
    day, month, year, _, serial, check = match.groups()
    try:
        date(2000 + int(year), int(month), int(day))
    except ValueError:
        return False
    return _CHECK[int(day + month + year + serial) % 31] == check.upper()
