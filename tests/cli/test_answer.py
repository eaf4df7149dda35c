"""What `check --against` understood of a change: a line for each record, in every form and language of the answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.conftest import CHOIR, Commit, git, seurantalo

DANCE = (
    "otsikko: Kevättanssit\nalkaa: 12.6.2027 klo 18\npäättyy: 12.6.2027 klo 21\n"
    "järjestäjä: vimpelin-martat\npaikka: seurantalo\n"
)
CLUB = (
    "otsikko: Neulekerho\nalkaa: 12.1.2027 klo 18\npäättyy: klo 20\njärjestäjä: [vimpelin-martat, kuikan-kuoro]\n"
    "toistuu: {joka: viikko, päivinä: [ti], asti: 25.5.2027}\n"
)


def answered(project: Path, *arguments: str) -> list[str]:
    """The lines of what was understood, and the sentence at the end."""
    said = seurantalo("check", "--against", "HEAD^", *arguments, cwd=project)
    assert said.err == ""
    return said.out.splitlines()


def test_an_event_is_told_by_its_date_place_and_organiser(project: Path, commit: Commit) -> None:
    commit({"events/2027/06/tanssit.yml": DANCE})
    assert answered(project) == [
        "Ymmärsimme näin:",
        (
            "  events/2027/06/tanssit.yml (uusi): ”Kevättanssit”: la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; "
            "järjestäjä: Vimpelin Martat ry"
        ),
        "11 tiedostoa tarkistettu. Tämä muutos ei tuo uusia virheitä.",
    ]
    assert answered(project, "--lang", "sv")[:2] == [
        "Så här förstod vi:",
        (
            "  events/2027/06/tanssit.yml (ny): ”Kevättanssit”: lö 12.6.2027 kl. 18–21, Seurantalo, Vimpeli; "
            "arrangör: Vimpelin Martat ry"
        ),
    ]
    assert answered(project, "--lang", "en")[:2] == [
        "Understood so:",
        (
            "  events/2027/06/tanssit.yml (a new file): “Kevättanssit”: Sat 12 June 2027, 18:00–21:00, Seurantalo, "
            "Vimpeli; organiser: Vimpelin Martat ry"
        ),
    ]


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (
            {"events/kerho.yml": CLUB},
            (
                "”Neulekerho”: ti 12.1.2027 klo 18–20, Vimpeli; joka tiistai klo 18–20, 12.1.–25.5.2027; "
                "20 kertaa: ti 12.1.2027, ti 19.1., ti 26.1. …; järjestäjät: Vimpelin Martat ry ja Kuikan kuoro ry"
            ),
        ),
        (
            {"events/kerho.yml": CLUB.replace(", asti: 25.5.2027", "")},
            (
                "”Neulekerho”: ti 12.1.2027 klo 18–20, Vimpeli; joka tiistai klo 18–20, 12.1.2027 alkaen; "
                "ensimmäiset kerrat: ti 12.1.2027, ti 19.1., ti 26.1. …; "
                "järjestäjät: Vimpelin Martat ry ja Kuikan kuoro ry"
            ),
        ),
        (
            {
                "events/kerho.yml": CLUB.replace("asti: 25.5.2027", "kertoja: 4")
                + "muutokset: [{päivä: 19.1.2027, tilanne: peruttu}]\n"
            },
            (
                "”Neulekerho”: ti 12.1.2027 klo 18–20, Vimpeli; joka tiistai klo 18–20, 12.1.–2.2.2027; "
                "4 kertaa, 1 peruttu: ti 12.1.2027, ti 19.1., ti 26.1., ti 2.2.; "
                "Muuttuneet kerrat: ti 19.1. peruttu; järjestäjät: Vimpelin Martat ry ja Kuikan kuoro ry"
            ),
        ),
        (
            {"events/auki.yml": "otsikko: Talkoot\nkuukausi: 2027-05\njärjestäjä: vimpelin-martat\n"},
            "”Talkoot”: päivä ei tiedossa, Toukokuu 2027, Vimpeli; järjestäjä: Vimpelin Martat ry",
        ),
        (
            {"events/tanssit.yml": f"{DANCE}tilanne: alustava\nvarattu asti: 1.3.2027\n"},
            (
                "”Kevättanssit”: alustava, varattu 1.3.2027 asti; la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; "
                "järjestäjä: Vimpelin Martat ry"
            ),
        ),
        (
            {"events/tanssit.yml": f"{DANCE}tilanne: peruttu\n"},
            "”Kevättanssit”: peruttu; la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry",
        ),
        (
            {"events/tanssit.yml": f"{DANCE}tilanne: lykätty\n"},
            "”Kevättanssit”: lykätty; la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry",
        ),
        (
            {"events/tanssit.yml": f"{DANCE}tilanne: siirretty\npiti alkaa: 5.6.2027 klo 18\n"},
            (
                "”Kevättanssit”: siirretty, piti olla la 5.6.2027 klo 18; la 12.6.2027 klo 18–21, "
                "Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry"
            ),
        ),
        (
            {"content/organisations/uusi-kuoro.md": CHOIR.replace("Kuikan", "Uusi")},
            "yhdistys tai muu toimija ”Uusi kuoro ry”: yhdistys, Vimpeli",
        ),
        (
            {"content/venues/lava.yml": "nimi: Rantalava\nlaji: ulkona\nkunta: vimpeli\n"},
            "paikka ”Rantalava”: ulkona, Vimpeli",
        ),
        (
            {
                "content/ideas/sauna.md": "---\notsikko: Kylän sauna\naihe: sauna\nesitetty: 3.1.2027\n"
                "vaihe: uusi\nkunta: vimpeli\n---\n"
            },
            "idea ”Kylän sauna”: uusi, su 3.1.2027, Vimpeli",
        ),
    ],
)
def test_each_kind_of_thing_says_what_it_is(project: Path, commit: Commit, change: dict[str, str], line: str) -> None:
    commit(change)
    (path,) = change
    assert answered(project)[-2] == f"  {path} (uusi): {line}"


def test_what_changes_moves_and_goes_is_told(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE, "events/kerho.yml": CLUB, "events/2027/messu.yml": DANCE})
    commit(
        {
            "events/tanssit.yml": DANCE.replace("klo 18", "klo 17"),
            "events/kerho.yml": None,
            "events/2027/messu.yml": None,
            "events/2027/06/messu.yml": DANCE,
        }
    )
    told = "la 12.6.2027 klo {}–21, Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry"
    assert [line for line in answered(project) if line.startswith("  events")] == [
        f"  events/2027/06/messu.yml (siirretty toiseen kansioon): ”Kevättanssit”: {told.format(18)}",
        f"  events/tanssit.yml (muuttunut): ”Kevättanssit”: {told.format(17)}",
        "  events/kerho.yml (poistettu): ”Neulekerho”",
    ]


def test_of_a_vocabulary_only_the_words_that_changed_are_told(project: Path, commit: Commit) -> None:
    path = "content/vocabulary/terms.yml"
    talkoot = "talkoot: {nimi: Talkoot, selitys: Työtä yhdessä.}\n"
    kirppis = "kirppis: {nimi: Kirppis, selitys: Vanhaa tavaraa.}\n"
    commit({path: f"{talkoot}{kirppis}"})
    commit({path: f"nyytit: {{nimi: Nyyttikestit, selitys: Jokainen tuo jotain.}}\n{talkoot}"})
    assert [line for line in answered(project) if path in line] == [
        f"  {path} (uusi): sanaston sana ”Nyyttikestit”",
        f"  {path} (poistettu): sanaston sana ”Kirppis”",
    ]


@pytest.mark.usefixtures("commit")
def test_uncommitted_files_are_part_of_the_change(project: Path) -> None:
    (project / "events/tanssit.yml").write_text(DANCE, encoding="utf-8")
    said = seurantalo("check", "--against", "HEAD", cwd=project).out
    assert said.startswith("Ymmärsimme näin:\n  events/tanssit.yml (uusi): ”Kevättanssit”: la 12.6.2027")


def test_line_ends_alone_are_no_change(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE})
    (project / "events/tanssit.yml").write_bytes(DANCE.replace("\n", "\r\n").encode())
    assert seurantalo("check", "--against", "HEAD", cwd=project).out == (
        "11 tiedostoa tarkistettu. Tämä muutos ei tuo uusia virheitä. "
        "Mikään tapahtuma tai muu sivuilla näkyvä tieto ei muuttunut.\n"
    )


def test_a_file_with_an_error_is_told_by_the_error_alone(project: Path, commit: Commit) -> None:
    commit({"events/tanssit.yml": DANCE.replace("12.6.2027 klo 18", "31.6.2027 klo 18"), "events/kerho.yml": CLUB})
    lines = answered(project)
    assert lines[0].startswith("events/tanssit.yml:2:8: virhe: ")
    assert [line for line in lines if line.startswith("  events")] == [lines[3]]
    assert lines[3].startswith("  events/kerho.yml (uusi): ”Neulekerho”: ti 12.1.2027 klo 18–20")


def test_programs_get_the_problems_and_what_was_understood(project: Path, commit: Commit) -> None:
    commit({"events/kerho.yml": CLUB})
    commit({"events/tanssit.yml": DANCE, "events/kerho.yml": None, "events/rikki.yml": "otsikko: A\n"})
    said = seurantalo("check", "--against", "HEAD^", "--format", "json", cwd=project)
    found = json.loads(said.out)
    assert {name: found[name] for name in ("files", "errors", "earlier_errors", "mended_errors")} == {
        "files": 12,
        "errors": 2,
        "earlier_errors": 0,
        "mended_errors": 0,
    }
    assert [(one["file"], one["line"], one["code"]) for one in found["problems"]] == [
        ("events/rikki.yml", 1, "field-missing"),
        ("events/rikki.yml", 1, "starts-missing"),
    ]
    assert found["understood"] == [
        {
            "file": "events/tanssit.yml",
            "line": 2,
            "change": "new",
            "kind": "event",
            "id": "tanssit",
            "title": "Kevättanssit",
            "text": "”Kevättanssit”: la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry",
            "dates": ["2027-06-12T18:00:00"],
        },
        {
            "file": "events/kerho.yml",
            "line": None,
            "change": "removed",
            "kind": "event",
            "id": "kerho",
            "title": "Neulekerho",
            "text": "”Neulekerho”",
            "dates": [],
        },
    ]
    assert found["summary"] == "12 tiedostoa tarkistettu. Tämä muutos tuo 2 uutta virhettä."
    assert json.loads(seurantalo("check", "--format", "json", cwd=project).out)["understood"] == []


def test_annotations_tell_what_is_wrong_first(project: Path, commit: Commit) -> None:
    commit({"events/kerho.yml": CLUB})
    commit({"events/tanssit.yml": DANCE, "events/kerho.yml": None, "events/zz.yml": "otsikko: A\n"})
    lines = seurantalo("check", "--against", "HEAD^", "--format", "github", cwd=project).out.splitlines()
    assert [line.partition("::")[2].split("::")[0] for line in lines] == [
        "error file=events/zz.yml,line=1,col=1",
        "error file=events/zz.yml,line=1,col=1",
        "notice file=events/tanssit.yml,line=2,col=1,title=Ymmärsimme näin",
        "notice file=events/kerho.yml,title=Ymmärsimme näin",
    ]
    assert lines[2].endswith(
        "::”Kevättanssit”: la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; järjestäjä: Vimpelin Martat ry"
    )
    assert lines[3].endswith("::”Neulekerho” on poistettu.")


def test_a_summary_for_the_pull_request(project: Path, commit: Commit) -> None:
    commit(
        {
            "events/tanssit.yml": DANCE,
            "events/vanha.yml": DANCE.replace("2027", "2026"),
            "events/x.yml": "otsikko: A\n",
        }
    )
    lines = answered(project, "--format", "markdown")
    assert lines[:12] == [
        "## Tiedostojen tarkistus",
        "",
        "13 tiedostoa tarkistettu. Tämä muutos tuo 2 uutta virhettä.",
        "",
        "### Ymmärsimme näin",
        "",
        (
            "- `events/tanssit.yml` (uusi): ”Kevättanssit”: la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; järjestäjä: "
            "Vimpelin Martat ry"
        ),
        (
            "- `events/vanha.yml` (uusi): ”Kevättanssit”: pe 12.6.2026 klo 18–21, Seurantalo, Vimpeli; järjestäjä: "
            "Vimpelin Martat ry"
        ),
        "",
        "### Korjaa nämä",
        "",
        lines[11],
    ]
    assert all(line.startswith("- `events/x.yml:1:1`: **virhe:** ") for line in lines[11:13])
    assert lines[13:] == [
        "",
        "### Tiedoksi",
        "",
        (
            "- `events/vanha.yml:2:1`: **huomio:** Tapahtuma on uusi, mutta jo ohi: pe 12.6.2026 klo 18–21. "
            "Jos kirjaat jo pidetyn tapahtuman, sinun ei tarvitse tehdä mitään. Muuten tarkista vuosi."
        ),
        "",
        "Korjaa nämä samaan ehdotukseen. Sivuilla ei ole mennyt mitään rikki.",
    ]
    commit({"events/x.yml": None})
    assert answered(project, "--format", "markdown")[-1] == "Seuraavaksi ylläpito katsoo ehdotuksen."


@pytest.mark.parametrize(
    "more",
    [
        "tulos: {yhteenveto: Kaikki tanssivat.}\n",
        "tilanne: pidetty\n",
        "kalenteritunnus: a@koe.example\n",
    ],
)
def test_what_was_held_may_be_written_down_afterwards(project: Path, commit: Commit, more: str) -> None:
    past = DANCE.replace("2027", "2026")
    commit({"events/vanha.yml": past})
    assert answered(project)[0] == (
        "events/vanha.yml:2:1: huomio: Tapahtuma on uusi, mutta jo ohi: pe 12.6.2026 klo 18–21."
    )
    commit({"events/vanha.yml": past.replace("klo 18", "klo 17")})
    assert "jo ohi" not in "\n".join(answered(project))  # not new any more
    commit({"events/toinen.yml": f"{past}{more}"})
    assert "jo ohi" not in "\n".join(answered(project))


def test_old_errors_are_counted_apart_and_do_not_fail_the_change(project: Path, commit: Commit) -> None:
    broken = "otsikko: Vanha\nalkaa: 30.2.2027\njärjestäjä: vimpelin-martat\n"
    commit({"events/vanha.yml": broken})
    commit({"events/tanssit.yml": DANCE})
    said = seurantalo("check", "--against", "HEAD^", cwd=project)
    assert said.code == 0
    assert said.out.splitlines() == [
        "Ymmärsimme näin:",
        (
            "  events/tanssit.yml (uusi): ”Kevättanssit”: la 12.6.2027 klo 18–21, Seurantalo, Vimpeli; järjestäjä: "
            "Vimpelin Martat ry"
        ),
        (
            "12 tiedostoa tarkistettu. Tämä muutos ei tuo uusia virheitä. "
            "Tiedostoissa on ennestään 1 virhe, jota sinun ei tarvitse korjata."
        ),
    ]
    for style in ("github", "markdown", "json"):
        told = seurantalo("check", "--against", "HEAD^", "--format", style, cwd=project)
        assert told.code == 0
        assert "30.2.2027" not in told.out
    assert seurantalo("check", cwd=project).code == 1


def test_a_site_that_could_not_be_read_is_no_measure(project: Path, commit: Commit) -> None:
    options = (project / "mkdocs.yml").read_text(encoding="utf-8")
    commit({"mkdocs.yml": f"{options}      timezon: UTC\n"})
    commit({"mkdocs.yml": options, "events/rikki.yml": "otsikko: A\n"})
    said = seurantalo("check", "--against", "HEAD^", cwd=project)
    assert said.code == 1
    assert said.out.splitlines()[-1] == (
        "11 tiedostoa tarkistettu. Tämä muutos tuo 2 uutta virhettä. Aiempaan sivustoon ei voi verrata: mkdocs.yml: "
        "asetusta ”timezon” ei ole. Tarkoititko ”timezone”? Siksi kaikki löydetty luetaan tämän muutoksen tuomaksi."
    )


def test_dates_of_files_that_did_not_change_are_no_news_after_a_mended_error(project: Path, commit: Commit) -> None:
    expired = f"{DANCE}tilanne: alustava\nvarattu asti: 1.1.2027\n"
    commit({"events/varaus.yml": expired, "events/rikki.yml": "otsikko: A\n"})
    commit({"events/rikki.yml": CLUB, "events/toinen.yml": expired})
    lines = answered(project)
    told = {line.split(":")[0] for line in lines if "huomio" in line}
    assert "events/toinen.yml" in told
    assert "events/varaus.yml" not in told
    assert lines[-1].endswith(
        "Tiedostoissa oli ennen tätä muutosta virheitä, joten päivien muutoksia ei voitu verrata."
    )


def test_a_file_with_very_many_faults_is_told_in_part(project: Path, commit: Commit) -> None:
    commit({"events/outo.yml": DANCE + "".join(f"kenttä{number}: x\n" for number in range(40))})
    text, markdown = answered(project), answered(project, "--format", "markdown")
    assert sum(": virhe: " in line for line in text) == sum("**virhe:**" in line for line in markdown) == 20
    assert "events/outo.yml: ja 20 muuta asiaa tässä tiedostossa" in text
    assert "- `events/outo.yml`: ja 20 muuta asiaa tässä tiedostossa" in markdown
    said = seurantalo("check", "--against", "HEAD^", "--format", "json", cwd=project)
    assert len(said.problems) == 40
    assert git(project, "status", "--porcelain") == ""
