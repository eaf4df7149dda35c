// @ts-check
// ical.js, the library of Thunderbird and of Nextcloud Calendar.
import ICAL from "ical.js";

import { answer, said } from "./protocol.mjs";

const LONGEST_SERIES = 20_000;

/** @param {ICAL.Time} time */
function moment(time) {
  const floating = time.zone === ICAL.Timezone.localTimezone;
  if (time.isDate || floating) {
    return time.toICALString();
  }
  return said(new Date(time.toUnixTime() * 1000));
}

/** Milliseconds since 1970 of the wall time, near enough to tell what lies outside a window. @param {ICAL.Time} time */
function roughly(time) {
  return Date.UTC(time.year, time.month - 1, time.day);
}

/** @param {ICAL.Component} component @param {string} name */
function words(component, name) {
  return String(component.getFirstPropertyValue(name) ?? "");
}

ICAL.design.strict = true;

answer((text, opens, closes, seen) => {
  ICAL.TimezoneService.reset(); // what one feed says of a zone is not to be believed of the next one
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(zone);
  }
  /** @type {Map<string, ICAL.Component[]>} */
  const exceptions = new Map();
  const series = [];
  for (const event of calendar.getAllSubcomponents("vevent")) {
    const uid = words(event, "uid");
    seen.components += 1;
    seen.texts.push([uid, words(event, "summary"), words(event, "description"), words(event, "location")]);
    for (const property of event.getAllProperties()) {
      const zone = property.getFirstParameter("tzid");
      if (zone && !ICAL.TimezoneService.has(zone)) {
        seen.errors.push(`zone ${zone} is not described`);
      }
    }
    if (event.hasProperty("recurrence-id")) {
      exceptions.set(uid, [...(exceptions.get(uid) ?? []), event]);
    } else {
      series.push(event);
    }
  }
  for (const component of series) {
    const uid = words(component, "uid");
    const event = new ICAL.Event(component, { exceptions: exceptions.get(uid) ?? [], strictExceptions: true });
    if (!event.isRecurring()) {
      seen.occurrences.push([uid, moment(event.startDate), moment(event.endDate), words(component, "status")]);
      continue;
    }
    const instances = event.iterator();
    for (let count = 0; count < LONGEST_SERIES; count += 1) {
      const at = instances.next();
      if (!at || roughly(at) > closes.getTime()) {
        break;
      }
      const { startDate, endDate, item } = event.getOccurrenceDetails(at);
      if (roughly(startDate) >= opens.getTime()) {
        seen.occurrences.push([uid, moment(startDate), moment(endDate), words(item.component, "status")]);
      }
    }
  }
});
