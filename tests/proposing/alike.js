// What the browser says of events that are being written, for a comparison with the planner.
import { Ground } from "./clash-ground.js";
import { factsOf, judged } from "./clash-judges.js";
import { findings, freeDays, freeHalls } from "./clash-rules.js";
import { ProposeData } from "./propose-data.js";

/** Every date of each event beside every date of the others: [own start, other, its start, rule, level, facts]. */
export function pairs({ rules, names, files }, events) {
  return events.map(({ place, written }) => {
    const data = new Ground(rules, names, files, place);
    const told = [];
    for (const mine of data.written(written)) {
      for (const other of data.dates) {
        const [a, b] = mine.sheet.id < other.sheet.id ? [mine, other] : [other, mine];
        for (const [code, level] of judged(mine, other, data)) {
          told.push([mine.starts, other.sheet.id, other.starts, code, level, factsOf(code, a, b, data)]);
        }
      }
    }
    return { told, compared: data.written(written).length * data.dates.length };
  });
}

/** What is found about each event with the files that are fetched for it, where it could be, and how many bytes that took. */
export async function whole(all, events) {
  const data = new ProposeData("", async (name) => ({ ok: name in all, status: 404, json: async () => JSON.parse(all[name]) }));
  const found = [];
  for (const { written } of events) {
    const ground = await data.of(written);
    found.push({
      findings: findings(written, ground).map(({ rule, level, other, days, more, facts, words, ask, agreed }) => ({
        rule, level, other: other?.id ?? null, days, more, facts, words, ask, agreed,
      })),
      days: freeDays(written, ground),
      halls: freeHalls(written, ground).map(({ id, rooms }) => [id, ...rooms.map((room) => room.id)].join(" ")),
    });
  }
  return found;
}
