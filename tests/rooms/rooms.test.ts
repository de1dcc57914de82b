import { ESLint, Linter } from "eslint";
import typescript from "eslint-config-next/typescript";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { importProblem, roomOf, ROOMS } from "../../scripts/rooms.mjs";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { resolveImport } from "../../scripts/resolve-import.mjs";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { rooms } from "../../scripts/eslint-rooms.mjs";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { pageThread } from "../../scripts/eslint-page-thread.mjs";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { isPageCode, valueImports, wayToNetwork } from "../../scripts/page-thread.mjs";

/** The project's own parser, so that `import type` is understood as it is there. */
const { parser } = typescript.find(({ languageOptions }) => languageOptions?.parser)?.languageOptions ?? {};

function lint(file: string, code: string, rule: "rooms" | "page-thread" = "rooms"): string[] {
  const linter = new Linter({ configType: "flat" });
  const plugins = { boxup: { rules: { rooms, "page-thread": pageThread } } };
  return linter
    .verify(code, [{ files: ["**/*.ts", "**/*.tsx"], languageOptions: { parser }, plugins, rules: { [`boxup/${rule}`]: "error" } }], {
      filename: `${process.cwd()}/${file}`,
    })
    .map((m) => m.message);
}

describe("the lint rule boxup/rooms", () => {
  it.each([
    ["lib/engine/boxes/iou.ts", 'import { useState } from "react";', "may not use the package"],
    ["lib/engine/boxes/iou.ts", 'import { scoreOf } from "@/lib/challenges/score";', "may not import from"],
    ["lib/engine/suppress/nms.ts", 'import * as tf from "@tensorflow/tfjs-core";', "may not use the package"],
    ["lib/engine/suppress/nms.ts", 'import { readFileSync } from "node:fs";', "may not use the package"],
    ["lib/challenges/seal.ts", 'import { topics } from "@/content/_generated/topics";', "may not import from"],
    ["lib/ui/components/Button.tsx", 'import { db } from "@/lib/server/db";', "may not import from"],
    ["lib/review/schedule.ts", 'export * from "../server/db";', "may not import from"],
    ["app/[locale]/page.tsx", 'import { PrismaClient } from "@prisma/client";', "only server may use"],
    ["app/[locale]/page.tsx", 'import { getServerSession } from "next-auth";', "only server may use"],
    ["content/topics/iou/topic.ts", 'import { topic } from "../nms/topic";', "may not reach into"],
    ["content/topics/iou/Simulation.tsx", 'import useSWR from "swr";', "may not use the package"],
    ["content/topics/iou/challenges/iou-draw/challenge.ts", 'import { z } from "zod";', "may not use the package"],
    ["lib/wire/play.ts", 'import * as z from "zod";', "may not use the package"],
    ["lib/notes/read.ts", 'import { readFileSync } from "node:fs";', "may not use the package"],
    ["lib/notes/slips/boxes.ts", 'import { topics } from "@/content/_generated/topics";', "may not import from"],
    ["lib/client/api/index.ts", 'const x = import("@/lib/server/db");', "may not import from"],
    // Without an ending, and to a folder: what counts is the file on disk. ScoreLadder is a .tsx, the others are folders with an index.
    [
      "content/topics/nms/challenges/nms-survivors/challenge.ts",
      'import { ScoreLadder } from "../../ScoreLadder";',
      'from the room "topic-ui"',
    ],
    ["content/topics/nms/topic.ts", 'export * from "@/content/topics/nms/ScoreLadder";', 'from the room "topic-ui"'],
    ["lib/engine/losses/smooth-l1.ts", 'import { op } from "./gpu";', 'from the room "engine-gpu"'],
    ["lib/engine/boxes/iou.ts", 'import { Stage } from "../../ui/stage";', 'from the room "ui"'],
    ["lib/ui/components/Button.tsx", 'import { api } from "@/lib/client/api";', 'from the room "client"'],
    ["lib/words/list.ts", 'import { scoreOf } from "@/lib/challenges/score";', "may not import from"],
    ["lib/words/list.ts", 'import { z } from "zod";', "may not use the package"],
    ["lib/challenges/task.ts", 'import { ZOO } from "@/lib/engine/detectors/zoo.gpu";', "may not import from"],
    ["content/topics/iou/Simulation.tsx", 'import { tasks } from "./tasks";', "may not import from"],
    ["content/topics/iou/topic.ts", 'import type { tasks } from "./tasks";', "may not import from"],
    ["content/topics/iou/tasks.ts", 'import { Stage } from "@/lib/ui/stage";', "may not import from"],
    ["content/topics/iou/tasks.ts", 'import { tasks } from "../nms/tasks";', "may not reach into"],
  ])("refuses in %s: %s", (file, code, reason) => {
    expect(lint(file, code).join()).toContain(reason);
  });

  it.each([
    ["lib/engine/suppress/nms.ts", 'import { iou } from "../boxes";'],
    ["lib/engine/boxes/pairwise.gpu.ts", 'import * as tf from "@tensorflow/tfjs-core";'],
    ["content/topics/nms/challenges/nms-survivors/challenge.ts", 'import * as z from "@/lib/challenges/schema";'],
    [
      "content/topics/nms/challenges/nms-survivors/Board.tsx",
      'import { m } from "framer-motion"; import { Stage } from "@/lib/ui/stage"; import { challenge } from "./challenge";',
    ],
    ["app/api/v1/me/route.ts", 'import { me } from "@/lib/server/accounts/me";'],
    ["lib/server/db.ts", 'import { PrismaClient } from "./prisma/client";'],
    ["lib/challenges/task.ts", 'import type { LoadedDetector } from "@/lib/engine/detectors/zoo.gpu";'],
    ["content/topics/iou/Simulation.tsx", 'import type { tasks } from "./tasks"; import { type tasks as same } from "./tasks";'],
    ["content/topics/iou/tasks.ts", 'import { gradCamGpu } from "@/lib/engine/explain/gpu"; import { measures } from "./measures";'],
  ])("allows in %s: %s", (file, code) => {
    expect(lint(file, code)).toEqual([]);
  });
});

describe("where an import leads", () => {
  const from = `${process.cwd()}/content/topics/nms/challenges/nms-survivors/challenge.ts`;

  it.each([
    ["../../ScoreLadder", "content/topics/nms/ScoreLadder.tsx"],
    ["../../particle", "content/topics/nms/particle.ts"],
    ["@/lib/ui/stage", "lib/ui/stage/index.ts"],
    ["@/lib/engine/random", "lib/engine/random.ts"],
    ["@/scripts/rooms.mjs", "scripts/rooms.mjs"],
    ["@/package.json", "package.json"],
    ["./notThereYet", "content/topics/nms/challenges/nms-survivors/notThereYet.ts"],
    ["zod", null],
  ])("%s is %s", (specifier, file) => {
    expect(resolveImport(from, specifier)).toBe(file);
  });

  it("is asked by the house's own lint, of types as well", async () => {
    const [{ messages }] = await new ESLint().lintText(
      'import { ScoreLadder } from "../../ScoreLadder";\nexport type Sent = import("@/lib/wire/api").AttemptResult;\nexport const drawn = ScoreLadder;\n',
      { filePath: from },
    );
    expect(messages.filter(({ ruleId }) => ruleId === "boxup/rooms").map(({ line }) => line)).toEqual([1, 2]);
  });
});

describe("the lint rule boxup/page-thread", () => {
  const refusal = "ask the engine worker by a task";

  it.each([
    // A twin, a plain pass, an explainer behind its index, a detector that runs, the backend itself.
    ["content/topics/guided-backprop/Simulation.tsx", 'import { guidedBackpropGpu } from "@/lib/engine/explain/gpu";'],
    ["content/topics/guided-backprop/Simulation.tsx", 'import { forward } from "@/lib/engine/nets/forward";'],
    ["content/topics/guided-backprop/Simulation.tsx", 'import { guidedBackprop } from "@/lib/engine/explain";'],
    ["content/topics/guided-backprop/Simulation.tsx", 'import { tasks } from "./tasks";'],
    ["app/[locale]/race/Race.tsx", 'import { ZOO } from "@/lib/engine/detectors/zoo.gpu";'],
    ["app/[locale]/race/useEngine.ts", 'import * as tf from "@tensorflow/tfjs-core";'],
    ["lib/ui/heat/HeatPicture.tsx", 'import { backward } from "@/lib/engine/nets";'],
    // By a way round: the page's own helper, the tasks of the Lab, a whole index of tasks, an import on demand.
    ["app/[locale]/lab/Lab.tsx", 'import { map } from "@/lib/client/lab/classifier";'],
    ["app/[locale]/lab/Lab.tsx", 'import { tasks } from "@/lib/client/lab/tasks";'],
    ["app/[locale]/lab/Lab.tsx", 'import { tasks } from "@/content/_generated/tasks";'],
    ["app/[locale]/lab/Lab.tsx", 'const run = () => import("@/lib/engine/explain/gpu");'],
    ["app/[locale]/lab/Lab.tsx", 'export { softmax } from "@/lib/engine/nets";'],
  ])("refuses in %s: %s", (file, code) => {
    expect(lint(file, code, "page-thread").join()).toContain(refusal);
  });

  it("names the way to the network", () => {
    expect(lint("app/[locale]/lab/Lab.tsx", 'import { map } from "@/lib/client/lab/classifier";', "page-thread").join()).toContain(
      "lib/client/lab/classifier.ts → lib/engine/explain/gpu.ts",
    );
  });

  it.each([
    [
      "content/topics/guided-backprop/Simulation.tsx",
      'import type { tasks } from "./tasks"; import type { Tensor } from "@/lib/engine/nets";',
    ],
    ["content/topics/iou/Simulation.tsx", 'import { iou } from "@/lib/engine/boxes"; import { VOC_CLASSES } from "@/lib/engine/scenes";'],
    ["app/[locale]/lab/BiasView.tsx", 'import { softmax } from "@/lib/engine/nets/softmax";'],
    [
      "app/[locale]/lab/Lab.tsx",
      'import { lab } from "@/lib/client/lab/runner"; import { resizeBilinear } from "@/lib/engine/explain/maps";',
    ],
    ["lib/client/lab/classifier.ts", 'import { gradCamGpu } from "@/lib/engine/explain/gpu";'],
    ["content/topics/guided-backprop/tasks.ts", 'import { guidedBackprop } from "@/lib/engine/explain";'],
  ])("allows in %s: %s", (file, code) => {
    expect(lint(file, code, "page-thread")).toEqual([]);
  });

  it("knows what stays of an import", () => {
    const text = `
      import type { A } from "./a";
      import { type B } from "./b";
      import { type C, c } from "./c";
      import d, { type D } from "./d";
      import "./e";
      export type { F } from "./f";
      export * from "./g";
      const h = () => import("./h");
      // import { i } from "./i";
    `;
    expect(valueImports(text)).toEqual(["./c", "./d", "./e", "./g", "./h"]);
  });
});

describe("the house", () => {
  const sources = ["lib", "app", "content"].flatMap((top) =>
    existsSync(top)
      ? readdirSync(top, { recursive: true, encoding: "utf8" })
          .filter((f) => /\.tsx?$/.test(f) && !f.startsWith("server/prisma/"))
          .map((f) => `${top}/${f}`)
      : [],
  );

  it("has a room for every source file", () => {
    expect(sources.filter((file) => roomOf(file) === null)).toEqual([]);
  });

  it("runs no network on the page's thread", () => {
    const ways = sources
      .filter((file) => isPageCode(file))
      .flatMap((file) => (valueImports(readFileSync(file, "utf8")) as string[]).map((specifier) => [file, specifier] as const))
      .map(([file, specifier]) => [file, wayToNetwork(process.cwd(), file, specifier)] as const)
      .filter(([, way]) => way !== null);
    expect(ways).toEqual([]);
  });

  it("has no drawers", () => {
    expect(sources.filter((file) => /(^|\/)(utils?|misc|helpers?|common)(\.tsx?$|\/)/.test(file))).toEqual([]);
  });

  it("names every room of the table in docs/architecture.md", () => {
    const text = readFileSync("docs/architecture.md", "utf8");
    for (const folder of [
      "lib/engine",
      "lib/challenges",
      "lib/review",
      "lib/wire",
      "lib/words",
      "lib/ui",
      "lib/client",
      "lib/server",
      "content",
      "app",
    ])
      expect(text).toContain(`\`${folder}`);
  });

  it("names every package of the table in docs/architecture.md", () => {
    const text = readFileSync("docs/architecture.md", "utf8");
    const packages = (ROOMS as { packages: "*" | string[] }[]).flatMap(({ packages }) => (packages === "*" ? [] : packages));
    const named = packages.filter((name) => name.startsWith("@") || !name.endsWith("/*"));
    expect(named.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
    expect(named).toContain("zod");
  });

  it("says why when an import is refused", () => {
    expect(importProblem("lib/engine/x.ts", "@/lib/ui/stage", "lib/ui/stage.tsx")).toContain("engine");
  });
});
