"""Some files of chance; `scripts/fuzz.py` tries thousands."""

from __future__ import annotations

from tests.fuzzing import calendar_seeds, fuzz_calendars, fuzz_records, record_seeds


def test_files_of_chance_are_read_or_told_of() -> None:
    outcome = fuzz_records(record_seeds(), 240, seed=7)
    assert outcome.wrong == []
    assert outcome.tried > outcome.taken > 0


def test_calendars_of_chance_are_read_or_told_of() -> None:
    outcome = fuzz_calendars(calendar_seeds(), 60, seed=7)
    assert outcome.wrong == []
    assert outcome.taken > 0
