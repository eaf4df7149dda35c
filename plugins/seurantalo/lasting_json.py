"""JSON that stays in memory for a while, by tens of thousands of pieces."""

from __future__ import annotations

import orjson

__all__ = ["lasting_json"]


def lasting_json(value: object) -> bytes:
    """Return a value as JSON that takes no more memory than it is long.

    What ``orjson.dumps`` returns holds on to all of the room in which it was written, 4 kB or more (3.13).

    >>> lasting_json({"event": "tanssit"})
    b'{"event":"tanssit"}'
    """
    return b"%b" % orjson.dumps(value)
