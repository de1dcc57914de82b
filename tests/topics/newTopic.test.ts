import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generate, scan } from "../../scripts/gen";
import { writeGolden, writeQuestionsGolden } from "../../scripts/golden";
import { newTopic } from "../../scripts/new-topic";

/** A copy of the tree in which a topic can be made without touching the real one. */
let copy = "";
const here = process.cwd();

beforeAll(() => {
  copy = realpathSync(mkdtempSync(join(tmpdir(), "boxup-topic-")));
  for (const part of ["content", "lib/engine", "lib/challenges", "lib/questions", "lib/ui", "lib/words", "tests/topics", "tests/contract"])
    cpSync(join(here, part), join(copy, part), { recursive: true });
  for (const file of ["vitest.config.ts", "tsconfig.json", "package.json", "tests/empty.ts"]) cpSync(join(here, file), join(copy, file));
  const names = "app/[locale]/learn/[topic]/parts/names.ts";
  cpSync(join(here, names), join(copy, names));
  mkdirSync(join(copy, "scripts"));
  for (const file of ["gen.ts", "lesson-minutes.ts"]) cpSync(join(here, "scripts", file), join(copy, "scripts", file));
  symlinkSync(join(here, "node_modules"), join(copy, "node_modules"), "dir");
  // The copy must not test itself again.
  rmSync(join(copy, "tests/topics/newTopic.test.ts"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("npm run new:topic", () => {
  it("makes a folder that passes the whole contract as it stands", async () => {
    newTopic(copy, "made-up-topic", "made-up-kind");
    const { files, problems } = await generate(copy);
    expect(problems).toEqual([]);
    await writeGolden(join(copy, "content/topics/made-up-topic/challenges/made-up-kind"));
    await writeQuestionsGolden(join(copy, "content/topics/made-up-topic"));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(copy, "content/_generated", name), text);
    const run = spawnSync(
      process.execPath,
      [
        join(here, "node_modules/vitest/vitest.mjs"),
        "run",
        "--project",
        "unit",
        "tests/topics",
        "content/topics/made-up-topic",
        "-t",
        "made-up",
      ],
      {
        cwd: copy,
        encoding: "utf8",
        env: { ...process.env, NO_COLOR: "1" },
      },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toMatch(/\d+ passed/);
  });

  it("collects a topic's tasks for the worker, loaded on demand, and types its simulation by them", async () => {
    newTopic(copy, "asking-topic", "asking-kind");
    newTopic(copy, "silent-topic", "silent-kind");
    writeFileSync(join(copy, "content/topics/asking-topic/tasks.ts"), "export const tasks = {};\n");
    const { files } = await generate(copy);
    expect(files["tasks.ts"]).toContain('"asking-topic": () => import("@/content/topics/asking-topic/tasks"),');
    expect(files["tasks.ts"]).not.toContain("silent-topic");
    expect(files["tasks.ts"]).not.toMatch(/^import (?!type )/m);
    expect(files["simulations.ts"]).toContain(
      'simulationOf<typeof import("@/content/topics/asking-topic/tasks").tasks>("asking-topic", Simulation)',
    );
    expect(files["simulations.ts"]).toContain('simulationOf<NoTasks>("silent-topic", Simulation)');
    for (const id of ["asking-topic", "silent-topic"]) rmSync(join(copy, "content/topics", id), { recursive: true });
  });

  it("refuses a name that is no slug, and an id that exists", () => {
    expect(() => newTopic(copy, "Not A Slug", "kind")).toThrow("kebab-case");
    expect(() => newTopic(copy, "iou", "another-kind")).toThrow("never reused");
  });

  it("is told apart from a folder that lacks a half, by the file's name", () => {
    newTopic(copy, "half-a-topic", "half-a-kind");
    rmSync(join(copy, "content/topics/half-a-topic/lesson.ko.mdx"));
    rmSync(join(copy, "content/topics/half-a-topic/challenges/half-a-kind/Replay.tsx"));
    expect(scan(copy).problems).toEqual([
      "content/topics/half-a-topic/lesson.ko.mdx is missing",
      "content/topics/half-a-topic/challenges/half-a-kind/Replay.tsx is missing",
    ]);
  });
});
