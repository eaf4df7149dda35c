"""What a price in words says of money: ``3 €, lapset ilmaiseksi``, ``fritt inträde, kaffe 2 €``.

People write a price as they say it, in clauses: a sum or a word such as "free", and around it for whom or for what.
A word for "free" makes an event free only where nothing narrows it, and coffee is no admission. Where it is not clear
what is said, nothing is claimed: whoever calls an event free that is not sends people there with empty pockets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final, NamedTuple

from seurantalo.frozen import dataclass
from seurantalo.language.registry import TONGUES
from seurantalo.patterns import late


class Admission(StrEnum):
    """What it takes to come in. ``VOLUNTARY`` is a collection or a sum that everybody chooses."""

    FREE = "free"
    PAID = "paid"
    VOLUNTARY = "voluntary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Fee:
    """A sum in euros, from ``least`` to ``most`` (None: from there on); ``whom`` is for whom, as it was written."""

    least: float
    most: float | None
    whom: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """A price that was read. ``fees`` are those of the admission, in the order of the text; none unless it is paid.

    >>> price = read_price("5 €, lapset ilmaiseksi")
    >>> price.admission.value, price.sums
    ('paid', (5.0,))
    """

    admission: Admission
    fees: tuple[Fee, ...] = ()

    @property
    def sums(self) -> tuple[float, ...]:
        """The sums, each once, cheapest first."""
        return tuple(sorted({one for fee in self.fees for one in (fee.least, fee.most) if one is not None}))


class _About(StrEnum):
    """What the words around a sum, or around "free", are about."""

    ALL = "all"
    """Nothing that narrows it: ``pääsy``, ``lippu``."""
    SOME = "some"
    """People, and nothing else: ``lapset``, ``muilta``."""
    PEOPLE = "people"
    """People and more: ``lapset aikuisen seurassa``."""
    EXTRA = "extra"
    """What is sold there, or is no price: ``kahvi``, ``myyntipaikka``, ``alennus``."""
    OTHER = "other"


class _Clause(NamedTuple):
    """A value with the words around it; ``value`` is a sum, "free", "voluntary", or ``""``."""

    value: str
    sums: tuple[tuple[float, float | None], ...]
    words: str
    about: _About
    leads: bool
    """Whether nothing stands before the value."""

    @property
    def whom(self) -> str:
        """For whom it is; ``""`` where it is said for what, or nothing."""
        return self.words if self.about in (_About.SOME, _About.PEOPLE) else ""


#: A sum: with a blank between thousands, with a comma or a point before cents.
_NUMBER: Final = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d{1,5})(?:[.,]\d{1,2})?"
#: ``3,-`` and ``20:-``.
_EVEN: Final = r"[.,:][-–—](?!\w)"
_JOINT: Final = r"\s?[-–—/]\s?"
#: Between clauses. A point ends one only before a capital: ``alle 7 v. ilmaiseksi`` goes on.
_BREAK: Final = late(r"[,;/()+|•\n]|(?<!\bv)[.!?](?=\s+[A-ZÅÄÖ])")
_WORD: Final = late(r"[^\W_]+(?:-[^\W_]+)*")
_BARE: Final = late(rf"{_NUMBER}(?:{_JOINT}{_NUMBER})?")
_BARE_AT_END: Final = late(rf"(?P<whom>\D*[^\W\d])\s+(?P<sum>{_NUMBER})")
#: Longer than any price that is one, and short enough to be read at once.
_LONGEST: Final = 400


class _Grammar:
    """What all languages know of prices, as one: a text may be in any of them."""

    def __init__(self) -> None:
        words = [tongue.prices for tongue in TONGUES.values()]
        self.numbers = {name: str(value) for one in words for name, value in one.numbers.items()}
        euro = rf"(?:€|(?:eur|{_any(one.euro for one in words)})(?!\w))"
        cent = rf"(?:{_any(one.cent for one in words)})(?!\w)"
        one = rf"(?:(?:€|eur\b)\s?)?{_NUMBER}(?:\s?{cent}|\s?{euro}|{_EVEN}(?:\s?€)?)?"
        begins = _any(one.from_on for one in words)
        self.cent = re.compile(cent, re.IGNORECASE)
        self.unit = re.compile(rf"{euro}|€|eur\b|{_EVEN}|{cent}", re.IGNORECASE)
        self.single = re.compile(one, re.IGNORECASE)
        joint = rf"(?:{_JOINT}|\s(?:{_any(one.either for one in words)})\s)"
        self.value = re.compile(
            rf"(?<![\w-])(?:(?P<voluntary>{_any(one.voluntary for one in words)})"
            rf"|(?P<free>{_any(one.free for one in words)}))(?![\w-])"
            rf"|(?<![\w.,])(?P<sum>(?:(?P<from>{begins})\s?)?{one}(?:{joint}{one})*(?:\s(?P<on>{begins})(?!\w))?)",
            re.IGNORECASE,
        )
        self.denied = re.compile(rf"(?<!\w)(?:{_any(one.denials for one in words)})\s*$", re.IGNORECASE)
        self.narrows = re.compile(rf"(?:{_any(one.conditions for one in words)})(?!\w)", re.IGNORECASE)
        self.besides = re.compile(rf"\s*(?:{_any(one.besides for one in words)})(?!\w)", re.IGNORECASE)
        self.idioms = re.compile(rf"(?<!\w)(?:{_any(one.everybody for one in words)})(?!\w)", re.IGNORECASE)
        self.all = _whole(one.admission for one in words)
        self.people = _whole(one.people for one in words)
        self.extras = re.compile(_any(one.extras for one in words), re.IGNORECASE)
        self.included = re.compile(rf"(?<!\w)(?:{_any(one.included for one in words)})", re.IGNORECASE)

    def about(self, words: str) -> _About:
        """Return what the words around a value are about."""
        words = self.idioms.sub(" ", words)
        known = [word for word in _WORD.findall(words) if not self.all.fullmatch(word)]
        if not known:
            return _About.ALL
        people = [word for word in known if self.people.fullmatch(word)]
        if len(people) == len(known):
            return _About.SOME
        if self.extras.search(self.included.split(words)[0]):
            return _About.EXTRA
        return _About.PEOPLE if people else _About.OTHER

    def sums(self, match: re.Match[str]) -> tuple[tuple[float, float | None], ...]:
        """Return the sums of a match as (least, most); none where no part of it is in euros or cents."""
        text = match["sum"]
        if not self.unit.search(text):
            return ()
        found: list[tuple[float, float | None]] = []
        ends = 0
        hundredth = self.cent.search(text) is not None
        for one in self.single.finditer(text):
            amount = _amount(one[0]) / (100 if hundredth else 1)
            joint = text[ends : one.start()].strip()
            if found and joint in ("-", "–", "—") and (least := found[-1][0]) <= amount:
                found[-1] = (least, amount)
            else:
                found.append((amount, amount))
            ends = one.end()
        if match["from"] or match["on"]:
            found[0] = (found[0][0], None)
        return tuple(found)


def _any(words: Iterable[tuple[str, ...]]) -> str:
    """Return a pattern of what several languages say, the longest first."""
    found = sorted({word for some in words for word in some}, key=lambda word: (-len(word), word))
    return "|".join(found) or "(?!)"


def _whole(words: Iterable[tuple[str, ...]]) -> re.Pattern[str]:
    return re.compile(_any(words), re.IGNORECASE)


@cache
def _grammar() -> _Grammar:
    return _Grammar()


def _amount(text: str) -> float:
    match = re.search(_NUMBER, text)
    return float(re.sub(r"\s", "", match[0]).replace(",", ".")) if match else 0.0


@lru_cache(maxsize=2_048)
def read_price(words: str) -> Price:
    """Return what a price in words says, in any of the languages.

    >>> read_price("Vapaa pääsy, kahvi 2 €").admission.value
    'free'
    >>> read_price("Lapset 5 €, aikuiset 10 €").sums
    (5.0, 10.0)
    >>> read_price("Hinta ovelta").admission.value
    'unknown'
    """
    grammar = _grammar()
    text = " ".join(grammar.numbers.get(word.casefold(), word) for word in words[:_LONGEST].split())
    if _BARE.fullmatch(text.strip(" .")):
        text += " €"
    clauses = _carried(tuple(_clauses(grammar, text)))
    free = [place for place, one in enumerate(clauses) if one.value == "free"]
    for_all = [place for place in free if _for_all(grammar, clauses, place)]
    voluntary = any(one.value == "voluntary" for one in clauses)
    fees = _fees(clauses)
    if for_all:
        if any(one.about is _About.ALL for one in fees):
            return Price(Admission.UNKNOWN)
        fees = [one for one in fees if one.about is _About.SOME]
        if not fees:
            return Price(Admission.FREE)
    if fees:
        found = [Fee(*one, clause.whom) for clause in fees for one in clause.sums]
        return Price(Admission.PAID, tuple(found))
    return Price(Admission.VOLUNTARY if voluntary else Admission.UNKNOWN)


def _fees(clauses: tuple[_Clause, ...]) -> list[_Clause]:
    """Return the sums of the admission. After food come the children's sums for food: ``ruoka 8 €, lapset 4 €``."""
    found: list[_Clause] = []
    extra = False
    for one in clauses:
        if one.value == "sum":
            extra = one.about is _About.EXTRA or (extra and one.about is _About.SOME)
            if not extra:
                found.append(one)
    return found


def _for_all(grammar: _Grammar, clauses: tuple[_Clause, ...], place: int) -> bool:
    """Tell whether "free" at a place is said of everybody and of coming in."""
    if clauses[place].about is not _About.ALL:
        return False
    after = clauses[place + 1] if place + 1 < len(clauses) else None
    if after is None or after.value:
        return True
    return after.about is not _About.SOME and not grammar.narrows.match(after.words)


def _carried(clauses: tuple[_Clause, ...]) -> tuple[_Clause, ...]:
    """Return the clauses. People without a value are those of the value that comes next: ``lapset (3–6 v) 2 €``.

    What stands between them narrows it further, and is left out.
    """
    found: list[_Clause] = []
    waiting: list[_Clause] = []
    for one in clauses:
        if not one.value:
            waiting.append(one)
            continue
        whom = next((each for each in waiting if each.about in (_About.SOME, _About.PEOPLE)), None)
        if whom is not None and one.leads and one.about is _About.ALL:
            found.append(one._replace(words=whom.words, about=whom.about))
        else:
            found += [*waiting, one]
        waiting = []
    return (*found, *waiting)


def _clauses(grammar: _Grammar, text: str) -> Iterator[_Clause]:
    """Yield the clauses of a text, each with one value at most."""
    values: list[tuple[str, tuple[tuple[float, float | None], ...], int, int]] = []
    for match in grammar.value.finditer(text):
        start, end = match.span()
        if match["voluntary"]:
            values.append(("voluntary", (), start, end))
        elif match["free"]:
            if not grammar.denied.search(text, 0, start):
                values.append(("free", (), start, end))
        elif sums := grammar.sums(match):
            is_free = sums == ((0.0, 0.0),)
            values.append(("free" if is_free else "sum", () if is_free else sums, start, end))
    in_euros = any(value == "sum" for value, *_ in values)
    breaks = [
        one.start()
        for one in _BREAK.finditer(text)
        if not any(start <= one.start() < end for *_, start, end in values)
    ]
    for start, end in zip([0, *(one + 1 for one in breaks)], [*breaks, len(text)], strict=True):
        inside = [one for one in values if start <= one[2] < end]
        yield from _clause(grammar, text, (start, end), inside, in_euros=in_euros)


def _clause(
    grammar: _Grammar,
    text: str,
    span: tuple[int, int],
    inside: list[tuple[str, tuple[tuple[float, float | None], ...], int, int]],
    *,
    in_euros: bool,
) -> Iterator[_Clause]:
    """Yield what stands between two breaks. Of several values each takes the words on its own side."""
    start, end = span
    if not inside:
        words = text[start:end].strip(" .:–—-")
        match = _BARE_AT_END.fullmatch(words) if in_euros else None
        if match and grammar.about(match["whom"]) is _About.SOME:  # "aikuiset 10, lapset 5 €"
            yield _Clause(
                "sum", ((_amount(match["sum"]), _amount(match["sum"])),), match["whom"], _About.SOME, leads=False
            )
        elif words:
            yield _Clause("", (), words, grammar.about(words), leads=False)
        return
    given = any(value == "voluntary" for value, *_ in inside)
    before = len(inside) == 1 or not text[inside[-1][3] : end].strip(" .") or bool(text[start : inside[0][2]].strip())
    for place, (value, sums, starts, ends) in enumerate(inside):
        first, last = place == 0, place == len(inside) - 1
        left = text[(start if first else inside[place - 1][3]) : starts] if before or first else ""
        right = text[ends : (end if last else inside[place + 1][2])] if not before or last else ""
        if value == "free" and grammar.besides.match(right):
            right = ""  # something else is said: "maksuton ja lapsille sopiva"
        words = f"{left.strip(' .:–—-')} {right.strip(' .:–—-')}".strip()
        about = grammar.about(words)
        if value == "sum" and given and about is _About.ALL:
            continue  # a sum that is only proposed
        yield _Clause(value, sums, words, about, leads=not left.strip(" .:–—-"))
