"""What a proposal looks like in JSON, for those who take proposals on a server of their own: a JSON Schema."""

from __future__ import annotations

from typing import Any, Final

from seurantalo.model.record import Kind
from seurantalo.proposing.asking import Act
from seurantalo.proposing.wire import LONGEST_ADDRESS, LONGEST_NOTE, MOST_FILES

_NAME: Final = {"type": "string", "pattern": "^[a-z_]{1,40}$"}


def proposal_schema() -> dict[str, Any]:
    """Return the JSON Schema of what a form posts to ``proposal_endpoint``.

    >>> proposal_schema()["required"]
    ['version', 'act', 'files']
    """
    file = {
        "type": "object",
        "description": "A file to add, or with base a change of one that is there. The first is the main one.",
        "properties": {
            "kind": {"enum": [kind.value for kind in Kind], "description": "What its record is."},
            "path": {
                "type": "string",
                "maxLength": LONGEST_ADDRESS,
                "pattern": "^(events|content/[a-z]+)(/[a-z0-9-]+)*/[a-z0-9-]+\\.(yml|md)$",
                "description": "Where it lies in the project.",
            },
            "base": {
                "type": "string",
                "pattern": "^[0-9a-f]{40}([0-9a-f]{24})?$",
                "description": "Git's name for the content that the change was made on.",
            },
            "set": {
                "type": "object",
                "propertyNames": _NAME,
                "description": "Values of fields by their English names; each takes the place of the whole field.",
            },
            "drop": {"type": "array", "items": _NAME, "description": "Fields that are to go."},
        },
        "required": ["kind", "path"],
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A proposal",
        "description": "What a form of the site sends by POST to the address of the option proposal_endpoint.",
        "type": "object",
        "properties": {
            "version": {"const": 1},
            "act": {"enum": [act.value for act in Act], "description": "What it does."},
            "files": {"type": "array", "minItems": 1, "maxItems": MOST_FILES, "items": file},
            "sender": {
                "type": "object",
                "description": "Who proposes, as a role.",
                "properties": {
                    "role": {"type": "string", "maxLength": LONGEST_ADDRESS},
                    "email": {"type": "string", "maxLength": LONGEST_ADDRESS},
                },
            },
            "note": {"type": "string", "maxLength": LONGEST_NOTE, "description": "Words to the editors."},
        },
        "required": ["version", "act", "files"],
    }
