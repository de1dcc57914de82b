import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { boxAt, type BoxXYXY } from "@/lib/engine/boxes";
import { felzenszwalb, groupRegions, regionSimilarity, regionTable, selectiveSearch, toColourSpace } from "@/lib/engine/propose";
import { emojiScene, SCENE_SIDE } from "@/lib/engine/scenes/emoji";
import { MEASURES, SCENES, type Grown, type PairRow, type Question } from "./question";

/** Pairs that are listed before a merge. */
const LISTED = 5;
const LEAST_SEGMENT = 49;

const boxesOf = (flat: Float64Array): BoxXYXY[] => Array.from({ length: flat.length / 4 }, (_, i) => boxAt(flat, i));

/** Labels as runs of equal ones. */
function runsOf(labels: Int32Array): number[] {
  const runs: number[] = [];
  for (const label of labels) {
    if (runs.at(-2) === label) runs[runs.length - 1]++;
    else runs.push(label, 1);
  }
  return runs;
}

export const tasks = defineTasks({
  /** One grouping of a seeded scene with the runners-up of each merge, and the boxes of fast mode. */
  async grown({ scene, space, scale, sigma, measures }: Question, { pictures, pause }: TaskContext): Promise<Grown> {
    const { pixels, objects, drawing } = emojiScene(`selective-search/simulation/${SCENES[scene - 1]}`, {
      atlases: [await pictures.atlas("noto")],
      objects: [3, 4],
      side: [26, 62],
    });
    await pause();
    const image = { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3, data: pixels };
    const seen = toColourSpace(image, space);
    const segmentation = felzenszwalb(seen, { scale, sigma, minSize: LEAST_SEGMENT });
    const table = regionTable(seen, segmentation);
    const steps = groupRegions(table, Object.fromEntries(measures.map((name) => [name, true])));
    await pause();
    // The pairs of each moment: those that touch, by the regions that their segments belong to by then.
    const { count, touching } = table;
    const region = Array.from({ length: count }, (_, i) => i);
    const pairs = steps.map(({ first, second, merged }) => {
      const seenPairs = new Map<string, PairRow>();
      for (let k = 0; k < touching.length; k += 2) {
        const [a, b] = [region[touching[k]], region[touching[k + 1]]].sort((x, y) => x - y);
        if (a === b || seenPairs.has(`${a} ${b}`)) continue;
        const values = regionSimilarity(table, a, b);
        seenPairs.set(`${a} ${b}`, [a, b, ...MEASURES.map((name) => Math.round(values[name] * 1e4) / 1e4)]);
      }
      const total = (row: PairRow) => MEASURES.reduce((sum, name, i) => sum + (measures.includes(name) ? row[i + 2] : 0), 0);
      const merges = (row: PairRow) => row[0] === first && row[1] === second;
      const rows = [...seenPairs.values()].sort((a, b) => Number(merges(b)) - Number(merges(a)) || total(b) - total(a));
      region.forEach((own, i) => {
        if (own === first || own === second) region[i] = merged;
      });
      return rows.slice(0, LISTED);
    });
    return {
      drawing,
      seen: pixels,
      objects: objects.map(({ label, box }) => ({ label, box })),
      count,
      runs: runsOf(segmentation.labels),
      colours: Array.from({ length: count }, (_, i) =>
        Array.from(table.colour.subarray(i * table.colourLength, (i + 1) * table.colourLength), (share) =>
          Math.round(share * table.sizes[i] * seen.channels),
        ),
      ),
      boxes: boxesOf(table.boxes),
      sizes: [...table.sizes],
      pairs,
      fast: boxesOf(selectiveSearch(image, { mode: "fast", seed: scene }).boxes),
    };
  },
});
