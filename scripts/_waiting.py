"""What scripts/serve.py shows while `mkdocs serve` can't even begin: its words, until a file of the project changes.

The plugin tells mistakes of the content itself. Where `mkdocs.yml` can't be read, MkDocs ends before any
plugin is there.
"""

from __future__ import annotations

import html
import threading
import time
from collections.abc import Iterable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: What a change of may help; folders are looked through.
WATCHED = ("mkdocs.yml", "content", "events", "overrides")

PAGE = """<!doctype html>
<html lang="fi">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Sivustoa ei voi vielä näyttää</title>
<style>
body {{ max-width: 46rem; margin: 0 auto; padding: 1.5rem 1.25rem; font: 1rem/1.55 system-ui, sans-serif }}
pre {{ padding: 1rem; border: 1px solid; border-radius: .5rem; white-space: pre-wrap; overflow-wrap: anywhere }}
</style>
<h1>Sivustoa ei voi vielä näyttää</h1>
<p>Korjaa tässä kerrotut kohdat ja tallenna tiedosto. Sen jälkeen tämä sivu päivittyy itsestään.</p>
<p lang="en">Correct what is said here and save the file. This page then renews itself.</p>
<pre>{said}</pre>
<script>
const again = async () => {{
  try {{
    const answer = await fetch(location.href, {{ cache: "no-store" }});
    if (answer.headers.get("Seurantalo-Waiting") !== "{mark}") return location.reload();
  }} catch {{ /* the site is being built */ }}
  setTimeout(again, 1000);
}};
setTimeout(again, 1000);
</script>
</html>
"""


def wait_for_change(root: Path, host: str, port: int, said: Iterable[str]) -> None:
    """Show `said` at every address until a watched file of the project changes."""
    before = times(root)
    mark = str(hash(frozenset(before)))
    body = PAGE.format(said=html.escape("\n".join(said)), mark=mark).encode()

    class Answer(BaseHTTPRequestHandler):
        """Answers everything with the page."""

        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Seurantalo-Waiting", mark)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing in the terminal."""

    with ThreadingHTTPServer((host, port), Answer) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            while times(root) == before:
                time.sleep(0.5)
        finally:
            server.shutdown()


def times(root: Path) -> set[tuple[str, int]]:
    """When each watched file was written last."""
    found = set()
    for name in WATCHED:
        top = root / name
        for path in [top, *(top.rglob("*") if top.is_dir() else ())]:
            try:
                found.add((str(path), path.stat().st_mtime_ns))
            except OSError:  # Gone meanwhile, or never there.
                continue
    return found
