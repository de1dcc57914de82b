import { batchedNms, nms } from "@/lib/engine/suppress";
import { NODE_BACKENDS, tf, switchBackend } from "./backends";
import { nmsPlain } from "./nms-plain";
import { boxScene, type Boxes } from "./scenes";
import { demand, type Benchmark, type Contestant, type Prepared } from "./timing";

const N = 8732;
const THRESHOLD = 0.5;

/** TF.js wants [y1, x1, y2, x2]. */
function rowsFirst(boxes: Float32Array): Float32Array {
  return boxes.map((_, i) => boxes[(i & ~3) + [1, 0, 3, 2][i & 3]]);
}

function tensorFlow(scenes: readonly Boxes[]): Contestant[] {
  const inputs = scenes.map(({ boxes, scores }) => ({ boxes: rowsFirst(boxes), scores }));
  return NODE_BACKENDS.map((backend) => ({
    label: `tf.image.nonMaxSuppressionAsync (${backend}${scenes.length > 1 ? `, ${scenes.length} calls` : ""})`,
    async run() {
      await switchBackend(backend);
      for (const { boxes, scores } of inputs) {
        const b = tf.tensor2d(boxes, [scores.length, 4]);
        const s = tf.tensor1d(scores);
        const keep = await tf.image.nonMaxSuppressionAsync(b, s, scores.length, THRESHOLD);
        await keep.data();
        tf.dispose([b, s, keep]);
      }
    },
  }));
}

function oneClass(kind: "clustered" | "spread"): Prepared {
  const scene = boxScene(N, kind);
  const { boxes, scores } = scene;
  const keep = nms(boxes, scores, THRESHOLD);
  demand(String(keep) === String(nmsPlain(boxes, scores, THRESHOLD)), "both loops keep the same boxes");
  return {
    contestants: [
      { label: "engine nms", run: () => nms(boxes, scores, THRESHOLD) },
      { label: "plain 20-line loop", run: () => nmsPlain(boxes, scores, THRESHOLD) },
      ...tensorFlow([scene]),
    ],
    peer: {
      call: "nms",
      arrays: { boxes: { shape: [N, 4], data: boxes }, scores: { shape: [N], data: scores } },
      params: { threshold: THRESHOLD },
    },
    checked: `same ${keep.length} of ${N} boxes kept as by the plain loop`,
  };
}

/** The scene cut into one list for each class, with the indices it came from. */
function perClass({ boxes, scores, classes }: Boxes): (Boxes & { from: number[] })[] {
  return [...new Set(classes)].map((label) => {
    const from = [...classes.keys()].filter((i) => classes[i] === label);
    return {
      from,
      boxes: Float32Array.from(from.flatMap((i) => [...boxes.subarray(4 * i, 4 * i + 4)])),
      scores: Float32Array.from(from, (i) => scores[i]),
      classes: Int32Array.from(from, () => label),
    };
  });
}

function twentyClasses(): Prepared {
  const scene = boxScene(N, "clustered");
  const { boxes, scores, classes } = scene;
  const parts = perClass(scene);
  const plain = () => {
    const kept: number[] = [];
    for (const part of parts) for (const k of nmsPlain(part.boxes, part.scores, THRESHOLD)) kept.push(part.from[k]);
    return kept.sort((a, b) => scores[b] - scores[a]);
  };
  const keep = batchedNms(boxes, scores, classes, THRESHOLD);
  demand(String(keep) === String(plain()), "both ways keep the same boxes");
  return {
    contestants: [
      { label: "engine batchedNms", run: () => batchedNms(boxes, scores, classes, THRESHOLD) },
      { label: "plain loop, once a class (boxes already split)", run: plain },
      ...tensorFlow(parts),
    ],
    peer: {
      call: "batched_nms",
      arrays: { boxes: { shape: [N, 4], data: boxes }, scores: { shape: [N], data: scores }, classes: { shape: [N], data: classes } },
      params: { threshold: THRESHOLD },
    },
    checked: `same ${keep.length} of ${N} boxes kept as by one plain loop a class`,
  };
}

export const benchmarks: readonly Benchmark[] = [
  {
    name: "NMS, 8732 boxes in 60 clusters, IoU .5",
    goal: "never slower than the plain loop",
    rounds: 15,
    prepare: () => oneClass("clustered"),
  },
  { name: "NMS, 8732 boxes spread out, IoU .5", goal: "plain loop ≥ 2×", rounds: 9, prepare: () => oneClass("spread") },
  { name: "NMS per class, 8732 boxes, 20 classes", goal: "never slower than the plain loop", rounds: 15, prepare: twentyClasses },
];
