"""The preview: an edited event file is seen, once."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from typing import Any, cast

from tests.mkdocs_plugin.conftest import OWN_HOSTS, SiteFolder
from tests.mkdocs_plugin.test_same_bytes import HOOK, QUIET, ROOT

from seurantalo.mkdocs_plugin import SeurantaloPlugin


class Watching:
    """Stands for the preview server: remembers what it was told to watch."""

    def __init__(self) -> None:
        self.watched: list[Path] = []

    def watch(self, path: str) -> None:
        self.watched.append(Path(path))


def watched(folder: SiteFolder) -> list[Path]:
    config = folder.config()
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
        assert len(re.findall("Building documentation", log.read_text())) == 2
    finally:
        server.terminate()
        server.wait(10)


def wait_for(log: Path, words: str) -> None:
    for _ in range(300):
        if words in log.read_text():
            return
        time.sleep(0.1)
    raise AssertionError(log.read_text())
