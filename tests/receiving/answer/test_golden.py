"""The comment with all its parts, in three languages, as GitHub gets it: read it when it changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from seurantalo.language import LANGUAGES, language
from seurantalo.model.event import EventStatus
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import Level
from seurantalo.receiving.answer.answer import (
    Akin,
    Answer,
    Asked,
    Clash,
    Earlier,
    Found,
    News,
    Seen,
    Side,
    Unread,
)
from seurantalo.receiving.answer.changed import Reason
from seurantalo.receiving.answer.comment import Around, comment
from seurantalo.receiving.answer.conversation import is_worth_a_comment, status_of, unread_status

GOLDEN = Path(__file__).parent / "golden"
EVENT = "events/2027/06/kesajuhla.yml"
CLASH = Clash(
    rule="venue",
    level=Level.HARD,
    event=Side(id="kesajuhla", title="Kesäjuhla"),
    other=Side(id="tanssit", title="Lavatanssit", status=EventStatus.TENTATIVE),
    dates=("2027-06-12",),
    facts=(("municipality", "Mallikylä"), ("place", "Seurala"), ("first", "tanssit"), ("tentative", "tanssit")),
    asked=(Asked(name="Mallikylän Martat", role="Sihteeri", address="sihteeri@example.org"),),
    free=("2027-06-11", "2027-06-13", "2027-06-19"),
)
ANSWER = Answer(
    number=7,
    commit="a" * 40,
    looked_at=4,
    errors=3,
    mended=1,
    earlier_errors=2,
    seen=(
        Seen(
            news=News.NEW, kind=Kind.EVENT, path=EVENT, title="Kesäjuhla", facts=("la 12.6.2027 klo 13–17, Seurala",)
        ),
        Seen(news=News.REMOVED, kind=Kind.VENUE, path="content/venues/vanha.yml", title="Vanha tupa"),
    ),
    found=(
        Found(
            code="unknown-field-near",
            severity=Severity.ERROR,
            path=EVENT,
            line=3,
            field="paatyy",
            values=(("found", "paatyy"), ("near", "päättyy")),
            quote="paatyy: klo 17",
            mend="päättyy: klo 17",
            mend_first=3,
            mend_last=3,
        ),
        Found(
            code="field-missing",
            severity=Severity.ERROR,
            path=EVENT,
            line=1,
            field="title",
            mend="otsikko: …",
            mend_first=1,
        ),
        Found(
            code="missing-target",
            severity=Severity.ERROR,
            path=EVENT,
            line=5,
            field="venue",
            values=(("found", "seurala"), ("kind", "venue")),
            quote="paikka: seurala",
            mend="nimi: Seurala\nkunta: vimpeli\n",
            mend_path="content/venues/seurala.yml",
        ),
        Found(
            code="address-reserved",
            severity=Severity.WARNING,
            path="content/ehdota.md",
            line=0,
            values=(("found", "ehdota/"),),
        ),
    ),
    added=(CLASH, replace(CLASH, rule="duplicate", level=Level.INFO, asked=(), free=())),
    removed=(replace(CLASH, asked=(), free=()),),
    akin=(Akin(of="Kyläilta", title="Tupailta", address="kaytannot/tupailta/"),),
    unread=tuple(Unread(path=f"muu/{reason.value}", reason=reason) for reason in Reason),
    meanwhile=("events/tanssit.yml",),
    earlier=Earlier.ERRORS,
    form="e1.abc.wxyz",
    form_page="ehdota/tapahtuma/",
)
CLEAN = replace(ANSWER, errors=0, mended=0, earlier_errors=0, found=(), unread=(), earlier=Earlier.OPTIONS)


@pytest.mark.parametrize("name", ["all", "clean"])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_comment_reads_so(code: str, name: str, request: pytest.FixtureRequest) -> None:
    around = Around(
        lang=language(code),
        site="https://koe.example/",
        edit=lambda path: f"https://github.com/martta/kalenteri/edit/patch-1/{path}",
    )
    body = comment(ANSWER if name == "all" else CLEAN, around)
    file = GOLDEN / f"{name}.{code}.md"
    if request.config.getoption("--update-golden"):
        GOLDEN.mkdir(exist_ok=True)
        file.write_text(body, encoding="utf-8")
    assert body == file.read_text(encoding="utf-8")


def test_the_mark_says_how_it_stands_in_the_site_s_language() -> None:
    nothing = Answer(number=7, commit="a" * 40, unread=(Unread(path="mkdocs.yml", reason=Reason.PLACE),))
    assert not is_worth_a_comment(nothing)
    marks = {
        code: [
            status_of(ANSWER, language(code), "https://a.example/")["description"],
            status_of(CLEAN, language(code), "")["description"],
            status_of(nothing, language(code), "")["description"],
            unread_status(language(code))["description"],
            status_of(CLEAN, language(code), "")["context"],
        ]
        for code in ("fi", "sv", "en")
    }
    assert marks == {
        "fi": [
            "Korjattavaa on 3 kohdassa.",
            "Korjattavaa ei ole.",
            "Ei tapahtumia eikä käytäntöjä",
            "Tarkistus ei onnistunut. Ylläpito katsoo ehdotuksen.",
            "Tapahtumat ja käytännöt",
        ],
        "sv": [
            "Det finns 3 saker att rätta.",
            "Det finns inget att rätta.",
            "Inga evenemang och ingen god praxis",
            "Kontrollen lyckades inte. Redaktionen ser på förslaget.",
            "Evenemang och god praxis",
        ],
        "en": [
            "There are 3 things to correct.",
            "There is nothing to correct.",
            "No events and no practices",
            "The check did not succeed. The editors look at the proposal.",
            "Events and practices",
        ],
    }
