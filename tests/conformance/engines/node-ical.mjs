// @ts-check
// node-ical, the library of MagicMirror, Node-RED, Homey and many websites.
import ical from "node-ical";

import { answer, said } from "./protocol.mjs";

/** The words of a value, which has its parameters beside it where there are any. @param {any} value */
function words(value) {
  return String((value && typeof value === "object" && "val" in value ? value.val : value) ?? "");
}

/** A whole day in the zone that the library laid it in. @param {Date & {tz?: string}} day */
function wholeDay(day) {
  const zone = day.tz && day.tz !== "Etc/Unknown" ? day.tz : undefined;
  // The Swedish form of a date is that of ISO 8601.
  return new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format(day).replaceAll("-", "");
}

answer((text, opens, closes, seen) => {
  for (const event of Object.values(ical.sync.parseICS(text))) {
    if (event?.type !== "VEVENT") {
      continue;
    }
    // Exceptions hang below their series, each under several keys.
    const components = [event, ...new Set(Object.values(event.recurrences ?? {}))];
    seen.components += components.length;
    for (const each of components) {
      seen.texts.push([each.uid, words(each.summary), words(each.description), words(each.location)]);
    }
    for (const each of ical.expandRecurringEvent(event, { from: opens, to: closes })) {
      const moment = each.isFullDay ? wholeDay : said;
      seen.occurrences.push([event.uid, moment(each.start), moment(each.end), words(each.event?.status)]);
    }
  }
});
