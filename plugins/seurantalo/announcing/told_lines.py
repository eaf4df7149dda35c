"""The ledger's line of a date: the facts of which a change is told, as people read them, and what of them differs."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

from seurantalo.announcing.facts import Difference, Fact, Facts, SignUp
from seurantalo.announcing.when import hours_or_all_day, plain
from seurantalo.language import Language, language
from seurantalo.language.dates import clock, on, plain_day
from seurantalo.model.record import day_of


def told_line(facts: Facts) -> str:
    """Return the facts of which a change is told, as the ledger has them: equal facts, equal lines.

    Time, venue, municipality, price, registration, and whether it is cancelled; ``–`` for what is not known. Prose is
    no fact, and the day stands before the line. Of a date that has moved it says where to: ``siirretty 2027-06-05``.

    >>> from seurantalo.announcing.facts import facts_of
    >>> from seurantalo.language import language
    >>> told_line(facts_of(calendar.of_event("konsertti")[0], community, language("fi")))
    'klo 18–20; Seurantalo; Vimpeli'
    """
    pieces = [_piece(words) for words in told_facts(facts).values()]
    while len(pieces) > 1 and pieces[-1] == _NOTHING:
        pieces.pop()
    return "; ".join(pieces)


def told_facts(facts: Facts) -> dict[Fact, str]:
    """Return the facts of :func:`told_line` by name; ``""`` for what is not known."""
    lang = language(facts.language)
    return {
        Fact.TIME: hours_or_all_day(facts.span, lang),
        Fact.VENUE: facts.place,
        Fact.MUNICIPALITY: facts.municipality,
        Fact.PRICE: facts.price,
        Fact.REGISTRATION: _told_sign_up(facts.sign_up, lang),
        Fact.CANCELLED: _told_off(facts, lang),
    }


def differences(told: str, facts: Facts, *, exact: bool = False) -> tuple[Difference, ...]:
    """Return what of a line of the ledger is otherwise now, in the order of the line.

    Of what is off it is the same where it has moved to: that is told of the new day. ``exact``: it is not.

    >>> from seurantalo.announcing.facts import facts_of
    >>> from seurantalo.language import language
    >>> facts = facts_of(calendar.of_event("konsertti")[0], community, language("fi"))
    >>> [(one.name.value, one.told, one.now) for one in differences("klo 17–19; Seurantalo; Vimpeli", facts)]
    [('time', 'klo 17–19', 'klo 18–20')]
    """
    pieces = [piece.strip() for piece in told.split(";")]
    pieces += [_NOTHING] * (len(Fact) - len(pieces))
    if facts.cancelled and pieces[-1] != _NOTHING and not (facts.moved_to and exact):
        # That it is off on this day was told; of the new day that was told, see Book.promised.
        pieces[-1] = _piece(told_facts(facts)[Fact.CANCELLED])
    return tuple(
        Difference(name=name, told="" if before == _NOTHING else _dated(before, facts), now=_dated(words, facts))
        for (name, words), before in zip(told_facts(facts).items(), pieces, strict=False)
        if _piece(words) != before
    )


def _dated(words: str, facts: Facts) -> str:
    """Return words with the new day of what has moved as people write it."""
    found = _NEW_DAY.search(words) if told_new_day(f"{'–;' * (len(Fact) - 1)} {words}") else None
    if found is None:
        return words
    return words.replace(found["day"], plain_day(date.fromisoformat(found["day"]), language(facts.language)))


def _told_off(facts: Facts, lang: Language) -> str:
    if facts.moved_to is not None:
        return lang.say("moved to {day}", day=f"{facts.moved_to.first} {hours_or_all_day(facts.moved_to, lang)}")
    return lang.say("cancelled") if facts.cancelled else ""


def told_new_day(told: str) -> tuple[date, str] | None:
    """Return the new day of which a line of the ledger told, and what it said of that day; None where of none.

    >>> told_new_day("klo 18–20; Seurantalo; Vimpeli; –; –; siirretty 2027-06-05 klo 12–14")
    (datetime.date(2027, 6, 5), 'klo 12–14; Seurantalo; Vimpeli; –; –')
    """
    pieces = [piece.strip() for piece in told.split(";")]
    found = _NEW_DAY.search(pieces[-1]) if len(pieces) == len(Fact) else None
    if found is None:
        return None
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        return None
    return day, "; ".join([found["hours"].strip() or _NOTHING, *pieces[1:-1]])


def tells_that_it_is_off(told: str) -> bool:
    """Tell whether a line of the ledger said that nothing happens on its day.

    >>> tells_that_it_is_off("klo 18–20; Seurantalo; Vimpeli; –; –; peruttu"), tells_that_it_is_off("klo 18–20")
    (True, False)
    """
    pieces = [piece.strip() for piece in told.split(";")]
    return len(pieces) == len(Fact) and pieces[-1] not in ("", _NOTHING)


_NOTHING: Final = "–"
#: The new day of what has moved, alike in every language, and its hours.
_NEW_DAY: Final = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?P<hours>.*)")


def _piece(words: str) -> str:
    """Return a fact as a piece of the ledger's line, in which a semicolon stands between two."""
    return words.replace(";", ",") or _NOTHING


def _told_sign_up(sign_up: SignUp | None, lang: Language) -> str:
    if sign_up is None:
        return ""
    if sign_up.until is not None:
        words = plain(day_of(sign_up.until), lang)
        if isinstance(sign_up.until, datetime):
            words = on(words, clock(sign_up.until.time(), lang), lang)
    else:
        words = sign_up.short_address or sign_up.words
    return lang.say("reg. {words}", words=words)
