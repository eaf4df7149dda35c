"""What another computer has made is handed over as data in a file: packed there, and written here."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from seurantalo.cli.usage_error import UsageError
from seurantalo.receiving.handover import MOST_BYTES, Handover, HandoverError, packed, unpacked


class HandedOverError(UsageError):
    """A file that was handed over and is not what it has to be."""

    def __init__(self, path: Path, error: HandoverError) -> None:
        super().__init__("{file} is not what another command has handed over: {why}", file=path.name, why=error)


def hand_over(path: Path, one: Handover) -> None:
    """Write what is handed over into a file."""
    path.write_text(packed(one), encoding="utf-8", newline="\n")


def take_over(path: Path, below: Iterable[str]) -> Handover:
    """Return what a file hands over; ``below`` are the folders that it may speak of. Raises HandedOverError."""
    with path.open("rb") as stream:
        content = stream.read(MOST_BYTES + 1)
    try:
        return unpacked(content, below)
    except HandoverError as error:
        raise HandedOverError(path, error) from error


def write_down(root: Path, one: Handover) -> None:
    """Write the files that were handed over, and remove those that go; a link is never followed."""
    home = root.resolve()
    places = {name: home / name for name in one.files}
    for name, place in places.items():
        if place.is_symlink() or not place.parent.resolve().is_relative_to(home / name.partition("/")[0]):
            raise UsageError("{file} is a link, which leads somewhere else.", file=name)
    for name, text in one.files.items():
        if text is None:
            places[name].unlink(missing_ok=True)
            continue
        places[name].parent.mkdir(parents=True, exist_ok=True)
        places[name].write_text(text, encoding="utf-8", newline="\n")


def write_words(folder: Path, one: Handover, *, title: str, message: str, body: Iterable[str]) -> None:
    """Write what a proposal is made with into files, so that no script holds any of it.

    How it is called (``title.txt``), what its commit says (``message.txt``), its text (``body.md``), and which files
    it changes (``files.txt``, for ``git add --pathspec-from-file``).
    """
    folder.mkdir(parents=True, exist_ok=True)
    texts = {"title.txt": [title], "message.txt": [message], "body.md": body, "files.txt": sorted(one.files)}
    for name, lines in texts.items():
        (folder / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")
