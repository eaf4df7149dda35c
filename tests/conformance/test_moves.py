"""However a file is moved and a history is treated, calendars know the event again (see ``moves``)."""

from __future__ import annotations

import pytest
from tests.conformance.moves import WAYS, Way, lived


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_the_event_is_the_one_it_was(way: Way) -> None:
    found = lived(way)
    assert len(found.seen) >= 2
    assert found.one_uid
    assert found.rises
    if WAYS[way]:
        assert found.same_bytes
