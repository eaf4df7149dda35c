"""An issue on a forge, and the three jobs of ehdotus.yml: their own steps, one by one."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.cli.conftest import Said, seurantalo
from tests.receiving.issue.github import rendered
from tests.workflows.proposals import Forge
from tests.workflows.shell import Runner

from seurantalo.proposing.asking import Act

API = "repos/example/seurantalo"
LABEL = "vie kalenteriin"
FILLED = {
    "name": "Kesäjuhla",
    "organisers": "Vimpelin Martat",
    "venue": "Seurantalo",
    "starts_day": "12.6.2027",
    "starts_time": "13–17",
    "description": "Kahvia ja laulua.",
}
FILE = """\
otsikko: Kesäjuhla
alkaa: 12.6.2027 klo 13
päättyy: 12.6.2027 klo 17
kuvaus: |
  Kahvia ja laulua.
järjestäjä: vimpelin-martat
kunta: vimpeli
paikka: seurantalo
"""


@dataclass
class Issue:
    """An issue in the state that an event tells of, and what is said under it."""

    forge: Forge
    title: str = "Tapahtuma: Kesäjuhla"
    body: str = field(default_factory=lambda: rendered(Act.EVENT, FILLED))
    labels: list[str] = field(default_factory=list)
    comments: list[dict[str, Any]] = field(default_factory=list)
    permission: str = "write"
    by_steps: bool = False
    """By the steps of the workflow, each in a shell; else the commands in them, which takes less time."""
    runs: int = 0

    def event(self, action: str, sender: str = "martta", label: str = "") -> dict[str, Any]:
        """Return a recorded event with this issue in it."""
        text = (Path(__file__).parent / "events" / "issue.json").read_text(encoding="utf-8")
        found: dict[str, Any] = json.loads(text)
        found["action"], found["sender"]["login"] = action, sender
        found["issue"] |= {"title": self.title, "body": self.body, "labels": [{"name": one} for one in self.labels]}
        if label:
            found["label"] = {"id": 7, "name": label, "color": "0e8a16"}
        return found

    def runner(self, event: dict[str, Any]) -> Runner:
        """Return a runner that has the event, and whose forge answers about the issue."""
        self.runs += 1
        answers = [
            (["--paginate", f"{API}/issues/12/comments?per_page=100"], json.dumps(self.comments)),
            ([f"{API}/collaborators/maija/permission"], json.dumps({"permission": self.permission})),
            ([f"{API}/collaborators/martta/permission"], json.dumps({"permission": "read"})),
            (["view"], "8\n"),
        ]
        values = {"github.event.repository.default_branch": "main", "github.event.issue.number": "12"}
        runner = Runner(self.forge.folder / f"run{self.runs}", self.forge.home, values, answers)
        file = runner.folder / "event.json"
        file.write_text(json.dumps(event), encoding="utf-8")
        runner.environment |= {"GITHUB_EVENT_PATH": str(file)}
        return runner

    def read(self, event: dict[str, Any]) -> Path | None:
        """Run the job that reads; return its artifact."""
        runner = self.runner(event)
        artifact = runner.temp / "ilmoitus.json"
        if self.by_steps:
            done = runner.run("ehdotus.yml", "lue", "Read the issue")
            assert done.returncode == 0, done.stderr
            assert (runner.outputs.get("found") == "yes") is artifact.exists()
        else:
            said = self._said(runner, "issue", "--output", str(artifact))
            assert said.code == 0, said.err
        assert runner.asked == [], "the job that reads asked the forge"
        return artifact if artifact.exists() else None

    def _said(self, runner: Runner, command: str, *more: str) -> Said:
        around = runner.surroundings
        (runner.folder / "answers.json").write_text(json.dumps(runner.answers), encoding="utf-8")
        given = ("--event", around["GITHUB_EVENT_PATH"])
        return seurantalo(command, *given, *more, cwd=runner.work, **around)

    def answer(self, event: dict[str, Any], artifact: Path) -> tuple[Runner, str]:
        """Run the job that answers; keep its comment."""
        runner = self.runner(event)
        (runner.temp / "ilmoitus").mkdir()
        shutil.copy(artifact, runner.temp / "ilmoitus" / "ilmoitus.json")
        if self.by_steps:
            done = runner.run("ehdotus.yml", "vastaa", "Answer")
            told = done.stdout + done.stderr
        else:
            said = self._said(runner, "reply", "--answer", str(runner.temp / "ilmoitus" / "ilmoitus.json"))
            (runner.folder / "output").write_text(said.out, encoding="utf-8")
            told = said.out + said.err
        for given in runner.given:
            bot = {"login": "github-actions[bot]", "type": "Bot"}
            self.comments = [{"id": 99, "body": given["body"], "user": bot}]
        return runner, told

    def happens(self, action: str, sender: str = "martta", label: str = "") -> tuple[Runner, Path]:
        """Let something happen to the issue: read and answer it."""
        event = self.event(action, sender, label)
        artifact = self.read(event)
        assert artifact is not None
        runner, _ = self.answer(event, artifact)
        return runner, artifact

    @property
    def said(self) -> str:
        """The one comment under the issue."""
        (one,) = self.comments
        return str(one["body"])

    def take(self, artifact: Path, event: dict[str, Any]) -> tuple[Runner, str]:
        """Run the job that makes a pull request."""
        runner = self.runner(event)
        (runner.temp / "ilmoitus").mkdir()
        shutil.copy(artifact, runner.temp / "ilmoitus" / "ilmoitus.json")
        if not self.by_steps:
            file = str(runner.temp / "ilmoitus" / "ilmoitus.json")
            return runner, self._said(runner, "issue", "--take-over", file, "--words", str(runner.temp / "sanat")).err
        taken = runner.run("ehdotus.yml", "vie", "Take the files")
        assert taken.returncode == 0, taken.stderr
        done = runner.run("ehdotus.yml", "vie", "Propose them")
        assert done.returncode == 0, done.stderr
        return runner, done.stdout
