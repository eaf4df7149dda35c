"""Python's own reader reads back what is written."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples

from seurantalo.exporting import to_toml

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@examples(60)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_what_is_written_is_read_back(options: dict[str, Any]) -> None:
    assert tomllib.loads(to_toml(options)) == options


def test_what_is_nothing_is_left_out() -> None:
    assert to_toml({"a": None, "b": [None, {"c": None, "d": 1}]}) == "b = [{d = 1}]\n"


def test_what_has_no_words_is_refused() -> None:
    with pytest.raises(TypeError, match="TOML has no object"):
        to_toml({"a": object()})
