"""A command that can't be carried out, told to whoever typed it in their own language."""

from __future__ import annotations

import os
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from typing import Final

from seurantalo.language import SOURCE, Language, language


class UsageError(Exception):
    """A command that can't be carried out.

    ``message`` is an English source text, whose blanks ``values`` fill; ``near`` is what was perhaps meant.
    """

    def __init__(self, message: str, /, near: str = "", **values: object) -> None:
        super().__init__(message)
        self._message, self._near, self._values = message, near, values

    def in_words(self, lang: Language) -> str:
        """Return the sentence in a language."""
        words = lang.say(self._message, **self._values)
        return f"{words} {lang.say('Did you mean “{near}”?', near=self._near)}" if self._near else words

    def __str__(self) -> str:
        """Return the sentence in English."""
        return self.in_words(language(SOURCE))


#: What systems say most often where a file can't be read or written. The rest is said in their own words.
_SYSTEM: Final = {
    EACCES: "This may not be read or written by you",
    EDQUOT: "The disk is full",
    EEXIST: "This is there already",
    EFBIG: "The disk is full",
    EISDIR: "This is a folder",
    ENOENT: "This is not there",
    ENOSPC: "The disk is full",
    ENOTDIR: "This is not a folder",
    EPERM: "This may not be read or written by you",
    EROFS: "Nothing can be written here",
}


def system_error(error: OSError, lang: Language) -> str:
    """Return what the system said of a file or a folder, in a sentence."""
    words = _SYSTEM.get(error.errno or 0)
    # A reason of our own ("has been changed meanwhile") goes before that of the code.
    own = error.strerror if error.errno is None or error.strerror != os.strerror(error.errno) else None
    said = own or (lang.say(words) if words else error.strerror) or str(error)
    place = error.filename if isinstance(error.filename, (str, os.PathLike)) else ""
    return lang.say("{file}: {why}.", file=os.fspath(place), why=said) if place else f"{said}."
