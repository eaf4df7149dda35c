"""The table of README.md is what errands.yml says: `pytest --update-golden` writes it anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from tests.browser.errands.conftest import HERE
from tests.browser.errands.test_errands import ERRANDS

if TYPE_CHECKING:
    import pytest

README = HERE / "README.md"
#: Seconds of the keystroke-level model (Card, Moran and Newell 1980): to make up one's mind, to point, to press, and
#: to type a letter, as somebody does who is no typist. What the network takes is not in it.
MIND, POINT, PRESS, LETTER = 1.35, 1.1, 0.2, 0.28
OTHERS: Final = ("Gancio", "Localist")
BEGIN, END = "<!-- table -->\n", "<!-- end -->\n"


def effort(errand: dict[str, Any]) -> tuple[int, float]:
    """How many taps an errand takes, the last included, and seconds by the model."""
    steps = errand["steps"]
    typed = sum(len(step["type"]) for step in steps if "type" in step)
    taps = sum("type" not in step for step in steps) + ("link" in errand)
    return taps, seconds(taps, typed)


def seconds(taps: int, typed: int = 0) -> float:
    return taps * (MIND + POINT + PRESS) + typed * LETTER


def table() -> str:
    lines = ["| errand | here: taps, seconds | " + " | ".join(OTHERS) + " |", "|---|---|" + "---|" * len(OTHERS)]
    for errand in ERRANDS:
        taps, took = effort(errand)
        cells = [errand["name"], f"{taps}, {took:.1f} s"]
        for other in OTHERS:
            told = errand.get("others", {}).get(other)
            cells.append(
                f"{told['taps']}, {seconds(told['taps']):.1f} s: {told['says']} [{told['source']}]"
                if told
                else "not told"
            )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def test_the_table_tells_what_is_walked(pytestconfig: pytest.Config) -> None:
    text = README.read_text(encoding="utf-8")
    before, after = text.partition(BEGIN)[0], text.partition(END)[2]
    whole = f"{before}{BEGIN}{table()}{END}{after}"
    if pytestconfig.getoption("--update-golden"):
        README.write_text(whole, encoding="utf-8")
    assert README.read_text(encoding="utf-8") == whole


def test_every_source_is_named() -> None:
    text = README.read_text(encoding="utf-8")
    named = {told["source"] for errand in ERRANDS for told in errand.get("others", {}).values()}
    assert named
    assert all(f"- [{name}]: " in text for name in named)
