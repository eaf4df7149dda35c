"""Written values become the values of the model, or problems."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from typing import Final

from seurantalo.model.fields.field import Field, Shape
from seurantalo.model.fields.words import fold_word, plain_word, value_of, value_word, values_by_word
from seurantalo.model.parts import Period
from seurantalo.model.place import Coordinates
from seurantalo.model.problem import Severity
from seurantalo.model.record import Moment
from seurantalo.model.text import Text
from seurantalo.reading.channels.values import covers_value, deadline_value, weekdays_value
from seurantalo.reading.file_scope import Place, Placed, Scope, nearest
from seurantalo.reading.input_words import LANGUAGE_NAMES, NO, TIMES, YES
from seurantalo.reading.moments.error import MomentError
from seurantalo.reading.moments.moment import read_day, read_moment, read_time
from seurantalo.reading.moments.problems import report_moment, tell_reading
from seurantalo.reading.names.references import reference, with_ids
from seurantalo.reading.names.titles import read_title
from seurantalo.reading.names.web_addresses import is_mail_address, links_in, web_address
from seurantalo.reading.names.wiki_links import check_wiki_links, words_of_links
from seurantalo.reading.personal.data import looks_personal, personal_data, shown
from seurantalo.reading.texts.check import with_addresses
from seurantalo.reading.texts.pictures import picture_named
from seurantalo.reading.texts.signs import check_signs
from seurantalo.reading.yaml.comments import comments_in, perhaps_comments
from seurantalo.reading.yaml.tree import Mapping as MappingNode
from seurantalo.reading.yaml.tree import Node, Scalar

_IDENTIFIER: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u0080-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_EMAIL: Final = re.compile(r"[^\s@<>\"',;:()\[\]\\]+@[^\s@<>\"',;:()\[\]\\]+\.[^\s@.<>\"',;:()\[\]\\]{2,}\Z")
_PHONE: Final = re.compile(r"[+(]?[\d][\d ()-]{4,20}\Z")

#: What a record is called: never several texts.
NAMING: Final = frozenset({"title", "name"})
#: A converter takes (scope, field, scalar, its text, stripped and printable); it returns the value, or None if told.
Converter = Callable[[Scope, Field, Scalar, str], object]


def scalar_value(scope: Scope, field: Field, node: Scalar) -> object:
    """Return the value of one scalar by its field's shape; None where it is empty or was reported."""
    text = node.text
    if text is None:
        return None
    text = text.strip()
    if not text:
        return None
    # str.isprintable is many times faster than any pattern, and settles nearly every text.
    printable = text.isprintable() or text.replace("\n", "").isprintable()
    if not printable and _CONTROL.search(text):
        scope.report("control-character", node, field.name)
        return None
    return CONVERTERS[field.shape](scope, field, node, text)


def text_value(scope: Scope, field: Field, node: Node) -> Text | None:
    """Return a text: a string, or a mapping by language."""
    if isinstance(node, Scalar):
        words = scalar_value(scope, field, node)
        return Text.plain(words) if isinstance(words, str) else None
    if not isinstance(node, MappingNode):
        scope.report("expected-text", node, field.name)
        return None
    versions: list[tuple[str, str]] = []
    for key, entry in node.entries.items():
        language = LANGUAGE_NAMES.get(fold_word(key))
        if language is None:
            scope.report("unknown-language", entry, field.name, found=key[:40])
        elif not isinstance(entry.value, Scalar):
            scope.report("expected-text", entry.value, field.name)
        elif isinstance(words := scalar_value(scope, field, entry.value), str):
            versions.append((language, words))
    return Text(tuple(versions)) if versions else None


def check_personal(scope: Scope, field_name: str, place: Placed, text: str) -> None:
    """Report the personal data in a text that stands at a place, or after it."""
    for code, piece, _ in personal_data(text):
        scope.report(code, scope.find(piece.splitlines()[0], place), field_name, found=shown(code, piece))


def check_words(scope: Scope, field_name: str, node: Scalar, text: str) -> None:
    """Report personal data and broken wiki links in a running text."""
    check_personal(scope, field_name, node, text)
    check_wiki_links(scope, field_name, node, text)


def check_comments(scope: Scope, text: str, first_line: int) -> None:
    """Report personal data in the comments of a file's YAML, unless its text was reported already."""
    if not any(any(personal_data(words)) for words in perhaps_comments(text)):
        return
    known = {(problem.code, problem.line) for problem in scope.problems}
    for comment in comments_in(text, first_line):
        for code, piece, _ in personal_data(comment.words):
            if (code, comment.line) not in known:
                place = scope.find(piece, comment)
                scope.report(code, place, "", found=shown(code, piece))


def check_unread(scope: Scope, text: str) -> None:
    """Report identity codes in a file of which nothing could be made, and what is personal in its comments."""
    check_comments(scope, text, 1)
    known = {problem.line for problem in scope.problems if problem.code == "identity-code"}
    for number, line in enumerate(text.split("\n"), 1):
        for code, piece, start in personal_data(line):
            if code == "identity-code" and number not in known:
                scope.report(code, Place(number, start + 1), "", found=shown(code, piece))


def _words(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    """A text of any length up to the field's limit."""
    if field.maximum and len(text) > field.maximum:
        scope.report("text-too-long", node, field.name, limit=field.maximum, length=len(text))
        return None
    if field.linking:
        check_words(scope, field.name, node, text)
    elif not field.opaque:
        check_personal(scope, field.name, node, text)
        text = words_of_links(scope, field.name, node, text)
    if field.shape is Shape.PROSE:
        check_signs(scope, field.name, node, text)
        text = with_addresses(scope, field.name, node, text)
    return with_ids(scope.known, text)


def _one_line(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    words = _words(scope, field, node, text)
    if words is None or (field.bare_number is not None and _is_out_of_range(scope, field, node, words)):
        return None
    line = " ".join(words.split())
    return read_title(scope, field.name, node, line) if field.name in NAMING else line


def _is_out_of_range(scope: Scope, field: Field, node: Scalar, words: str) -> bool:
    """Report a text that is no more than a number, where that makes no sense; True if it was reported."""
    low, high = field.bare_number or (0, 0)
    if not re.fullmatch(r"[+-]?\d{1,12}", words) or low <= int(words) <= high:
        return False
    scope.report("number-out-of-range", node, field.name, found=words, low=low, high=high)
    return True


def _integer(scope: Scope, field: Field, node: Scalar, text: str) -> int | None:
    digits = re.sub(rf"(?<=\d)\s*{TIMES}|[ \u00a0]", "", text)
    if not re.fullmatch(r"-?\d{1,12}", digits):
        only = re.fullmatch(r"[^\d-]*(?<![.,:])(\d{1,6})(?![,:])\D*", text)
        mend = only and scope.instead(node, text, only[1])
        scope.report("not-a-number", node, field.name, Severity.ERROR, mend, found=text[:60])
        return None
    number = int(digits)
    if not field.minimum <= number <= field.maximum:
        scope.report("number-out-of-range", node, field.name, found=text, low=field.minimum, high=field.maximum)
        return None
    return number


def _money(scope: Scope, field: Field, node: Scalar, text: str) -> Decimal | None:
    digits = re.sub(r"[\s\u00a0€]|eur(?:oa|o)?\Z", "", text, flags=re.IGNORECASE).replace(",", ".")
    if not re.fullmatch(r"\d{1,10}(?:\.\d{1,2})?", digits):
        scope.report("not-money", node, field.name, found=text[:60])
        return None
    return Decimal(digits)


def _boolean(scope: Scope, field: Field, node: Scalar, text: str) -> bool | None:
    for word in (text.casefold(), plain_word(text)):
        if word in YES:
            return True
        if word in NO:
            return False
    scope.report("not-a-boolean", node, field.name, found=text[:60])
    return None


def _choice(scope: Scope, field: Field, node: Scalar, text: str) -> StrEnum | None:
    choices = field.choices
    if choices is None:
        raise TypeError(field.name)
    found = value_of(choices, text)
    if found is None:
        near = _nearest_value(choices, text, scope.language)
        code = "not-a-choice-near" if near else "not-a-choice"
        mend = scope.instead(node, text, near) if near else None
        scope.report(
            code, node, field.name, Severity.ERROR, mend, found=text[:60], near=near, choices=choices.__name__
        )
    return found


def _nearest_value(choices: type[StrEnum], text: str, language: str) -> str:
    """Return the word that we write for the value whose name is most like a text, or ``""``."""
    words, wanted = values_by_word(choices), plain_word(text)
    first = max((word for word in words if wanted.startswith(f"{word}-")), key=len, default="")
    found = words.get(first or nearest(wanted, words))
    return value_word(found, language) if found is not None else ""


def _day(scope: Scope, field: Field, node: Scalar, text: str) -> date | None:
    try:
        day = read_day(text)
    except MomentError as error:
        report_moment(scope, error, node, field.name)
        return None
    tell_reading(scope, text, day, node, field.name)
    return day


def _moment(scope: Scope, field: Field, node: Scalar, text: str) -> Moment | None:
    try:
        moment = read_moment(text)
    except MomentError as error:
        report_moment(scope, error, node, field.name)
        return None
    tell_reading(scope, text, moment, node, field.name)
    return moment


def _time(scope: Scope, field: Field, node: Scalar, text: str) -> time | None:
    try:
        return read_time(text)
    except MomentError as error:
        report_moment(scope, error, node, field.name)
        return None


def _url(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    url = web_address(text)
    if url is None or len(url) > field.maximum:
        found = links_in(text)
        mend = scope.instead(node, text, found[0].url) if len(found) == 1 else None
        code = "mail-for-link" if is_mail_address(text) else "not-a-web-address"
        scope.report(code, node, field.name, Severity.ERROR, mend, found=text[:60])
        return None
    check_personal(scope, field.name, node, text)
    return url


def _email(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    if not _EMAIL.match(text) or len(text) > 200:
        scope.report("not-an-email", node, field.name, found=text[:60])
        return None
    return text


def _phone(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    if not _PHONE.match(text):
        scope.report("not-a-phone", node, field.name, found=text[:60])
        return None
    return text


def _identifier(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    if not _IDENTIFIER.match(text) or len(text) > (field.maximum or 80):
        is_word = re.fullmatch(r"[^/]*[^\W_][^/]*", text)
        mend = scope.instead(node, text, plain_word(text.removesuffix(".txt"))) if is_word else None
        scope.report("not-an-identifier", node, field.name, Severity.ERROR, mend, found=text[:60])
        return None
    return text


def _file(scope: Scope, field: Field, node: Scalar, text: str) -> str | None:
    return picture_named(scope, node, field.name, text)


def _coordinates(scope: Scope, field: Field, node: Scalar, text: str) -> Coordinates | None:
    match = re.fullmatch(r"(-?\d{1,2}(?:\.\d{1,8})?)[,;\s]\s*(-?\d{1,3}(?:\.\d{1,8})?)", text)
    if match is None or not (-90 <= float(match[1]) <= 90 and -180 <= float(match[2]) <= 180):
        scope.report("not-coordinates", node, field.name, found=text[:60])
        return None
    return Coordinates(latitude=float(match[1]), longitude=float(match[2]))


def _period(scope: Scope, field: Field, node: Scalar, text: str) -> Period | None:
    """``1.3.–7.3.2027``, ``10/2017-12/2018``, ``2017-06-01 – `` ... or one day."""
    ends = re.split(r"\s*(?:–|—|\.\.)\s*|\s+-\s+", text)
    if len(ends) == 1 and re.fullmatch(r"\S+[^\d]-\S+|\d{1,2}/\d{4}-\d{1,2}/\d{4}|\d{4}-\d{4}", text):
        ends = text.split("-")
    if len(ends) > 2:
        scope.report("not-a-period", node, field.name, found=text[:60])
        return None
    try:
        last = _period_end(ends[-1], last=True)
        first = _period_end(ends[0], last=False, year=last.year if last else None) if len(ends) == 2 else None
    except MomentError as error:
        report_moment(scope, error, node, field.name)
        return None
    if len(ends) == 1 and last is not None:
        first = _period_end(ends[0], last=False)
    if first and last and last < first:
        scope.report("ends-before-start", node, field.name, starts=first.isoformat(), ends=last.isoformat())
        return None
    return Period(starts=first, ends=last)


def _period_end(text: str, *, last: bool, year: int | None = None) -> date | None:
    words = text.strip()
    if not words:
        return None
    if re.fullmatch(r"\d{4}", words):
        return date(int(words), 12, 31) if last else date(int(words), 1, 1)
    if match := re.fullmatch(r"(\d{1,2})/(\d{4})", words):
        month, number = int(match[1]), int(match[2])
        if 1 <= month <= 12:
            following = datetime(number + month // 12, month % 12 + 1, 1)
            return date.fromordinal(following.toordinal() - 1) if last else date(number, month, 1)
    if year is not None and re.fullmatch(r"\d{1,2}\.\s?\d{1,2}\.", words):
        words += str(year)
    return read_day(words)


CONVERTERS: Final[Mapping[Shape, Converter]] = {
    Shape.BOOLEAN: _boolean,
    Shape.CHOICE: _choice,
    Shape.COORDINATES: _coordinates,
    Shape.COVERS: covers_value,
    Shape.DAY: _day,
    Shape.DEADLINE: deadline_value,
    Shape.EMAIL: _email,
    Shape.FILE: _file,
    Shape.IDENTIFIER: _identifier,
    Shape.INTEGER: _integer,
    Shape.LINE: _one_line,
    Shape.MOMENT: _moment,
    Shape.MONEY: _money,
    Shape.PERIOD: _period,
    Shape.PHONE: _phone,
    Shape.PROSE: _words,
    Shape.REFERENCE: reference,
    Shape.TEXT: _one_line,
    Shape.TIME: _time,
    Shape.URL: _url,
    Shape.WEEKDAYS: weekdays_value,
}


def check_contact_address(scope: Scope, node: Scalar, email: str, *, consent: bool) -> None:
    """Report an address that names a person who has not agreed."""
    if not consent and looks_personal(email):
        scope.report("personal-address", node, "email", found=email[:60])
