"""A region's repository, a proposal to it on a forge, and the two jobs that answer: their own steps, one by one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from tests.cli.conftest import CHOIR, MKDOCS_YML, WOMEN, git, seurantalo
from tests.workflows.shell import ROOT, Runner

DANCE = (
    "otsikko: Kevättanssit\nalkaa: 12.6.2027 klo 18\npäättyy: 12.6.2027 klo 21\n"
    "järjestäjä: vimpelin-martat\npaikka: seurantalo\n"
)
CONCERT = (
    "otsikko: Kuoron konsertti\njärjestäjä: kuikan-kuoro\npaikka: seurantalo\n"
    "alkaa: 12.6.2027 klo 19\npäättyy: 12.6.2027 klo 20\n"
)
ADDRESS = "https://github.com/example/seurantalo/pull/7#issuecomment-99"

#: What is changed: a text, bytes, None for a file that goes, or a link to somewhere.
Files = Mapping[str, str | bytes | None]


@dataclass
class Forge:
    """The repository that the jobs are checked out from, with one proposal in it, and a runner."""

    home: Path
    folder: Path
    number: int = 7
    head: str = ""
    comments: list[dict[str, Any]] = field(default_factory=list)

    @classmethod
    def begun(cls, folder: Path) -> Forge:
        """Return a forge with a region's repository in it."""
        source, home = folder / "source", folder / "region"
        shutil.copytree(ROOT / "tests" / "reading" / "base", source)
        forge = cls(home, folder)
        forge.write({"mkdocs.yml": MKDOCS_YML, "events/tanssit.yml": DANCE})
        forge.write(
            {"content/organisations/kuikan-kuoro.md": CHOIR, "content/organisations/vimpelin-martat.md": WOMEN}
        )
        git(source, "init", "--quiet")
        forge.commit("Alku")
        git(folder, "clone", "--quiet", str(source), str(home))
        return forge

    @property
    def source(self) -> Path:
        """The repository on the forge."""
        return self.folder / "source"

    def write(self, files: Files) -> None:
        """Write files into the repository on the forge."""
        for name, content in files.items():
            path = self.source / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                path.unlink()
            else:
                path.write_bytes(content.encode() if isinstance(content, str) else content)

    def commit(self, message: str = "Ehdotus") -> str:
        """Commit all that is there; return the commit's name."""
        git(self.source, "add", "--all")
        git(self.source, "commit", "--quiet", "--allow-empty", "--message", message)
        return git(self.source, "rev-parse", "HEAD")

    def propose(self, files: Files) -> str:
        """Propose a change, or change it further; return the newest state. The forge's own branch stays."""
        git(self.source, "checkout", "--quiet", "--detach", self.head or "main")
        self.write(files)
        return self.proposed(self.commit())

    def proposed(self, commit: str) -> str:
        """Make a commit the newest state of the proposal."""
        git(self.source, "checkout", "--quiet", "--force", "main")
        git(self.source, "update-ref", f"refs/pull/{self.number}/head", commit)
        self.head = commit
        return commit

    def event(self, name: str = "fork-opened") -> dict[str, Any]:
        """Return the event of a recorded kind, with the proposal's number and newest state."""
        text = (Path(__file__).parent / "events" / f"{name}.json").read_text(encoding="utf-8")
        found = json.loads(text.replace("HEAD_COMMIT", self.head).replace('"NUMBER"', str(self.number)))
        assert isinstance(found, dict)
        return found

    def pull(self, **more: object) -> str:
        """Return what the forge says of the proposal."""
        head = {"sha": self.head, "ref": "patch-1", "repo": {"full_name": "martta/seurantalo"}}
        return json.dumps({"number": self.number, "state": "open", "head": head, **more})

    def runner(self, name: str, event: Mapping[str, Any], pull: str = "") -> Runner:
        """Return a runner that has the event, and whose forge answers about the proposal."""
        place = Path(mkdtemp(prefix=f"{name}-", dir=self.folder))
        api = "repos/example/seurantalo"
        answers = [
            ([f"{api}/pulls/{self.number}"], pull or self.pull()),
            (["--paginate", f"{api}/issues/{self.number}/comments?per_page=100"], json.dumps(self.comments)),
            ([f"{api}/issues/comments/99"], json.dumps({"id": 99, "html_url": ADDRESS})),
            ([f"{api}/issues/{self.number}/comments"], json.dumps({"id": 99, "html_url": ADDRESS})),
            ([f"{api}/statuses/{self.head}"], "{}"),
        ]
        runner = Runner(place, self.home, {}, answers)
        file = runner.folder / "event.json"
        file.write_text(json.dumps(event), encoding="utf-8")
        runner.environment |= {"GITHUB_EVENT_PATH": str(file), "GITHUB_SERVER_URL": "https://github.com"}
        return runner


def read(forge: Forge, event: Mapping[str, Any] | None = None, *, steps: bool = False) -> tuple[Path, str]:
    """Run the job that reads; return its artifact, and what it printed.

    Its command runs in this process; with ``steps`` as the step of the workflow, in a shell.
    """
    runner = forge.runner("lue", event if event is not None else forge.event())
    artifact = runner.temp / "answer.json"
    if steps:
        done = runner.run("vastaus.yml", "lue", "Read the proposal")
        assert done.returncode == 0, done.stderr
        printed = done.stdout
    else:
        file = runner.environment["GITHUB_EVENT_PATH"]
        said = seurantalo("answer", "--event", file, "--output", str(artifact), cwd=forge.home)
        assert said.code == 0, said.err
        printed = said.out
    assert runner.asked == [], "the job that reads asked the forge"
    return artifact, printed


def answered(
    forge: Forge, artifact: Path, event: Mapping[str, Any] | None = None, *, pull: str = "", steps: bool = False
) -> tuple[Runner, int, str]:
    """Run the job that answers; return its runner, the code of its end, and what it said."""
    runner = forge.runner("vastaa", event if event is not None else forge.event(), pull)
    (runner.temp / "vastaus").mkdir()
    handed = runner.temp / "vastaus" / "answer.json"
    shutil.copy(artifact, handed)
    if steps:
        done = runner.run("vastaus.yml", "vastaa", "Answer")
        return runner, done.returncode, done.stdout + done.stderr
    (runner.folder / "answers.json").write_text(json.dumps(runner.answers), encoding="utf-8")
    file = runner.environment["GITHUB_EVENT_PATH"]
    said = seurantalo("comment", "--event", file, "--answer", str(handed), cwd=forge.home, **runner.surroundings)
    return runner, said.code, said.out + said.err


def comment_on(forge: Forge, files: Files) -> str:
    """Propose files and return the comment."""
    forge.propose(files)
    return comment_of(forge)


def comment_of(forge: Forge) -> str:
    """Return the comment on what is proposed."""
    artifact, _ = read(forge)
    runner, code, said = answered(forge, artifact)
    assert code == 0, said
    return next(str(given["body"]) for given in runner.given if "body" in given)
