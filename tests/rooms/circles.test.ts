import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
// @ts-expect-error -- plain JavaScript, shared with the lint configuration
import { resolveImport } from "../../scripts/resolve-import.mjs";

type Imports = ReadonlyMap<string, readonly string[]>;

/** Every import of a source, types and `import()` as well, as repository paths; packages left out. */
function importsOf(file: string, text: string): string[] {
  const found = ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => resolveImport(`${process.cwd()}/${file}`, fileName));
  return [...new Set(found)].filter((path) => path !== null);
}

/** Files that reach themselves through others, a group for each circle (Tarjan's strongly connected components), sorted. */
function circlesOf(imports: Imports): string[][] {
  const circles: string[][] = [];
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const visit = (file: string): number => {
    let low = order.size;
    order.set(file, low);
    lowest.set(file, low);
    open.push(file);
    const targets = imports.get(file) ?? [];
    for (const target of targets) {
      if (!order.has(target)) low = Math.min(low, visit(target));
      else if (open.includes(target)) low = Math.min(low, order.get(target) ?? low);
    }
    lowest.set(file, low);
    if (low === order.get(file)) {
      const group = open.splice(open.indexOf(file));
      if (group.length > 1 || targets.includes(file)) circles.push(group.sort());
    }
    return low;
  };
  for (const file of imports.keys()) if (!order.has(file)) visit(file);
  return circles.sort();
}

describe("imports run in no circle", () => {
  const roots = ["app", "bench", "content", "i18n", "lib", "scripts", "tests"];
  const files = roots.flatMap((top) =>
    readdirSync(top, { recursive: true, encoding: "utf8" })
      .map((name) => `${top}/${name.replaceAll("\\", "/")}`)
      .filter((file) => /\.tsx?$/.test(file) && !file.startsWith("lib/server/prisma/")),
  );
  const imports = new Map(files.map((file) => [file, importsOf(file, readFileSync(file, "utf8"))]));

  it("anywhere in the repository, types included", () => {
    expect(files.length).toBeGreaterThan(400);
    expect(circlesOf(imports)).toEqual([]);
  });

  it("and a circle would be seen: planted by a type, by a re-export, by import(), of one file, through others", () => {
    const planted = (file: string, text: string) => circlesOf(new Map([...imports, [file, importsOf(file, text)]]));
    expect(planted("lib/engine/errors.ts", 'import type { BoxXYXY } from "./boxes/shape";')).toContainEqual([
      "lib/engine/boxes/shape.ts",
      "lib/engine/errors.ts",
    ]);
    expect(planted("lib/engine/random.ts", 'export * from "./random";')).toContainEqual(["lib/engine/random.ts"]);
    const through = planted("lib/challenges/contract.ts", 'export const seal = () => import("@/lib/challenges");');
    expect(through).toContainEqual(expect.arrayContaining(["lib/challenges/contract.ts", "lib/challenges/index.ts"]));
  });
});
