"""What comes of an act in a browser is waited for: who looks once, at once, looks too soon on a busy machine."""

from __future__ import annotations

import ast
from itertools import pairwise
from pathlib import Path

HERE = Path(__file__).resolve().parent
#: What a person does to a page.
ACTS = {"check", "click", "fill", "go_back", "press", "press_sequentially", "select_option", "tap", "type", "uncheck"}


def too_soon(module: str) -> list[int]:
    """The lines that assert something of a page right after an act; `expect` waits."""
    bodies = (getattr(node, "body", None) for node in ast.walk(ast.parse(module)))
    pairs = (pair for body in bodies if isinstance(body, list) for pair in pairwise(body))
    return [then.lineno for act, then in pairs if isinstance(then, ast.Assert) and is_act(act) and reads(then)]


def is_act(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.Expr)
        and isinstance(node.value, ast.Call)
        and isinstance(node.value.func, ast.Attribute)
        and node.value.func.attr in ACTS
    )


def reads(node: ast.Assert) -> bool:
    """Whether something is asked of the page or of what is found on it."""
    return any(isinstance(each, ast.Attribute) for each in ast.walk(node.test))


def test_nothing_is_asserted_of_a_page_right_after_an_act() -> None:
    found = {path.name: too_soon(path.read_text(encoding="utf-8")) for path in HERE.glob("browser/**/*.py")}
    assert {name: lines for name, lines in found.items() if lines} == {}


def test_who_looks_too_soon_is_found() -> None:
    module = """\
def test(page):
    page.locator("a").click()
    assert page.url == "b"
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("c")
    assert page.title() == "d"
"""
    assert too_soon(module) == [3]
