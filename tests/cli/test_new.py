"""``seurantalo new``: the same files as the form's, all of them or none, and nobody's work written over."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import MKDOCS_YML, ROOT, seurantalo

from seurantalo.model.record import Kind
from seurantalo.proposing import new_file, pack, proposal_of
from seurantalo.proposing.source import blob_id

EVENT: dict[str, Any] = {
    "title": "Kesä: juhla",
    "starts": "2027-06-12T13:00",
    "ends": "2027-06-12T17:00",
    "organisers": ["mallikylan-martat"],
    "venue": "seurantalo",
    "description": "Kahvia ja laulua.",
}
PATH = "events/2027/06/kesa-juhla-2027.yml"
WHOLE: dict[str, Any] = {
    "act": "event",
    "files": [
        {"kind": "event", "path": PATH, "set": EVENT},
        {
            "kind": "organisation",
            "path": "content/organisations/mallikylan-martat.md",
            "set": {"name": "Mallikylän Martat", "type": "association", "municipality": "vimpeli"},
        },
    ],
}


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A small region in version control."""
    for folder in ("content", "events"):
        shutil.copytree(ROOT / "tests" / "reading" / "base" / folder, tmp_path / folder)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    commit(tmp_path)
    return tmp_path


def commit(region: Path) -> None:
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "x"]):
        who = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
        subprocess.run(["git", *who, *command], cwd=region, check=True, capture_output=True)


def files(region: Path) -> dict[str, str]:
    """What is not in version control, and what has changed."""
    told = subprocess.run(
        ["git", "ls-files", "-omd", "--exclude-standard"], cwd=region, check=True, capture_output=True
    ).stdout.decode()
    paths = (region / name for name in told.split())
    return {path.relative_to(region).as_posix(): path.read_text(encoding="utf-8") for path in paths if path.exists()}


def link(made: dict[str, Any]) -> str:
    """A proposal as somebody sends it."""
    proposal = proposal_of(made)
    assert proposal is not None
    return f"https://koe.example/ehdota/tapahtuma/#{pack(proposal)}"


def change(region: Path, path: str, values: dict[str, Any], drop: Iterable[str] = ()) -> dict[str, Any]:
    """A change made on a file as it is."""
    file = {"kind": "event", "path": path, "base": blob_id((region / path).read_bytes()), "set": values}
    return {"act": "change", "files": [{**file, "drop": list(drop)}]}


def test_a_link_becomes_files_that_pass_the_check(region: Path) -> None:
    """The event and the organisation that it needs, as the form shows them."""
    said = seurantalo("new", "--from", link(WHOLE), cwd=region)
    assert (said.code, said.err) == (0, "")
    assert files(region)[PATH] == new_file(Kind.EVENT, EVENT, "fi")
    assert set(files(region)) == {each["path"] for each in WHOLE["files"]}
    assert "la 12.6.2027 klo 13–17" in said.out
    assert f"Kirjoitettu: {PATH}" in said.out
    assert seurantalo("check", cwd=region).code == 0


def test_a_file_may_hold_the_link_or_the_proposal(region: Path) -> None:
    """Saved from a letter, with a line end, or as JSON."""
    (region / "letter.txt").write_text(f"{link(WHOLE)}\n", encoding="utf-8")
    (region / "proposal.json").write_text(json.dumps(WHOLE), encoding="utf-8")
    first = seurantalo("new", "--from", "letter.txt", "--dry-run", cwd=region)
    second = seurantalo("new", "--from", "proposal.json", "--dry-run", cwd=region)
    assert first == second
    assert first.code == 0
    assert f'# {PATH}\notsikko: "Kesä: juhla"\n' in first.out
    assert set(files(region)) == {"letter.txt", "proposal.json"}


def test_fields_on_the_command_line(region: Path) -> None:
    """In any language, as people write them; what is understood is written as the form writes it."""
    fields = ("nimi=Tanssit", "börjar=19.6.2027 kl. 19", "organiser=vimpelin-martat", "kenelle=kaikki, lapset")
    said = seurantalo("new", *fields, "muoto=dance", "kuvaus=Yksi.\\n\\nKaksi.", cwd=region)
    assert (said.code, said.err) == (0, "")
    assert files(region) == {
        "events/2027/06/tanssit-2027.yml": (
            "otsikko: Tanssit\nalkaa: 19.6.2027 klo 19\nmuoto: tanssit\nkuvaus: |\n  Yksi.\n\n  Kaksi.\n"
            "järjestäjä: vimpelin-martat\nkenelle: [kaikki, lapset]\n"
        )
    }
    said = seurantalo("new", "--kind", "venue", "nimi=Uusi talo", "kunta=vimpeli", "tilaa=5", cwd=region)
    assert (said.code, said.err) == (
        2,
        "seurantalo: Kenttää ”tilaa” ei ole. Tarkoititko ”tila”?\n",
    ) or "tilaa" in said.err


def test_names_in_another_form_are_understood_and_told(region: Path) -> None:
    fields = ("otsikko=Tanssit", "alkaa=19.6.2027 klo 19", "järjestäjä=Marttojen", "paikka=Vimpelin seurantalolla")
    said = seurantalo("new", *fields, cwd=region)
    assert said.out.splitlines()[:2] == [
        "”Vimpelin seurantalolla” luettiin näin: seurantalo.",
        "”Marttojen” luettiin näin: vimpelin-martat.",
    ]
    [text] = files(region).values()
    assert text.endswith("järjestäjä: vimpelin-martat\npaikka: seurantalo\n")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_questions_of_the_form(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is needed is asked until it is told, the rest may be left empty."""
    answers = ["", "Tanssit", "vimpelin-martat", "", "19.6.2027 klo 19", "", "Tule!", ""]
    monkeypatch.setattr("sys.stdin", _Terminal("".join(f"{each}\n" for each in answers)))
    said = seurantalo("new", cwd=region)
    assert (said.code, said.err) == (0, "")
    assert said.out.count("Tapahtuman nimi") == 2
    assert "kuvaus: |\n  Tule!\n" in files(region)["events/2027/06/tanssit-2027.yml"]
    monkeypatch.setattr("sys.stdin", _Terminal("Tanssit\n"))
    ended = seurantalo("new", cwd=region)
    assert (ended.code, ended.err) == (2, "seurantalo: Vastaukset loppuivat ennen viimeistä kysymystä.\n")


def test_a_name_that_is_taken_is_not_written_over(region: Path) -> None:
    """The event gets another one; what its proposal brings besides, and is there, stays."""
    assert seurantalo("new", "--from", link(WHOLE), cwd=region).code == 0
    before = files(region)
    again = seurantalo("new", "--from", link({**WHOLE, "files": WHOLE["files"][:1]}), cwd=region)
    assert again.code == 0
    assert files(region) == {**before, PATH.replace("2027.yml", "2027-2.yml"): before[PATH]}
    other = json.loads(json.dumps(WHOLE))
    other["files"][0] |= {"path": "events/2027/07/iltamat-2027.yml", "set": {**EVENT, "title": "Iltamat"}}
    other["files"][1]["set"]["name"] = "Muut Martat"
    kept = seurantalo("new", "--from", link(other), cwd=region)
    assert (kept.code, kept.err) == (0, "")
    assert "content/organisations/mallikylan-martat.md on jo olemassa ja pysyy ennallaan.\n" in kept.out
    martat = "content/organisations/mallikylan-martat.md"
    assert files(region)[martat] == before[martat]
    assert "events/2027/07/iltamat-2027.yml" in files(region)


def test_what_is_wrong_is_told_and_nothing_written(region: Path) -> None:
    """Also where only the second file of two is wrong."""
    bad = json.loads(json.dumps(WHOLE))
    bad["files"][1]["set"]["municipality"] = "atlantis"
    said = seurantalo("new", "--from", link(bad), cwd=region)
    assert said.code == 1
    assert "atlantis" in said.out
    assert said.out.endswith("Mitään ei kirjoitettu.\n")
    assert files(region) == {}


def test_a_full_disk_leaves_nothing_behind(region: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first file is there, the second fails: then the first goes too."""
    opened = Path.open

    def failing(path: Path, *arguments: Any, **options: Any) -> Any:
        if path.parent.name == "06" and arguments[:1] == ("x",) and path.is_relative_to(region):
            raise OSError(28, "No space left on device", str(path))
        return opened(path, *arguments, **options)

    monkeypatch.setattr(Path, "open", failing)
    said = seurantalo("new", "--from", link(WHOLE), cwd=region)
    assert said.code == 2
    monkeypatch.undo()
    assert files(region) == {}


def test_a_change_touches_its_lines(region: Path) -> None:
    """Comments and order stay; a file that has changed elsewhere since then is changed all the same."""
    path = region / PATH
    path.parent.mkdir(parents=True)
    text = (
        "otsikko: Juhla\n# kysy Martoilta\nalkaa: 12.6.2027 klo 13\nhinta: 5 € # vai 6\njärjestäjä: vimpelin-martat\n"
    )
    path.write_text(text, encoding="utf-8")
    commit(region)
    made = link(change(region, PATH, {"starts": "2027-06-13T13:00", "price": "6 €"}))
    path.write_text(text.replace("Juhla", "Kesäjuhla"), encoding="utf-8")
    said = seurantalo("new", "--from", made, cwd=region)
    assert (said.code, said.err) == (0, "")
    assert path.read_text(encoding="utf-8") == (
        "otsikko: Kesäjuhla\n# kysy Martoilta\nalkaa: 13.6.2027 klo 13\n# vai 6\nhinta: 6 €\n"
        "järjestäjä: vimpelin-martat\n"
    )


def test_a_field_that_was_changed_twice_is_shown_side_by_side(region: Path) -> None:
    """What stood, what stands and what is proposed; where git does not know what stood, the last two."""
    path = region / PATH
    path.parent.mkdir(parents=True)
    text = "otsikko: Juhla\nalkaa: 12.6.2027\nhinta: 5 €\njärjestäjä: vimpelin-martat\n"
    path.write_text(text, encoding="utf-8")
    commit(region)
    made = change(region, PATH, {"price": "7 €", "title": "Uusi"})
    path.write_text(text.replace("5 €", "6 €"), encoding="utf-8")
    said = seurantalo("new", "--from", link(made), cwd=region)
    assert said.code == 1
    assert said.out == (
        f"Tiedostoa {PATH} on muutettu ehdotuksen tekemisen jälkeen. Valitse, kumpi jää:\n"
        "  ennen:\n    hinta: 5 €\n  tiedostossa nyt:\n    hinta: 6 €\n  ehdotuksessa:\n    hinta: 7 €\n"
        "Mitään ei kirjoitettu.\n"
    )
    assert path.read_text(encoding="utf-8") == text.replace("5 €", "6 €")
    made["files"][0]["base"] = "0" * 40
    unknown = seurantalo("new", "--from", link(made), cwd=region)
    assert unknown.code == 1
    assert "ennen" not in unknown.out
    assert "    otsikko: Juhla\n  ehdotuksessa:\n    otsikko: Uusi\n" in unknown.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--from", "e1.abc.de"], "Linkki on katkennut matkalla. Pyydä se lähettäjältä uudelleen."),
        (["--from", "https://koe.example/#x"], "Tässä linkissä ei ole ehdotusta."),
        (["--from", "nowhere.txt"], "Tiedostoa nowhere.txt ei ole, eikä se ole ehdotuksen linkki."),
        (["--from", "mkdocs.yml"], "Tässä linkissä ei ole ehdotusta."),
        (["--from", "e1.a.b", "nimi=x"], "--from kertoo kaiken: jätä nimi=x pois."),
        (["nimi"], "Kohdassa ”nimi” ei ole yhtäsuuruusmerkkiä kentän ja arvon välissä."),
        ([], 'Kerro, mitä kirjoitetaan: KENTTÄ=ARVO, esimerkiksi otsikko="…".'),
    ],
)
def test_every_wrong_use_is_a_sentence(region: Path, arguments: list[str], sentence: str) -> None:
    """In the reader's language, and nothing is written."""
    said = seurantalo("new", *arguments, cwd=region)
    assert (said.code, said.out, said.err) == (2, "", f"seurantalo: {sentence}\n")
    assert files(region) == {}
    assert seurantalo("new", *arguments, "--lang", "sv", cwd=region).err != said.err


def test_a_file_that_is_gone_or_not_ours_is_not_changed(region: Path) -> None:
    """A change of nothing, and one of a file that only people can read."""
    made = {"act": "change", "files": [{"kind": "event", "path": PATH, "base": "0" * 40, "set": {"price": "7 €"}}]}
    gone = seurantalo("new", "--from", link(made), cwd=region)
    assert gone.err == f"seurantalo: Tiedostoa {PATH} ei enää ole, joten ehdotus ei voi muuttaa sitä.\n"
    path = region / PATH
    path.parent.mkdir(parents=True)
    path.write_text("{otsikko: Juhla, alkaa: 12.6.2027, järjestäjä: vimpelin-martat}\n", encoding="utf-8")
    said = seurantalo("new", "--from", link(change(region, PATH, {"price": "7 €"})), cwd=region)
    assert said.code == 2
    assert "ei osaa muuttaa sitä" in said.err
