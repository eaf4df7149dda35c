"""What is ticked in the form becomes what a file says of channels, and nothing that stood there is lost."""

from __future__ import annotations

from typing import Any

from tests.browser_modules import in_node

SENT = {"channel": "radio", "sent": "2027-05-25"}
FULL = {"channel": "radio", "skip": "Numero on täynnä"}
NO_RADIO = {"channel": "radio", "skip": True}
SAID = {"channel": "lehti", "sentence": "Tule!"}


def tick(name: str, *, usual: bool = True, on: bool = True, sentence: str = "") -> dict[str, Any]:
    return {"id": name, "usual": usual, "on": on, "sentence": sentence}


PAPER, RADIO, WALL = tick("lehti"), tick("radio"), tick("taulu", usual=False)
SILENT, BARE = tick("radio", on=False), tick("taulu", usual=False, on=False)
TELLING = tick("lehti", sentence="Tule!")
#: What is ticked, what stood in the file, what is to stand there.
CASES: dict[str, tuple[list[dict[str, Any]], Any, Any]] = {
    "what is usual is not written": ([PAPER, RADIO, BARE], None, None),
    "one more": ([PAPER, RADIO, WALL], None, ["default", "taulu"]),
    "one less": ([PAPER, SILENT, BARE], None, ["default", NO_RADIO]),
    "none at all": ([tick("lehti", on=False), SILENT, BARE], None, "no"),
    "nothing is usual": ([WALL], None, ["taulu"]),
    "nothing is usual, and nothing is chosen": ([BARE], None, "no"),
    "from nowhere to one": ([PAPER, SILENT, BARE], "no", ["default", NO_RADIO]),
    "exactly these stay exactly these": ([PAPER, SILENT, WALL], ["lehti"], ["lehti", "taulu"]),
    "what was told stays": ([PAPER, RADIO, WALL], ["default", SENT], ["default", SENT, "taulu"]),
    "and when it is unticked": ([PAPER, SILENT, BARE], ["default", SENT], ["default", {**SENT, "skip": True}]),
    "why not stays": ([PAPER, SILENT, WALL], ["default", FULL], ["default", FULL, "taulu"]),
    "but not where it is ticked again": ([PAPER, RADIO, BARE], ["default", FULL], None),
    "words of its own": ([TELLING, RADIO, BARE], None, ["default", SAID]),
    "words in one of two languages": (
        [TELLING, RADIO, BARE],
        ["default", {"channel": "lehti", "sentence": {"fi": "Hei", "sv": "Kom!"}}],
        ["default", {"channel": "lehti", "sentence": {"fi": "Tule!", "sv": "Kom!"}}],
    ),
    "words taken away": ([PAPER, RADIO, BARE], ["default", SAID], None),
}


def test_ticks_become_a_plan() -> None:
    found = in_node("channel-plan.js", "planOf", [[ticks, stood, "fi"] for ticks, stood, _ in CASES.values()])
    assert dict(zip(CASES, found, strict=True)) == {name: expected for name, (_, _, expected) in CASES.items()}


def test_a_plan_becomes_ticks() -> None:
    plans: list[tuple[Any, list[bool]]] = [
        (None, [True, False]),
        ("no", [False, False]),
        (["taulu"], [False, True]),
        (["default", "taulu"], [True, True]),
        (["default", {"channel": "lehti", "skip": True}], [False, False]),
        (["default", {"channel": "lehti", "sent": "2027-05-25"}], [True, False]),
    ]
    calls = [[plan, name, usual] for plan, _ in plans for name, usual in (("lehti", True), ("taulu", False))]
    assert in_node("channel-plan.js", "isOn", calls) == [on for _, both in plans for on in both]
