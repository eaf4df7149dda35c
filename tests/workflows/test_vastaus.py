"""A proposal is read in one job and answered in another: the steps of vastaus.yml, and what they ask the forge."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import CHOIR, git, seurantalo
from tests.workflows.proposals import ADDRESS, CONCERT, DANCE, Forge, answered, comment_on, read
from tests.workflows.shell import workflow

from seurantalo.proposing.wire import json_of, unpack
from seurantalo.receiving.answer.comment import MARKER

API = "repos/example/seurantalo"
EVENTS = ["fork-opened", "fork-synchronize", "own-opened", "own-synchronize", "dispatch", "run"]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Forge:
    return Forge.begun(tmp_path_factory.mktemp("forge"))


@pytest.fixture
def forge(begun: Forge) -> Forge:
    """The forge with nothing proposed yet, and nothing said."""
    begun.head, begun.comments = "", []
    return begun


def test_a_clash_is_answered_with_whom_to_ask_and_free_days(forge: Forge) -> None:
    body = comment_on(forge, {"events/konsertti.yml": CONCERT})
    assert re.sub(r"#e1\.[^)]+", "#e1.…", body) == (
        f"{MARKER}\n\n## Kiitos ehdotuksesta\n\nLuimme 1 tiedoston. Korjattavaa ei ole.\n\n"
        "### Ymmärsimme näin\n\n"
        "- **uusi**: tapahtuma `Kuoron konsertti` (`events/konsertti.yml`)\n"
        "  - `la 12.6.2027 klo 19–20, Seurantalo, Vimpeli`\n"
        "  - `järjestäjä: Kuikan kuoro ry`\n\n"
        "[Katso, millainen sivusta tulee, tai muuta ehdotusta lomakkeella]"
        "(https://koe.example/ehdota/tapahtuma/#e1.…)\n\n"
        "### Samaan aikaan\n\n"
        "- **Samaan aikaan samassa paikassa (`Seurantalo`): `Kuoron konsertti` ja `Kevättanssit`, la 12.6.2027.**\n"
        "  - Sopikaa, kumpi vaihtaa aikaa tai tilaa. Kalenterissa oli ensin `Kevättanssit`. Jos asiasta on sovittu, "
        "kirjoittakaa se jompaankumpaan tiedostoon (päällekkäisyys sovittu).\n"
        "  - Kysy: `Vimpelin Martat ry`, `Sihteeri`, `sihteeri@martat.example.org`\n"
        "  - Lähimmät vapaat päivät: pe 11.6.2027, su 13.6.2027 ja ma 14.6.2027\n\n"
        "### Mitä seuraavaksi\n\n"
        "Sinun ei tarvitse tehdä mitään. Ylläpito katsoo ehdotuksen. Kun se on hyväksytty, tiedot ovat sivuilla "
        "muutamassa minuutissa.\n\n"
        "Päällekkäisyys ei estä julkaisemista.\n\n"
        "Tämä vastaus päivittyy aina, kun ehdotus muuttuu.\n"
    )


def test_an_error_is_told_with_its_line_and_the_line_to_write(forge: Forge) -> None:
    wrong = CONCERT.replace("päättyy", "paatyy")
    assert comment_on(forge, {"events/konsertti.yml": wrong}) == (
        f"{MARKER}\n\n## Kiitos ehdotuksesta\n\nLuimme 1 tiedoston. Korjattavaa on 1 kohdassa.\n\n"
        "### Korjaa nämä (1)\n\n"
        "**1.** `events/konsertti.yml`, rivi 5\n\n"
        "Kenttää `paatyy` ei ole.\n\n"
        "Rivillä lukee nyt: `paatyy: 12.6.2027 klo 20`\n\n"
        "Lähin on `päättyy`.\n\n"
        "Kirjoita tilalle:\n\n"
        "```yaml\npäättyy: 12.6.2027 klo 20\n```\n\n\n"
        "### Samaan aikaan\n\n"
        "Päällekkäisyydet etsitään, kun tiedostojen virheet on korjattu.\n\n"
        "### Mitä seuraavaksi\n\n"
        "Korjaa nämä samaan ehdotukseen. Sivuilla ei ole mennyt mitään rikki.\n"
        "- [Avaa tiedosto muokattavaksi](https://github.com/martta/seurantalo/edit/patch-1/events/konsertti.yml): "
        "`events/konsertti.yml`\n\n"
        "Tämä vastaus päivittyy aina, kun ehdotus muuttuu.\n"
    )


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_leads_to_one_comment_and_a_mark(forge: Forge, event: str) -> None:
    forge.propose({"events/konsertti.yml": CONCERT})
    steps = event in ("fork-opened", "run")
    artifact, printed = read(forge, forge.event(event), steps=steps)
    assert printed.startswith("::notice file=events/konsertti.yml,line=4,col=1,title=Ymmärsimme näin::")
    runner, code, said = answered(forge, artifact, forge.event(event), steps=steps)
    assert code == 0, said
    assert [words[1:] for words in runner.asked] == [
        ["--method", "GET", f"{API}/pulls/7"],
        ["--method", "GET", f"{API}/issues/7/comments?per_page=100", "--paginate"],
        ["--method", "POST", f"{API}/issues/7/comments", "--input", "-"],
        ["--method", "POST", f"{API}/statuses/{forge.head}", "--input", "-"],
    ]
    body, status = runner.given
    assert body.keys() == {"body"}
    assert status == {
        "state": "success",
        "context": "Tapahtumat ja käytännöt",
        "description": "Korjattavaa ei ole.",
        "target_url": ADDRESS,
    }


def test_the_comment_is_renewed_and_never_another_of_that_marker(forge: Forge) -> None:
    forge.propose({"events/konsertti.yml": CONCERT.replace("klo 19", "klo 29")})
    bot = {"login": "github-actions[bot]", "type": "Bot"}
    forge.comments = [
        {"id": 1, "body": MARKER, "user": {"login": "martta", "type": "User"}},
        {"id": 2, "body": MARKER, "user": {"login": "github-actions[bot]", "type": "User"}},
        {"id": 3, "body": MARKER, "user": {"login": "dependabot[bot]", "type": "Bot"}},
        {"id": 4, "body": f"Joku kirjoitti: {MARKER}", "user": bot},
        {"id": 5, "body": MARKER, "user": None},
        {"id": 99, "body": f"{MARKER}\n\nVanha", "user": bot},
        {"id": 100, "body": f"{MARKER}\n\nVielä yksi", "user": bot},
    ]
    artifact, _ = read(forge)
    runner, code, said = answered(forge, artifact)
    assert code == 0, said
    assert [words[2:4] for words in runner.asked[2:]] == [
        ["PATCH", f"{API}/issues/comments/99"],
        ["POST", f"{API}/statuses/{forge.head}"],
    ]
    assert runner.given[1]["state"] == "failure"
    assert runner.given[1]["description"] == "Korjattavaa on 1 kohdassa."


@pytest.mark.parametrize("more", [{"state": "closed"}, {"head": {"sha": "b" * 40, "ref": "patch-1", "repo": None}}])
def test_a_proposal_that_has_moved_on_is_left_to_its_next_run(forge: Forge, more: dict[str, object]) -> None:
    forge.propose({"events/konsertti.yml": CONCERT})
    artifact, _ = read(forge)
    runner, code, said = answered(forge, artifact, pull=forge.pull(**more))
    assert (code, len(runner.asked)) == (0, 1)
    assert "Sen uusimpaan tilaan vastaa toinen ajo." in said


def test_a_change_of_the_program_alone_gets_a_mark_and_no_comment(forge: Forge) -> None:
    forge.propose({"README.md": "Uusi", ".github/workflows/x.yml": "on: push"})
    artifact, printed = read(forge)
    assert printed == ""
    runner, code, said = answered(forge, artifact)
    assert code == 0, said
    assert [words[2] for words in runner.asked] == ["GET", "GET", "POST"]
    assert runner.given == [
        {
            "state": "success",
            "context": "Tapahtumat ja käytännöt",
            "description": "Ei tapahtumia eikä käytäntöjä",
        }
    ]


def test_three_hundred_files_are_read_and_told_of_as_far_as_there_is_room(forge: Forge) -> None:
    files = {
        f"events/2027/06/ilta-{number}.yml": CONCERT.replace("12.6.2027", f"{number % 28 + 1}.7.2027").replace(
            "konsertti", f"konsertti {number}"
        )
        for number in range(300)
    }
    body = comment_on(forge, files)
    assert "Luimme 300 tiedostoa." in body
    assert body.count("- **uusi**: tapahtuma") > 40
    assert len(body) < 60_000


def test_what_the_site_changed_meanwhile_is_told(tmp_path: Path) -> None:
    forge = Forge.begun(tmp_path)
    forge.propose({"events/tanssit.yml": CONCERT.replace("Kuoron konsertti", "Tanssit ja laulua")})
    forge.write({"events/tanssit.yml": CONCERT.replace("Kuoron konsertti", "Uudet tanssit")})
    forge.commit("Sivuilla")
    git(forge.home, "pull", "--quiet")
    artifact, _ = read(forge)
    runner, _, _ = answered(forge, artifact)
    assert "Tiedostoa `events/tanssit.yml` on muutettu sivuilla" in runner.given[0]["body"]


def test_a_removed_record_is_told(forge: Forge) -> None:
    body = comment_on(forge, {"events/tanssit.yml": None})
    assert "- **poistettu**: tapahtuma `Kevättanssit` (`events/tanssit.yml`)" in body


def test_the_rights_are_split(forge: Forge) -> None:
    found = workflow("vastaus.yml")
    assert found["permissions"] == {}
    reading, answering = found["jobs"]["lue"], found["jobs"]["vastaa"]
    assert reading["permissions"] == {"contents": "read"}
    assert answering["permissions"] == {"contents": "read", "pull-requests": "write", "statuses": "write"}
    text = json.dumps(reading)
    assert "github.token" not in text
    assert "secrets" not in text
    for job in (reading, answering):
        (checkout,) = (one for one in job["steps"] if "checkout@" in one.get("uses", ""))
        assert checkout["with"]["ref"] == "${{ github.event.repository.default_branch }}"
        assert checkout["with"]["persist-credentials"] is False
        assert not any("cache" in str(one.get("with", {})) or "cache@" in one.get("uses", "") for one in job["steps"])
        # Nothing that somebody wrote stands in a script.
        assert not any("${{" in one.get("run", "") for one in job["steps"])


def test_no_work_tree_of_a_proposal_is_made(forge: Forge) -> None:
    before = git(forge.home, "rev-parse", "HEAD")
    forge.propose({"events/konsertti.yml": CONCERT, "plugins/x.py": "raise SystemExit(7)"})
    read(forge)
    assert git(forge.home, "rev-parse", "HEAD") == before
    assert git(forge.home, "status", "--short") == ""
    assert not (forge.home / "events" / "konsertti.yml").exists()


def form_in(body: str) -> tuple[str, dict[str, Any]]:
    """Return the form's page in a comment, and the proposal that its link carries."""
    link = re.search(
        r"\[Katso, millainen sivusta tulee, [^]]+\]\(https://koe\.example/(ehdota/\S+/)#(e1\.\S+)\)", body
    )
    assert link is not None, body
    return link[1], json_of(unpack(link[2]))


def test_the_form_is_one_press_away_filled_in_with_what_is_new(forge: Forge) -> None:
    page, proposal = form_in(comment_on(forge, {"events/2027/06/konsertti.yml": CONCERT}))
    assert page == "ehdota/tapahtuma/"
    assert proposal == {
        "act": "event",
        "files": [
            {
                "kind": "event",
                "path": "events/2027/06/konsertti.yml",
                "set": {
                    "title": "Kuoron konsertti",
                    "organisers": ["kuikan-kuoro"],
                    "venue": "seurantalo",
                    "municipality": "vimpeli",
                    "starts": "2027-06-12T19:00",
                    "ends": "2027-06-12T20:00",
                },
            }
        ],
    }


def test_of_what_was_there_the_form_gets_what_differs(forge: Forge) -> None:
    page, proposal = form_in(comment_on(forge, {"events/tanssit.yml": DANCE.replace("klo 18", "klo 19")}))
    assert page == "ehdota/tapahtuma/"
    blob = git(forge.home, "rev-parse", "main:events/tanssit.yml")
    files = [{"kind": "event", "path": "events/tanssit.yml", "base": blob, "set": {"starts": "2027-06-12T19:00"}}]
    assert proposal == {"act": "change", "files": files}


def test_a_new_organiser_comes_along_and_two_events_are_no_form_s(forge: Forge) -> None:
    new = CHOIR.replace("Kuikan kuoro ry", "Kylän soittajat")
    event = CONCERT.replace("kuikan-kuoro", "kylan-soittajat")
    files = {"events/konsertti.yml": event, "content/organisations/kylan-soittajat.md": new}
    _, proposal = form_in(comment_on(forge, files))
    assert [one["kind"] for one in proposal["files"]] == ["event", "organisation"]
    more = comment_on(forge, {"events/toinen.yml": event.replace("Kuoron konsertti", "Soittajien ilta")})
    assert "ehdota/" not in more


@pytest.mark.parametrize(("event", "asked"), [("fork-opened", 0), ("run", 0), ("dispatch", 1)])
def test_a_proposal_that_could_not_be_read_is_marked_so(forge: Forge, event: str, asked: int) -> None:
    forge.propose({"events/konsertti.yml": CONCERT})
    runner = forge.runner("vastaa", forge.event(event))
    done = runner.run("vastaus.yml", "vastaa", "Say that it could not be read")
    assert done.returncode == 0, done.stderr
    assert [words[2:4] for words in runner.asked] == [
        *[["GET", f"{API}/pulls/7"]] * asked,
        ["POST", f"{API}/statuses/{forge.head}"],
    ]
    assert runner.given == [
        {
            "state": "error",
            "context": "Tapahtumat ja käytännöt",
            "description": "Tarkistus ei onnistunut. Ylläpito katsoo ehdotuksen.",
        }
    ]


def test_what_is_nobody_s_proposal_can_t_be_read(forge: Forge) -> None:
    forge.propose({"events/konsertti.yml": CONCERT})
    for event in (b"{}", b"[]", b"x", b'{"inputs": {"number": "7; id"}}', b'{"pull_request": {"number": 7}}'):
        runner = forge.runner("lue", {})
        file = runner.folder / "event.json"
        file.write_bytes(event)
        said = seurantalo("answer", "--event", str(file), "--output", "answer.json", cwd=forge.home)
        assert (said.code, said.out) == (2, "")
    gone = forge.event("run") | {"workflow_run": {"head_sha": "c" * 40}}
    runner = forge.runner("lue", gone)
    done = runner.run("vastaus.yml", "lue", "Read the proposal")
    assert done.returncode == 2
    assert not (runner.temp / "answer.json").exists()


PRACTICE = (
    "---\notsikko: {title}\nlajit: kokeilu\ntiivistelmä: Yhdessä kylällä.\nteemat: [kulttuuri]\nvaihe: käynnissä\n"
    "tynkä: kyllä\n---\n"
)
THEMES = "kulttuuri: {nimi: Kulttuuri}\n"


def test_a_new_practice_is_shown_beside_what_is_much_like_it(tmp_path: Path) -> None:
    forge = Forge.begun(tmp_path)
    themes = forge.source / "content" / "vocabulary" / "themes.yml"
    forge.write(
        {
            "content/practices/tupailta.md": PRACTICE.format(title="Tupailta"),
            "content/vocabulary/themes.yml": (themes.read_text(encoding="utf-8") if themes.exists() else "") + THEMES,
        }
    )
    forge.commit("Sivuilla")
    git(forge.home, "pull", "--quiet")
    body = comment_on(forge, {"content/practices/kylailta.md": PRACTICE.format(title="Kyläilta")})
    assert (
        "### Samankaltaista sivuilla\n\n- `Kyläilta`: [`Tupailta`](https://koe.example/kaytannot/tupailta/)\n"
    ) in body


def test_a_line_is_quoted_where_it_is_what_is_wrong(forge: Forge) -> None:
    nameless = CONCERT.replace("otsikko: Kuoron konsertti\n", "")
    body = comment_on(forge, {"events/a.yml": nameless, "events/b.yml": f"{CONCERT}alkaa: 13.6.2027\n"})
    assert body.count("Rivillä lukee nyt:") == 1
    assert "ensimmäinen on rivillä 4.\n\nRivillä lukee nyt: `alkaa: 13.6.2027`\n" in body
    assert "`otsikko` puuttuu.\n\nLisää rivi: `otsikko`: …\n" in body
