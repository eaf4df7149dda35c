"""The preview: an edited event file is seen, once."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.livereload import LiveReloadServer
from mkdocs.utils import DuplicateFilter
from tests.mkdocs_plugin.conftest import OWN_HOSTS, SiteFolder, event, publication
from tests.mkdocs_plugin.test_same_bytes import HOOK, QUIET, ROOT

from seurantalo.mkdocs_plugin import SeurantaloPlugin
from seurantalo.model.problem import Problem


class Watching(LiveReloadServer):
    """The preview server without a socket: remembers what it was told to watch, and says where it would look."""

    def __init__(self, builder: Callable[[], None] = print) -> None:
        super().__init__(builder, "127.0.0.1", 0, "missing")
        self.server_close()
        self.watched: list[Path] = []
        self.app: Callable[[dict[str, str], Callable[..., None]], list[bytes]]

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        self.watched.append(Path(path))

    def set_app(self, app: Any) -> None:
        self.app = app

    def serve_request(self, environ: Any, start_response: Any) -> list[bytes]:
        return [b"the site"]

    def get(self, path: str) -> str:
        return b"".join(self.app({"PATH_INFO": path}, lambda *_: None)).decode()


def watched(folder: SiteFolder, **changes: Any) -> list[Path]:
    config = folder.config(**changes)
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_config(config)
    server = Watching()
    config.plugins.on_serve(cast("Any", server), config=config, builder=print)
    return server.watched


def test_event_files_are_watched(folder: SiteFolder) -> None:
    assert watched(folder) == [folder.root / "events"]


def test_a_folder_that_mkdocs_watches_is_not_watched_twice(folder: SiteFolder) -> None:
    folder.settings["events_folder"] = "content/events"
    folder.write("content/events/a.yml", "a: b\n")
    assert watched(folder) == []


def test_a_folder_that_is_not_there_is_not_watched(folder: SiteFolder) -> None:
    folder.settings["events_folder"] = "missing"
    assert watched(folder) == []


def test_templates_of_the_sites_own_are_watched(folder: SiteFolder) -> None:
    folder.write("own/seurantalo/calendar/agenda.html", "")
    assert watched(folder, theme={"name": "material", "custom_dir": "own"}) == [
        folder.root / "events",
        folder.root / "own/seurantalo",
    ]


def serve(folder: SiteFolder, **changes: Any) -> tuple[Watching, dict[str, bytes]]:
    """Start a server with a first build; return it, and the site of that build."""
    config = folder.config(**changes)
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1/")
    server = Watching(lambda: build(folder.config(**changes), serve_url="http://127.0.0.1/"))
    config.plugins.on_serve(cast("Any", server), config=config, builder=server.builder)
    return server, folder.files()


BROKEN = Problem("unknown-field", "events/2027/a.yml", 3, 1, values=(("found", "paatyyy"),))


def test_a_mistake_is_shown_in_the_browser_until_it_is_mended(folder: SiteFolder) -> None:
    server, site = serve(folder)
    assert server.get("/kalenteri/") == "the site"  # made before there was a server to ask
    folder.project.problems = (BROKEN,)
    server.builder()
    for path in ("/", "/kalenteri/", "/kalenteri", "/404.html"):
        assert "events/2027/a.yml:3:1: virhe: Kenttää ”paatyyy” ei ole." in server.get(path)
    assert '<html lang="fi">' in server.get("/")
    assert [server.get(path) for path in ("/livereload/1/2", "/assets/a.css")] == ["the site"] * 2
    assert folder.files() == site
    folder.project.problems = ()
    server.builder()
    assert "Tapahtumakalenteri" in server.get("/kalenteri/")


def test_the_same_mistake_is_told_each_time(folder: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    # As the command `mkdocs` has it: it logs no sentence twice.
    monkeypatch.setattr("mkdocs.commands.build.log.filters", [DuplicateFilter()])
    server, _ = serve(folder)
    for _ in range(2):
        folder.project.problems = (BROKEN,)
        server.builder()
        assert "events/2027/a.yml:3:1: virhe: Kenttää ”paatyyy” ei ole." in server.get("/")
        folder.project.problems = ()
        server.builder()
        assert server.get("/assets/a.css") == "the site"
        assert "Tapahtumakalenteri" in server.get("/kalenteri/")


def test_a_server_that_starts_with_a_mistake_waits_for_the_mend(
    folder: SiteFolder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.project.problems = (BROKEN,)
    server, site = serve(folder, strict=True, nav=["index.md", "kalenteri/index.md"])
    assert "Kenttää ”paatyyy” ei ole." in server.get("/kalenteri/")
    assert caplog.text.count("Kenttää ”paatyyy” ei ole.") == 1
    # Without live reload the server can't be asked to show anything but files.
    assert site.keys() == {"index.html", "404.html"}
    assert "Kenttää ”paatyyy” ei ole." in site["404.html"].decode()
    folder.project.problems = ()
    server.builder()
    assert "Tapahtumakalenteri" in server.get("/kalenteri/")
    assert "Tapahtumakalenteri" in server.get("/kalenteri/")


def test_what_is_found_late_in_the_first_build_ends_no_server(folder: SiteFolder) -> None:
    folder.project.publication = publication(event(1), event(1))
    server, _ = serve(folder)
    assert "Kaksi lähdettä tekee saman osoitteen tapahtumat/tapahtuma-1/" in server.get("/")
    folder.project.publication = publication(event(1))
    server.builder()
    assert "Tervetuloa" in server.get("/")


def test_whatever_else_fails_is_told_without_a_traceback(
    folder: SiteFolder, caplog: pytest.LogCaptureFixture
) -> None:
    folder.write("broken.yml", "site_name: [")
    server = Watching(partial(cast("Callable[..., None]", load_config), str(folder.root / "broken.yml")))
    config = folder.config()
    config.plugins.on_startup(command="serve", dirty=False)
    config.plugins.on_serve(cast("Any", server), config=config, builder=server.builder)
    server.builder()
    assert "ConfigurationError: " in server.get("/")
    assert "broken.yml" in server.get("/")
    assert "Traceback" not in caplog.text


def test_what_is_told_is_text_and_no_markup(folder: SiteFolder) -> None:
    server, _ = serve(folder)
    folder.project.problems = (replace(BROKEN, values=(("found", "<script>alert(1)</script>"),)),)
    server.builder()
    assert "&lt;script&gt;alert(1)" in server.get("/")
    assert "<script>alert" not in server.get("/")


def test_the_plugin_lives_on_between_rebuilds(folder: SiteFolder) -> None:
    plugins = [folder.config().plugins["seurantalo"] for _ in range(2)]
    assert plugins[0] is plugins[1]
    assert isinstance(plugins[0], SeurantaloPlugin)


def test_a_project_is_opened_once_for_many_builds(folder: SiteFolder) -> None:
    config = folder.config()
    for _ in range(3):
        plugin = config.plugins["seurantalo"]
        assert isinstance(plugin, SeurantaloPlugin)
        config = plugin.on_config(config)
        plugin.on_pre_build(config=config)
    assert len(folder.opened) == 1
    assert len(folder.project.introductions) == 3


@OWN_HOSTS
def test_one_edit_is_one_rebuild(folder: SiteFolder) -> None:
    folder.write("hook.py", HOOK.format(root=str(ROOT)))
    folder.config(hooks=["hook.py"])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = folder.root / "log.txt"
    with log.open("w") as stream:
        server = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
            cwd=folder.root,
            env=os.environ | QUIET,
            stderr=stream,
            stdout=stream,
        )
    try:
        wait_for(log, "Serving on")
        page = f"http://127.0.0.1:{port}/alue/tapahtumat/tapahtuma-1/"
        with urllib.request.urlopen(page) as answer:
            assert "Tapahtuma 1" in answer.read().decode()
        folder.write("events/2027/tapahtuma-1.yml", "otsikko: Uusi\n")
        wait_for(log, "Reloading browsers")
        time.sleep(1.5)  # Three polls: a rebuild that sees its own writing would have begun by now.
        assert len(re.findall("Reloading browsers", log.read_text())) == 1
    finally:
        server.terminate()
        server.wait(10)


def wait_for(log: Path, words: str) -> None:
    for _ in range(300):
        if words in log.read_text():
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text())
