"""What every command has in common: how it is registered, and how it ends.

A command is a module of its own with ``register(commands, shared)``, named in one line of ``main.py``. It adds its
parser with ``parents=[shared]`` and sets ``command`` to a function of the project and the options that returns an
exit code. It is loaded when it is asked for; what it does not always need is imported late: sockets and TLS.
"""

from __future__ import annotations

from argparse import ArgumentParser
from enum import IntEnum
from typing import Any, Protocol


class ExitCode(IntEnum):
    """How a command ends: all is well, the files hold errors, it can't be carried out, or somebody stopped it."""

    CLEAN = 0
    ERRORS = 1
    WRONG_USE = 2
    STOPPED = 130


class Commands(Protocol):
    """The list that commands are added to: argparse's own, whose class has no public name."""

    def add_parser(self, name: str, **options: Any) -> ArgumentParser:  # noqa: ANN401 (argparse's own signature)
        """Add a command and return its parser."""
