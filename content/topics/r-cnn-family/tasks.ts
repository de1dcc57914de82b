import { defineTasks, type TaskContext } from "@/lib/challenges/task";
import { boxAt } from "@/lib/engine/boxes";
import { regionProposals } from "@/lib/engine/detectors/region/proposals";
import { emojiScene, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { MEMBER_NAMES, type MemberName } from "./pipeline";
import type { Ran, Run, Time } from "./ran";

/** The simulation's scenes: in the first two all three find every object and nothing else, in the last R-CNN sees more than there is. */
const SEEDS = [21, 47, 1] as const;
/** The shipped model of each. */
const MODELS: Readonly<Record<MemberName, string>> = { "r-cnn": "rcnn", "fast-r-cnn": "fast-rcnn", "faster-r-cnn": "faster-rcnn" };
/** Timed runs after one that warms up. */
const RUNS = 3;

const shownScene = (scene: number, atlas: Atlas): EmojiScene =>
  emojiScene(`r-cnn-family/${SEEDS[scene - 1]}`, { atlases: [atlas], objects: [2, 3], side: [34, 66], overlap: 0.02 });

export const tasks = defineTasks({
  /** The three detectors over one scene, one after the other, each timed on this machine. */
  async run({ scene }: { readonly scene: number }, { models, pictures, pause, onProgress, now }: TaskContext): Promise<Ran> {
    const atlas = await pictures.atlas("noto");
    const { pixels, drawing, objects } = shownScene(scene, atlas);
    const detectors = await Promise.all(MEMBER_NAMES.map((name) => models.detector(MODELS[name])));
    const search: number[] = [];
    for (let i = 0; i < RUNS; i++) {
      await pause();
      const begun = now();
      regionProposals(pixels);
      search.push(now() - begun);
    }
    const runs: Partial<Record<MemberName, Run>> = {};
    const times: Partial<Record<MemberName, Time>> = {};
    // The quickest first: R-CNN takes longer than both others together.
    for (const at of [2, 1, 0]) {
      const name = MEMBER_NAMES[at];
      const whole: number[] = [];
      for (let i = 0; i <= RUNS; i++) {
        await pause();
        const begun = now();
        const [{ detections, parts }] = await detectors[at].detect([pixels]);
        if (i > 0) whole.push(now() - begun);
        const boxes = parts.proposals.data;
        runs[name] = {
          detections: detections.map(({ label, score, box }) => ({ label, score, box })),
          proposals: Array.from({ length: boxes.length / 4 }, (_, k) => boxAt(boxes, k)),
        };
      }
      // The least of the runs: whatever else the machine does only adds.
      const least = Math.min(...whole);
      const outside = name === "faster-r-cnn" ? 0 : Math.min(least, ...search);
      times[name] = { search: outside, rest: least - outside };
      onProgress(3 - at, 3);
    }
    const [crop, fast, faster] = detectors.map(({ cost }) => cost);
    return {
      pixels,
      drawing,
      objects: objects.map(({ label, box }) => ({ label, box })),
      runs: runs as Ran["runs"],
      costs: { map: fast.fixed, rpn: faster.fixed - fast.fixed, crop: crop.each, head: fast.each },
      times: times as Ran["times"],
    };
  },
});
