"""Commits that no program of good will would make: names, kinds and shapes of files as an attacker writes them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.cli.conftest import git

#: (mode, name, content): a file, a link (its content is where it leads), another repository, a program.
Entry = tuple[str, bytes, bytes]
COMMIT = "160000"


def commit_of(home: Path, entries: list[Entry]) -> str:
    """Return a commit on top of ``main`` with more entries in its tree; each name may hold slashes."""
    nested: dict[bytes, object] = {}
    for mode, name, content in entries:
        folder = nested
        *above, last = name.split(b"/")
        for part in above:
            folder = folder.setdefault(part, {})  # type: ignore[assignment]
        blob = b"1" * 40 if mode == COMMIT else written(home, "blob", content)
        folder[last] = (mode, blob)
    return commit_tree(home, merged(home, "main^{tree}", nested))


def merged(home: Path, tree: str, more: dict[bytes, object]) -> str:
    """Return a tree with entries added to those of another; ``""`` for none."""
    known: dict[bytes, tuple[str, bytes]] = {}
    if tree:
        for line in told(home, "ls-tree", "-z", tree).split(b"\0")[:-1]:
            head, _, name = line.partition(b"\t")
            mode, _, oid = head.split(b" ")
            known[name] = (mode.decode(), oid)
    for name, one in more.items():
        if isinstance(one, dict):
            below = known.get(name, ("", b""))
            subtree = merged(home, below[1].decode() if below[0] == "040000" else "", one)
            known[name] = ("040000", subtree.encode())
        else:
            assert isinstance(one, tuple)
            known[name] = one
    return raw_tree(home, [(mode, name, oid) for name, (mode, oid) in known.items()])


def raw_tree(home: Path, entries: list[tuple[str, bytes, bytes]]) -> str:
    """Return a tree as its bytes say, whatever git would think of it."""
    in_order = sorted(entries, key=lambda one: one[1] + (b"/" if one[0] == "040000" else b""))
    content = b"".join(
        mode.lstrip("0").encode() + b" " + name + b"\0" + bytes.fromhex(oid.decode()) for mode, name, oid in in_order
    )
    return written(home, "tree", content).decode()


def written(home: Path, kind: str, content: bytes) -> bytes:
    """Return the name of an object of these bytes."""
    return told(home, "hash-object", "-t", kind, "--literally", "-w", "--stdin", say=content).strip()


def commit_tree(home: Path, tree: str) -> str:
    """Return a commit of a tree, on top of ``main``."""
    return git(home, "commit-tree", "-p", "main", "-m", "Ehdotus", tree)


def told(home: Path, *words: str, say: bytes = b"") -> bytes:
    """Return what git tells, byte by byte."""
    return subprocess.run(["git", *words], cwd=home, input=say, capture_output=True, check=True).stdout


def endless(home: Path, inside: str, depth: int = 10, width: int = 10) -> str:
    """Return a commit with ``width ** depth`` files in a folder, of some twenty objects."""
    blob = written(home, "blob", b"x")
    tree = raw_tree(home, [("100644", b"f%d.yml" % number, blob) for number in range(width)])
    for _ in range(depth - 1):
        tree = raw_tree(home, [("040000", b"d%d" % number, tree.encode()) for number in range(width)])
    root = merged(home, "main^{tree}", {inside.encode(): ("040000", tree.encode())})
    return commit_tree(home, root)
