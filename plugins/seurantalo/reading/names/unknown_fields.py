"""Keys that are no field of the mapping they stand in: which field was meant, or where it belongs."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from seurantalo.language import LANGUAGES
from seurantalo.model.fields.also_read import ALSO_READ
from seurantalo.model.fields.field import Field
from seurantalo.model.fields.nesting import fields_inside
from seurantalo.model.fields.words import field_of, fields_by_word, plain_word
from seurantalo.model.kinds import KINDS, RECORDS
from seurantalo.model.problem import Mend, Severity
from seurantalo.reading.file_scope import Scope
from seurantalo.reading.yaml.tree import Entry, Scalar

#: How alike a key and a field must be, of 100: in the language of the file's other keys, and in another.
_LIKE, _LIKE_ABROAD, _ALMOST = 72, 85, 90
#: Of shorter keys every second word is alike.
_SHORTEST = 4


def report_unknown_field(scope: Scope, fields: tuple[Field, ...], key: str, entry: Entry) -> Field | None:
    """Report a key that is no field of these, and return the field that was probably meant.

    A key without a value is most often the rest of a text with a comma.
    """
    if isinstance(entry.value, Scalar) and entry.value.text is None and (" " in key or key.isdigit()):
        scope.report("comma-in-braces", entry, "", found=key[:60])
        return None
    near, word, likeness = _nearest(fields, key, scope.language)
    if likeness < _ALMOST and _belongs_elsewhere(scope, fields, key, entry):
        return None
    if near is None:
        scope.report("unknown-field", entry, key[:60], found=key[:60])
        return None
    mend = scope.instead(entry, key, word)
    scope.report("unknown-field-near", entry, key[:60], Severity.ERROR, mend, found=key[:60], near=word)
    return near


def _nearest(fields: tuple[Field, ...], key: str, own: str) -> tuple[Field | None, str, float]:
    """Return the field whose name is most like a key, the word that we write for it, and how alike they are."""
    wanted = plain_word(key)
    if len(wanted) < _SHORTEST:
        return None, "", 0
    for language in (own, *(code for code in LANGUAGES if code != own)):
        words = {plain_word(word): (field, shown) for field, word, shown in _words(fields, language)}
        cutoff = _LIKE if language == own else _LIKE_ABROAD
        found = process.extractOne(wanted, list(words), scorer=fuzz.ratio, score_cutoff=cutoff)
        if found is not None:
            return *words[found[0]], found[1]
    return None, "", 0


def _words(fields: tuple[Field, ...], language: str) -> Iterator[tuple[Field, str, str]]:
    """Yield (field, a word for it, the word to write) in a language; the words that are only read with the first."""
    for field in fields:
        first, *others = field.called.in_language(language)
        for word in ALSO_READ.get(field.name, ()):
            yield field, word, first
        for word in (*others, first):
            yield field, word, word


def _belongs_elsewhere(scope: Scope, fields: tuple[Field, ...], key: str, entry: Entry) -> bool:
    """Report a key that is a field inside another, of the whole file, or of another kind; True if it was."""
    for field in fields:
        inside = fields_inside(field)
        if inside and field_of(fields_by_word(inside), key):
            mend = _inside(scope, field, entry)
            scope.report("field-of-part", entry, key[:60], Severity.ERROR, mend, found=key[:60], fields=field.name)
            return True
    if fields is not RECORDS[scope.kind]:
        whole = field_of(fields_by_word(RECORDS[scope.kind]), key)
        if whole is not None:
            scope.report("field-of-whole", entry, key[:60], found=key[:60])
            return True
        return False
    for kind in KINDS:
        if kind is not scope.kind and field_of(fields_by_word(RECORDS[kind]), key):
            scope.report("field-of-others", entry, key[:60], found=key[:60], kind=kind.value)
            return True
    return False


def _inside(scope: Scope, parent: Field, entry: Entry) -> Mend | None:
    """Return the line of a field below the name of the one it belongs in, where nothing else is needed there."""
    needs = sum(field.required for field in fields_inside(parent))
    lines = scope.text.split("\n")
    if needs or not isinstance(entry.value, Scalar) or entry.value.line != entry.line or scope.written(parent.name):
        return None
    return Mend(
        f"{parent.called.in_language(scope.language)[0]}:\n  {lines[entry.line - 1].strip()}", entry.line, entry.line
    )
