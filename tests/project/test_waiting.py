"""What stands at the site's address while `mkdocs serve` can't begin."""

from __future__ import annotations

import socket
import threading
import time
import urllib.request
from pathlib import Path

from _waiting import wait_for_change


def page(port: int) -> str:
    for _ in range(1_200):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/kalenteri/") as answer:
                assert answer.headers["Seurantalo-Waiting"]
                return str(answer.read().decode())
        except OSError:
            time.sleep(0.05)
    raise AssertionError("nobody answers")


def test_the_words_of_mkdocs_stand_there_until_a_file_changes(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: [")
    (tmp_path / "events").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    waiting = threading.Thread(
        target=wait_for_change, args=(tmp_path, "127.0.0.1", port, ["ERROR   -  <plugins>", "Aborted"])
    )
    waiting.start()
    assert "<pre>ERROR   -  &lt;plugins&gt;\nAborted</pre>" in page(port)
    (tmp_path / "events/uusi.yml").write_text("a: b")
    waiting.join(60)
    assert not waiting.is_alive()
