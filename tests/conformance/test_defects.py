"""The conformance tests can fail: a sound feed is green, and every seeded defect is red."""

from __future__ import annotations

import pytest
from tests.conformance.comparison import Expected, complaints
from tests.conformance.defects import DEFECTS, ONLY_RULES, expected, sound
from tests.conformance.engine import ALL
from tests.conformance.lint.rules import faults
from tests.conformance.test_engines import DAYS


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, list[str]]]:
    """What each engine, and the rules, say of the sound feed (``""``) and of every broken one, by defect."""
    folder = tmp_path_factory.mktemp("defects")
    occurrences, texts = expected()
    (folder / "feed.ics.expect").write_bytes(occurrences)
    (folder / "feed.ics.texts.json").write_bytes(texts)
    wanted = Expected.beside(folder / "feed.ics")
    broken = {"": sound()} | {name: make(sound()) for name, make in DEFECTS.items()}
    paths = []
    for number, content in enumerate(broken.values()):
        paths.append(folder / f"{number}.ics")
        paths[-1].write_bytes(content)
    found: dict[str, dict[str, list[str]]] = {
        name: {"rules": faults(content)} if faults(content) else {} for name, content in broken.items()
    }
    for engine in ALL:
        for name, seen in zip(broken, engine.look(paths, DAYS), strict=True):
            if said := complaints(engine, seen, wanted, DAYS):
                found[name][engine.name] = said
    return found


pytestmark = pytest.mark.foreign


def test_the_sound_feed_is_green(verdicts: dict[str, dict[str, list[str]]]) -> None:
    assert verdicts[""] == {}


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_defect_is_one(defect: str) -> None:
    assert DEFECTS[defect](sound()) != sound()


@pytest.mark.parametrize("defect", DEFECTS)
def test_the_defect_turns_it_red(defect: str, verdicts: dict[str, dict[str, list[str]]]) -> None:
    assert verdicts[defect]


@pytest.mark.parametrize("defect", DEFECTS)
def test_real_engines_stumble_and_not_the_rules_alone(defect: str, verdicts: dict[str, dict[str, list[str]]]) -> None:
    engines = verdicts[defect].keys() - {"rules"}
    assert bool(engines) is (defect not in ONLY_RULES), verdicts[defect]
