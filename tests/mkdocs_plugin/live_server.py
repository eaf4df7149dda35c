"""A project on the disk with MkDocs' own server over it, asked over HTTP; only that nobody watches its files."""

from __future__ import annotations

import re
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlsplit

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from tests.small import TWO_LANGUAGES

from seurantalo.mkdocs_plugin.tongues import fresh_plugins

#: What MkDocs' server adds to a page.
_RELOADING = re.compile(rb"<script>\nvar livereload.*?</script>", re.DOTALL)

FILES = {
    **TWO_LANGUAGES,
    "content/index.md": "# Alku\n\nTeemme tämän **yhdessä**, katso [[paikka:talo]].\n",
    "content/tietoa.md": "# Tietoa\n\nKokoonnumme täällä: [[paikka:talo]]. [Kalenteri](kalenteri/index.md)\n",
}


def write_project(root: Path, **options: str) -> None:
    """Write the files of a project with its ``mkdocs.yml``; ``options`` are the plugin's."""
    config: dict[str, object] = {
        "site_name": "Järviseudun seurantalo",
        "repo_url": "https://git.example/kyla/seurantalo",
        "edit_uri": "edit/main/content/",
        "docs_dir": "content",
        "theme": {"name": "material", "language": "fi", "font": False, "features": ["navigation.footer"]},
        "nav": ["index.md", "tietoa.md", {"Kalenteri": "kalenteri/index.md"}, "yhdistykset/index.md"],
        "plugins": [{"seurantalo": {"today": "2027-03-01"} | options}],
    }
    for name, text in (*FILES.items(), ("mkdocs.yml", yaml.safe_dump(config))):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


class Project:
    """A folder with ``mkdocs.yml`` and its files, served; the first build has been made when it is there."""

    def __init__(self, root: Path, *, from_start: bool = True, languages: str = "") -> None:
        self.root = root
        write_project(root, **({"languages": languages} if languages else {}))
        self.site = root / "shown"
        self.server = LiveReloadServer(self._build, "127.0.0.1", 0, str(self.site), mount_path="/alue/")
        self.server.server_bind()
        self.url = self.server.url = f"http://127.0.0.1:{self.server.server_port}/alue/"
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(self.site))
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = self.url
        build(config, serve_url=self.url)
        self.server.error_handler = lambda code: (self.site / f"{code}.html").read_bytes() if code == 404 else None
        self.server.watch(str(root / "content"))
        config.plugins.on_serve(self.server, config=config, builder=self.server.builder)
        self.renew: Callable[[], None] = self.server.builder
        if from_start:
            self.renew()
        self.server.server_activate()
        self.server.serve_thread.start()
        #: How often MkDocs has run.
        self.runs = 0

    def _build(self) -> None:
        self.runs = getattr(self, "runs", 0) + 1
        config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(self.site))
        config.site_url = self.url
        build(config, serve_url=self.url)

    def write(self, name: str, text: str) -> None:
        """Write a file of the project."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def full(self) -> dict[str, bytes]:
        """Return the files that a build of the whole site makes now, by their paths."""
        site = self.root / "whole"
        with fresh_plugins():
            config = load_config(str(self.root / "mkdocs.yml"), site_dir=str(site))
        config.plugins.on_startup(command="build", dirty=False)
        config.site_url = self.url
        build(config)
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}

    def get(self, path: str) -> tuple[int, bytes]:
        """Return status and content of an answer, without what makes a page reload."""
        try:
            with urllib.request.urlopen(self.url + quote(path)) as answer:
                return answer.status, _RELOADING.sub(b"", answer.read())
        except urllib.error.HTTPError as error:
            return error.code, error.read()

    def moved(self, path: str) -> str:
        """Return below the site's address where a request is led."""
        with urllib.request.urlopen(self.url + quote(path)) as answer:
            return str(urlsplit(answer.url).path).removeprefix("/alue/")

    def close(self) -> None:
        """End the server."""
        self.server.shutdown(wait=False)
        self.server.serve_thread.join()
