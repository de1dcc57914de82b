/**
 * npm run seed:demo                a class of 60 with six weeks of work, on the database that the server uses
 * npm run seed:demo -- --students 30 --seed b
 * Refuses where real people are in the database. With the embedded database the server must be stopped.
 */
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { kindFacts } from "@/content/_generated/kindFacts";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { adoptDatabase } from "@/lib/server/database";
import { openDatabase } from "@/lib/server/database/open";
import { closeGradingPool, threadedGrader } from "@/lib/server/grading/pool";
import { foundOf } from "./demo/found";
import { heldNow } from "./demo/held";
import { playablesUnder } from "./demo/playables";
import { DEMO_DOMAIN } from "./demo/people";
import { hasDemo, realUsers } from "./demo/refuse";
import { demoClass } from "./demo/run";

const percent = (share: number | null): string => (share === null ? "–" : `${(100 * share).toFixed(1)} %`);

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { students: { type: "string", default: "60" }, seed: { type: "string", default: "a" } } });
  const students = Number(values.students);
  if (!Number.isInteger(students) || students < 1 || students > 80) {
    console.error("--students: a whole number from 1 to 80");
    return 2;
  }
  if (spawnSync(process.execPath, ["scripts/build-threads.mjs", "grader"], { stdio: "inherit" }).status !== 0) return 1;
  const database = await openDatabase();
  adoptDatabase(database);
  try {
    const real = await realUsers(database);
    if (real > 0) {
      console.error(`There are ${real} real people in this database. Demo data goes into an empty one only; nothing was written.`);
      return 1;
    }
    if (await hasDemo(database)) {
      console.error("The demo class is there already. Nothing was written.");
      return 1;
    }
    const password = randomBytes(9).toString("base64url");
    const services = { catalog: { kinds: kindFacts, topics, questions }, grader: threadedGrader };
    const playables = await playablesUnder(join(process.cwd(), "content/topics"));
    const onDone = (done: number, of: number): void => void (done % 10 === 0 && process.stderr.write(`\r${done} of ${of} sittings`));
    const made = await demoClass({ services, database, playables, students, seed: values.seed, now: Date.now(), password, onDone });
    process.stderr.write("\r");
    const held = await heldNow(services.catalog, made, Date.now());
    const found = foundOf(made.students, held.said, held.couldBeSeen);
    console.log(
      `A class of ${made.students.length} with six weeks of work: sign in as instructor@${DEMO_DOMAIN} or student-1@${DEMO_DOMAIN}.`,
    );
    console.log(`Password of all of them, shown once: ${password}`);
    console.log(`Planted wrong ideas that were held at the end and could be seen at least twice: ${found.planted}.`);
    console.log(`The board says ${found.said}: precision ${percent(found.precision)}, recall ${percent(found.recall)}.`);
    return 0;
  } finally {
    await closeGradingPool();
    await database.close();
  }
}

process.exit(await main());
