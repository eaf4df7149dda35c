"""The week of 24.–30.5.2027 as a site on the disk, with the channels that a test needs, and what sends to them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from tests.announcing.reading_week import WEEK
from tests.cli.conftest import DATES, Said, git, seurantalo
from tests.sending.services import environment
from tests.sending.web_server import Server

from seurantalo.cli import send
from seurantalo.project import Project

MKDOCS_YML = """\
site_name: Järviseudun menot
site_url: https://seurantalo.example.org/
docs_dir: content
plugins:
  - seurantalo:
      language: fi
      calendar_id: jarviseutu
"""
PAPER = """\
lehti:
  nimi: Lehti
  tyyppi: lehti
  ilmestyy: keskiviikkoisin
  kattaa: seuraava viikko
  määräaika: saman viikon maanantaina klo 12
  enimmäispituus: 200
  pohja: palsta
  lähetys: sähköposti
  oletus: {paino: [major, normal, routine], muodot: kaikki}
  yhteystieto: {rooli: Toimitus, sähköposti: menot@lehti.example.org}
  kunnat: [alajarvi, evijarvi, lappajarvi, soini, vimpeli]
"""
#: A channel that tells of each event by itself, three days before.
POSTS = """\
menot:
  nimi: Menot
  tyyppi: some
  määräaika: 3 päivää ennen tapahtumaa
  lähetys: {sender}
  oletus: {{paino: [major, normal, routine], muodot: kaikki}}
  kunnat: [alajarvi, evijarvi, lappajarvi, soini, vimpeli]
"""
TODAY = "2027-05-17"
RUN = "kraaterin-polkujuoksu"


class Site:
    """A site, and the keys of its channels."""

    def __init__(self, root: Path, *channels: str) -> None:
        shutil.copytree(WEEK, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("golden"))
        (root / "mkdocs.yml").write_text(MKDOCS_YML, encoding="utf-8")
        (root / "content" / "vocabulary" / "channels.yml").write_text("\n".join(channels), encoding="utf-8")
        self.root, self.environment = root, dict[str, str]()
        self.today = TODAY

    def committed(self) -> Site:
        """Have git know its files, since the first of May."""
        git(self.root, "init", "--quiet")
        git(self.root, "add", "--all")
        with pytest.MonkeyPatch.context() as patch:
            for who in ("AUTHOR", "COMMITTER"):
                patch.setitem(DATES, f"GIT_{who}_DATE", "2027-05-01T12:00:00Z")
            git(self.root, "commit", "--quiet", "--message", "Alku")
        return self

    def posting(self, sender: str, server: Server) -> Site:
        self.environment |= environment(sender, server.url)
        return self

    def mailing(self, port: int, **more: str) -> Site:
        given = {"SMTP": f"127.0.0.1:{port}", "FROM": "Järviseudun menot <menot@seurantalo.example.org>", **more}
        self.environment |= {f"SEURANTALO_LEHTI_{name}": value for name, value in given.items()}
        return self

    def send(self, *words: str) -> Said:
        return seurantalo("send", *words, cwd=self.root, SEURANTALO_TODAY=self.today, **self.environment)

    def started(self, *words: str, **options: Any) -> subprocess.Popen[str]:
        """Start the command as a process of its own."""
        clean = {"PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"}
        return subprocess.Popen(
            [sys.executable, "-m", "seurantalo", "send", *words],
            cwd=self.root,
            env={**clean, "SEURANTALO_TODAY": self.today, **self.environment},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            **options,
        )

    def ledger(self, name: str) -> str:
        """Return the text of a file of the ledger; ``""`` where there is none."""
        path = self.root / "content" / "announcements" / f"{name}.yml"
        return path.read_text(encoding="utf-8") if path.exists() else ""

    def change(self, old: str, new: str, event: str = RUN) -> None:
        path = next((self.root / "events").rglob(f"{event}.yml"))
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


@dataclass
class Clock:
    """What the clock shows, on any day."""

    time: time = time(9, 12)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """It is twelve past nine."""
    shown = Clock()

    def moment(project: Project) -> datetime:
        return datetime.combine(project.today, shown.time, ZoneInfo(project.settings.timezone))

    monkeypatch.setattr(send, "moment", moment)
    return shown
