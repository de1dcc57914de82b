/**
 * npm run roi-pooling-report
 * RoI max pooling beside RoIAlign: the cards of the models that were trained by one recipe, seed by seed (`npm run train -- fast-rcnn-max
 * --steps 500 --beside --seed 1`, the same with fast-rcnn, and with other seeds), each beside its checkpoint. Writes
 * bench/roi-pooling-report.json and the topics' figures.json.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeFigures } from "./figures";
import type { RoiPoolingReport } from "./figures/fast-rcnn";
import { checkpointPath } from "./training/checkpoint";

const SEEDS = ["1", "2", "3"];
/** The model of each way of pooling. */
const MODELS = { max: "fast-rcnn-max", align: "fast-rcnn" } as const;

interface Card {
  readonly training: { readonly steps: number };
  readonly test: { readonly scenes: number; readonly seen: { readonly map50: number }; readonly held: { readonly map50: number } };
}

const fileOf = (model: string, seed: string) => path.join(path.dirname(checkpointPath(model, seed)), "card.json");
const seeds = SEEDS.filter((seed) => Object.values(MODELS).every((model) => existsSync(fileOf(model, seed))));
if (seeds.length === 0)
  throw new Error(`no seed has been trained both ways: ${fileOf(MODELS.max, "1")} and ${fileOf(MODELS.align, "1")} are missing`);
const cardsOf = (model: string) => seeds.map((seed) => JSON.parse(readFileSync(fileOf(model, seed), "utf8")) as Card);
const [max, align] = [cardsOf(MODELS.max), cardsOf(MODELS.align)];
const figures = (cards: readonly Card[]) => ({
  seen: cards.map(({ test }) => test.seen.map50),
  held: cards.map(({ test }) => test.held.map50),
});
const report: RoiPoolingReport = {
  seeds,
  steps: max[0].training.steps,
  scenes: max[0].test.scenes,
  max: figures(max),
  align: figures(align),
};
writeFileSync("bench/roi-pooling-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
