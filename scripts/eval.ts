/**
 * npm run eval -- [model …] [--scenes N] [--write]   measures the shipped weights anew, in Node on WASM, beside what the cards say
 * --write puts the figures into the cards, for a test on other scenes than the training's end took.
 * Without --scenes each model is measured on as many scenes as its card's figure, and the two must agree within 0.01.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ModelFileError, unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { writeFigures } from "./figures";
import { startBackend } from "./training/backend";
import { loadSources } from "./training/data";
import { TASKS, taskOf } from "./training/tasks";
import type { Figures } from "./training/task";

const TOLERANCE = 0.01;

interface Card {
  readonly test: { readonly scenes: number; readonly seen: Figures; readonly held: Figures };
  readonly bytes: number;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { scenes: { type: "string" }, write: { type: "boolean", default: false } },
  });
  const names =
    positionals.length > 0 ? positionals : TASKS.map((task) => task.name).filter((name) => existsSync(`public/models/${name}/model.json`));
  if (names.length === 0) return console.log("No model has been trained yet: npm run train -- classifier");
  const sources = await loadSources();
  const backend = await startBackend();
  console.log(`backend ${backend}\n`);
  console.log(
    `${"model".padEnd(14)}${"KB".padStart(7)}${"scenes".padStart(8)}  ${"figure".padEnd(18)}${"seen".padStart(8)}${"card".padStart(8)}${"held out".padStart(10)}${"card".padStart(8)}`,
  );
  let far = false;
  for (const name of names) {
    const task = taskOf(name);
    const folder = `public/models/${name}`;
    const card = JSON.parse(readFileSync(`${folder}/card.json`, "utf8")) as Card;
    const model = unpackModel(JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile, readFileSync(`${folder}/weights.bin`));
    const count = Number(values.scenes ?? task.scenes);
    const seen = await task.evaluate(model, sources, "seen", "test", count);
    const held = await task.evaluate(model, sources, "held", "test", count);
    for (const figure of Object.keys(seen)) {
      const row = [seen[figure], card.test.seen[figure], held[figure], card.test.held[figure]];
      console.log(
        `${name.padEnd(14)}${(card.bytes / 1000).toFixed(0).padStart(7)}${String(count).padStart(8)}  ${figure.padEnd(18)}${row.map((v, i) => (v ?? NaN).toFixed(3).padStart(i === 2 ? 10 : 8)).join("")}`,
      );
      if (!values.write && count === card.test.scenes && (Math.abs(row[0] - row[1]) > TOLERANCE || Math.abs(row[2] - row[3]) > TOLERANCE))
        far = true;
    }
    if (values.write)
      writeFileSync(`${folder}/card.json`, `${JSON.stringify({ ...card, test: { scenes: count, seen, held } }, null, 2)}\n`);
  }
  if (values.write) writeFigures();
  if (far) throw new Error(`a figure differs from its card by more than ${TOLERANCE}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof ModelFileError ? error.message : error);
  process.exit(1);
});
