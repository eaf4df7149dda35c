"""No length loses a fact: whatever the event and the room there is, what may fall falls in its order."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.announcing.reading_week import week_calendar, week_community
from tests.announcing.telling import MEANS, MONDAY, SUNDAY, channel, issue_of
from tests.examples import examples

from seurantalo.announcing.entry import Entry
from seurantalo.announcing.facts import Facts, facts_of
from seurantalo.announcing.sentences import sentences
from seurantalo.announcing.texts import Written, entry_text, manner_named, manners
from seurantalo.language import language
from seurantalo.model import Text
from seurantalo.model.event import Registration
from seurantalo.planner.occurrence import Occurrence

LANGUAGES = ("fi", "sv", "en")
#: What a name, a price or a sentence may hold, with all that templates and typography use themselves.
WORDS = st.text(st.sampled_from("abåöÄ 1905.,:;!?€–-”\"'()[]{}&<>*#_/\n…"), max_size=30).map(lambda one: f"X{one}y")
MAYBE = st.none() | WORDS.map(Text.plain)
HOURS = st.integers(0, 23).map(lambda hour: datetime(2027, 5, 26, hour))


@st.composite
def dates(draw: st.DrawFn) -> Occurrence:
    """Draw an event date: one of the week, with other words, other hours, and other things missing."""
    one = draw(st.sampled_from(week_calendar().between(MONDAY, SUNDAY)))
    registration = draw(
        st.none()
        | st.builds(
            Registration,
            text=MAYBE,
            url=st.sampled_from(["", "https://ilmo.example.org/", "https://kylat.example.org/Ilta"]),
            until=st.none() | st.just(date(2027, 5, 26)) | HOURS,
        )
    )
    changes: dict[str, Any] = {
        "title": draw(st.just(one.event.title) | WORDS.map(Text.plain)),
        "price": draw(st.just(one.event.price) | MAYBE),
        "accessibility": draw(st.just(one.event.accessibility) | MAYBE),
        "registration": draw(st.just(one.event.registration)) or registration,
        "description": draw(
            st.none() | st.lists(WORDS, min_size=1, max_size=9).map(lambda all_: Text.plain(". ".join(all_)))
        ),
        "venue": draw(st.sampled_from([one.event.venue, None])),
    }
    if changes["venue"] is None:
        changes["room"] = None
    event = replace(one.event, **changes)
    starts = draw(st.just(one.starts_local) | st.just(one.first_day))
    if not isinstance(starts, datetime):
        return replace(
            one, event=event, starts_local=starts, ends_local=starts + timedelta(days=draw(st.integers(0, 9)))
        )
    hours = draw(st.sampled_from([1, 3, 14, 30, 200]))
    return replace(one, event=event, ends_local=starts + timedelta(hours=hours), ends_at=one.starts_at + hours * 3600)


def told(one: Occurrence, code: str, name: str, limit: int) -> tuple[Facts, Written]:
    paper = channel("paikallislehti", max_length=limit, template=name)
    lang = language(code)
    facts = facts_of(one, week_community(), lang, MEANS, asked=date(2027, 5, 19))
    entry = Entry(channel=paper, issue=issue_of(paper), occurrence=one)
    return facts, entry_text(entry, facts, manner_named(name, lang))


@given(dates(), st.sampled_from(LANGUAGES), st.sampled_from(manners()), st.integers(1, 1_000))
@examples(150)
def test_no_fact_is_lost_and_nothing_optional_stays_where_there_is_no_room(
    one: Occurrence, code: str, name: str, limit: int
) -> None:
    facts, written = told(one, code, name, limit)
    assert written.lost == ()
    whole = told(one, code, name, 100_000)[1]
    assert whole.over == 0
    assert written.length <= whole.length
    if written.over:
        # The least that there is: more room by one sign would not have helped.
        assert written.text == told(one, code, name, 1)[1].text
        assert not set(facts.sentences) or "sentences" in written.dropped or name == "radio"
    elif written.dropped:
        assert written.text != whole.text
        longer = told(one, code, name, written.length)[1]
        assert longer.text == written.text


@given(dates(), st.sampled_from(LANGUAGES), st.sampled_from(manners()), st.integers(1, 1_000))
@examples(150)
def test_the_template_leaves_no_traces(one: Occurrence, code: str, name: str, limit: int) -> None:
    facts, written = told(plain(one), code, name, limit)
    text = written.text
    assert not re.search(r"  | \n|\n |\n\n\n|\.\.|\[\]|\[\d:|\{[a-zåäö-]+\}| [.,;](?: |$)|[!?]\.", text), text
    assert "\ue000" not in text
    assert text == text.strip()
    assert facts.title in text or name == "tekstiviesti"


def plain(one: Occurrence) -> Occurrence:
    """Return a date with ordinary words, in which a double point can only be the template's."""
    event = one.event
    registration = event.registration and replace(event.registration, text=Text.plain("Tule käymään!"))
    short: dict[str, Any] = {
        name: Text.plain("Ihan tavallista!") for name in ("price", "accessibility") if getattr(event, name)
    }
    description = event.description and Text.plain("Yksi virke. Toinen virke? Kolmas kesken")
    return replace(
        one,
        event=replace(
            event, title=Text.plain("Mikä ilta?"), description=description, registration=registration, **short
        ),
    )


@given(st.text(max_size=200), st.sampled_from(LANGUAGES))
@examples(200)
def test_sentences_hold_every_word_of_the_text_in_order(words: str, code: str) -> None:
    found = " ".join(sentences(words, language(code).tongue))
    letters = [sign for sign in words if sign.isalpha()]
    held = iter(found)
    assert all(sign in held for sign in letters)
    assert all(one == one.strip() and one for one in sentences(words, language(code).tongue))


def test_prose_goes_from_its_last_sentence_then_the_street_then_the_weekday() -> None:
    """Every length from one to three hundred for the run: each step takes what the order says."""
    run = next(one for one in week_calendar().between(MONDAY, SUNDAY) if one.event.id == "kraaterin-polkujuoksu")
    steps = [told(run, "fi", "palsta", limit)[1] for limit in range(300, 0, -1)]
    order = list(dict.fromkeys((one.dropped, one.length) for one in steps))
    assert order == [
        ((), 266),
        (("sentences",), 226),
        (("sentences",), 165),
        (("address", "sentences"), 153),
        (("address", "sentences", "weekday"), 150),
    ]
    assert [one.over for one in steps if one.length == 150][-1] == 149
