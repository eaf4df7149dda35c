"""What is released: the wheel has all that the program reads, the source distribution all that its tests read."""

from __future__ import annotations

import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.test_repository import repository_files

ROOT = Path(__file__).resolve().parent.parent
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the source distribution, built as the workflow builds them."""
    folder = tmp_path_factory.mktemp("dist")
    run = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "not compiled" not in run.stderr
    return folder


def test_the_wheel_has_every_file_of_the_package_and_compiled_templates(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    compiled = {name for name in names if "/compiled_templates/" in name}
    package = ROOT / "plugins"
    own = {path.relative_to(package).as_posix() for path in repository_files() if package in path.parents}
    # What a checkout has at its top; a wheel from a changed checkout does not say which commit it is of.
    top = {f"seurantalo/founding/{name}" for name in ("CHANGELOG.md", "commit.txt", "requirements.lock")}
    assert top - names <= {"seurantalo/founding/commit.txt"}
    assert names - compiled - top == {name for name in own if name.startswith("seurantalo/")}
    # Those for a theme are compiled by the site that has one.
    templates = [name for name in own if name.endswith(".html") and "/publishing/pages/" in name]
    assert len(templates) > 20
    assert len(compiled) > 0.9 * len(templates)


def test_the_source_distribution_has_every_file_of_the_repository(built: Path) -> None:
    (source,) = built.glob("*.tar.gz")
    with tarfile.open(source) as archive:
        names = {member.name.partition("/")[2] for member in archive if member.isfile()}
    assert {path.relative_to(ROOT).as_posix() for path in repository_files()} - names == set()


def workflow(name: str) -> dict[str, Any]:
    found = yaml.safe_load((ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_runs_pinned_actions_and_files_that_are_there(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"^ *(?:- )?uses: (\S+)(.*)", text, re.MULTILINE)
    steps = [one for job in workflow(path.name)["jobs"].values() for one in job.get("steps", ())]
    assert len(used) == sum("uses" in one for one in steps)
    for action, version in used:
        assert re.fullmatch(r"[\w.-]+/[\w.-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", version), action
    called = re.findall(r"(?<![\w/])(?:scripts|\.ci)/[\w./]+|requirements[\w-]*\.lock", text)
    assert [name for name in called if not (ROOT / name).is_file()] == []


def test_only_the_last_step_of_a_release_may_speak_to_the_registry() -> None:
    """No password is kept: the registry trusts the workflow, and only the job that has nothing but the files."""
    release = workflow("release.yml")
    jobs = release["jobs"]
    assert release["permissions"] == {"contents": "read"}
    assert {name for name, job in jobs.items() if "id-token" in job.get("permissions", {})} == {"publish"}
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert jobs["publish"]["needs"] == "build"
    assert jobs["publish"]["environment"]["name"] == "pypi"
    assert all("run" not in step for step in jobs["publish"]["steps"])
    assert "secrets." not in (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")
    # YAML 1.1 reads the key `on` as true.
    assert release[True] == {"push": {"tags": ["v*"]}}  # type: ignore[index]


def test_every_python_that_the_package_names_is_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = re.findall(r"Python :: (3\.\d+)", " ".join(project["classifiers"]))
    tried = [one["python"] for one in workflow("ohjelma.yml")["jobs"]["code"]["strategy"]["matrix"]["include"]]
    assert tried == named
    assert project["requires-python"] == f">={named[0]}"
    ends = [one["python"] for one in workflow("nightly.yml")["jobs"]["versions"]["strategy"]["matrix"]["include"]]
    assert ends == [named[0], named[-1]]
