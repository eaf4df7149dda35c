"""What is said where the machine fails a build: a full disk, a folder that is closed to it, no memory left."""

from __future__ import annotations

import errno

from seurantalo.language.catalogue import Language
from seurantalo.processes import LostProcessError
from seurantalo.project import OWN_ERRORS
from seurantalo.staging import BusyError


def sentence(error: BaseException, words: Language) -> str:
    """Return what to tell in place of a traceback; ``""`` where nobody but a programmer could say it."""
    if isinstance(error, OWN_ERRORS):
        return str(error)
    if isinstance(error, LostProcessError):
        return words.say(
            "The system ended a process of the build twice; most often that means that memory ran out. The site "
            "was not changed. Build again when the computer has more memory to spare."
        )
    if isinstance(error, RecursionError):
        return words.say(
            "The text of a page holds too many lists, quotes or marks inside one another: the line above names the "
            "page. Write them side by side."
        )
    if isinstance(error, BusyError):
        return words.say(
            "Another build has been writing the same site for minutes: {path}. Wait for it, or end it.",
            path=str(error),
        )
    if isinstance(error, OSError) and error.errno is not None:
        return _of_the_disk(error, words)
    return ""


def _of_the_disk(error: OSError, words: Language) -> str:
    # Of a file that is copied or moved, the second name is where it goes.
    path = error.filename2 or error.filename or "?"
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return words.say(
            "The disk is full. The addresses of the site still show what they showed. "
            "Make room and build again: {path}",
            path=path,
        )
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return words.say(
            "The build may not read or write here: {path}. The addresses of the site still show what they showed. "
            "Give it the right to do so, or build into another folder (`--site-dir`).",
            path=path,
        )
    return words.say(
        "The build could not go on because of a file: {path} ({reason}). The addresses of the site still show "
        "what they showed.",
        path=path,
        reason=error.strerror or type(error).__name__,
    )
