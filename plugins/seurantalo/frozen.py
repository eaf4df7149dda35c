"""Dataclasses that cost little to define and to make: some hundreds are defined at every start.

``dataclasses.dataclass`` writes and compiles six methods for each class, and a frozen one sets each field by a call.
Here ``==``, ``hash`` and ``repr`` are shared, ``__init__`` is written when the first one is made (half of the classes
are never used in one run), and that nothing is set later is left to the type checker, to which this is the decorator
of the standard library.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Container
from dataclasses import MISSING
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

__all__ = ["altered", "as_usual", "dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass

    from _typeshed import DataclassInstance

    T = TypeVar("T", bound=DataclassInstance)
else:

    def dataclass(
        cls: type | None = None, /, *, frozen: bool = False, eq: bool = True, **options: bool
    ) -> type | Callable[[type], type]:
        """Make a dataclass; the options are those of ``dataclasses.dataclass`` but ``order`` and ``unsafe_hash``.

        >>> @dataclass(frozen=True, slots=True)
        ... class Place:
        ...     name: str
        >>> Place("Seurala"), Place("Seurala") == Place("Seurala"), len({Place("Seurala"), Place("Kirjasto")})
        (Place(name='Seurala'), True, 2)
        """
        if cls is None:
            return lambda each: _made(each, frozen, eq, options)
        return _made(cls, frozen, eq, options)


def altered(value: T, **values: object) -> T:
    """Return a copy of an object of a dataclass with other values: ``dataclasses.replace`` in a tenth of its time.

    For classes that work nothing out of their values.

    >>> @dataclass(frozen=True, slots=True)
    ... class Place:
    ...     name: str
    ...     seats: int = 80
    >>> altered(Place("Seurala"), seats=120)
    Place(name='Seurala', seats=120)
    """
    made: T = _copying(type(value))(value)
    for name, other in values.items():
        object.__setattr__(made, name, other)
    return made


@cache
def _copying(cls: type[DataclassInstance]) -> Callable[[Any], Any]:
    """Return what makes an object with all values of another one."""
    steps = "".join(f" made.{one.name} = value.{one.name}\n" for one in dataclasses.fields(cls))
    names: dict[str, Any] = {"new": object.__new__, "cls": cls}
    exec(f"def copied(value):\n made = new(cls)\n{steps} return made", names)  # noqa: S102  # as dataclasses does
    copied: Callable[[Any], Any] = names["copied"]
    return copied


def as_usual(cls: type[DataclassInstance]) -> Callable[[], Any]:
    """Return what makes an object with the usual values of a dataclass; what has none, whoever asks for it sets.

    >>> @dataclass(slots=True)
    ... class Place:
    ...     name: str
    ...     seats: int = 80
    >>> as_usual(Place)().seats
    80
    """
    usual = {one.name: one.default for one in dataclasses.fields(cls) if one.default is not MISSING}
    steps = "".join(f" made.{name} = USUAL_{name}\n" for name in usual)
    # Ten thousand are made at a start: a loop over the names would take as long as all else that it takes.
    names: dict[str, Any] = {f"USUAL_{name}": value for name, value in usual.items()}
    names |= {"new": object.__new__, "cls": cls}
    exec(f"def blank():\n made = new(cls)\n{steps} return made", names)  # noqa: S102  # as dataclasses does
    blank: Callable[[], Any] = names["blank"]
    return blank


def _made(cls: type, frozen: bool, eq: bool, options: dict[str, bool]) -> type:  # noqa: FBT001 -- as the decorator's
    own = {name for name in ("__eq__", "__hash__", "__repr__", "__init__") if vars(cls).get(name) is not None}
    # Else the standard library would work out a signature for it.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: type = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(cls)
    shared: dict[str, object] = {"__repr__": _shown, "__init__": _late_init(made)}
    if eq:
        fields = dataclasses.fields(made)
        shared["__eq__"] = _equality([one.name for one in fields if one.compare])
        hashed = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]
        shared["__hash__"] = _hash(hashed) if frozen else None
    for name in shared.keys() - own:
        setattr(made, name, shared[name])
    return made


def _late_init(made: Any) -> Callable[..., None]:  # noqa: ANN401  # a class whose methods are set
    def late(self: object, *given: object, **named: object) -> None:
        made.__init__ = written = _init(made)
        written(self, *given, **named)

    return late


def _init(made: Any) -> Callable[..., None]:  # noqa: ANN401  # a class whose methods are set
    """Return the ``__init__`` that the standard library would have written."""
    usual: dict[str, object] = {}
    make: dict[str, object] = {}
    steps: list[str] = []
    for one in dataclasses.fields(made):
        name, value = one.name, one.name if one.init else f"USUAL[{one.name!r}]"
        if one.default_factory is not MISSING:
            usual[name], make[name] = MISSING, one.default_factory
            value = f"MAKE[{name!r}]() if {value} is MISSING else {value}"
        elif one.default is not MISSING:
            usual[name] = one.default
        if one.init or name in usual:
            steps.append(f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        steps.append("self.__post_init__()")
    head = ", ".join(("self", *_parameters(made, usual)))
    names: dict[str, Any] = {"MISSING": MISSING, "USUAL": usual, "MAKE": make}
    exec(f"def __init__({head}):\n " + "\n ".join(steps or ["pass"]), names)  # noqa: S102  # as dataclasses does
    written: Callable[..., None] = names["__init__"]
    written.__qualname__ = f"{made.__qualname__}.__init__"
    return written


def _parameters(made: Any, usual: Container[str]) -> list[str]:  # noqa: ANN401  # the same class
    """Return the parameters of ``__init__``: those that are given by name only come last."""
    by_place: list[str] = []
    by_name: list[str] = []
    for one in dataclasses.fields(made):
        if one.init:
            end = f"=USUAL[{one.name!r}]" if one.name in usual else ""
            (by_name if one.kw_only else by_place).append(f"{one.name}{end}")
    return [*by_place, "*", *by_name] if by_name else by_place


def _values(names: list[str]) -> Callable[[object], object]:
    return attrgetter(*names) if names else lambda _: ()


def _equality(names: list[str]) -> Callable[[object, object], bool]:
    compared = _values(names)

    def equal(self: object, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    return equal


def _hash(names: list[str]) -> Callable[[object], int]:
    hashed = _values(names)
    return lambda self: hash(hashed(self))


def _shown(self: DataclassInstance) -> str:
    shown = [f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr]
    return f"{type(self).__qualname__}({', '.join(shown)})"
