// @ts-check
// ical-expander, with the ical.js 1 that it brings: what FullCalendar and many websites embed a calendar with.
import IcalExpander from "ical-expander";

import { answer, said } from "./protocol.mjs";

const LONGEST_SERIES = 20_000;

/** @param {any} time */
function moment(time) {
  return time.isDate ? time.toICALString() : said(time.toJSDate());
}

/** @param {any} component @param {string} name */
function words(component, name) {
  return String(component.getFirstPropertyValue(name) ?? "");
}

answer((text, opens, closes, seen) => {
  const calendar = new IcalExpander({ ics: text, maxIterations: LONGEST_SERIES });
  for (const { component } of calendar.events) {
    seen.components += 1;
    seen.texts.push([
      words(component, "uid"),
      words(component, "summary"),
      words(component, "description"),
      words(component, "location"),
    ]);
  }
  const { events, occurrences } = calendar.between(opens, closes);
  for (const { startDate, endDate, component } of events) {
    seen.occurrences.push([words(component, "uid"), moment(startDate), moment(endDate), words(component, "status")]);
  }
  for (const { startDate, endDate, item } of occurrences) {
    const status = words(item.component, "status");
    seen.occurrences.push([words(item.component, "uid"), moment(startDate), moment(endDate), status]);
  }
});
