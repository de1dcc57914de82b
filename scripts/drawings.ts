/** Writes the drawings of a bank's scenes, a chunk for every few, and the function that brings one: <folder>/index.ts. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import type { SceneDrawing } from "@/lib/engine/scenes/emoji";

/** Scenes in one chunk: about 3 kB under gzip. */
const EACH = 10;

/**
 * @param folder of the topic, emptied first
 * @param drawings in the order of the bank
 * @param script that is named as their writer
 */
export function writeDrawings(folder: string, drawings: readonly SceneDrawing[], script: string): void {
  const note = `/** How the bank's scenes were composed; written by ${script}. */`;
  const type = 'import type { SceneDrawing } from "@/lib/engine/scenes/emoji/drawing";';
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const count = Math.ceil(drawings.length / EACH);
  for (let n = 0; n < count; n++) {
    const json = JSON.stringify(drawings.slice(n * EACH, (n + 1) * EACH));
    writeFileSync(
      `${folder}/${n}.ts`,
      `${type}\n\n${note}\nexport const DRAWINGS = JSON.parse(\n  '${json}',\n) as readonly SceneDrawing[];\n`,
    );
  }
  const imports = Array.from({ length: count }, (_, n) => `    () => import("./${n}"),`).join("\n");
  const loader = 'import { drawingLoader } from "@/lib/engine/scenes/emoji/drawing";';
  writeFileSync(
    `${folder}/index.ts`,
    `${loader}\n\n${note}\nexport const loadDrawing = drawingLoader(\n  [\n${imports}\n  ],\n  ${EACH},\n);\n`,
  );
}
