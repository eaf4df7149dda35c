"""What a channel's file says: short ways of writing, and what is told that no case of a problem can show."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path

import pytest
from tests.reading.test_problems import TODAY, write_case

from seurantalo.model.channel import (
    Before,
    ByDefault,
    Channel,
    ChannelType,
    Covering,
    Covers,
    DeadlineRule,
    Doers,
    EntryOrder,
    Fee,
    InWeek,
    ListedIssue,
    Refusal,
    SameDay,
    Sender,
    Unit,
)
from seurantalo.model.channel_plan import Doer
from seurantalo.model.event import Format, Weight
from seurantalo.model.settings import Settings
from seurantalo.reading import Reading, read_community
from seurantalo.reading.surroundings import Surroundings

FILE = "content/vocabulary/channels.yml"
HEAD = "lehti:\n  nimi: Lehti\n  tyyppi: lehti\n"
PAPER = """
lehti:
  nimi: Lehti
  tyyppi: lehti
  kunnat: [vimpeli]
  ilmestyy: keskiviikkoisin
  kattaa: seuraava viikko
  määräaika: saman viikon maanantaina klo 12
  poikkeukset: [{ilmestyy: 22.12.2027, määräaika: 16.12.2027 klo 16}, {ilmestyy: 29.12.2027, jää-väliin: kyllä}]
  enimmäispituus: 200
  enintään: 25
  järjestys: päivä, kunta
  ei-ota: [kokoukset, viikoittaiset]
  maksu: {ilmainen-asti: 150, rivi: 3.50}
  pohja: palsta
  kuka: {kokoaa: toimitus, lähettää: järjestäjä}
  lähetys: sähköposti
  kielet: suomi, sv
  oletus: {paino: [major, normal], muodot: kaikki}
"""
SAME_IN_SWEDISH = """
lehti:
  namn: Lehti
  typ: tidning
  kommuner: [vimpeli]
  utkommer: onsdagar
  täcker: nästa vecka
  tidsfrist: måndag samma vecka kl. 12
  undantag: [{utkommer: 22.12.2027, tidsfrist: 16.12.2027 kl 16}, {utkommer: 29.12.2027, utgår: ja}]
  maxlängd: 200
  högst: 25
  ordning: dag, kommun
  tar-inte: [möten, veckogrupper]
  avgift: {gratis-till: 150, rad: "3,50 €"}
  mall: palsta
  vem: {sammanställer: redaktionen, skickar: arrangören}
  sändning: e-post
  språk: [fi, svenska]
  standard: {vikt: [stor, vanlig], former: alla}
"""


def read(root: Path, text: str, around: Surroundings | None = None) -> Reading:
    write_case({"files": {FILE: text}}, root)
    return read_community(root, root / "content", Settings(), TODAY, around=around)


def channel(root: Path, text: str) -> Channel:
    reading = read(root, text)
    assert reading.problems == ()
    assert reading.community is not None
    return reading.community.channels["lehti"]


def test_a_paper_says_all_that_there_is_to_say(tmp_path: Path) -> None:
    paper = channel(tmp_path, PAPER)
    assert paper.channel_type is ChannelType.PAPER
    assert paper.appears == (2,)
    assert paper.covers == Covers(Covering.NEXT_WEEK)
    assert paper.deadline == DeadlineRule(InWeek(0), time(12), "saman viikon maanantaina klo 12")
    assert paper.exceptions == (
        ListedIssue(appears=date(2027, 12, 22), deadline=datetime(2027, 12, 16, 16)),
        ListedIssue(appears=date(2027, 12, 29), left_out=True),
    )
    assert (paper.max_length, paper.most) == (200, 25)
    assert paper.order == (EntryOrder.DAY, EntryOrder.MUNICIPALITY)
    assert paper.refuses == (Refusal.MEETINGS, Refusal.WEEKLY)
    assert paper.fee == Fee(free_until=150, line=Decimal("3.50"))
    assert paper.template == "palsta"
    assert paper.doers == Doers(compiles=Doer.EDITOR, sends=Doer.ORGANISER)
    assert paper.sender is Sender.EMAIL
    assert paper.languages == ("fi", "sv")
    assert paper.default == ByDefault(weights=(Weight.MAJOR, Weight.NORMAL), formats=tuple(Format))


def test_it_is_the_same_in_swedish(tmp_path: Path) -> None:
    swedish = channel(tmp_path / "sv", SAME_IN_SWEDISH)
    finnish = channel(tmp_path / "fi", PAPER)
    for name in Channel.__dataclass_fields__.keys() - {"deadline", "origin"}:
        assert getattr(swedish, name) == getattr(finnish, name), name
    assert swedish.deadline is not None
    assert finnish.deadline is not None
    assert (swedish.deadline.day, swedish.deadline.at) == (finnish.deadline.day, finnish.deadline.at)


def test_short_ways_of_writing_are_read(tmp_path: Path) -> None:
    short = channel(
        tmp_path,
        HEAD
        + "  numerot: 14.6.2027, 16.8.2027\n  maksu: maksuton\n  kuka: järjestäjä\n  oletus: kyllä\n"
        + "  ei-ota: kokoukset\n  muistutus: samana päivänä klo 8\n",
    )
    assert short.issues == (ListedIssue(appears=date(2027, 6, 14)), ListedIssue(appears=date(2027, 8, 16)))
    assert short.fee is None
    assert short.doers == Doers(sends=Doer.ORGANISER)
    assert short.default == ByDefault()
    assert short.refuses == (Refusal.MEETINGS,)
    assert short.reminder == DeadlineRule(SameDay(), time(8), "samana päivänä klo 8")


def test_exceptions_may_be_lines_of_a_day_and_its_deadline(tmp_path: Path) -> None:
    long = channel(
        tmp_path / "long",
        HEAD
        + "  ilmestyy: keskiviikkoisin\n  poikkeukset:\n    - {ilmestyy: 22.12.2027, määräaika: 16.12.2027 klo 16}\n"
        "    - {ilmestyy: 29.12.2027, jää-väliin: kyllä}\n",
    )
    for name, lines in {
        "lines": "    22.12.2027: 16.12.2027 klo 16\n    29.12.2027: ei ilmesty\n",
        "list": "    - 22.12.2027: 16.12.2027 klo 16\n    - 2027-12-29: ei\n",
    }.items():
        short = channel(tmp_path / name, HEAD + "  ilmestyy: keskiviikkoisin\n  poikkeukset:\n" + lines)
        assert short.exceptions == long.exceptions


@pytest.mark.parametrize(("word", "weights"), {"kaikki": tuple(Weight), "suuri": (Weight.MAJOR,)}.items())
def test_a_weight_may_stand_for_the_default(tmp_path: Path, word: str, weights: tuple[Weight, ...]) -> None:
    assert channel(tmp_path, HEAD + f"  oletus: {word}\n").default == ByDefault(weights=weights)


@pytest.mark.parametrize(
    ("line", "told"),
    {
        "ilmestyy:\n    - {ilmestyy: 14.6.2027, määräaika: 23.5.2027}": "expected-text",
        "numerot: [{ilmestyy: kesäkuussa}]": "not-a-moment",
        "enimmäispituus: noin 150 merkkiä": "enimmäispituus: 150",
        "maksu: {rivi: 3,50}": "comma-in-braces",
        "pohja: Palsta.txt": "pohja: palsta",
    }.items(),
)
def test_what_is_nearly_right_is_told_with_what_is(tmp_path: Path, line: str, told: str) -> None:
    problem = read(tmp_path, HEAD + f"  {line}\n").problems[0]
    assert told in {problem.code, problem.mend.text.strip() if problem.mend else ""}


def test_a_price_alone_is_that_of_an_entry(tmp_path: Path) -> None:
    assert channel(tmp_path, HEAD + "  maksu: 20 €\n  oletus: ei\n").fee == Fee(entry=Decimal(20))


def test_a_file_of_before_there_were_rules_is_as_good_as_it_was(tmp_path: Path) -> None:
    """Free words are mentioned, never refused, and stay as they are."""
    for words in ("Muutamaa päivää ennen", "Soita toimitukseen", "perjantaina klo 25", "päivää ennen ilmestymistä"):
        reading = read(tmp_path, f"{HEAD}  määräaika: {words}\n  enimmäispituus: 400\n")
        assert [one.severity.value for one in reading.problems] == ["notice"]
        assert reading.community is not None
        assert reading.community.channels["lehti"].deadline is None
        assert reading.community.channels["lehti"].deadline_words == words
    plain = channel(tmp_path, HEAD + "  määräaika: Viikkoa ennen tapahtumaa\n")
    assert plain.deadline is not None
    assert isinstance(plain.deadline.day, Before)
    assert plain.deadline.day.unit is Unit.WEEK


def test_a_template_is_one_of_those_that_there_are(tmp_path: Path) -> None:
    around = Surroundings(text_templates=("palsta", "tiedote", "oma"))
    assert read(tmp_path, HEAD + "  pohja: oma\n", around).problems == ()
    (problem,) = read(tmp_path, HEAD + "  pohja: tiedota\n", around).problems
    assert (problem.code, problem.line) == ("channel-no-such-template", 4)
    assert problem.mend is not None
    assert problem.mend.text == "  pohja: tiedote"


def test_words_and_places_of_a_region_are_those_of_our_files(tmp_path: Path) -> None:
    regional = channel(
        tmp_path,
        HEAD
        + "  aluekalenteri:\n    osoite: https://kalenteri.example.org/v1/\n    lähde: jarvi\n"
        + "    julkaisija: jarvi:1\n"
        + "    avainsanat: {Musiikki: yso:p1808, konsertti: yso:p11185, liikunta: yso:p916}\n"
        + "    kohderyhmät: {lapset: yso:p4354}\n    paikat: {Seurantalo: tprek:7, vimpeli: tprek:934}\n",
    ).regional
    assert regional is not None
    assert (regional.source, regional.publisher) == ("jarvi", "jarvi:1")
    assert dict(regional.keywords) == {"musiikki": "yso:p1808", "concert": "yso:p11185", "sport": "yso:p916"}
    assert dict(regional.audiences) == {"lapset": "yso:p4354"}
    assert dict(regional.places) == {"seurantalo": "tprek:7", "vimpeli": "tprek:934"}
