"""What somebody proposes, and how it becomes the text of a file: acts, values, links. Touches no disk."""

from __future__ import annotations

from seurantalo.proposing.acts import FORM, asked, groups_of, input_names
from seurantalo.proposing.asking import Act, ActForm, Ask, Control, Group, control_of

__all__ = ["FORM", "Act", "ActForm", "Ask", "Control", "Group", "asked", "control_of", "groups_of", "input_names"]
