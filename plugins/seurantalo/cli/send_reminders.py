"""Letters that ask whether a contact is still right go out: one to each address, to roles and never to examples.

A person starts it, once a year. No ledger is kept of it: letters of one day have the same Message-ID, and who has
answered has a new day in the file.
"""

from __future__ import annotations

import os
from datetime import datetime
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

from seurantalo.cli.command import ExitCode
from seurantalo.cli.printing import say
from seurantalo.cli.send_keys import keys_in
from seurantalo.model.channel import Sender
from seurantalo.project import Project
from seurantalo.publishing import Parts
from seurantalo.publishing.contact_reminders import Letters, Reminder
from seurantalo.sending.keys import Keys, MissingKeysError
from seurantalo.sending.mail import Mail, address_of
from seurantalo.sending.outcome import NotSentError, SendingError
from seurantalo.sending.smtp import Account, deliver

#: Who keeps the keys: SEURANTALO_REMINDERS_SMTP, else SEURANTALO_EMAIL_SMTP.
_OWNER: Final = "reminders"


def send_reminders(project: Project, parts: Parts, now: datetime, *, is_dry: bool) -> ExitCode:
    """Send every reminder, or show them; one that fails stops no other."""
    lang = project.lang
    letters = Letters(parts.site, lang, project.today).reminders(parts.community, parts.calendar.of_event)
    wanted = [one for one in letters if not one.invented]
    keys = Keys.named(_OWNER, Sender.EMAIL, keys_in(os.environ))
    if not wanted:
        say(lang.say("Every contact has been checked within a year."))
        return ExitCode.CLEAN
    try:
        keys = keys.rehearsed(("SMTP", "FROM")) if is_dry else keys
        account = Account.of(keys)
        mails = [_mail(one, parts, keys["FROM"], now, lang.code) for one in wanted]
    except MissingKeysError as error:
        say(lang.say("Not set: {names}.", names=lang.listed(error.names)))
        return ExitCode.ERRORS
    except NotSentError as error:
        say(error.reason.in_words(lang))
        return ExitCode.ERRORS
    failed = 0
    for mail in mails:
        if is_dry:
            say(keys.hide(mail.octets.decode("ascii").replace("\r\n", "\n")))
            continue
        try:
            deliver(mail.octets, mail.sender_address, mail.recipient, account)
        except SendingError as error:
            failed += 1
            say(f"{mail.recipient}: {error.reason.in_words(lang)}")
    if not is_dry:
        sent = len(mails) - failed
        say(lang.count("Sent: {n} letter.", "Sent: {n} letters.", sent))
    return ExitCode.ERRORS if failed else ExitCode.CLEAN


def _mail(one: Reminder, parts: Parts, sender: str, now: datetime, lang: str) -> Mail:
    host = urlsplit(parts.site.url).hostname or address_of(sender).domain
    name = sha256(one.address.encode()).hexdigest()[:16]
    return Mail(
        sender=sender,
        recipient=one.address,
        subject=one.subject,
        message_id=f"<contact.{name}.{now:%Y-%m-%d}@{host}>",
        date=now,
        language=lang,
        text=one.body,
        html="",
    )
