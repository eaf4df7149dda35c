"""What a region's repository has of each forge: workflows that call ours, checks of its own, issue forms."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.cli.conftest import ROOT, git, seurantalo
from tests.founding.conftest import TODAY, NewSite
from tests.receiving.issue.github import rendered
from tests.workflows.issues import Issue
from tests.workflows.proposals import Forge, comment_on
from tests.workflows.test_lint import zizmor

from _environment import workflow_linter
from seurantalo.founding import Answers, Program, answered, site_files
from seurantalo.founding.examples import Example
from seurantalo.founding.site_files import LABELS
from seurantalo.language import language
from seurantalo.proposing.asking import Act
from seurantalo.proposing.issue_forms import boxes_of
from seurantalo.receiving.issue.payload import APPROVING

Made = Callable[[str], NewSite]

OURS = ROOT / ".github" / "workflows"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
PROGRAM = Program(version="1.2.0", repository="https://github.com/example/seurantalo", lock="", commit=COMMIT)


def files_of(forge: str, **more: Any) -> dict[str, str]:
    answers = answered(municipalities=["Kuhmo"], forge=forge, day=date(2027, 6, 12), **more)
    return {file.path: file.text for file in site_files(answers, PROGRAM)}


def workflows_of(folder: Path, **more: Any) -> list[Path]:
    """Write the workflows of a new site into a folder; return their paths."""
    found = []
    for path, text in files_of("github", **more).items():
        if path.startswith(".github/workflows/"):
            found.append(folder / path)
            found[-1].parent.mkdir(parents=True, exist_ok=True)
            found[-1].write_text(text, encoding="utf-8")
    return found


@pytest.mark.parametrize("answer", ["pull-request-target", "workflow-run"])
def test_each_workflow_calls_one_of_ours_with_all_the_rights_that_it_asks_for(tmp_path: Path, answer: str) -> None:
    names = set()
    for path in workflows_of(tmp_path, answer=answer):
        (job,) = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
        if "uses" not in job:
            continue
        names.add(path.name)
        assert job["uses"] == f"example/seurantalo/.github/workflows/{path.name}@{COMMIT}"
        ours = yaml.safe_load((OURS / path.name).read_text(encoding="utf-8"))
        assert "workflow_call" in ours[True]  # YAML 1.1 reads `on` as a truth value
        asked = {(name, right) for one in ours["jobs"].values() for name, right in one.get("permissions", {}).items()}
        strongest = {name: "write" if (name, "write") in asked else "read" for name, _ in asked}
        assert job["permissions"] == strongest, path.name
    assert names == {"vastaus.yml", "ehdotus.yml", "julkaise.yml", "yo.yml", "hae.yml", "paivitys.yml", "laheta.yml"}


@pytest.mark.parametrize("answer", ["pull-request-target", "workflow-run"])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_an_attacker_finds_nothing_in_them(tmp_path: Path, language: str, answer: str) -> None:
    workflows_of(tmp_path, language=language, answer=answer)
    said = zizmor("--quiet", str(tmp_path))
    assert said.returncode == 0, said.stdout


@pytest.mark.foreign
def test_they_are_taken(tmp_path: Path) -> None:
    files = [str(path) for path in workflows_of(tmp_path, language="sv", answer="workflow-run")]
    done = subprocess.run([*workflow_linter(), *files], capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_where_a_trigger_is_forbidden_one_workflow_starts_the_other() -> None:
    files = files_of("github", answer="workflow-run", language="sv")
    came = yaml.safe_load(files[".github/workflows/tuli.yml"])
    answer = yaml.safe_load(files[".github/workflows/vastaus.yml"])
    assert answer[True]["workflow_run"] == {"workflows": [came["name"]], "types": ["completed"]}
    assert "pull_request_target" not in answer[True]
    assert came["permissions"] == {}


@pytest.mark.parametrize("forge", ["github", "forgejo", "gitlab", "none"])
def test_a_forge_has_only_its_own_files(forge: str) -> None:
    folders = {"github": ".github/", "forgejo": ".forgejo/", "gitlab": ".gitlab-ci.yml"}
    hidden = {path for path in files_of(forge) if path.startswith(".") and path != ".gitignore"}
    assert all(path.startswith(folders[forge]) for path in hidden)
    assert bool(hidden) == (forge != "none")


def test_the_owner_of_the_repository_is_asked_until_others_are_named() -> None:
    lines = files_of("github", repository="kainuu/kalenteri")[".github/CODEOWNERS"].splitlines()
    assert [line.split() for line in lines if line and not line.startswith("#")] == [
        ["*", "@kainuu"],
        ["/.github/", "@kainuu"],
        ["/mkdocs.yml", "@kainuu"],
        ["/requirements.txt", "@kainuu"],
    ]
    unknown = files_of("github")[".github/CODEOWNERS"].splitlines()
    assert [line for line in unknown if line and not line.startswith("#")] == []


def forge_of(site: NewSite, folder: Path) -> Forge:
    """Return a forge with the repository of a new site."""
    shutil.copytree(site.root, folder / "source", ignore=shutil.ignore_patterns(".git", "site"))
    forge = Forge(folder / "region", folder)
    git(forge.source, "init", "--quiet")
    forge.commit("Alku")
    git(folder, "clone", "--quiet", str(forge.source), str(forge.home))
    return forge


FIRST = {
    "fi": "otsikko: Talkoot\nalkaa: 12.6.2027 klo 12\npäättyy: klo 15\njärjestäjä: esimerkkikylan-kylayhdistys\n"
    "paikka: esimerkkikylan-kylatalo\n",
    "sv": "titel: Talko\nbörjar: 12.6.2027 kl 12\nslutar: kl 15\narrangör: exempelbyns-byaforening\n"
    "plats: exempelbyns-byagard\n",
    "en": "title: Work day\nstarts: 2027-06-12 12:00\nends: 15:00\norganisers: example-village-association\n"
    "venue: example-village-hall\n",
}


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("fi", "Luimme 1 tiedoston. Korjattavaa ei ole."),
        pytest.param("sv", "`Talko` (`events/forsta.yml`)", marks=pytest.mark.nightly),
        pytest.param("en", "`Work day` (`events/forsta.yml`)", marks=pytest.mark.nightly),
    ],
)
def test_the_first_proposal_is_answered_by_the_steps_of_the_workflow(
    new_site: Made, tmp_path: Path, lang: str, said: str
) -> None:
    comment = comment_on(forge_of(new_site(lang), tmp_path), {"events/forsta.yml": FIRST[lang]})
    assert said in comment


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("lang", "title"), [("fi", "Tapahtuma: Talkoot"), ("sv", "Evenemang: Talko"), ("en", "Event: Work day")]
)
def test_an_issue_is_read_by_the_labels_of_the_sites_language(
    new_site: Made, tmp_path: Path, lang: str, title: str
) -> None:
    forge = forge_of(new_site(lang), tmp_path)
    files = {path.rsplit("/", 1)[-1]: text for path, text in new_site(lang).texts() if "ISSUE_TEMPLATE" in path}
    assert all(box.label in files["tapahtuma.yml"] for box in boxes_of(Act.EVENT, language(lang)))
    example = Example.of(language(lang))
    filled = {"name": title.partition(": ")[2], "organisers": example.organisation, "venue": example.venue,
              "starts_day": "12.6.2027", "starts_time": "12–15", "description": "…"}  # fmt: skip
    issue = Issue(forge, title=title, body=rendered(Act.EVENT, filled, lang))
    issue.happens("opened")
    assert f"`{filled['name']}`" in issue.said
    assert example.venue in issue.said
    assert LABELS[lang] in issue.said
    assert LABELS[lang] in APPROVING


def script_folder(folder: Path) -> dict[str, str]:
    """Return surroundings in which `python -m pip` does nothing, and the program is this one."""
    programs = folder / "bin"
    programs.mkdir()
    python = f'case "$*" in *" pip "*) exit 0;; esac\nexec "{sys.executable}" "$@"\n'
    for name, text in {"python": python, "seurantalo": f'exec "{sys.executable}" -m seurantalo "$@"\n'}.items():
        (programs / name).write_text(f"#!/bin/sh\n{text}", encoding="utf-8")
        (programs / name).chmod(0o755)
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    own = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "SEURANTALO_TODAY": TODAY,
        "NO_MKDOCS_2_WARNING": "1",
    }
    return clean | own | {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}


def run_script(script: str, folder: Path, surroundings: dict[str, str]) -> tuple[int, str]:
    done = subprocess.run(
        ["bash", "-e", "-c", script], cwd=folder, env=surroundings, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout + done.stderr


def founded_forge(forge: str, folder: Path) -> Forge:
    """Return a repository with a site for a forge, whose texts were written by Python alone."""
    for path, text in files_of(forge).items():
        file = folder / "source" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    made = Forge(folder / "region", folder)
    git(made.source, "init", "--quiet")
    made.commit("Alku")
    return made


def forgejo_job(name: str) -> str:
    job = yaml.safe_load(files_of("forgejo")[f".forgejo/workflows/{name}.yml"])["jobs"][name]
    (step,) = job["steps"]
    assert "${{" not in step["run"], "a value in the text of a script"
    return str(step["run"])


@pytest.mark.parametrize(
    ("change", "code", "words"),
    [
        (("alkaa", "alkoi"), 1, "virhe: Kenttää ”alkoi” ei ole."),
        pytest.param(("", ""), 0, "Ymmärsimme näin", marks=pytest.mark.nightly),
    ],
)
def test_forgejo_checks_a_proposal(tmp_path: Path, change: tuple[str, str], code: int, words: str) -> None:
    forge, surroundings = founded_forge("forgejo", tmp_path), script_folder(tmp_path)
    base = git(forge.source, "rev-parse", "HEAD")
    forge.propose({"events/talkoot.yml": FIRST["fi"].replace(*change)})
    work = tmp_path / "work"
    work.mkdir()
    given = {"BASE": base, "NUMBER": "7", "REPOSITORY": str(forge.source)}
    found, said = run_script(forgejo_job("tarkistus"), work, surroundings | given)
    assert (found, words in said) == (code, True), said


@pytest.mark.nightly
def test_forgejo_publishes_into_a_branch(tmp_path: Path) -> None:
    forge, surroundings = founded_forge("forgejo", tmp_path), script_folder(tmp_path)
    work = tmp_path / "work"
    work.mkdir()
    given = {"REPOSITORY": str(forge.source), "TOKEN": "secret"}
    code, said = run_script(forgejo_job("julkaise"), work, surroundings | given)
    assert code == 0, said
    assert "index.html" in git(forge.source, "ls-tree", "--name-only", "pages").splitlines()


def test_gitlab_shows_what_is_wrong_on_the_lines_of_a_proposal(tmp_path: Path) -> None:
    forge, surroundings = founded_forge("gitlab", tmp_path), script_folder(tmp_path)
    job = yaml.safe_load(files_of("gitlab")[".gitlab-ci.yml"])["tarkistus"]
    base = git(forge.source, "rev-parse", "HEAD")
    forge.propose({"events/talkoot.yml": FIRST["fi"].replace("alkaa", "alkoi")})
    git(forge.source, "checkout", "--quiet", forge.head)
    given = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": base, "CI_PROJECT_DIR": str(tmp_path / "project")}
    code, said = run_script("\n".join(job["script"]), forge.source, surroundings | given)
    assert code == 1, said
    report = json.loads((forge.source / job["artifacts"]["reports"]["codequality"]).read_text(encoding="utf-8"))
    assert {tuple(sorted(one)) for one in report} == {
        ("check_name", "description", "fingerprint", "location", "severity")
    }
    (first,) = (one for one in report if one["location"]["lines"]["begin"] == 2)
    assert (first["severity"], first["location"]["path"]) == ("critical", "events/talkoot.yml")
    assert first["description"].startswith("Kenttää ”alkoi” ei ole. ")
    assert len({one["fingerprint"] for one in report}) == len(report)


def test_a_report_for_gitlab_keeps_its_fingerprints_when_lines_move(tmp_path: Path) -> None:
    forge = founded_forge("gitlab", tmp_path)
    marks = []
    for text in ("otsikko: Talkoot\nalkoi: 12.6.2027\n", "# Uusi rivi\notsikko: Talkoot\nalkoi: 12.6.2027\n"):
        forge.write({"events/talkoot.yml": text})
        said = seurantalo("check", "--format", "gitlab", cwd=forge.source)
        found = {one["fingerprint"]: one["location"]["lines"]["begin"] for one in json.loads(said.out)}
        marks.append(found)
    assert marks[0].keys() == marks[1].keys()
    assert marks[0] != marks[1]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_the_commands_of_a_readme_are_ours(lang: str) -> None:
    """What a plain host runs: each command is one that the program has."""
    text = files_of("none", language=lang)["README.md"]
    commands = set(re.findall(r"\.venv/bin/seurantalo ([\w-]+)", text))
    assert commands == {"check", "clashes", "new", "outbox", "send", "todo", "upgrade"}
    for command in commands:
        assert seurantalo(command, "--help").code == 0


def test_answers_can_be_read_back() -> None:
    answers = answered(municipalities=["Kuhmo"], answer="workflow-run", day=date(2027, 6, 12))
    assert Answers.from_json(answers.as_json()).answer == "workflow-run"
