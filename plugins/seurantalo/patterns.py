"""Regular expressions that are compiled when they are first used: a start meets some hundreds, and uses few."""

from __future__ import annotations

import re
from typing import Any, AnyStr, Final, cast

__all__ = ["late"]

_SHOWN: Final = ("pattern", "flags", "groups", "groupindex")
_METHODS: Final = ("match", "fullmatch", "search", "finditer", "findall", "split", "sub", "subn", "scanner")


def late(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    r"""Return ``re.compile(pattern, flags)``, which is worked out when it is first asked for something.

    A pattern that is none raises ``re.error`` only then. The functions of ``re`` do not take it, its methods do all.

    >>> year = late(r"(?:19|20)\d\d")
    >>> year.findall("1998, 2027 ja 3000"), year.pattern
    (['1998', '2027'], '(?:19|20)\\d\\d')
    """
    return cast("re.Pattern[AnyStr]", _Late(pattern, flags))


class _Late:
    def __init__(self, pattern: Any, flags: int) -> None:  # noqa: ANN401  # str or bytes
        self._written = pattern, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  # what a pattern has
        if name in _SHOWN or name in _METHODS:
            compiled = re.compile(*self._written)
            # From now on they are found without coming here.
            vars(self).update({each: getattr(compiled, each) for each in (*_SHOWN, *_METHODS)})
            return getattr(compiled, name)
        raise AttributeError(name)
