"""What stands in notices in English."""

from __future__ import annotations

from typing import Final

from seurantalo.language.notice_words import NoticeWords

ENGLISH_NOTICES: Final = NoticeWords(
    title=("what", "event", "title"),
    venue=("where", "venue", "place", "location", "address"),
    organiser=("organi[sz]ers?", "organi[sz]ed by", "hosted by", "arranged by", "who"),
    when=("when", "time", "date"),
    price=("price", "tickets?", "admission", "entry", "fee", "entrance", "cost"),
    audience=("for whom", "for"),
    organises=(r"organi[sz]\w*", r"arrang\w*", "hosted", "hosts?", "invites?", "welcomes?", "together with"),
    not_organising=(r"donat\w*", "proceeds", r"support\w*", "in aid of", r"perform\w*"),
    near=(
        "next to", "near", "opposite", "behind", r"parking\w*", "tickets?", r"regist\w*", "sign up", "bus(?:es)?",
        "in case of rain",
    ),
    registration=(r"regist\w*", "sign[- ]?up", "rsvp", r"book\w*", r"enrol\w*"),
    deadline=("by", "no later than", "before", "deadline"),
    deadline_behind=("at the latest",),
    sale=("tickets? (?:on sale|available)", "on sale", "presale", "advance tickets?"),
    published=("was", "originally", "published", "updated", "posted", "sent", "founded", "born"),
    spare=("rain date", "in case of rain", "reserve date"),
    opens=("doors", "gates"),
    beside=("coffee", "lunch", "food", "soup", "raffle", "bus(?:es)?", "café", "sauna", "meeting point"),
    begins=("starts?", "begins?", "from", "show ?time", "starting"),
    closes=("ends?", "closes?", "until", "till", r"finish\w*"),
    hours=("time", "open", "hours"),
    between=("between",),
    last_time=("last (?:time|meeting|session)", "ends"),
    regular=("s",),
    of_month=("of the month", "of every month", "of each month"),
    no_meeting=(r"no \w+", "break"),
    season=("school (?:holidays?|terms?|year)", "term[- ]?time", "(?:autumn|spring|winter|summer) (?:term|season)"),
    next_day=("next", "this", "on", "coming"),
    not_today=("next", "coming"),
    called_off=("cancell?ed", "called off"),
    days_ahead=(("today", "tonight"), ("tomorrow",), ("the day after tomorrow",)),
    feasts=(
        ("new year[’']?s day", "01-01"), ("epiphany", "01-06"), ("may day", "05-01"), ("independence day", "12-06"),
        ("christmas eve", "12-24"), ("christmas day", "12-25"), ("boxing day", "12-26"),
        ("new year[’']?s eve", "12-31"),
    ),
    greetings=(
        "(?:a warm )?welcome", "hello(?: everyone| all)?", "hi(?: all)?", "reminder", "invitation", "notice",
        "events?", "programme",
    ),
    leads=("(?:you are )?welcome to", "invitation to", "reminder", "join us for", "come to"),
    tails=("at", "in", "on", "from", "starts", "begins", "every", "is", "the", "and"),
    abbreviations=("tel", "st", "e", "g", "a", "p", "m", "approx", "no", "dr", "rev"),
    contact=(
        r"more info\w*", r"further info\w*", r"contact\w*", "questions", r"enquir\w*", "tel", "call", r"info\w*",
    ),
    call=("phone", "call", "mobile", "whatsapp", "text"),
    weekday_ends=("s?(?:-(?:night|evening|morning))?",),
)  # fmt: skip
