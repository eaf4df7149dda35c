"""An issue is read, answered and taken into the calendar: the steps of ehdotus.yml, and what they ask the forge."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import git
from tests.receiving.issue.github import rendered
from tests.workflows.issues import API, FILE, FILLED, LABEL, Issue
from tests.workflows.proposals import CONCERT, Forge
from tests.workflows.shell import workflow

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act
from seurantalo.proposing.source import blob_id
from seurantalo.proposing.wire import Proposal, ProposedFile, pack


@pytest.fixture
def issue(tmp_path: Path) -> Issue:
    forge = Forge.begun(tmp_path)
    git(forge.source, "config", "receive.denyCurrentBranch", "ignore")
    return Issue(forge)


def calls(asked: list[list[str]]) -> list[tuple[str, str]]:
    return [(words[2], words[3]) for words in asked if words[:2] == ["api", "--method"]]


def test_an_issue_becomes_a_file_after_the_editors_mark(issue: Issue) -> None:
    issue.by_steps = True
    runner, _ = issue.happens("opened")
    assert calls(runner.asked) == [
        ("GET", f"{API}/issues/12/comments?per_page=100"),
        ("POST", f"{API}/issues/12/comments"),
    ]
    assert runner.outputs == {"approved": "no"}
    assert "- **tapahtuma** `Kesäjuhla`\n  - `la 12.6.2027 klo 13–17, Seurantalo, Vimpeli`" in issue.said

    issue.labels = [LABEL]
    runner, artifact = issue.happens("labeled", "maija", LABEL)
    assert calls(runner.asked)[1:] == [
        ("GET", f"{API}/collaborators/maija/permission"),
        ("PATCH", f"{API}/issues/comments/99"),
    ]
    assert runner.outputs == {"approved": "yes"}
    assert "Ylläpito vie tämän kalenteriin. Ehdotus ilmestyy tähän ketjuun pian." in issue.said

    runner, _ = issue.take(artifact, issue.event("labeled", "maija", LABEL))
    words = runner.temp / "sanat"
    assert runner.asked == [
        ["auth", "setup-git"],
        [
            *("pr", "create", "--title", "Lisää: kesajuhla-2027", "--body-file", str(words / "body.md")),
            *("--base", "main", "--head", "ehdotus/12"),
        ],
        ["pr", "view", "ehdotus/12", "--json", "number", "--jq", ".number"],
        ["workflow", "run", "vastaus.yml", "--ref", "main", "-f", "number=8"],
    ]
    assert (words / "body.md").read_text(encoding="utf-8").startswith("Closes #12.\n")
    source = issue.forge.source
    assert git(source, "show", "--name-only", "--format=%s", "ehdotus/12").split("\n\n") == [
        "Lisää: kesajuhla-2027",
        "events/2027/06/kesajuhla-2027.yml",
    ]
    assert git(source, "show", "ehdotus/12:events/2027/06/kesajuhla-2027.yml") + "\n" == FILE


def test_what_editors_have_put_right_is_not_written_over_and_the_issue_says_so(issue: Issue) -> None:
    issue.by_steps = True
    issue.happens("opened")
    issue.labels = [LABEL]
    _, artifact = issue.happens("labeled", "maija", LABEL)
    event = issue.event("labeled", "maija", LABEL)
    issue.take(artifact, event)
    home, source = issue.forge.home, issue.forge.source
    git(home, "switch", "--quiet", "main")
    git(home, "branch", "--quiet", "-D", "ehdotus/12")
    issue.take(artifact, event)  # its own work it renews
    git(
        home, "commit", "--quiet", "--allow-empty", "--author", "Editors <editors@example.org>", "--message", "Korjaa"
    )
    git(home, "push", "--quiet", "origin", "ehdotus/12")
    corrected = git(source, "rev-parse", "ehdotus/12")
    git(home, "switch", "--quiet", "main")
    git(home, "branch", "--quiet", "-D", "ehdotus/12")

    runner = issue.runner(event)
    runner.environment |= {
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_REPOSITORY": "a/b",
        "GITHUB_RUN_ID": "5",
    }
    (runner.temp / "ilmoitus").mkdir()
    shutil.copy(artifact, runner.temp / "ilmoitus" / "ilmoitus.json")
    assert runner.run("ehdotus.yml", "vie", "Take the files").returncode == 0
    done = runner.run("ehdotus.yml", "vie", "Propose them")
    assert (done.returncode, "::error::Somebody has worked on the branch" in done.stdout) == (1, True)
    assert git(source, "rev-parse", "ehdotus/12") == corrected
    said = runner.run("ehdotus.yml", "vie", "Say that it failed")
    assert said.returncode == 0, said.stderr
    words = runner.temp / "sanat" / "failed.md"
    assert runner.asked[-1] == ["issue", "comment", "12", "--repo", "a/b", "--body-file", str(words)]
    assert words.read_text(encoding="utf-8") == (
        "Ehdotusta ei saatu tehtyä. Mitään ei kadonnut: ylläpito näkee syyn alla olevasta ajosta ja merkitsee "
        "ilmoituksen uudelleen.\n\nhttps://github.com/a/b/actions/runs/5\n"
    )


@pytest.mark.parametrize("sender", ["renovate[bot]"])
def test_a_mark_by_a_program_takes_nothing(issue: Issue, sender: str) -> None:
    issue.happens("opened")
    issue.labels = [LABEL]
    runner, _ = issue.happens("labeled", sender, LABEL)
    assert runner.outputs == {"approved": "no"}


def test_an_edit_after_the_mark_takes_it_off_and_is_answered_anew(issue: Issue) -> None:
    issue.happens("opened")
    issue.labels = [LABEL]
    issue.body = rendered(Act.EVENT, {**FILLED, "starts_time": "14–17"})
    runner, _ = issue.happens("edited")
    assert calls(runner.asked)[1:] == [
        ("PATCH", f"{API}/issues/comments/99"),
        ("DELETE", f"{API}/issues/12/labels/vie%20kalenteriin"),
    ]
    assert runner.outputs == {"approved": "no"}
    assert "Merkintä ”vie kalenteriin” otettiin pois, koska tekstiä muutettiin." in issue.said
    assert "klo 14–17" in issue.said


def test_a_text_that_nobody_has_seen_answered_is_not_taken(issue: Issue) -> None:
    """Changed a moment before the mark: whoever put it on saw another text."""
    issue.happens("opened")
    issue.labels, issue.body = [LABEL], rendered(Act.EVENT, {**FILLED, "price": "5 €"})
    runner, _ = issue.happens("labeled", "maija", LABEL)
    assert runner.outputs == {"approved": "no"}
    assert calls(runner.asked)[-1] == ("DELETE", f"{API}/issues/12/labels/vie%20kalenteriin")
    assert "koska teksti on muuttunut edellisen vastauksen jälkeen" in issue.said


@pytest.mark.parametrize("permission", ["read", "none", ""])
def test_a_mark_by_one_without_rights_takes_nothing(issue: Issue, permission: str) -> None:
    issue.happens("opened")
    issue.labels, issue.permission = [LABEL], permission
    runner, _ = issue.happens("labeled", "maija", LABEL)
    assert runner.outputs == {"approved": "no"}
    assert "sen voi lisätä vain se, jolla on oikeus muuttaa sivustoa" in issue.said


def test_who_may_write_may_mark_their_own_words_at_once(issue: Issue) -> None:
    """The address that an editor is led to from a mailed link opens an issue with the mark on it."""
    issue.labels = [LABEL]
    event = issue.event("labeled", "maija", LABEL)
    event["issue"]["user"]["login"] = "maija"
    artifact = issue.read(event)
    assert artifact is not None
    runner, _ = issue.answer(event, artifact)
    assert runner.outputs == {"approved": "yes"}


def test_what_has_errors_is_not_taken_even_if_the_job_is_asked_to(issue: Issue) -> None:
    issue.body = rendered(Act.EVENT, {**FILLED, "starts_day": "31.2.2027"})
    issue.happens("opened")
    assert "**1.** Sellaista päivää ei ole: `31.2.2027 klo 13`." in issue.said
    issue.labels = [LABEL]
    runner, artifact = issue.happens("labeled", "maija", LABEL)
    assert runner.outputs == {"approved": "no"}
    assert "otettiin pois, koska korjattavaa on vielä" in issue.said
    runner, told = issue.take(artifact, issue.event("labeled", "maija", LABEL))
    assert "Ensin on korjattavaa." in told
    assert runner.asked == []
    assert git(issue.forge.home, "status", "--short") == ""


def test_an_issue_about_something_else_is_left_alone(issue: Issue) -> None:
    issue.title, issue.body = "Sivu ei aukea", "Etusivu on tyhjä @kaikki ![x](https://example.org/x.png)"
    assert issue.read(issue.event("opened")) is None


def test_what_was_a_proposal_and_is_none_any_more_loses_its_mark_and_its_answer(issue: Issue) -> None:
    issue.happens("opened")
    issue.labels, issue.title, issue.body = [LABEL], "Sivu ei aukea", "Etusivu on tyhjä."
    runner, artifact = issue.happens("edited")
    assert ("DELETE", f"{API}/issues/12/labels/vie%20kalenteriin") in calls(runner.asked)
    assert "Emme saaneet siitä tehtyä tiedostoa, joten ylläpito katsoo sen." in issue.said
    assert "Kesäjuhla" not in issue.said

    runner, _ = issue.happens("labeled", "maija", LABEL)
    assert runner.outputs == {"approved": "no"}
    assert "koska tekstistä ei saatu tehtyä tiedostoa" in issue.said
    assert issue.take(artifact, issue.event("edited"))[0].asked == []


def test_an_edit_of_an_issue_about_something_else_is_no_reason_to_speak(issue: Issue) -> None:
    issue.title, issue.body = "Sivu ei aukea", "Etusivu on tyhjä."
    runner, _ = issue.happens("edited")
    assert calls(runner.asked) == [("GET", f"{API}/issues/12/comments?per_page=100")]


def test_a_text_of_ones_own_is_read_as_a_notice_is(issue: Issue) -> None:
    issue.title, issue.body = "Kesätanssit", "Hei! Martat pitävät tanssit Seurantalolla lauantaina 12.6. klo 18–22."
    _, artifact = issue.happens("opened")
    assert handed(artifact)["events/2027/06/kesatanssit-2027.yml"].splitlines()[1:3] == [
        "alkaa: 12.6.2027 klo 18",
        "päättyy: 12.6.2027 klo 22",
    ]
    assert "- **Alkaa: päivä** Poimimme tämän tekstistäsi. Tarkista, että se on oikein." in issue.said

    event = issue.event("opened")
    event["issue"]["author_association"] = "OWNER"
    assert issue.read(event) is None


def test_boxes_that_were_left_empty_are_found_in_the_description(issue: Issue) -> None:
    told = {"name": "Kesätanssit", "description": "Martat pitävät tanssit Seurantalolla la 12.6. klo 18–22."}
    issue.body = rendered(Act.EVENT, told)
    issue.happens("opened")
    assert "`la 12.6.2027 klo 18–22, Seurantalo, Vimpeli`" in issue.said
    assert "- **Alkaa: päivä** Poimimme tämän tekstistäsi." in issue.said


def test_names_in_another_form_are_understood_and_told(issue: Issue) -> None:
    issue.body = rendered(Act.EVENT, {**FILLED, "organisers": "Vimpelin Marttojen", "venue": "Seurantalolla"})
    _, artifact = issue.happens("opened")
    assert handed(artifact) == {"events/2027/06/kesajuhla-2027.yml": FILE}
    for label in ("Paikka", "Kuka järjestää?"):
        assert f"- **{label}** Poimimme tämän tekstistäsi. Tarkista, että se on oikein." in issue.said


def test_an_answer_is_used_for_its_own_issue_and_text_only(issue: Issue) -> None:
    _, artifact = issue.happens("opened")
    other = issue.event("opened")
    other["issue"]["number"] = 13
    changed = issue.event("opened")
    changed["issue"]["body"] += " "
    for event in (other, changed):
        runner, told = issue.answer(event, artifact)
        assert "Vastaus koskee muuta tekstiä kuin tämä ajo." in told
        assert runner.asked == []
        _, told = issue.take(artifact, event)
        assert "Vastaus koskee muuta tekstiä kuin tämä ajo." in told


@pytest.mark.parametrize(
    "files",
    [
        {".github/workflows/ehdotus.yml": "x"},
        {"mkdocs.yml": "x"},
        {"events/../mkdocs.yml": "x"},
        {"events/x.py": "x"},
        {"events/x.yml": None},
        {f"events/x{number}.yml": "x" for number in range(17)},
    ],
)
def test_what_was_handed_over_is_looked_through(issue: Issue, files: dict[str, str | None]) -> None:
    event = issue.event("opened")
    artifact = issue.read(event)
    assert artifact is not None
    given = json.loads(artifact.read_text(encoding="utf-8"))
    given["files"] = json.dumps({"version": 1, "files": files, "said": []})
    artifact.write_text(json.dumps(given), encoding="utf-8")
    runner, told = issue.answer(event, artifact)
    assert "ei ole toisen komennon tekemä vastaus" in told
    assert runner.asked == []
    assert "ei ole toisen komennon tekemä vastaus" in issue.take(artifact, event)[1]
    assert git(issue.forge.home, "status", "--short") == ""


def test_only_our_own_comment_is_renewed(issue: Issue) -> None:
    issue.happens("opened")
    marker = issue.said.splitlines()[0]
    issue.comments = [
        {"id": 5, "body": f"{marker}\nhyväksytty", "user": {"login": "martta", "type": "User"}},
        {"id": 6, "body": f"x {marker}", "user": {"login": "github-actions[bot]", "type": "Bot"}},
    ]
    runner, _ = issue.happens("edited")
    assert calls(runner.asked)[-1] == ("POST", f"{API}/issues/12/comments")


HOSTILE = (
    "@kaikki #1 GH-1 ![x](https://evil.example/x.png) <img src=x onerror=alert(1)> [x](javascript:x) `` ` ``` "
    "<!-- seurantalo:ilmoitus --> ::set-env name=PATH::/tmp $(touch osuma) `touch osuma` ${{ github.token }} \u202e "
    "##[x]"
)


def test_words_that_do_harm_stay_words(issue: Issue) -> None:
    issue.by_steps = True
    issue.title = f"Tapahtuma: {HOSTILE}"
    issue.body = rendered(Act.EVENT, {**FILLED, "name": HOSTILE, "organisers": HOSTILE, "starts_time": HOSTILE})
    runner, _ = issue.happens("opened")
    assert runner.outputs == {"approved": "no"}
    outside = _without_code(issue.said)
    for words in ("kaikki", "evil", "onerror", "javascript", "set-env", "osuma", "github.token", "##[", "\u202e"):
        assert words not in outside, words
    assert not (issue.forge.home / "osuma").exists()
    assert issue.said.count("seurantalo:ilmoitus") == issue.said.count("<!-- seurantalo:ilmoitus ")


def _without_code(text: str) -> str:
    """Return what is left of Markdown without its spans and blocks of code, by the rules of CommonMark 6.1."""
    found, at = [], 0
    while at < len(text):
        run = len(text[at:]) - len(text[at:].lstrip("`"))
        if not run:
            found.append(text[at])
            at += 1
            continue
        end = at + run
        while True:
            end = text.find("`" * run, end)
            if end == -1:
                end = at + run
                break
            length = len(text[end:]) - len(text[end:].lstrip("`"))
            end += length
            if length == run:
                break
        at = end
    return "".join(found)


def test_an_organiser_and_a_place_that_are_new_come_with_the_event(issue: Issue) -> None:
    issue.body = rendered(
        Act.EVENT, {**FILLED, "organisers": "Tanssikerho Askel ry", "venue": "Uusi lava", "municipality": "Vimpeli"}
    )
    _, artifact = issue.happens("opened")
    given = handed(artifact)
    assert given.pop("events/2027/06/kesajuhla-2027.yml").splitlines()[5:] == [
        "järjestäjä: tanssikerho-askel",
        "kunta: vimpeli",
        "paikka: uusi-lava",
    ]
    assert given == {
        "content/organisations/tanssikerho-askel.md": (
            "---\nnimi: Tanssikerho Askel ry\ntyyppi: yhdistys\nkunta: vimpeli\n---\n"
        ),
        "content/venues/uusi-lava.yml": "nimi: Uusi lava\nkunta: vimpeli\n",
    }
    assert "**yhdistys tai muu toimija** `Tanssikerho Askel ry`" in issue.said


@pytest.mark.parametrize("organiser", ["---", "🎄🎄", "Con", "'; DROP\n---\n!!x"])
def test_a_name_that_no_file_can_have_is_answered(issue: Issue, organiser: str) -> None:
    issue.body = rendered(Act.EVENT, {**FILLED, "organisers": organiser})
    issue.happens("opened")
    assert issue.said.startswith("<!-- seurantalo:ilmoitus ")


def test_where_something_new_is_is_asked(issue: Issue) -> None:
    issue.body = rendered(Act.EVENT, {**FILLED, "organisers": "Tanssikerho Askel ry", "venue": "Uusi lava"})
    issue.happens("opened")
    assert "- **Kunta** Jos kunta ei selviä paikasta." in issue.said
    assert (
        "`Uusi lava` ei ole vielä sivuilla. Jos se on sivuilla toisella nimellä, kirjoita se nimi. Muuten kerro "
        "kunta, niin lisäämme sen samalla." in issue.said
    )


@pytest.mark.parametrize(
    ("act", "answers", "path"),
    [
        (Act.VENUE, {"name": "Rantalava", "municipality": "Vimpeli"}, "content/venues/rantalava.yml"),
        (
            Act.ORGANISATION,
            {"name": "Rannan Pelimannit ry", "type": "yhdistys", "municipality": "Vimpeli"},
            "content/organisations/rannan-pelimannit-ry.md",
        ),
        (
            Act.IDEA,
            {"name": "Laavu", "topic": "polut", "municipality": "Vimpeli", "text": "Rantaan laavu."},
            "content/ideas/laavu.md",
        ),
    ],
)
def test_other_records_have_forms_of_their_own(issue: Issue, act: Act, answers: dict[str, str], path: str) -> None:
    issue.title, issue.body = "", rendered(act, answers)
    _, artifact = issue.happens("opened")
    assert list(handed(artifact)) == [path]
    assert "Korjattavaa ei ole." in issue.said


CHANGED = CONCERT.replace("päättyy: 12.6.2027 klo 20", "päättyy: 12.6.2027 klo 21") + "hinta: 10 €\n"


@pytest.fixture
def concert(issue: Issue) -> Issue:
    issue.forge.write({"events/konsertti.yml": f"# Kuoron oma\n{CONCERT}"})
    issue.forge.commit("Konsertti")
    git(issue.forge.home, "pull", "--quiet")
    return issue


def handed(artifact: Path) -> dict[str, str]:
    found = json.loads(json.loads(artifact.read_text(encoding="utf-8"))["files"])["files"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("which", ["Kuoron konsertti", "konsertti", "https://koe.example/tapahtumat/konsertti/"])
def test_a_change_in_ones_own_words_keeps_all_other_lines(concert: Issue, which: str) -> None:
    concert.title = "Muutos: konsertti"
    what = "päättyy: 12.6.2027 klo 21\nhinta: 10 €"
    concert.body = rendered(Act.CHANGE, {"tapahtuma": which, "muutos": what})
    _, artifact = concert.happens("opened")
    assert handed(artifact) == {"events/konsertti.yml": f"# Kuoron oma\n{CHANGED}"}
    assert "la 12.6.2027 klo 19–21" in concert.said


def test_a_change_of_the_form_is_put_into_the_file(concert: Issue) -> None:
    content = (concert.forge.home / "events/konsertti.yml").read_bytes()
    values = {"ends": "2027-06-12T21:00", "price": "10 €"}
    file = ProposedFile(kind=Kind.EVENT, path="events/konsertti.yml", base=blob_id(content), values=values)
    whole = pack(Proposal(act=Act.CHANGE, files=(file,)))
    # Mail breaks long lines.
    concert.body = rendered(Act.CHANGE, {"ehdotus": f"{whole[:30]}\n{whole[30:]}"})
    _, artifact = concert.happens("opened")
    assert handed(artifact) == {"events/konsertti.yml": f"# Kuoron oma\n{CHANGED}"}

    concert.body = rendered(Act.CHANGE, {"ehdotus": whole[:-9]})
    _, artifact = concert.happens("edited")
    assert handed(artifact) == {}
    assert "Lomakkeen teksti oli katkennut matkalla." in concert.said

    stale = pack(Proposal(act=Act.CHANGE, files=(replace(file, base="0" * 40),)))
    concert.body = rendered(Act.CHANGE, {"ehdotus": stale})
    _, artifact = concert.happens("edited")
    assert handed(artifact) == {}
    assert "Samaa kohtaa on muutettu sen jälkeen." in concert.said

    gone = pack(Proposal(act=Act.CHANGE, files=(replace(file, path="events/mennyt.yml"),)))
    concert.body = rendered(Act.CHANGE, {"ehdotus": gone})
    _, artifact = concert.happens("edited")
    assert handed(artifact) == {}
    assert "Emme saaneet sitä tiedostoon sellaisenaan, joten ylläpito katsoo sen." in concert.said


def test_a_change_of_an_event_that_nobody_knows_is_asked_about(concert: Issue) -> None:
    concert.body = rendered(Act.CHANGE, {"tapahtuma": "Jokin muu", "muutos": "hinta: 10 €"})
    concert.happens("opened")
    assert "- **Mikä tapahtuma?** Tapahtuman nimi tai sen sivun osoite." in concert.said


def test_the_answer_says_what_it_clashes_with(issue: Issue, request: pytest.FixtureRequest) -> None:
    issue.forge.write({"events/konsertti.yml": CONCERT})
    issue.forge.commit("Konsertti")
    git(issue.forge.home, "pull", "--quiet")
    issue.body = rendered(Act.EVENT, {**FILLED, "starts_day": "la 12.6.", "starts_time": "klo 18-20", "price": "5 €"})
    issue.happens("opened")
    golden = Path(__file__).parent / "golden" / "issue-clash.md"
    # Its first line is made of the text of the issue, and so of the words of the form.
    said = issue.said.partition("\n\n")[2]
    if request.config.getoption("--update-golden"):
        golden.write_text(said, encoding="utf-8", newline="\n")
    assert said == golden.read_text(encoding="utf-8")


def test_a_very_long_text_is_answered(issue: Issue) -> None:
    issue.body = rendered(Act.EVENT, {**FILLED, "description": "Kahvia ja laulua. " * 3_500})
    assert len(issue.body) > 60_000
    issue.happens("opened")
    assert len(issue.said) < 60_000
    assert "merkkiä" in issue.said


def test_the_rights_are_split() -> None:
    jobs = workflow("ehdotus.yml")["jobs"]
    assert workflow("ehdotus.yml")["permissions"] == {}
    assert {name: job["permissions"] for name, job in jobs.items()} == {
        "lue": {"contents": "read"},
        "vastaa": {"contents": "read", "issues": "write"},
        "vie": {"contents": "write", "issues": "write", "pull-requests": "write", "actions": "write"},
    }
    assert jobs["vie"]["if"] == "needs.vastaa.outputs.approved == 'yes'"
    for job in jobs.values():
        for step in job["steps"]:
            assert "github.event.issue.body" not in json.dumps(step)
            assert "cache" not in step.get("with", {})
