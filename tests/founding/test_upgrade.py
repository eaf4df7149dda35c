"""A site moves to another version: what is renewed, what is put beside, what stays, and what is told of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from tests.cli.conftest import Said, seurantalo
from tests.founding.conftest import COMMANDS, TODAY, begin_history, founded, run

from seurantalo.cli import own_program
from seurantalo.founding import news_since
from seurantalo.founding.state import digest

GUIDE = "content/ohjeet/tarkistus.md"
NEWS = "# Changelog\n\n## 2.0.0\n\n- A wheel for every week.\n\n## 0.1.0\n\n- The first one.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return founded(tmp_path / "site", *COMMANDS["fi"], "--repository", "kainuu/kalenteri")


def state(site: Path) -> dict[str, object]:
    found = json.loads((site / ".seurantalo.json").read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def contents(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def upgrade(site: Path, *options: str) -> Said:
    return seurantalo("upgrade", str(site), *options, SEURANTALO_TODAY=TODAY)


def as_an_older_version_had(site: Path, *paths: str) -> None:
    """Make files look as if an older version had written other texts."""
    found = json.loads((site / ".seurantalo.json").read_text(encoding="utf-8"))
    for path in paths:
        file = site / path
        old = f"{file.read_text(encoding='utf-8')}\n{'# vanha' if file.suffix == '.yml' else '<!-- vanha -->'}\n"
        file.write_text(old, encoding="utf-8")
        found["files"][path] = digest(old)
    found["version"] = "0.1.0"
    (site / ".seurantalo.json").write_text(json.dumps(found), encoding="utf-8")


@pytest.fixture(autouse=True)
def newer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The program is version 2.0.0, and tells of it."""
    monkeypatch.setattr(own_program, "__version__", "2.0.0")
    monkeypatch.setattr("seurantalo.cli.upgrade.changelog", lambda: NEWS)


def test_what_nobody_has_changed_is_renewed_and_what_is_new_is_told(site: Path) -> None:
    fresh = contents(site)
    as_an_older_version_had(site, GUIDE, "mkdocs.yml")
    said = upgrade(site)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("Versiosta 0.1.0 versioon 2.0.0.\n")
    assert f"- {GUIDE}\n" in said.out
    assert "- A wheel for every week." in said.out
    assert "The first one" not in said.out
    now = contents(site)
    assert now.keys() == fresh.keys()
    assert now[GUIDE] == fresh[GUIDE]
    assert now["mkdocs.yml"] == fresh["mkdocs.yml"]
    assert state(site)["version"] == "2.0.0"


def test_what_people_have_changed_stays_and_gets_the_new_text_beside_it(site: Path) -> None:
    fresh = contents(site)[GUIDE]
    as_an_older_version_had(site, GUIDE)
    ours = "# Meidän ohjeemme\n"
    (site / GUIDE).write_text(ours, encoding="utf-8")
    said = upgrade(site)
    assert f"Ottakaa niistä, mitä haluatte, ja poistakaa ne sitten:\n- {GUIDE}.uusi\n" in said.out
    assert (site / GUIDE).read_text(encoding="utf-8") == ours
    assert (site / f"{GUIDE}.uusi").read_bytes() == fresh
    # Once is enough: nothing has changed since.
    (site / f"{GUIDE}.uusi").unlink()
    upgrade(site)
    assert not (site / f"{GUIDE}.uusi").exists()
    assert (site / GUIDE).read_text(encoding="utf-8") == ours


def test_what_people_have_changed_is_left_alone_where_the_program_says_the_same_as_before(site: Path) -> None:
    config = site / "mkdocs.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("toc.follow", "toc.integrate"), encoding="utf-8")
    upgrade(site)
    assert not (site / "mkdocs.yml.uusi").exists()


def test_a_new_version_alone_changes_no_text_for_people(site: Path) -> None:
    """Whoever has changed the README is not handed it again with every version."""
    for path in site.rglob("*.md"):
        path.write_text(f"{path.read_text(encoding='utf-8')}\nMeidän lisäys.\n", encoding="utf-8")
    upgrade(site)
    assert list(site.rglob("*.uusi")) == []


def test_the_endings_are_those_of_the_language(tmp_path: Path) -> None:
    for lang, ending in {"sv": "ny", "en": "new"}.items():
        site = founded(tmp_path / lang, *COMMANDS[lang])
        as_an_older_version_had(site, GUIDE)
        (site / GUIDE).write_text("# X\n", encoding="utf-8")
        upgrade(site)
        assert (site / f"{GUIDE}.{ending}").exists()
        # It is no page and no file of the site, and nothing that the check speaks of.
        check = seurantalo("check", "--format", "json", cwd=site, SEURANTALO_TODAY=TODAY)
        assert [one["file"] for one in json.loads(check.out)["problems"] if one["file"]] == []
        assert f"*.{ending}" in (site / "mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.nightly
def test_what_stands_beside_a_page_is_not_published(site: Path) -> None:
    as_an_older_version_had(site, GUIDE)
    (site / GUIDE).write_text("---\ntitle: X\n---\n# X\n", encoding="utf-8")
    upgrade(site)
    assert (site / f"{GUIDE}.uusi").exists()
    begin_history(site)
    run(site, sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet")
    assert list((site / "site").rglob("*.uusi")) == []


def test_records_are_never_touched_and_deleted_files_do_not_come_back(site: Path) -> None:
    (event,) = site.glob("events/*/*/*.yml")
    event.unlink()
    (site / GUIDE).unlink()
    places = site / "content/municipalities/kuhmo.md"
    places.write_text(
        places.read_text(encoding="utf-8").replace("---\n", "---\nasukkaita: 7600\n", 1), encoding="utf-8"
    )
    before = contents(site)
    upgrade(site)
    after = contents(site)
    assert before.keys() == after.keys()
    records = [path for path in before if path.startswith(("events/", "content/municip", "content/vocab"))]
    assert [path for path in records if before[path] != after[path]] == []


def test_a_new_file_comes_and_one_of_no_use_goes_unless_it_was_changed(site: Path) -> None:
    found = json.loads((site / ".seurantalo.json").read_text(encoding="utf-8"))
    del found["files"][GUIDE]
    (site / GUIDE).unlink()
    for name in ("vanha.md", "muutettu.md"):
        (site / "content" / name).write_text("# Vanha\n", encoding="utf-8")
        found["files"][f"content/{name}"] = digest("# Vanha\n")
    (site / "content/muutettu.md").write_text("# Meidän\n", encoding="utf-8")
    (site / ".seurantalo.json").write_text(json.dumps(found), encoding="utf-8")
    said = upgrade(site)
    assert f"Uudet tiedostot:\n- {GUIDE}\n" in said.out
    assert (site / GUIDE).exists()
    assert not (site / "content/vanha.md").exists()
    assert (site / "content/muutettu.md").read_text(encoding="utf-8") == "# Meidän\n"


def test_a_trial_shows_everything_and_writes_nothing(site: Path) -> None:
    as_an_older_version_had(site, GUIDE)
    before = contents(site)
    said = upgrade(site, "--dry-run")
    assert f"- {GUIDE}" in said.out
    assert contents(site) == before


def test_a_robot_leaves_workflows_to_the_forges_own(site: Path) -> None:
    path = ".github/workflows/vastaus.yml"
    as_an_older_version_had(site, path, GUIDE)
    before = contents(site)[path]
    upgrade(site, "--without-workflows")
    assert contents(site)[path] == before
    # It is still known to be as it was written: a person's upgrade renews it.
    upgrade(site)
    assert contents(site)[path] != before
    assert not (site / f"{path}.uusi").exists()


def test_the_program_is_pinned_by_the_wheel_that_is_named(site: Path) -> None:
    requirements = site / "requirements.txt"
    assert "\n# seurantalo @ " in requirements.read_text(encoding="utf-8")
    address, sha256 = "https://files.example.org/seurantalo-2.0.0-py3-none-any.whl", "a" * 64
    assert upgrade(site, "--program", f"{address}#sha256={sha256}").code == 0
    text = requirements.read_text(encoding="utf-8")
    assert f"\nseurantalo @ {address} \\\n    --hash=sha256:{sha256}\n" in text
    # Without a name it would be lost again.
    again = upgrade(site)
    assert (again.code, again.out) == (2, "")
    assert "--program" in again.err
    assert requirements.read_text(encoding="utf-8") == text


def test_a_wheel_without_its_digest_is_refused(site: Path) -> None:
    said = upgrade(site, "--program", "https://files.example.org/seurantalo-2.0.0-py3-none-any.whl")
    assert (said.code, said.out) == (2, "")
    assert "#sha256=" in said.err


def test_what_has_been_filled_in_since_is_known(site: Path) -> None:
    config = site / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = text.replace('site_name: "Kainuu"', 'site_name: "Kainuun kalenteri"')
    text = text.replace(
        "      # editor_email: toimitus@example.org", "      editor_email: kalenteri@kainuu.example.org"
    )
    config.write_text(text, encoding="utf-8")
    (site / "content/municipalities/kajaani.md").write_text(
        "---\nnimi: Kajaani\nmissä: Kajaanissa\nkuntanumero: 205\n---\n", encoding="utf-8"
    )
    assert upgrade(site).code == 0
    readme = (site / "README.md").read_text(encoding="utf-8")
    assert readme.startswith("# Kainuun kalenteri\n")
    assert "Kunnat: Kajaani, Kuhmo ja Sotkamo." in readme
    assert "kalenteri@kainuu.example.org" in (site / "content/saavutettavuus.md").read_text(encoding="utf-8")
    assert not (site / "mkdocs.yml.uusi").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (None, "ei ole perustettu komennolla"),
        ("<<<<<<< HEAD\n{}\n", "Palauta se historiasta."),
        ('{"version": "1", "answers": {}, "files": {}}', "Palauta se historiasta."),
    ],
)
def test_a_site_that_does_not_remember_is_refused(site: Path, text: str | None, told: str) -> None:
    memory = site / ".seurantalo.json"
    memory.unlink() if text is None else memory.write_text(text, encoding="utf-8")
    before = contents(site)
    said = upgrade(site)
    assert (said.code, said.out) == (2, "")
    assert told in said.err
    assert contents(site) == before


def test_nothing_to_do_is_said_in_a_sentence(site: Path) -> None:
    upgrade(site)
    before = contents(site)
    said = upgrade(site)
    assert said.out == "Kaikki on niin kuin versiossa 2.0.0.\n"
    assert contents(site) == before


def test_line_ends_of_windows_are_no_change(site: Path) -> None:
    as_an_older_version_had(site, GUIDE)
    guide = site / GUIDE
    guide.write_bytes(guide.read_bytes().replace(b"\n", b"\r\n"))
    upgrade(site)
    assert not (site / f"{GUIDE}.uusi").exists()
    assert b"vanha" not in guide.read_bytes()


def test_the_news_are_those_of_the_versions_since() -> None:
    assert news_since(NEWS, "2.0.0") == ""
    assert news_since(NEWS, "0.1.0") == "## 2.0.0\n\n- A wheel for every week."
    assert news_since(NEWS, "0.0.1").count("## ") == 2
