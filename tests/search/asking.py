"""A search over a few pages, asked by the module that browsers run."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tests.browser_modules import run_node

from seurantalo.publishing.assets import asset_files
from seurantalo.publishing.publication import Page
from seurantalo.publishing.search import index_files, page_entry

TODAY = date(2027, 5, 17)
_ASK = """
import {readFileSync} from "node:fs";
globalThis.fetch = async (name) => ({ok: true, json: async () => JSON.parse(readFileSync(name, "utf8"))});
const {search} = await import("./assets/seurantalo/search.js");
const answers = Object.create(null);
for (const query of JSON.parse(readFileSync(0, "utf8"))) {
  answers[query] = (await search(query, {base: "./"})).map((hit) => [hit.address, hit.kind]);
}
process.stdout.write(JSON.stringify(answers));
"""


def written(folder: Path, pages: Iterable[Page], language: str) -> Path:
    """Write into a folder what a browser needs to search among the pages; return it."""
    entries = [page_entry(page, language) for page in pages]
    for file in (*index_files(entries, language, TODAY), *asset_files()):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
    (folder / "ask.js").write_text(_ASK, encoding="utf-8")
    return folder


def asked(site: Path, *queries: str) -> dict[str, list[list[str]]]:
    """Return what is found for each query, best first: address and kind."""
    answers: dict[str, list[list[str]]] = run_node(site, queries, "ask.js")
    return answers


def firsts(site: Path, *queries: str) -> dict[str, str]:
    """Return the address that stands first for each query, or ""."""
    return {query: hits[0][0] if hits else "" for query, hits in asked(site, *queries).items()}
