"""An issue is read by its labels, whoever wrote them: the forge, or somebody by hand."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.receiving.issue.github import rendered

from seurantalo.language import LANGUAGES, language
from seurantalo.proposing.asking import Act
from seurantalo.proposing.issue_forms import ISSUE_FORMS, Box, boxes_of
from seurantalo.receiving.issue.body import LONGEST_BODY, sections
from seurantalo.receiving.issue.filled import Filled, filled_in

NAMED = {"Paikka": "venue", "Hinta": "price", "Mitä?": "text"}


def read(body: str) -> dict[str, str]:
    return {one.key: one.text for one in sections(body, lambda label: NAMED.get(label, "")) if one.text}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("### Paikka\n\nSeurala\n\n### Hinta\n\n5 €", {"venue": "Seurala", "price": "5 €"}),
        ("### Paikka\r\n\r\nSeurala\r\n\r\n### Hinta\r\n\r\n5 €\r\n", {"venue": "Seurala", "price": "5 €"}),
        ("### Paikka\n\n_No response_\n\n### Hinta\n\n5 €", {"price": "5 €"}),
        ("Hei!\n\n### Paikka\n\nSeurala", {"": "Hei!", "venue": "Seurala"}),
        ("## Paikka ##\nSeurala\n# Hinta\n5 €", {"venue": "Seurala", "price": "5 €"}),
        (
            "### Mitä?\n\nTanssia\n\n### Oma väliotsikko\n\nlaulua",
            {"text": "Tanssia\n\n### Oma väliotsikko\n\nlaulua"},
        ),
        ("### Mitä?\n\nx\n\n#### Paikka\n\ny", {"text": "x\n\n#### Paikka\n\ny"}),
        ("### Paikka\n\nSeurala\n\n### Paikka\n\nToinen", {"venue": "Seurala\n\n### Paikka\n\nToinen"}),
        ("### Mitä?\n\n```\n### Paikka\n```\nx", {"text": "```\n### Paikka\n```\nx"}),
        ("### Mitä?\n\n```\n### Paikka", {"text": "```\n### Paikka"}),
        ("### Mitä?\n\n~~~\nkoodia\n~~~", {"text": "koodia"}),
        ("### Paikka\n\n- [X] Seurala\n- [ ] Koulu", {"venue": "Seurala"}),
        ("### Paikka\n\n- [ ] Seurala", {}),
        ("### Paikka\n\nSeu<!-- piilossa -->rala<!-- loppu", {"venue": "Seurala"}),
        ("### Paikka\n\nSeu\u202erala\u200b\x07", {"venue": "Seurala"}),
        ("**Paikka:** Seurala\n**Hinta**: 5 €", {"venue": "Seurala", "price": "5 €"}),
        ("Paikka: Seurala\nHinta : 5 €\nlapset 2 €", {"venue": "Seurala", "price": "5 €\nlapset 2 €"}),
        ("- Paikka: Seurala", {"venue": "Seurala"}),
        ("### Mitä?\n\nPaikka: Seurala", {"text": "Paikka: Seurala"}),
        ("https://example.org/\nklo 18: alku", {"": "https://example.org/\nklo 18: alku"}),
        ("", {}),
        ("\n \n", {}),
    ],
)
def test_a_text_is_told_apart_by_its_headings(body: str, found: dict[str, str]) -> None:
    assert read(body) == found


def test_a_very_long_text_is_read_to_its_bound() -> None:
    assert len(read("### Mitä?\n\n" + "x" * 1_000_000)["text"]) < LONGEST_BODY


@pytest.mark.parametrize(
    "row",
    ["# x{}y", "#{}y", "**x{}y", "x{}y", "### Ohjelma\n\nklo 13{}1", "### Ohjelma\n\n-{}1", "### Kuvaus\n\nx{}="],
)
@pytest.mark.parametrize("sign", [" ", "#", ":", " #"])
def test_no_text_takes_long_to_read(row: str, sign: str) -> None:
    began = time.process_time()
    filled_in("Tapahtuma: x", row.format((sign * LONGEST_BODY)[: LONGEST_BODY - 100]))
    assert time.process_time() - began < 3  # a line that is tried in every way takes days


@pytest.mark.parametrize("text", ["<!--" * 20_000, "**" * 30_000, "`" * 60_000, "### " * 20_000, ":" * 60_000])
def test_a_text_made_to_be_slow_is_not(text: str) -> None:
    filled_in("Tapahtuma: x", f"### Paikka\n\n{text}\n\n{text}")


EVENT = {
    "name": "Kesäjuhla",
    "organisers": "Vimpelin Martat ja kyläyhdistys",
    "venue": "Seurala",
    "starts_day": "12.6.2027",
    "starts_time": "13",
    "ends_time": "17.00",
    "description": "Kahvia.\n\nLaulua.",
    "agenda": "- 13.00 Avaus\n- 14.00 Laulua",
    "contact_role": "Sihteeri",
    "status": "ei",
}
VALUES = {
    "title": "Kesäjuhla",
    "organisers": "Vimpelin Martat ja kyläyhdistys",
    "venue": "Seurala",
    "starts": "12.6.2027 klo 13",
    "ends": "klo 17.00",
    "description": "Kahvia.\n\nLaulua.",
    "agenda": [{"starts": "13.00", "text": "Avaus"}, {"starts": "14.00", "text": "Laulua"}],
    "contact": {"role": "Sihteeri"},
    "status": "tentative",
}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_form_is_read_in_every_language(code: str) -> None:
    found = filled_in("Tapahtuma: ", rendered(Act.EVENT, EVENT, code))
    assert found == Filled(act=Act.EVENT, values=VALUES)


def test_the_order_of_the_parts_does_not_matter() -> None:
    parts = re.split(r"\n\n(?=### )", rendered(Act.EVENT, EVENT))
    found = filled_in("", "\n\n".join(reversed(parts)))
    assert found is not None
    assert dict(found.values) == VALUES


@pytest.mark.parametrize(
    ("day", "time", "values"),
    [
        ("12.6.2027", "13–17", {"date": "12.6.2027 klo 13–17"}),
        ("la 12.6.2027 klo 13-17", "", {"date": "la 12.6.2027 klo 13-17"}),
        ("12.6. ja 13.6.2027", "klo 13", {"date": "12.6. ja 13.6.2027 klo 13"}),
        ("2027-06-12", "13:00", {"starts": "2027-06-12 klo 13:00"}),
        ("12.6.2027", "", {"starts": "12.6.2027"}),
        ("12.6.2027 klo 13", "13", {"starts": "12.6.2027 klo 13"}),
        ("kesällä", "joskus", {"starts": "kesällä joskus"}),
    ],
)
def test_a_day_and_its_hour_are_read_together(day: str, time: str, values: dict[str, str]) -> None:
    found = filled_in("", rendered(Act.EVENT, {"name": "x", "starts_day": day, "starts_time": time}))
    assert found is not None
    assert dict(found.values) == {"title": "x", **values}


@pytest.mark.parametrize(
    ("row", "item"),
    [
        ("- klo 13–14.30 Laulua", {"starts": "13", "ends": "14.30", "text": "Laulua"}),
        ("13.00: Avaus", {"starts": "13.00", "text": "Avaus"}),
        ("* Kahvia koko ajan", {"text": "Kahvia koko ajan"}),
        ("2 euron arpoja", {"starts": "2", "text": "euron arpoja"}),
        ("12.6. Avaus", {"text": "12.6. Avaus"}),
    ],
)
def test_a_line_of_the_programme_begins_with_its_hours(row: str, item: dict[str, str]) -> None:
    found = filled_in("", rendered(Act.EVENT, {"agenda": row}))
    assert found is not None
    assert found.values["agenda"] == [item]


@pytest.mark.parametrize(
    ("title", "body", "found"),
    [
        ("Kesäjuhlat", "Milloin: 12.6.2027 klo 13\n**Missä:** Seurala", {"starts": None}),
        ("Tapahtuma: Kesäjuhlat", "Missä: Seurala", {"venue": "Seurala"}),
        ("Evenemang: Sommarfest", "När: 12.6.2027\nVar: Byagården", {"title": "Sommarfest", "venue": "Byagården"}),
        ("Kesäjuhlat", "### Koska?\n\n12.6.2027\n\n### Kuka?\n\nMartat", {"organisers": "Martat"}),
    ],
)
def test_what_people_write_by_hand_is_read_too(title: str, body: str, found: dict[str, str | None]) -> None:
    made = filled_in(title, body)
    assert made is not None
    assert made.act is Act.EVENT
    assert {name: made.values.get(name) for name in found} == found


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("Sivu ei aukea", "Etusivu on tyhjä."),
        ("Virhe kalenterissa", "Selain: Firefox\nSivu: etusivu\nInfo: tyhjä"),
        ("", ""),
        ("Kysymys", "### Mitä pitäisi tehdä?\n\nEn tiedä."),
        ("@kaikki", "![x](https://example.org/x.png) <script>alert(1)</script>"),
    ],
)
def test_an_issue_about_something_else_is_left_alone(title: str, body: str) -> None:
    assert filled_in(title, body) is None


def test_the_name_of_the_issue_is_taken_where_the_event_has_none() -> None:
    found = filled_in("Tapahtuma: Kesäjuhla", rendered(Act.EVENT, {"starts_day": "12.6.2027"}))
    assert found is not None
    assert found.values["title"] == "Kesäjuhla"
    assert filled_in("Tapahtuma: ", rendered(Act.EVENT, {"venue": "Seurala"})).values == {"venue": "Seurala"}  # type: ignore[union-attr]


def test_a_packed_proposal_says_everything_wherever_it_stands() -> None:
    packed = "e1.q1YqUbKqVsrOzEtRslIKT03KVqoFAA.abcd"
    for body in (rendered(Act.CHANGE, {"ehdotus": packed}), f"Katso https://x.example/ehdota/tapahtuma/#{packed}"):
        found = filled_in("Muutos: x", body)
        assert found is not None
        assert (found.act, found.packed) == (Act.CHANGE, packed)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_change_by_hand_names_the_event_and_what_is_different(code: str) -> None:
    said = {"tapahtuma": "Kesäjuhla", "muutos": "- päättyy: 17.00\nläge: inställt\nsadetta luvassa"}
    found = filled_in("Muutos: x", rendered(Act.CHANGE, said, code))
    assert found == Filled(
        act=Act.CHANGE, which="Kesäjuhla", values={"ends": "17.00", "status": "inställt"}, loose="sadetta luvassa"
    )


def lines(box: Box) -> st.SearchStrategy[str]:
    signs = st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"])
    line = st.text(signs, min_size=1, max_size=40).map(lambda text: " ".join(text.split()))
    # A heading, a fence, a comment or a box is Markdown of the writer's own; how these are read is tried above.
    plain = line.filter(
        lambda text: bool(text) and not re.search(r"^[#`~_*+•–-]|^\d{1,2}\.|<!--|-->|`{3}|~{3}", text)
    )
    return st.lists(plain, min_size=1, max_size=3).map("\n".join) if box.long else plain


@pytest.mark.parametrize("act", [act for act in ISSUE_FORMS.values() if act is not Act.CHANGE])
@given(data=st.data(), code=st.sampled_from(list(LANGUAGES)))
def test_whatever_is_filled_in_arrives(act: Act, data: st.DataObject, code: str) -> None:
    boxes = [box for box in boxes_of(act, language("en")) if box.field and not box.half]
    chosen = data.draw(st.lists(st.sampled_from(boxes), unique_by=lambda box: box.id, min_size=1, max_size=8))
    said = {box.id: data.draw(lines(box)) for box in chosen}
    found = filled_in("", rendered(act, said, code))
    assert found is not None
    for box in chosen:
        value = found.values[box.field]
        value = value[box.inner] if box.inner else value
        if box.id not in ("status", "agenda"):
            assert ("\n".join(value) if isinstance(value, list) else value) == said[box.id]
