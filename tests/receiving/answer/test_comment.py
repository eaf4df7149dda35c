"""The comment as GitHub shows it: whatever people have written, it is words in code, in any place of an answer."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import cmarkgfm
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.examples import examples

from seurantalo.language import LANGUAGES, language
from seurantalo.language.problem_texts import PROBLEM_TEXTS
from seurantalo.model.problem import Severity
from seurantalo.model.record import Kind
from seurantalo.planner.clashes import Level
from seurantalo.receiving.answer.answer import Akin, Answer, Asked, Clash, Found, News, Seen, Side, Unread
from seurantalo.receiving.answer.changed import Reason
from seurantalo.receiving.answer.comment import MARKER, Around, comment
from seurantalo.receiving.answer.packed import LONGEST_LIST, MOST_BYTES, AnswerError, packed, unpacked
from seurantalo.receiving.answer.quoting import clean, fenced, mark, plain, quoted, said
from seurantalo.receiving.answer.spoken import OUR_WORDS, clash_said, problem_said

HEAD = "a" * 40
#: Pieces that mean something to Markdown, HTML, GitHub, a log or an eye.
PIECES = [
    *("`", "``", "```", "~~~", "*", "_", "[x](https://paha.example)", "![x](x.png)", "<b>", "<!--", "-->", MARKER),
    *(
        "@kaikki",
        "#12",
        "GH-3",
        "https://paha.example",
        "www.paha.example",
        "a@paha.example",
        "\\",
        "|",
        "&amp;",
        "$x$",
    ),
    *("\n", "\r\n", "\n\n", "\n# ", "\n- ", "\n    ", "\n```\n", "\t", "\0", "\x1b[2J", "\u202e", "\u2066", "\u200f"),
    *(
        "\u2028",
        "\ue000",
        "\ue001",
        "”",
        "“",
        '"',
        "::error::",
        "##[error]",
        "Kesä",
        "juhla",
        " ",
        "{found}",
        "{",
        "}",
    ),
    *("👨\u200d👩", "e\u0301", "\U000e0041", "$&", "%0A"),
]
words = st.lists(st.sampled_from(PIECES) | st.characters(exclude_categories=["Cs"]), max_size=12).map("".join)
facts = st.lists(words, max_size=3).map(tuple)


class Shown(HTMLParser):
    """What a reader is shown: tags, links, and the text outside and inside of code."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.comments: list[str] = []
        self.outside: list[str] = []
        self.codes: list[str] = []
        self._inside = 0
        self.feed(cmarkgfm.github_flavored_markdown_to_html(text, cmarkgfm.cmark.Options.CMARK_OPT_UNSAFE))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag == "code":
            self._inside += 1
            self.codes.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside -= tag == "code"

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.codes[-1] += data
        else:
            self.outside.append(data)


def harmless(body: str) -> Shown:
    shown = Shown(body)
    assert shown.tags <= {"h2", "h3", "p", "ul", "li", "strong", "code", "pre", "a"}
    # Sentences of ours may name an address as an example; whatever people wrote has "paha" in it.
    assert not any("paha" in link for link in shown.links)
    assert shown.comments == [" seurantalo:vastaus "]
    text = "".join(shown.outside)
    assert not re.search(r"@kaikki|#12|GH-3|paha", text)
    assert body.startswith(f"{MARKER}\n")
    return shown


@given(text=words)
@examples(300)
def test_a_quotation_is_one_piece_of_code_that_says_what_was_written(text: str) -> None:
    shown = Shown(f"Ennen {quoted(text, 10_000)} jälkeen.")
    assert shown.tags == {"p", "code"}
    assert shown.codes == [clean(text) or " "]
    assert "".join(shown.outside).strip() == "Ennen  jälkeen."


@given(text=words)
@examples(100)
def test_a_quotation_is_at_most_so_long(text: str) -> None:
    (code,) = Shown(quoted(text * 40)).codes or [""]
    assert len(code) <= 120


@given(text=words)
@examples(200)
def test_lines_to_copy_are_one_block(text: str) -> None:
    lines = fenced(text, "yaml")
    shown = Shown("\n".join(["Ennen", "", *lines, "", "jälkeen"]))
    assert shown.tags == {"p", "pre", "code"}
    assert len(shown.codes) == 1
    assert "".join(shown.outside).split() == ["Ennen", "jälkeen"]


@given(text=words, before=st.sampled_from(["", "”", "“", "("]), after=st.sampled_from(["", "”", ")", "n"]))
@examples(200)
def test_marked_words_in_a_sentence_are_code_and_the_rest_is_text(text: str, before: str, after: str) -> None:
    shown = Shown(said(f"Siis {before}{mark(text)}{after} on <tässä>."))
    # A bare number is text, as it would be without a mark.
    assert shown.codes == ([] if re.fullmatch("[0-9]{1,9}", text) else Shown(quoted(text)).codes)
    assert shown.tags <= {"p", "code"}
    assert "<tässä>" in "".join(shown.outside)


def test_words_of_ours_are_text() -> None:
    assert "".join(Shown(plain("a *b* _c_ [d](e) <f> `g` @h #1 ~~i~~")).outside).strip() == (
        "a *b* _c_ [d](e) <f> `g` @h #1 ~~i~~"
    )


codes = st.sampled_from(sorted(PROBLEM_TEXTS))
BLANKS = {
    code: sorted({name for text in texts for name in re.findall(r"{(\w+)}", text)})
    for code, texts in PROBLEM_TEXTS.items()
}
#: Values that problems look up, and must be what they are.
KNOWN = {"kind": "event", "choices": "Format", "weekday": "3", "meant": "3", "fields": "title, starts"}


@st.composite
def found(draw: st.DrawFn) -> Found:
    code = draw(codes)
    names = [name for name in BLANKS[code] if name not in ("field", "folder")]
    if "folder" in BLANKS[code]:
        names = sorted({*names, "kind"})
    return Found(
        code=code,
        severity=draw(st.sampled_from(list(Severity))),
        path=draw(words),
        line=draw(st.integers(0, 99)),
        field=draw(words),
        values=tuple((name, KNOWN.get(name) or draw(words)) for name in names),
        quote=draw(words),
        mend=draw(words),
        mend_first=draw(st.integers(0, 9)),
        mend_last=draw(st.integers(0, 9)),
        mend_path=draw(words),
    )


sides = st.builds(Side, id=st.sampled_from("abc"), title=words)
CLASH_FACTS = ("municipality", "place", "room", "organiser", "audience", "practice", "locative", "break", "muu")


@st.composite
def clashes(draw: st.DrawFn) -> Clash:
    told = [(name, draw(words)) for name in CLASH_FACTS if draw(st.booleans())]
    days = [("day", "2027-06-12"), ("other_day", "2027-06-13"), ("count", "4"), ("span", "day")]
    return Clash(
        rule=draw(st.sampled_from([*sorted(OUR_WORDS), "oma"])),
        level=draw(st.sampled_from(list(Level))),
        event=draw(sides),
        other=draw(sides),
        dates=("2027-06-12",),
        municipality=draw(words),
        facts=(*told, *days),
        asked=tuple(draw(st.lists(st.builds(Asked, name=words, role=words, address=words), max_size=2))),
        free=("2027-06-14", "2027-06-15"),
    )


answers = st.builds(
    Answer,
    number=st.just(7),
    commit=st.just(HEAD),
    looked_at=st.integers(0, 5),
    errors=st.integers(0, 5),
    seen=st.lists(
        st.builds(Seen, news=st.sampled_from(News), kind=st.sampled_from(Kind), path=words, title=words, facts=facts),
        max_size=3,
    ).map(tuple),
    found=st.lists(found(), max_size=4).map(tuple),
    added=st.lists(clashes(), max_size=3).map(tuple),
    removed=st.lists(clashes(), max_size=2).map(tuple),
    akin=st.lists(st.builds(Akin, of=words, title=words, address=st.just("kaytannot/x/")), max_size=2).map(tuple),
    unread=st.lists(st.builds(Unread, path=words, reason=st.sampled_from(Reason)), max_size=3).map(tuple),
    meanwhile=facts,
    form=st.just("e1.abc_-.wxyz"),
    form_page=st.just("ehdota/tapahtuma/"),
)


@given(answer=answers, code=st.sampled_from(LANGUAGES))
@examples(60)
def test_any_answer_comes_whole_and_is_harmless(answer: Answer, code: str) -> None:
    handed = packed(answer).encode()
    assert len(handed) <= MOST_BYTES
    there = unpacked(handed)
    around = Around(
        lang=language(code), site="https://koe.example/", edit=lambda _: "https://github.com/martta/x/edit/p/x"
    )
    body = comment(there, around)
    assert body == comment(answer, around) or any("\ud800" <= sign <= "\udfff" for sign in str(answer))
    harmless(body)


@pytest.mark.parametrize("code", sorted(PROBLEM_TEXTS))
def test_every_problem_is_said_in_the_same_words_as_elsewhere(code: str) -> None:
    lang = language("fi")
    names = [name for name in BLANKS[code] if name not in ("field", "folder")]
    values = tuple((name, KNOWN.get(name, "Kesä")) for name in sorted({*names, "kind"}))
    spoken = problem_said(Found(code=code, severity=Severity.ERROR, path="a", line=1, values=values), lang)
    for text, shown in zip(PROBLEM_TEXTS[code], (spoken.message, spoken.hint), strict=True):
        whole = re.split(r"[”“]?(?<!{){\w+}(?!})[”“]?", lang.say(text))
        pieces = [piece.replace("{{", "{").replace("}}", "}") for piece in whole if len(piece) > 3]
        plainly = html.unescape(re.sub(r"\\(.)", r"\1", shown))
        assert all(piece.strip(" ”“") in plainly for piece in pieces), (pieces, plainly)


@pytest.mark.parametrize("name", ["seen", "found", "added", "unread", "meanwhile"])
def test_what_there_is_no_room_for_is_counted(name: str) -> None:
    long = "ö" * 3_000
    side = Side(id="a", title=long)
    lists: dict[str, tuple[Any, ...]] = {
        "seen": tuple(Seen(news=News.NEW, kind=Kind.EVENT, path=long, title=long, facts=(long,)) for _ in range(400)),
        "found": tuple(Found(code="field-missing", severity=Severity.ERROR, path=long, line=n) for n in range(400)),
        "added": tuple(Clash(rule="venue", level=Level.HARD, event=side, other=side) for _ in range(400)),
        "unread": tuple(Unread(path=long, reason=Reason.PLACE) for _ in range(400)),
        "meanwhile": (long,) * 400,
    }
    answer = replace(Answer(number=7, commit=HEAD, errors=400, looked_at=400), **{name: lists[name]})  # type: ignore[arg-type]
    there = unpacked(packed(answer).encode())
    kept = len(getattr(there, name))
    assert kept <= LONGEST_LIST
    assert dict(there.left_out) == {name: 400 - kept}
    body = comment(there, Around(lang=language("fi"), site="https://koe.example/"))
    assert len(body) < 60_000


def test_a_clash_of_a_rule_that_is_not_known_is_said_plainly() -> None:
    clash = Clash(rule="oma", level=Level.SOFT, event=Side(id="a", title="A"), other=Side(id="b", title="B"))
    assert clash_said(clash, language("fi")).message == "`A` ja `B`, ."


@pytest.mark.parametrize("values", [(("kind", "muu"),), (("choices", "os"),), (("weekday", "9"),), ()])
def test_values_that_are_not_those_of_a_problem_are_refused(values: tuple[tuple[str, str], ...]) -> None:
    wrong = Found(code="missing-target", severity=Severity.ERROR, path="a", line=1, values=values)
    with pytest.raises(AnswerError):
        problem_said(wrong, language("fi"))


def test_the_json_has_no_sign_that_a_log_would_obey() -> None:
    answer = Answer(number=7, commit=HEAD, meanwhile=("\u202e\x1b[2J\n::error::",))
    text = packed(answer)
    assert text.isascii()
    assert json.loads(text)["meanwhile"] == list(answer.meanwhile)
