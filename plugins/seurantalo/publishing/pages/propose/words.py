"""What the script of a form says: sentences with their blanks, which it fills in."""

from __future__ import annotations

from typing import Any

from seurantalo.language.catalogue import Language


def words_of_form(lang: Language) -> dict[str, Any]:
    """Return the sentences by the names that the browser modules know.

    >>> words_of_form(lang)["missing"]
    'Täytä kohta ”{what}”.'
    """
    say = lang.say
    return {**_of_names(lang), **_of_faults(lang), **_of_sending(lang)} | {
        "channels": _of_channels(lang),
        "nextDay": say("Ends on the next day."),
        "dates": say("The dates: {days}, {n} in all"),
        "datesLater": say("The check looks at these dates later."),
        "lost": say("What else is on could not be fetched. It is checked later."),
        "clear": say("Nothing else is known on {day}."),
        "others": say("And {n} more."),
        "ask": say("Whom to ask: {who}"),
        "free": say("The nearest free days:"),
        "guessed": say("This was guessed. Look at it once more."),
        "pasteDone": say("The form is filled in. Look through it."),
        "pasteMissing": say("The form is filled in. Still missing: {what}"),
        "draft": say("What you had written is here again."),
        "clear_form": say("Clear the form"),
        "noSource": say(
            "Not found. Open the event’s page: over a year after it, it is changed there with “Edit the file”."
        ),
        "noAnswer": say("The event could not be fetched. Check your connection and load the page again."),
        "noTarget": say("Open the page that you want to comment on, and press “Write a comment” there."),
        "comment": say("A comment on the page “{title}”"),
        "answer": say("An answer to a comment on the page “{title}”"),
        "unchanged": say("Nothing has been changed yet."),
        "linked": say("This proposal came by a link. It is checked against today’s calendar."),
        "sender": say("From: {who}."),
        "note": say("Message: {note}"),
        "cut": say("The link is broken: a part of it is missing. Ask for it once more."),
        "old": say("This browser is too old to open the link. Open it with a newer browser."),
        "unknown": say("There is no proposal in this link."),
        "pictureNote": say("A picture comes apart from this: {name} ({alt})."),
    }


def _of_channels(lang: Language) -> dict[str, str]:
    say = lang.say
    return {
        "one": say("1 channel"),
        "many": say("{n} channels"),
        "nowhere": say("not announced anywhere"),
        "due": say("by {when}"),
        "late": say("too late for it now"),
        "meetings": say("takes no meetings"),
        "weekly": say("takes no weekly groups"),
    }


def _of_names(lang: Language) -> dict[str, str]:
    say = lang.say
    return {
        "near": say("Is it one of these?"),
        "unknown_name": say("“{name}” is not on the site yet."),
        "add": say("Add a new one: {name}"),
    }


def _of_faults(lang: Language) -> dict[str, str]:
    say = lang.say
    return {
        "faultTitle": say("Error: {title}"),
        "missing": say("Fill in “{what}”."),
        "noDay": say("Choose the day."),
        "noTime": say("Write when it starts, or leave the end out."),
        "ofDates": say("The event has several dates. Correct the right one in the list of them."),
        "endsEarly": say("The end is before the start. Correct one of them."),
        "noHold": say("Say until what day the date is reserved."),
        "noPlace": say("Choose the municipality, or name a place."),
        "noAlt": say("Say in words what is in the picture."),
        "notDays": say("Write the days like this: 3.2.2027, 10.2.2027"),
        "notFirst": say("The first day is not one of these days. Choose another first day, or other days."),
        "tooShort": say("The last day is before the first one. Correct one of them."),
        "wrong_number": say("Write a number, with digits only."),
        "wrong_email": say("Write the whole e-mail address, with @ in it."),
        "wrong_url": say("Write the whole web address: https://…"),
        "personal_person": say("This looks like a personal identity code. Leave it out: the page is public."),
        "personal_name": say("This looks like a person’s name. Write the role instead: the page is public."),
        "personal_phone": say("This looks like a phone number. It belongs to the contact, and there to a role."),
        "personal_mail": say("This looks like an e-mail address. It belongs to the contact, and there to a role."),
    }


def _of_sending(lang: Language) -> dict[str, str]:
    say = lang.say
    return {
        "mailed": say("Your mail program opens: send the message there. If nothing opened, send the link to {to}."),
        "longMail": say("The proposal is long, so the link was copied: paste it into a message to {to}."),
        "attach": say("The picture is attached."),
        "copyLink": say("Copy the link"),
        "copied": say("The link is copied. Paste it into a message."),
        "copiedText": say("The text is copied."),
        "copyThis": say("Copy this:"),
        "shared": say("The proposal was given to the app that you chose."),
        "downloaded": say("The file was saved on your device. Its place among the files is {paths}"),
        "problems": say("The proposal was not taken yet:"),
        "taken": say("The proposal has been received."),
        "failed": say("That did not work now. Nothing is lost: try again, or choose another way."),
        "forgeFile": say(
            "{forge} opens in a new tab with the file. Press “Commit changes” and “Propose changes” there."
        ),
        "forgeFiles": say("Open each file in {forge}, the first one first, and add it there:"),
        "forgeChange": say("{forge} opens in a new tab with the change filled in. Press “Create” there."),
        "copyFirst": say("The text is too long for the address. Copy it first"),
        "signIn": say("Sign in to {forge} first."),
        "replySubject": say("Your proposal: {title}"),
        "replyLine": say("Thank you for the proposal. Here is what we found:"),
        "replied": say("Your mail program opens with the answer to {to}."),
    }
