"""Where keys come from: the environment, and in it one variable that may hold all of them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: Lines NAME=VALUE. A forge gives a job only the secrets that its file names: this one has room for every channel's.
ALL_KEYS: Final = "SEURANTALO_CHANNELS"
_LINE: Final = re.compile(r"\s*(?:export\s+)?(?P<name>SEURANTALO_[A-Z0-9_]+)\s*[=:]\s*(?P<value>.*?)\s*")


def keys_in(environment: Mapping[str, str]) -> Mapping[str, str]:
    r"""Return the environment with the lines of its one variable as variables; those set by themselves go first.

    >>> found = keys_in({"SEURANTALO_CHANNELS": "# Lehti\nSEURANTALO_LEHTI_SMTP = mail.example.org\n"})
    >>> found["SEURANTALO_LEHTI_SMTP"]
    'mail.example.org'
    """
    found: dict[str, str] = {}
    for line in environment.get(ALL_KEYS, "").splitlines():
        match = _LINE.fullmatch(line)
        if match:
            value = match["value"]
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            found[match["name"]] = value[1:-1] if quoted else value
    return {**found, **{name: value for name, value in environment.items() if value and name != ALL_KEYS}}
