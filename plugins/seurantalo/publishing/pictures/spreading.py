"""Marks on a line that must not touch: each is moved as little as possible."""

from __future__ import annotations

from collections.abc import Sequence
from operator import add


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> tuple[float, ...]:
    """Return centres for marks of the given sizes between ``low`` and ``high``, in the order given.

    ``wanted`` rises. The centres keep that order, marks side by side touch at most, and the sum of squared moves is
    the least there is (pool adjacent violators). Raises ValueError where the marks are larger than the line.
    """
    total = sum(sizes)
    if total > high - low + 1e-9:
        raise ValueError("the marks don't fit")
    # With everything before it taken away, each mark wants a place, and places must only not fall.
    before = 0.0
    offsets: list[float] = []
    pools: list[tuple[float, int]] = []
    for place, size in zip(wanted, sizes, strict=True):
        offset = before + size / 2
        before += size
        offsets.append(offset)
        mean, count = place - offset, 1
        while pools and pools[-1][0] > mean:
            earlier, many = pools.pop()
            mean = (earlier * many + mean * count) / (many + count)
            count += many
        pools.append((mean, count))
    bases: list[float] = []
    for mean, count in pools:
        bases += [min(max(mean, low), high - total)] * count
    return tuple(map(add, bases, offsets))
