"""`outbox` says what is due, with the texts; `sent` writes down what was sent, and never over what is there."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.announcing.reading_week import WEEK
from tests.channels.test_outbox import COLUMN
from tests.cli.conftest import MKDOCS_YML, Said, seurantalo

LEDGER = "content/announcements/paikallislehti/2027-05-19.yml"
TODAY = "2027-05-17"


@pytest.fixture
def week(tmp_path: Path) -> Path:
    """The week of 24.–30.5.2027 as a project."""
    shutil.copytree(WEEK, tmp_path, dirs_exist_ok=True)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
    return tmp_path


def said(project: Path, *arguments: str, today: str = TODAY) -> Said:
    return seurantalo(*arguments, cwd=project, SEURANTALO_TODAY=today)


def test_what_is_due_today_comes_first(week: Path) -> None:
    out = said(week, "outbox").out.splitlines()
    assert out[:3] == [
        "Tänään (5)",
        "  Paikallislehti: Numero ke 19.5.2027 – viimeistään ma 17.5. klo 12",
        "    ma 24.5. Pihaleikkien ilta (tänään)",
    ]
    assert any(line.startswith("  Radio Järvituuli: 28.–30.5.2027 – ") for line in out) or "Viikon kuluessa" in str(
        out
    )


@pytest.mark.parametrize("week_asked", ["2027-21", "2027-W21", "21/2027"])
def test_the_text_of_a_channel_is_printed_as_it_will_be_pasted(week: Path, week_asked: str) -> None:
    out = said(week, "outbox", "--channel", "Paikallislehti", "--week", week_asked).out
    assert out == f"# Paikallislehti: Numero ke 19.5.2027 (paikallislehti/2027-05-19)\n{COLUMN}\n\n"


def test_the_next_issue_is_that_which_is_meant(week: Path) -> None:
    assert COLUMN in said(week, "outbox", "--channel", "paikallislehti").out


def test_a_week_without_anything_for_a_channel_says_so(week: Path) -> None:
    assert (
        said(week, "outbox", "--channel", "tekstiviestit", "--week", "2027-40").out
        == "Ei kerrottavaa näinä päivinä.\n"
    )


def test_json_has_texts_lengths_and_what_is_too_long(week: Path) -> None:
    found = json.loads(said(week, "outbox", "--week", "2027-21", "--format", "json").out)
    issues = {(one["channel"], one["issue"]): one for one in found["issues"]}
    paper = issues["paikallislehti", "2027-05-19"]
    assert paper["text"] == COLUMN
    assert [one["length"] for one in paper["entries"]] == [142, 160, 191, 194, 165]
    assert paper["entries"][0]["due"] == "2027-05-17T12:00:00"
    school = issues["tekstiviestit", "koulun-kevatjuhla-kaislalahti-2027-05-28"]
    assert (school["entries"][0]["over"], school["entries"][0]["parts"]) == (40, 2)


def test_what_does_not_fit_is_said_before_it_is_sent(week: Path) -> None:
    messages = said(week, "outbox", "--channel", "tekstiviestit", "--week", "2027-21").out
    assert "  Kaislalahden koulun kevätjuhla: 40 merkkiä yli, menee 2 viestissä\n" in messages
    channels = week / "content/vocabulary/channels.yml"
    text = channels.read_text(encoding="utf-8")
    channels.write_text(text.replace("enimmäispituus: 200", "enimmäispituus: 200\n  enintään: 4"), encoding="utf-8")
    column = said(week, "outbox", "--channel", "paikallislehti", "--week", "2027-21").out
    assert "  Numeroon mahtuu 4 ilmoitusta, ja tässä on 5.\n" in column


def test_what_was_sent_is_written_down_once(week: Path) -> None:
    first = said(week, "sent", "--channel", "paikallislehti", "--week", "2027-21", "--day", "16.5.2027")
    assert (first.code, first.out) == (0, f"Kirjoitettu: {LEDGER}\n")
    lines = (week / LEDGER).read_text(encoding="utf-8").splitlines()
    assert lines[:2] == ["lähetetty: 16.5.2027", "kerrottu:"]
    assert (
        "  kraaterin-polkujuoksu 2027-05-29: klo 11–15; Kraaterinrannan hiihtomaja; Lappajärvi; "
        "6 km 15 €, 23 km 30 €; ilm. 26.5."
    ) in lines
    again = said(week, "sent", "--channel", "paikallislehti", "--issue", "19.5.2027")
    assert again.code == 2
    assert LEDGER in again.err
    assert (week / LEDGER).read_text(encoding="utf-8").splitlines() == lines
    assert said(week, "check").code == 0
    assert "Paikallislehti" not in said(week, "outbox").out.split("Viikon kuluessa")[0]


def test_a_change_after_that_is_to_be_told(week: Path) -> None:
    said(week, "sent", "--channel", "paikallislehti", "--issue", "2027-05-19")
    event = week / "events" / "kraaterin-polkujuoksu.yml"
    text = event.read_text(encoding="utf-8")
    event.write_text(text.replace("klo 11", "klo 12").replace("klo 15", "klo 16"), encoding="utf-8")
    out = said(week, "outbox", today="2027-05-20").out
    assert "Kerrottavat muutokset (1)" in out
    assert "Kraaterin polkujuoksu (muutos kerrottava)" in out
    text = said(week, "outbox", "--channel", "paikallislehti", "--week", "2027-22", today="2027-05-20").out
    assert "MUUTOS. LAPPAJÄRVI. Kraaterin polkujuoksu la 29.5. onkin klo 12–16 (19.5. kerrottiin klo 11–15)" in text


def test_a_dry_run_shows_the_file_and_writes_nothing(week: Path) -> None:
    out = said(week, "sent", "--channel", "tekstiviestit", "--issue", "soinin-iltatori-2027-05-27", "--dry-run").out
    assert out.startswith(
        "# content/announcements/tekstiviestit/soinin-iltatori-2027-05-27.yml\nlähetetty: 17.5.2027\n"
    )
    assert not (week / "content" / "announcements").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["sent", "--channel", "paikallislehti"], "Anna joko numero (--issue) tai viikko (--week)."),
        (["sent", "--channel", "lehti", "--week", "2027-21"], "”lehti”"),
        (
            ["sent", "--channel", "paikallislehti", "--week", "viikko"],
            "”viikko” ei ole viikko. Kirjoita näin: 2027-21.",
        ),
        (["sent", "--channel", "paikallislehti", "--issue", "2027-05-20"], "ei ole numeroa ”2027-05-20”"),
        (["sent", "--channel", "paikallislehti", "--week", "2027-40"], "ei ole kerrottavaa"),
        (["sent", "--channel", "paikallislehti", "--week", "2027-21", "--day", "18.5.2027"], "on vasta tulossa"),
        (["outbox", "--week", "2027-60"], "”2027-60” ei ole viikko"),
        (["outbox", "--channel", "radjo-jarvituuli"], "radio-jarvituuli"),
    ],
)
def test_what_cannot_be_done_is_told_in_a_sentence(week: Path, arguments: list[str], words: str) -> None:
    told = said(week, *arguments)
    assert told.code == 2
    assert words in told.err
    assert told.err.count("\n") == 1
    assert not (week / "content" / "announcements").exists()


def test_a_file_of_a_sending_that_failed_gives_way(week: Path) -> None:
    path = week / LEDGER
    path.parent.mkdir(parents=True)
    path.write_text("lähetetty: 'epäonnistui: palvelin ei vastannut'\n", encoding="utf-8")
    assert said(week, "sent", "--channel", "paikallislehti", "--issue", "2027-05-19").code == 0
    assert path.read_text(encoding="utf-8").startswith("lähetetty: 17.5.2027\n")


def test_what_was_told_of_an_event_whose_file_is_gone_stands_in_the_outbox(week: Path) -> None:
    assert said(week, "sent", "--channel", "paikallislehti", "--week", "2027-21", "--day", "16.5.2027").code == 0
    (file,) = week.glob("**/kraaterin-polkujuoksu*")
    words = file.read_text(encoding="utf-8")
    file.unlink()
    out = said(week, "outbox").out.partition("Kerrottu, mutta tapahtumaa ei enää ole (1)\n")[2]
    assert out.startswith(
        "  Paikallislehti: kraaterin-polkujuoksu la 29.5.: kerrottu 16.5.2027: klo 11–15; Kraaterinrannan "
        "hiihtomaja; Lappajärvi; 6 km 15 €, 23 km 30 €; ilm. 26.5.\n  Jos tapahtuma on peruttu, palauta sen tiedosto "
    )
    (gone,) = json.loads(said(week, "outbox", "--format", "json").out)["vanished"]
    assert (gone["channel"], gone["issue"], gone["event"], gone["date"], gone["told_on"]) == (
        "paikallislehti", "2027-05-19", "kraaterin-polkujuoksu", "2027-05-29", "2027-05-16",
    )  # fmt: skip
    file.with_name("kraaterin-polku.yml").write_text(f"{words}\nentinen tunnus: kraaterin-polkujuoksu\n", "utf-8")
    assert json.loads(said(week, "outbox", "--format", "json").out)["vanished"] == []
