"""The browser's modules, run by Node.js: what they say is compared with what Python says."""

from __future__ import annotations

import json
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from _environment import clean_environment, find_node
from seurantalo.publishing.assets import asset_files

_RUN = """
import {readFileSync} from "node:fs";
const module = await import("./" + process.argv[2]);
const calls = JSON.parse(readFileSync(0, "utf8"));
const found = [];
for (const one of calls) found.push((await module[process.argv[3]](...one)) ?? null);
process.stdout.write(JSON.stringify(found));
"""


def in_node(module: str, function: str, calls: list[list[Any]], own: Mapping[str, str] | None = None) -> list[Any]:
    """Return what a function that a browser module exports gives for each list of arguments.

    ``own`` are modules by name that stand beside the published ones, or in the place of one.
    """
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "package.json").write_text('{"type": "module"}', encoding="utf-8")
        (folder / "run.js").write_text(_RUN, encoding="utf-8")
        for file in asset_files():
            if file.path.endswith(".js"):
                (folder / file.path.rsplit("/", 1)[-1]).write_bytes(file.content)
        for name, source in (own or {}).items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(source, encoding="utf-8")
        found: list[Any] = run_node(folder, calls, "run.js", module, function)
    return found


def run_node(folder: Path, given: object, *command: str) -> Any:
    """Return the JSON that a module in a folder answers to what it is given."""
    node = find_node()
    if node is None:
        pytest.skip("needs Node.js")
    ran = subprocess.run(
        [node, *command],
        cwd=folder,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=clean_environment(),
        timeout=240,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr[-2_000:]
    return json.loads(ran.stdout)
