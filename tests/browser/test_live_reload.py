"""Who edits a file sees it: the page that is open reads itself anew from the server, and shows it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from tests.mkdocs_plugin.live_server import FILES, write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.parametrize("screen", ["desktop-light"], indirect=True)]
EVENT = "events/2027/kahvit.yml"
QUIET = {"DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "1"}


@contextmanager
def served(root: Path) -> Iterator[str]:
    """The address of the project's own server, once it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        command, cwd=root, env=os.environ | QUIET, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    ) as server:
        try:
            lines = server.stderr or ()
            assert next((line for line in lines if "Serving on" in line), "")
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def test_an_edit_is_seen_on_the_page_that_is_open(page: Page, tmp_path: Path) -> None:
    write_project(tmp_path)
    with served(tmp_path) as address:
        page.goto(f"{address}tapahtumat/kahvit/")
        assert page.locator("h1").inner_text() == "Kahvit"
        (tmp_path / EVENT).write_text(FILES[EVENT].replace("Kahvit", "Iltakahvit"), encoding="utf-8")
        page.get_by_role("heading", level=1, name="Iltakahvit").wait_for(timeout=120_000)
        # A mistake is told on the same page, and when it is mended the page is there again.
        (tmp_path / EVENT).write_text("otsikko: Kahvit\nalkaa: ei koskaan\n", encoding="utf-8")
        page.goto(f"{address}tapahtumat/kahvit/")
        page.get_by_role("alert").filter(has_text=EVENT).wait_for(timeout=120_000)
        (tmp_path / EVENT).write_text(FILES[EVENT], encoding="utf-8")
        page.get_by_role("heading", level=1, name="Kahvit", exact=True).wait_for(timeout=120_000)
