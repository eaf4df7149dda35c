"""Marks on a line that must not touch: each is moved as little as possible."""

from __future__ import annotations

from collections.abc import Sequence


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
    offsets = []
    for size in sizes:
        offsets.append(before + size / 2)
        before += size
    pools: list[tuple[float, int]] = []
    for place, offset in zip(wanted, offsets, strict=True):
        mean, count = place - offset, 1
        while pools and pools[-1][0] > mean:
            earlier, many = pools.pop()
            mean = (earlier * many + mean * count) / (many + count)
            count += many
        pools.append((mean, count))
    bases = [min(max(mean, low), high - total) for mean, count in pools for _ in range(count)]
    return tuple(base + offset for base, offset in zip(bases, offsets, strict=True))
