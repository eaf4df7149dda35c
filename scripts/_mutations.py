"""Small changes to a module's source, each of which some test should notice (mutation testing).

A change is one that a person makes by mistake: a limit one off, `<` for `<=`, `and` for `or`, a condition turned
round, a call left out. Texts, annotations and decorators stay as they are.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_COMPARISONS: Final[dict[type[ast.cmpop], tuple[str, str]]] = {
    # The sign itself, then what is put in its place.
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
}
_OPERATORS: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "//"),
    ast.FloorDiv: ("//", "*"),
    ast.Mod: ("%", "//"),
    ast.BitAnd: ("&", "|"),
    ast.BitOr: ("|", "&"),
}
_CALLS: Final = {"min": "max", "max": "min", "any": "all", "all": "any", "sorted": "list"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change: the bytes from `start` to `end` of a source become `new`."""

    line: int
    start: int
    end: int
    new: str
    source: str
    """The lines that are changed, as one, with single spaces."""
    changed: str
    """The same lines after the change: with `source` it names the mutant wherever the lines move."""

    def apply(self, source: bytes) -> bytes:
        """Return the module's source with this change."""
        return source[: self.start] + self.new.encode() + source[self.end :]


def mutants(source: bytes) -> list[Mutant]:
    r"""Every change to a module's source, in the order of its lines; no two are the same.

    >>> [each.changed for each in mutants(b"def f(a):\\n    return a < 3\\n")]
    ['return a <= 3', 'return not (a < 3)', 'return a < 4', 'return a < 2']
    """
    found = {(each.start, each.end, each.new): each for each in _Changes(source).all()}
    return sorted(found.values(), key=lambda each: (each.start, each.end))


class _Changes:
    def __init__(self, source: bytes) -> None:
        self.source = source
        self.tree = ast.parse(source)
        self.lines = [0]
        for line in source.splitlines(keepends=True):
            self.lines.append(self.lines[-1] + len(line))

    def all(self) -> Iterator[Mutant]:
        for node in self._code(self.tree):
            yield from self._of(node)

    def _code(self, node: ast.AST) -> Iterator[ast.AST]:
        """Yield the nodes that do something when the program runs."""
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        yield node
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list", "type_params"}:
                continue
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from self._code(child)

    def _of(self, node: ast.AST) -> Iterator[Mutant]:
        match node:
            case ast.Compare():
                yield from self._comparison(node)
            case ast.BoolOp():
                yield from self._connective(node)
            case ast.UnaryOp(op=ast.Not()):
                yield self._become(node, self._text(node.operand))
            case ast.BinOp() if type(node.op) in _OPERATORS:
                yield self._between(node.left, node.right, *_OPERATORS[type(node.op)])
            case ast.Constant(value=bool(truth)):
                yield self._become(node, str(not truth))
            case ast.Constant(value=int(number)):
                yield from (self._become(node, str(number + by)) for by in (1, -1))
            case ast.Call(func=ast.Name(id=name)) if name in _CALLS:
                yield self._called(node, _CALLS[name])
            case ast.Expr(value=ast.Call()) | ast.Raise():
                yield self._become(node, "pass")
            case ast.If(test=test) | ast.IfExp(test=test) | ast.While(test=test):
                yield from self._condition(test)
            case ast.comprehension(ifs=tests):
                for test in tests:
                    yield from self._condition(test)

    def _called(self, node: ast.Call, name: str) -> Mutant:
        """Return the change of the function that is called; ``list`` knows no ``key``."""
        keywords = [] if name == "list" else node.keywords
        return self._become(node, f"{name}({', '.join(map(self._text, [*node.args, *keywords]))})")

    def _condition(self, test: ast.expr) -> Iterator[Mutant]:
        """Yield a condition turned round, unless it is turned round as what it is."""
        if not isinstance(test, ast.Compare | ast.UnaryOp):
            yield self._become(test, f"not ({self._text(test)})")

    def _comparison(self, node: ast.Compare) -> Iterator[Mutant]:
        sides = [node.left, *node.comparators]
        for left, right, sign in zip(sides, sides[1:], node.ops, strict=False):
            yield self._between(left, right, *_COMPARISONS[type(sign)])
        if len(node.ops) > 1 or isinstance(node.ops[0], ast.Lt | ast.LtE | ast.Gt | ast.GtE):
            yield self._become(node, f"not ({self._text(node)})")

    def _connective(self, node: ast.BoolOp) -> Iterator[Mutant]:
        old, new = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for left, right in zip(node.values, node.values[1:], strict=False):
            yield self._between(left, right, old, new)
        for number in range(len(node.values)):
            kept = [self._text(each) for place, each in enumerate(node.values) if place != number]
            yield self._become(node, f"({f' {old} '.join(kept)})")

    def _between(self, left: ast.expr, right: ast.expr, old: str, new: str) -> Mutant:
        """Return the change of the sign between two operands."""
        after, before = self._end(left), self._start(right)
        place = after + self.source[after:before].index(old.encode())
        return self._mutant(place, place + len(old), new)

    def _become(self, node: ast.AST, new: str) -> Mutant:
        return self._mutant(self._start(node), self._end(node), new)

    def _mutant(self, start: int, end: int, new: str) -> Mutant:
        first = self.source.rfind(b"\n", 0, start) + 1
        last = self.source.find(b"\n", end)
        last = len(self.source) if last < 0 else last
        lines, changed = self.source[first:last], self.source[first:start] + new.encode() + self.source[end:last]
        return Mutant(
            line=self.source.count(b"\n", 0, start) + 1,
            start=start,
            end=end,
            new=new,
            source=" ".join(lines.decode().split()),
            changed=" ".join(changed.decode().split()),
        )

    def _text(self, node: ast.AST) -> str:
        return self.source[self._start(node) : self._end(node)].decode()

    def _start(self, node: ast.AST) -> int:
        return self._place(node, "lineno", "col_offset")

    def _end(self, node: ast.AST) -> int:
        return self._place(node, "end_lineno", "end_col_offset")

    def _place(self, node: ast.AST, line: str, column: str) -> int:
        """Return an offset into the source; Python counts lines from 1, and columns in bytes."""
        return self.lines[int(getattr(node, line)) - 1] + int(getattr(node, column))
