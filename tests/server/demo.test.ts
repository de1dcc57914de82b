/** The demo class: made by the product's own use cases, found again by the board, and never beside real people. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { kindFacts } from "@/content/_generated/kindFacts";
import { kinds } from "@/content/_generated/kinds";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { inlineGrader } from "@/lib/server/grading/inline";
import { readGrades } from "@/lib/server/grades/read";
import { foundOf } from "../../scripts/demo/found";
import { heldNow } from "../../scripts/demo/held";
import { playablesUnder } from "../../scripts/demo/playables";
import { WORKS } from "../../scripts/demo/plan";
import { hasDemo, realUsers } from "../../scripts/demo/refuse";
import { demoClass } from "../../scripts/demo/run";
import { signedIn } from "./setup/client";
import { eachDatabase } from "./setup/database";

vi.mock("@/app/api/services", () => import("./setup/content"));

const services = { catalog: { kinds: kindFacts, topics, questions }, grader: inlineGrader(kinds) };
const now = Date.UTC(2026, 10, 26, 12);

eachDatabase("the demo class", (open) => {
  it("is a class with work on it, whose planted ideas the board finds", { timeout: 300_000 }, async () => {
    expect([await realUsers(open()), await hasDemo(open())]).toEqual([0, false]);
    const playables = await playablesUnder(join(process.cwd(), "content/topics"));
    const works = WORKS.filter(({ opens }) => [7, 10, 17].includes(opens));
    const made = await demoClass({ services, database: open(), playables, students: 12, seed: "test", now, password: "a demo", works });
    expect([await realUsers(open()), await hasDemo(open())]).toEqual([0, true]);

    const held = await heldNow(services.catalog, made, now);
    const found = foundOf(made.students, held.said, held.couldBeSeen);
    expect(found.planted).toBeGreaterThan(1);
    // A small class at a few works; of the whole one `npm run seed:demo` prints both.
    expect(found.precision).toBeGreaterThanOrEqual(0.7);
    expect(found.recall).toBeGreaterThanOrEqual(0.7);

    const { students, assignments } = await readGrades(made.instructor, made.cohort, now);
    expect([students.length, assignments.length]).toEqual([12, works.length]);
    const shares = students.flatMap(({ cells }) => cells.map(({ now: share }) => share));
    expect(shares.some((share) => share !== null && share > 0.9)).toBe(true);
    expect(shares.some((share) => share !== null && share < 0.5)).toBe(true);
  });

  it("is refused where somebody real is: an account, or a guest who did something", async () => {
    await signedIn(open());
    expect(await realUsers(open()), "a guest who did nothing yet is nobody").toBe(0);
    const { id } = await signedIn(open(), { guest: false });
    expect(await realUsers(open())).toBe(1);
    await open().client.user.delete({ where: { id } });
  });
});

it("is made by a command that starts outside of Next", { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/seed-demo.ts", "--students", "0"], {
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([2, "--students: a whole number from 1 to 80\n"]);
});
