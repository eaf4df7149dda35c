"""What a piece of work costs: the same on every machine, however slow."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def steps(work: Callable[[], object]) -> int:
    """Count the function calls and loop turns of a piece of work."""
    counted = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal counted
        counted += event in ("call", "line")
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return counted
