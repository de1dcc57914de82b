import { build } from "esbuild";
import { ESLint, Linter } from "eslint";
import { describe, expect, it } from "vitest";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { exact } from "../../scripts/eslint-exact.mjs";

function lint(code: string): { message: string; line: number }[] {
  const linter = new Linter({ configType: "flat" });
  return linter.verify(code, [{ plugins: { boxup: { rules: { exact } } }, rules: { "boxup/exact": "error" } }]);
}
const messages = (code: string) => lint(code).map((m) => m.message);

describe("the lint rule boxup/exact", () => {
  it.each([
    ["const w = Math.exp(x);", "use exp of lib/engine/exact"],
    ["const w = Math.log(x) + 1;", "use log of lib/engine/exact"],
    ["const s = xs.map(Math.tanh);", "use tanh of lib/engine/exact"],
    ["const s = Math['sin'](x);", "use sin of lib/engine/exact"],
    ["const s = globalThis.Math.cos(x);", "use cos of lib/engine/exact"],
    ["const d = Math.hypot(dx, dy);", "Math.sqrt(x * x + y * y)"],
    ["const d = Math.log10(x);", "a table or whole numbers"],
    ["const d = Math[name](x);", "Math[…]"],
    ["const { exp } = Math;", "handed on as a whole"],
    ["const m = Math; m.exp(1);", "handed on as a whole"],
    ["const v = x ** 3;", '"**" differs'],
    ["const v = x ** gamma;", '"**" differs'],
    ["const v = 2 ** (1 / 3);", '"**" differs'],
    ["const v = 10 ** -5;", '"**" differs'],
    ["const v = 10 ** 23;", '"**" differs'],
    ["let v = 2; v **= n;", '"**=" differs'],
  ])("refuses %s", (code, reason) => {
    expect(messages(code).join()).toContain(reason);
  });

  it.each([
    "const v = Math.sqrt(x * x + y * y) + Math.abs(x) + Math.round(x) + Math.imul(a, b) + Math.PI + Math.max(...xs);",
    "const v = (w - mean) ** 2 + 2 ** 31 + 2 ** -24 + 10 ** 6 + (-3) ** 3;",
    "import { exp } from '@/lib/engine/exact'; const v = exp(x); const o = { Math: 1, exp };",
  ])("allows %s", (code) => {
    expect(messages(code)).toEqual([]);
  });

  it("holds for generators and graders, and not for tests, pictures and TF.js twins", async () => {
    const eslint = new ESLint();
    const severity = async (file: string) => {
      const config = (await eslint.calculateConfigForFile(file)) as { rules: Record<string, [number] | undefined> };
      return config.rules["boxup/exact"]?.[0] ?? 0;
    };
    const held = [
      "content/topics/nms/challenges/nms-survivors/draw.ts",
      "content/topics/_template/challenges/kind-name/challenge.ts",
      "lib/challenges/score.ts",
      "lib/engine/random.ts",
      "lib/engine/scenes/cloud.ts",
      "lib/engine/exact/exp.ts",
      "lib/engine/losses/focal-loss.ts",
    ];
    const free = [
      "content/topics/nms/challenges/nms-survivors/challenge.test.ts",
      "content/topics/nms/challenges/nms-survivors/Board.tsx",
      "lib/engine/losses/focal-loss.gpu.ts",
      "lib/ui/stage/EditableBox.tsx",
    ];
    expect(await Promise.all(held.map(severity))).toEqual(held.map(() => 2));
    expect(await Promise.all(free.map(severity))).toEqual(free.map(() => 0));
  });
});

/** What is left of a module's imports once everything that it does not use is gone, and each line's file. */
async function bundled(contents: string): Promise<{ code: string; fileAt: (line: number) => string }> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    treeShaking: true,
    packages: "external",
    alias: { "@": process.cwd() },
    logLevel: "warning",
  });
  const code = outputFiles[0].text;
  const lines = code.split("\n");
  // esbuild writes each module's path above what it keeps of it.
  const fileAt = (line: number) => {
    const above = lines.slice(0, line).findLast((text) => /^\/\/ \S+\.ts$/.test(text));
    return above?.slice(3) ?? "?";
  };
  return { code, fileAt };
}

async function reached(contents: string): Promise<string[]> {
  const { code, fileAt } = await bundled(contents);
  return lint(code).map(({ message, line }) => `${fileAt(line)}: ${message}`);
}

describe("everything that the kinds reach", () => {
  it("computes the same bits in every engine, wherever it stands", async () => {
    expect(await reached('import { kinds } from "@/content/_generated/kinds"; console.log(kinds);')).toEqual([]);
  });

  it("would be refused if it did not", async () => {
    const found = await reached('import { conditionalAffinities } from "@/lib/engine/embed"; console.log(conditionalAffinities);');
    expect(found.join()).toMatch(/lib\/engine\/embed\/affinities\.ts: Math\.exp differs/);
  });
});
