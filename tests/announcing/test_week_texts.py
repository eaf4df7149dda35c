"""One week, 24.–30.5.2027, exactly as it comes out: the texts of five events for each sort of channel."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.announcing.telling import MEANS, channel, issue_of, week, written

from seurantalo.announcing.entry import Change
from seurantalo.announcing.facts import Difference, Fact, Mark
from seurantalo.announcing.texts import IssueText, facts_of_entry, issue_text, letter_to_organiser
from seurantalo.language import language
from seurantalo.model.channel import Told
from seurantalo.planner.occurrence import Occurrence

GOLDEN = Path(__file__).parent / "week" / "golden"
RUN = "kraaterin-polkujuoksu"
FRIDAY = date(2027, 5, 28)
#: File -> channel, what is otherwise of it, what is otherwise of its issue.
TEXTS: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {
    "palsta": ("paikallislehti", {}, {}),
    "palsta-150": ("paikallislehti", {"max_length": 150}, {}),
    "tiedote": ("kuntatiedote", {}, {"appears": date(2027, 5, 21)}),
    "radio": ("radio-jarvituuli", {}, {"first": FRIDAY, "appears": FRIDAY}),
    "tekstiviesti": ("tekstiviestit", {}, {"appears": None}),
    "facebook": ("jarviseudun-menot", {}, {"appears": None}),
    "viesti": ("jarviseudun-menot", {"template": "viesti"}, {"appears": None}),
    "instagram": ("jarviseudun-menot", {"template": "instagram"}, {"appears": None}),
    "whatsapp": ("jarviseudun-menot", {"template": "whatsapp"}, {"appears": None}),
    "jasenkirje": ("jarviseudun-menot", {"template": "jasenkirje", "max_length": None}, {"appears": None}),
    "juliste": ("jarviseudun-menot", {"template": "juliste"}, {"appears": None}),
    "menot": ("jarviseudun-menot", {"template": "menot"}, {"appears": None}),
}


def text_of(name: str, code: str = "fi") -> IssueText:
    its, fields, issue = TEXTS[name]
    return issue_text(week(), issue_of(channel(its, **fields), **issue), language(code))


def held(request: pytest.FixtureRequest, name: str, text: str) -> str:
    """Return what a golden file says; with `--update-golden` it says what came out."""
    path = GOLDEN / name
    if request.config.getoption("--update-golden"):
        path.write_text(text, encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_of_the_week(name: str, request: pytest.FixtureRequest) -> None:
    text = text_of(name).text
    assert f"{text}\n" == held(request, f"{name}.txt", f"{text}\n")


@pytest.mark.parametrize("code", ["sv", "en"])
@pytest.mark.parametrize("name", ["palsta", "tiedote", "radio", "tekstiviesti", "facebook"])
def test_the_text_of_the_week_in_other_languages(name: str, code: str, request: pytest.FixtureRequest) -> None:
    text = text_of(name, code).text
    assert f"{text}\n" == held(request, f"{name}.{code}.txt", f"{text}\n")


def test_the_letter_around_the_column(request: pytest.FixtureRequest) -> None:
    found = text_of("palsta")
    text = f"Subject: {found.subject}\n\n{found.letter}"
    assert text == held(request, "sahkoposti.txt", text)
    assert text_of("palsta").text in text


def test_the_column_as_html(request: pytest.FixtureRequest) -> None:
    text = f"{text_of('palsta').html}\n"
    assert text == held(request, "palsta.html", text)


@pytest.mark.parametrize(
    ("name", "lengths", "over"),
    [
        ("palsta", (142, 160, 191, 194, 165), (0, 0, 0, 0, 0)),
        ("palsta-150", (142, 111, 191, 114, 150), (0, 0, 41, 0, 0)),
        ("tekstiviesti", (137, 154, 200, 111, 160), (0, 0, 40, 0, 0)),
    ],
)
def test_lengths(name: str, lengths: tuple[int, ...], over: tuple[int, ...]) -> None:
    found = [one for _, one in text_of(name).entries]
    assert (tuple(one.length for one in found), tuple(one.over for one in found)) == (lengths, over)


def test_a_long_message_goes_in_parts_and_what_fell_is_told() -> None:
    found = text_of("tekstiviesti").entries
    assert [one.parts for _, one in found] == [1, 1, 2, 1, 1]
    assert written(channel("paikallislehti", max_length=150), RUN).dropped == ("address", "sentences", "weekday")


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("code", ["fi", "sv", "en"])
def test_no_fact_is_lost(name: str, code: str) -> None:
    assert [one.lost for _, one in text_of(name, code).entries if one.lost] == []


def test_a_change_is_told_with_what_was_told() -> None:
    paper = channel("paikallislehti")
    telling = week()
    telling.occurrences = tuple(later(one) if one.event.id == RUN else one for one in telling.occurrences)
    told = "klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; ilm. 26.5."
    difference = Difference(name=Fact.TIME, told="klo 11–15", now="klo 12–16")
    telling.changed = {RUN: correction(told, difference)}
    found = written(paper, RUN, telling=telling)
    assert found.text == (
        "MUUTOS. LAPPAJÄRVI. Kraaterin polkujuoksu la 29.5. onkin klo 12–16 (19.5. kerrottiin klo 11–15), "
        "Kraaterinrannan hiihtomaja."
    )


def later(one: Occurrence) -> Occurrence:
    """Return a date that has moved by an hour."""
    hour = timedelta(hours=1)
    return replace(one, starts_local=one.starts_local + hour, ends_local=one.ends_local + hour)


def correction(told: str, *differences: Difference, mark: Mark = Mark.CHANGED) -> dict[str, Any]:
    return {
        "mark": mark,
        "told": Told(RUN, date(2027, 5, 29), told),
        "told_on": date(2027, 5, 19),
        "change": Change(told=told, now="", differences=differences),
    }


def test_an_empty_week_says_so() -> None:
    empty = week()
    empty.occurrences = ()
    found = issue_text(empty, issue_of(channel("paikallislehti")), language("fi"))
    assert (found.subject, found.text) == (
        "Menot 24.–30.5.2027: ei tapahtumia",
        "Ei ilmoitettavia tapahtumia 24.–30.5.",
    )
    assert MEANS.site_url in found.foot


def test_the_first_words_on_instagram_are_the_facts_and_its_hashtags_are_few() -> None:
    for _, one in text_of("instagram").entries:
        title, day, place, *_ = one.text.split("\n")
        assert len(f"{title}\n{day}\n{place}") <= 125
        assert one.text.count("#") <= 5
        assert one.length <= 2_200


def test_what_a_file_does_not_say_is_asked_in_a_letter() -> None:
    paper = channel("paikallislehti")
    telling = week()
    bare: dict[str, Any] = {"price": None, "registration": None, "description": None, "venue": None}
    telling.occurrences = tuple(replace(one, event=replace(one.event, **bare)) for one in telling.occurrences)
    (entry,) = [one for one in telling.entries(issue_of(paper)) if one.occurrence.event.id == RUN]
    facts = facts_of_entry(entry, telling, language("fi"))
    assert written(paper, RUN, telling=telling).text == "LAPPAJÄRVI. Kraaterin polkujuoksu klo 11–15."
    assert letter_to_organiser(facts, language("fi")) == (
        "Hei! Kerromme tapahtumastanne Kraaterin polkujuoksu (la 29.5. klo 11–15).\n"
        "Näitä tietoja vielä puuttuu:\n"
        "– Missä tapahtuma on?\n"
        "– Mitä osallistuminen maksaa, vai onko se maksutonta?\n"
        "– Pitääkö ilmoittautua, ja jos pitää, missä ja mihin mennessä?\n"
        "– Mitä tapahtumassa on? Yksi tai kaksi virkettä riittää.\n"
        "Vastatkaa tähän viestiin tai lisätkää tiedot tapahtuman sivulla: "
        "https://seurantalo.example.org/tapahtumat/kraaterin-polkujuoksu/"
    )


def test_a_template_whose_words_are_not_enough_is_told_beside_the_text() -> None:
    """The blanks are all there, but what is read aloud has no date, and this paper is not read aloud."""
    own = "{nimi} {milloin-ääneen}[, {paikka}], {kunta}.[ {hinta}.][ {ilm}.][ {esteettömyys}.]"
    telling = week()
    telling.means = replace(MEANS, templates={"oma": own})
    found = written(channel("paikallislehti", template="oma"), RUN, telling=telling)
    assert found.text.startswith("Kraaterin polkujuoksu lauantaina kello 11, Kraaterinrannan hiihtomaja, Lappajärvi.")
    assert found.lost == ("date",)
    assert found.questions[0] == "Tekstistä puuttuu tieto, joka ei saa jäädä pois. Katso pohjaa oma."
