"""Telephone numbers in running text, in the spellings of Finland and of whoever writes a country's code before them.

A run of digits is judged by how numbers are given out in Finland (Traficom's regulation 32): a mobile number begins
with 04x or 050, a local one with an area code. Numbers of references, books, estates, companies and accounts look
alike, and are told apart by their form or by the word before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from seurantalo.patterns import late

#: Digits with what people write between them: at most one dash, point, slash, low line or bracket among blanks.
_RUN: Final = late(r"(?:[(\[]?\+ ?)?[(\[]?\d(?: {0,3}(?:[)\]] ?[-/(]|\*\*|[-./_()\]*])? {0,3}\(?\d)*")
#: The letter in the place of the digit.
_LETTER_O: Final = late(r"(?<![^\W_])[oO](?=(?:4\d|50)[ -]?\d)")
_GROUPS: Final = late(r"(\D*)(\d+)")
#: An address of the web, whose numbers mean pages, and what it may say of a telephone.
_WEB: Final = late(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
_TOLD_IN_WEB: Final = late(r"(?:wa\.me/|(?:phone|tel|puh|gsm|numero|number|sms)=)(\+?\d{7,15})(?!\d)", re.IGNORECASE)
#: What looks like a number but is an account (IBAN), a date, hours or an estate.
_ELSE: Final = late(
    r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b"
    r"|(?<![\d.])\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}(?!\d)|\d{2}(?!\d))?(?!\.?\d)"
    r"|\b(?:19|20)\d\d-\d\d-\d\d\b|\b0\d ?[-/.] ?(?:19|20)\d\d\b(?! ?\d)"
    r"|(?<![\d.])\d{1,2}(?:[.:]\d{2})? ?- ?\d{1,2}[.:]\d{2}(?![\d.])|(?<![\d.-])\d\d-\d\d(?= \d\d-\d\d\b)"
    r"|\b(?:049|\d{3})-4\d\d-\d{1,4}-\d{1,4}\b|\b0\d{6}-\d(?!\d)"
)
_NUMBERED: Final = (
    r"viite|ref|tili|konto|sarja|serie|erä|parti|lasku|faktura?|tilaus|order|jäsen|medlem|asiakas|kund|kortti|kort"
    r"|rekisteri?|register|diaari|tuote|artikkeli|artikel|arpa|lippu|biljett|osa|malli|lähety|seuranta|kiinteistö"
    r"|fastighet|rakennu|vakuutu|sopimu|avtal|avain|avaime|ovi|mittari|laite|serial|tilauks"
)
#: The word before a number that is none to call.
_OTHER: Final = late(
    rf"(?:\b(?:\w{{0,20}}?)(?:{_NUMBERED})[a-zåäö]{{0,3}}[- ]?(?:numero|nummer|nro|nr|n:o|no|num|id)"
    r"|\w{0,30}(?:koodi|tunnus)"
    r"|\b(?:viite|ref|tili|iban|isbn|issn|ean|gtin|erä|lot|batch|dnro|rn:o|kiinteistö|fastighet|etrs[\w-]{0,12}"
    r"|koordinaatit|kod|code|osm|doi|id|sarja|lat|lon|rek|sn|s/n|malli|arpa|rivi|isrc|cas|n:o|md5|sha\d{0,3}|hash))"
    r"[.:]?\s?(?:n(?:umero|ro|:o|r|o)[.:]?)?[\s:=#(]{0,3}\Z",
    re.IGNORECASE,
)
#: A word that tells that a number is one to call, right before it.
_CALL: Final = late(
    r"(?:^|[^a-zåäö])(?:p|puh|puhelin|puhelimi?tse|puhelinnumero|gsm|tel|telefon|tlf|phone|mob|mobil|matkap|matkapuh"
    r"|matkapuhelin|kännykkä|känny|soita|soittakaa|ring|call|whatsapp|wa|sms|tekstari|tekstiviesti|fax|faksi)"
    r"[.:]{0,2}[ =:]{0,2}\Z",
    re.IGNORECASE,
)
_UNITS: Final = late(
    r" ?(?:€|e\b|eur|kpl|km\b|kg\b|mk\b|markkaa|%|hlö|henk|asuk|m²|m2|m\b|ha\b|hehtaar)", re.IGNORECASE
)
_FILE: Final = late(r"[\w-]{0,20}\.[a-z]{3,4}\b", re.IGNORECASE)
#: An older mobile number has its fourth digit in the first group (0400 123456).
_MOBILE: Final = late(r"0(?:4\d|50)")
#: Area codes, and numbers of companies and services.
_AREA: Final = late(r"0(?:[235689]|1[3-9]|[123]0|29|7[35]|[678]00|[12]00|20[1-9]|10[1-9]|29[45]|30[0-9])")
#: After these, people write a short group first: 0800 1 2345.
_SHORT: Final = ("0800", "0600", "0700", "010", "020")
_ABROAD: Final = late(r"00(?:358|46|47|45|49|44|48|31|33|34|39|37[0-2])")
#: No number is longer (ITU-T E.164: 15 digits), with the zeros that open it in Europe.
_LONGEST: Final = 17


class _Group(NamedTuple):
    before: str
    digits: str
    start: int
    end: int


def phone_numbers(text: str) -> Iterator[tuple[int, int]]:
    """Yield where telephone numbers begin and end in a text of plain signs.

    >>> text = "Kysy 040 123 4567, viite 0401234567, Y-tunnus 0123456-7."
    >>> [text[start:end] for start, end in phone_numbers(text)]
    ['040 123 4567']
    """
    text = _LETTER_O.sub("0", text.replace("\n", " "))
    shown = _ELSE.sub(_nothing, text)
    if "://" in text or "www." in text.lower():
        for address in _WEB.finditer(text):
            yield from (told.span(1) for told in _TOLD_IN_WEB.finditer(text, *address.span()))
        shown = _WEB.sub(_nothing, shown)
    for run in _RUN.finditer(shown):
        if run.end() - run.start() >= 7:
            groups = [
                _Group(one[1], one[2], run.start() + one.start(2), run.start() + one.end(2))
                for one in _GROUPS.finditer(run[0])
            ]
            yield from _in_run(shown, groups)


def _nothing(found: re.Match[str]) -> str:
    return "\x00" * len(found[0])


def _in_run(text: str, groups: list[_Group]) -> Iterator[tuple[int, int]]:
    """Yield the numbers in groups of digits that follow each other."""
    at, over = 0, 0
    while at < len(groups):
        # After a slash only what follows a number is another one: 040 123 4567/050 123 4567.
        end = _end_of(text, groups, at) if at == over or "/" not in groups[at].before else None
        if end is None:
            at += 1
            continue
        yield groups[at].start - len(groups[at].before.strip(" -./_)]*")), groups[end].end
        at = over = end + 1


def _end_of(text: str, groups: list[_Group], at: int) -> int | None:
    """Return the last group of a number that begins with the group ``at``; None where none does."""
    first = groups[at]
    if len(first.digits) > _LONGEST or (at and first.before.strip(" (/*")):
        return None
    start = first.start - (len(first.before) if not at else 0)
    lead = text[max(0, start - 60) : start]
    called = lead.rstrip(" .:=")[-1:].isalpha() and _CALL.search(lead) is not None
    if not (called or first.digits[0] == "0" or first.digits.startswith("358") or "+" in first.before):
        return None
    if not called and not at and _is_inside(lead):
        return None
    best = _longest(text, groups, at, called=called)
    return best if called or best is None or _OTHER.search(lead) is None else None


def _longest(text: str, groups: list[_Group], at: int, *, called: bool) -> int | None:
    """Return the last group of the longest number, or of the first of the usual length."""
    digits, best = "", None
    for end in range(at, min(at + 12, len(groups))):
        group = groups[end]
        if end > at and _is_trunk_zero(groups, end):
            continue
        digits += group.digits
        if len(digits) > _LONGEST:
            break
        if len(digits) < 6:
            continue
        full = _fits(groups[at : end + 1], digits, called=called)
        if full is not None and _may_end(text, groups, end, sure=full):
            best = end
            if full and end + 1 < len(groups) and groups[end + 1].before.strip() == "":
                break
    return best


def _is_trunk_zero(groups: list[_Group], at: int) -> bool:
    """Tell whether a group is the zero in brackets of ``+358 (0)40``."""
    return groups[at].digits == "0" and groups[at].before.endswith("(") and at + 1 < len(groups)


def _is_inside(lead: str) -> bool:
    """Tell whether what stands right before makes the digits a part of something else."""
    if not lead:
        return False
    last, before = lead[-1], lead[-2:-1]
    if last == "_":
        return before.isalnum()
    return last.isalnum() or last in "#@\x00+" or (last in "-.,:/" and before.isdigit()) or lead.endswith("-_")


def _fits(groups: list[_Group], digits: str, *, called: bool) -> bool | None:
    """Tell whether groups of digits are a number: True for one of the usual length, False for another."""
    count, first = len(digits), groups[0].digits
    if "+" in groups[0].before:
        return _is_abroad(digits, 0)
    if abroad := _ABROAD.match(digits):
        return _is_abroad(digits, 2) if abroad.end() <= len(first) or len(first) == 2 else None
    if digits.startswith("358") and re.match(r"0?(?:4\d|50)", digits[3:]) and len(first) in (3, 5, 11, 12, 13):
        return _is_abroad(digits, 0)
    spaced = all(len(one.digits) == 1 for one in groups)
    if spaced and (count != 10 or any(one.before != " " for one in groups[1:])):
        return None
    if _MOBILE.match(digits) and (len(first) >= 3 or spaced) and (spaced or _is_grouped(groups[1:])):
        return count == 10 if 9 <= count <= 11 else None
    if called and 7 <= count <= 11 and first[0] == "0" and len(first) > 1:
        return 9 <= count <= 10
    if called and 6 <= count <= 9 and first[0] != "0" and not digits.startswith("116") and len(groups) <= 3:
        return False
    return _is_local(groups, digits)


def _is_grouped(groups: list[_Group]) -> bool:
    """Tell whether groups are as long as people make them: a digit alone is at most the last."""
    return all(len(one.digits) > 1 for one in groups[:-1])


def _is_local(groups: list[_Group], digits: str) -> bool | None:
    """As ``_fits``, for numbers of an area or a company."""
    area = _AREA.match(digits)
    if area is None:
        return None
    first, rest = groups[0].digits, groups[1:]
    if not rest:
        is_date = re.fullmatch(r"0\d(?:0[1-9]|1[0-2])(?:19|20)\d\d", digits) is not None
        return len(digits) in (9, 10) if 8 <= len(digits) <= 10 and not is_date and digits[2] != "0" else None
    if not _AREA.fullmatch(first):
        return None
    own = len(digits) - len(first)
    if not 4 + (len(first) == 2) <= own <= 8 or rest[0].digits[0] == "0":
        return None
    short = groups[0].before.endswith(("(", "[")) or first.startswith(_SHORT) or (len(first) == 3 and own == 5)
    if len(rest[0].digits) < 3 and not short:
        return None
    return 6 <= own <= 7


def _is_abroad(digits: str, zeros: int) -> bool | None:
    """As ``_fits``, for numbers that begin with the code of a country after some zeros."""
    count = len(digits) - zeros
    if digits[zeros:].startswith("358"):
        own = digits[zeros + 3 :].removeprefix("0")
        usual = len(own) == 9 if re.match(r"4\d|50", own) else 7 <= len(own) <= 9
        return usual if 6 <= len(own) <= 10 else None
    return 10 <= count <= 12 if 8 <= count <= 15 else None


def _may_end(text: str, groups: list[_Group], end: int, *, sure: bool) -> bool:
    """Tell whether a number may end with a group, by what follows."""
    after = text[groups[end].end : groups[end].end + 26]
    if end + 1 < len(groups):
        following = groups[end + 1]
        sign = following.before.strip(" (")
        opens = following.digits[0] == "0" and len(following.digits) > 1
        return (sign in ("", ")") and (sure or opens)) or (sign == "/" and opens)
    if after[:1].isalpha():
        return re.match(r"[a-zåäö]{2,}", after) is not None and not _UNITS.match(after)
    if re.match(r"-[a-zåäö](?!\w)", after, re.IGNORECASE):
        return False
    return not _UNITS.match(after) and not (after[:1] in ".-_" and _FILE.match(after)) and after[:1] != "@"
