"""YAML as marked trees: what others read, we read; what is unsafe, we refuse."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from seurantalo.reading.yaml.tree import Mapping, Node, Scalar, read_tree

_WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"], exclude_characters="\ufeff\u2028\u2029"),
    max_size=20,
)
_VALUES = st.recursive(
    _WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS.filter(bool), inner, max_size=4),
    max_leaves=12,
)


def bare(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.text or ""
    if isinstance(node, Mapping):
        return {key: bare(entry.value) for key, entry in node.entries.items()}
    return [bare(item) for item in node.items]


#: A name that holds a colon without quotation marks is taken for one whose blank is missing.
_NAMES = _WORDS.filter(lambda name: name != "" and ":" not in name.rstrip(":"))


@example({":": "", "otsikko:": "x"}, False)
@example({"A": "", "0": [["0|"], ""]}, False)
@given(st.dictionaries(_NAMES, _VALUES, max_size=6), st.booleans())
def test_trees_hold_what_another_reader_finds(value: dict[str, Any], flow: bool) -> None:
    text = yaml.safe_dump(value, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    tree, flaws = read_tree(text)
    assert flaws == ()
    assert tree is not None
    assert bare(tree) == yaml.load(text, yaml.BaseLoader) == value


@given(st.text(max_size=300))
def test_no_text_breaks_the_reader(text: str) -> None:
    tree, flaws = read_tree(text)
    assert tree is not None or flaws


@pytest.mark.parametrize("written", ["12:30", "18.30", "no", "ei", "on", "0o17", "1e3", "1_000", ".inf"])
def test_scalars_stay_as_they_were_written(written: str) -> None:
    tree, _ = read_tree(f"kenttä: {written}")
    assert tree is not None
    assert tree.entries["kenttä"].value == Scalar(written, 1, 9)


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_null_is_null_only_without_quotation_marks(written: str) -> None:
    tree, _ = read_tree(f"a: {written}\nb: '{written}'")
    assert tree is not None
    assert tree.entries["a"].value[0] is None
    assert tree.entries["b"].value[0] == written


def test_every_value_knows_its_place() -> None:
    tree, _ = read_tree("a: 1\nb:\n  - x\n  - {ä: y, ö: z}\nc: |\n  rivi\n", first_line=10)
    assert tree is not None
    assert tree.entries["a"].value == Scalar("1", 10, 4)
    listed = tree.entries["b"].value
    assert isinstance(listed, tuple)
    assert listed[0][0] == Scalar("x", 12, 5)  # type: ignore[index]  # a sequence's items
    inner = listed[0][1]  # type: ignore[index]
    assert isinstance(inner, Mapping)
    assert (inner.entries["ö"].line, inner.entries["ö"].column) == (13, 12)
    assert tree.entries["c"].value == Scalar("rivi\n", 14, 4, block=True)


BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(8)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (BOMB, "yaml-alias"),
        ("a: " + "[" * 5_000 + "]" * 5_000, "yaml-too-deep"),
        ("a:\n" + "- x\n" * 50_000, "yaml-too-large"),
        ("a: !!python/name:os.system ''", "yaml-tag"),
        ("a: 1\na: 2", "duplicate-key"),
    ],
)
def test_unsafe_yaml_is_refused(text: str, code: str) -> None:
    _, flaws = read_tree(text)
    assert [flaw.code for flaw in flaws] == [code]
