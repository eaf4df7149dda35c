// @ts-check
// ts-ics, a parser for web applications: it reads a file and carries rules out; exceptions are the application's own.
import { convertIcsCalendar, extendByRecurrenceRule, getEventEnd } from "ts-ics";

import { answer, said } from "./protocol.mjs";

/** @param {Date} instant @param {{type?: string}} start */
function moment(instant, start) {
  return start.type === "DATE" ? said(instant).slice(0, 8) : said(instant);
}

answer((text, opens, closes, seen) => {
  const events = convertIcsCalendar(undefined, text).events ?? [];
  /** @type {Map<string, any>} */
  const exceptions = new Map();
  for (const event of events) {
    seen.components += 1;
    seen.texts.push([event.uid, event.summary ?? "", event.description ?? "", event.location ?? ""]);
    if (event.recurrenceId) {
      exceptions.set(`${event.uid} ${event.recurrenceId.value.date.getTime()}`, event);
    }
  }
  for (const event of events) {
    const { uid, start, status, recurrenceRule, recurrenceId } = event;
    if (recurrenceId) {
      continue;
    }
    const length = getEventEnd(event).getTime() - start.date.getTime();
    const dates = recurrenceRule
      ? extendByRecurrenceRule(recurrenceRule, {
          start: start.date,
          end: closes,
          exceptions: event.exceptionDates?.map(({ date }) => date),
        })
      : [start.date];
    for (const date of dates) {
      const exception = exceptions.get(`${uid} ${date.getTime()}`);
      const shown = exception ?? event;
      const begins = exception ? exception.start.date : date;
      const ends = exception ? getEventEnd(exception) : new Date(date.getTime() + length);
      if (ends > opens && begins < closes) {
        seen.occurrences.push([uid, moment(begins, shown.start), moment(ends, shown.start), shown.status ?? status ?? ""]);
      }
    }
  }
});
