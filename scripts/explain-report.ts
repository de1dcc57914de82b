/**
 * npm run explain-report -- [--only chance,pointing,held,causal,sanity,bias]   measures the explainers on the shipped classifiers, in Node
 * on WASM: how far maps depend on the class, on 300 two-object scenes, beside an edge detector that sees the picture alone; the same in a
 * drawing style never trained on; deletion and insertion, the sanity check, the biased siblings. Parts that --only does not name stay as
 * the last report has them.
 * Writes the tables of docs/explain.md, bench/explain-report.json, public/models/classifier-<bias>/bias.json and the topics' figures.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { area } from "@/lib/engine/boxes";
import { unpackModel } from "@/lib/engine/detectors/files/weights";
import { networkInput } from "@/lib/engine/detectors/input";
import { channelMaximum, gaussianBlur, resizeBilinear, type Explanation } from "@/lib/engine/explain";
import {
  camGpu,
  causalCurveGpu,
  cueEffect,
  cueHeat,
  deconvnetGpu,
  gpuSubject,
  gradCamGpu,
  gradientTimesInputGpu,
  guidedBackpropGpu,
  guidedGradCamGpu,
  hiResCamGpu,
  integratedGradientsGpu,
  occlusionGpu,
  PLACED_CUES,
  saliencyGpu,
  sanityCheck,
  smoothGradGpu,
  type GpuSubject,
} from "@/lib/engine/explain/gpu";
import type { Tensor } from "@/lib/engine/nets";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { gradients } from "@/lib/engine/propose/hog-cells";
import { seeded } from "@/lib/engine/random";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { BIASES, emojiScene, SCENE_SIDE, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { meanOf, readingOf, type ClassRow } from "./explain/classes";
import { writeFigures } from "./figures";
import type { BiasRow, ExplainReport } from "./figures/explain";
import { startBackend } from "./training/backend";
import { loadSources } from "./training/data";

const REPORT = "bench/explain-report.json";
const SCENES = 300;
/** Methods that take hundreds of passes a map see fewer scenes. */
const SLOW_SCENES = 60;
const CAUSAL_SCENES = 40;
const SANITY_SCENES = 12;
const BIAS_SCENES = 60;
const LAYER = "conv4c/relu";

type Run = (subject: GpuSubject, label: number) => Promise<Explanation>;
const QUICK: Readonly<Record<string, Run>> = {
  "Grad-CAM": (subject) => gradCamGpu(subject, { layer: LAYER }),
  CAM: (subject, label) => camGpu(subject, { classIndex: label }),
  HiResCAM: (subject) => hiResCamGpu(subject, { layer: LAYER }),
  saliency: (subject) => saliencyGpu(subject, {}),
  "saliency, blurred σ 4": async (subject) => ({ map: gaussianBlur((await saliencyGpu(subject, {})).map, 4) }),
  "gradient × input": (subject) => gradientTimesInputGpu(subject, {}),
  "guided backprop": (subject) => guidedBackpropGpu(subject, {}),
  deconvnet: (subject) => deconvnetGpu(subject, {}),
  "Guided Grad-CAM": (subject) => guidedGradCamGpu(subject, { layer: LAYER }),
};
const SLOW: Readonly<Record<string, Run>> = {
  occlusion: (subject) => occlusionGpu(subject, { patch: 16, stride: 8 }),
  SmoothGrad: (subject) => smoothGradGpu(subject, { seed: "report", samples: 25 }),
  "integrated gradients": (subject) => integratedGradientsGpu(subject, { steps: 32 }),
};

/** The methods that are asked again in a style never trained on. */
const HELD = Object.fromEntries(["Grad-CAM", "saliency", "guided backprop", "deconvnet"].map((name) => [name, QUICK[name]]));

/** Two objects of two classes, 36 to 64 pixels long; test scenes that no training and no choice of recipe has seen. */
function twoObjects(index: number, atlases: readonly Atlas[]): EmojiScene {
  return emojiScene(`explain/test/${index}`, {
    atlases,
    plan: (random) => ({
      objects: random
        .shuffle(Array.from({ length: 20 }, (_, i) => i))
        .slice(0, 2)
        .map((label) => ({ label, side: [36, 64] as const })),
    }),
    overlap: 0.05,
  });
}

/** What is shown of a map: 112 × 112, signs kept for maps of the picture's evidence, sizes for many-channel gradients. */
function shown({ shape, data }: Tensor): Tensor {
  return resizeBilinear(shape.length === 3 ? channelMaximum({ shape, data }, Math.abs) : { shape, data }, SCENE_SIDE, SCENE_SIDE);
}

async function mapsOf(
  gpu: GpuNetwork,
  scene: EmojiScene,
  label: number,
  methods: Readonly<Record<string, Run>>,
): Promise<Record<string, Tensor>> {
  const subject = gpuSubject({ gpu, image: networkInput(scene.pixels, SCENE_SIDE), target: { logit: label } });
  try {
    const maps: Record<string, Tensor> = {};
    for (const [name, run] of Object.entries(methods)) maps[name] = shown((await run(subject, label)).map as Tensor);
    return maps;
  } finally {
    subject.dispose();
  }
}

/** How strong the picture's edges are at each pixel: what a map can show that knows neither network nor class. */
function edges({ pixels }: EmojiScene): Tensor {
  const { magnitude } = gradients({ width: SCENE_SIDE, height: SCENE_SIDE, channels: 3, data: pixels }, false);
  return { shape: [SCENE_SIDE, SCENE_SIDE], data: magnitude };
}

/** The first `count` test scenes that found room for both objects, with a class that none of them is. */
function* askedScenes(atlases: readonly Atlas[], count: number): Generator<{ readonly scene: EmojiScene; readonly absent: number }> {
  for (let n = 0, done = 0; done < count; n++) {
    const scene = twoObjects(n, atlases);
    if (scene.objects.length < 2) continue;
    done++;
    const shown = scene.objects.map(({ label }) => label);
    const others = VOC_CLASSES.map((_, label) => label).filter((label) => !shown.includes(label));
    yield { scene, absent: seeded(`explain/absent/${n}`).pick(others) };
  }
}

/** The methods' dependence on the class over `count` scenes, with the edge detector's beside it. */
async function pointing(
  gpu: GpuNetwork,
  atlases: readonly Atlas[],
  methods: Readonly<Record<string, Run>>,
  count: number,
): Promise<Record<string, ClassRow>> {
  const readings: Record<string, Omit<ClassRow, "scenes">[]> = {};
  for (const { scene, absent } of askedScenes(atlases, count)) {
    const [a, b] = scene.objects;
    const ask = (label: number) => mapsOf(gpu, scene, label, methods);
    const [first, second, none] = [await ask(a.label), await ask(b.label), await ask(absent)];
    for (const name of Object.keys(methods))
      (readings[name] ??= []).push(readingOf({ first: first[name], second: second[name], absent: none[name] }, [a.box, b.box]));
  }
  return Object.fromEntries(Object.entries(readings).map(([name, all]) => [name, meanOf(all)]));
}

/** The edge detector in the same game: one map, whatever is asked. */
function edgesAlone(atlases: readonly Atlas[]): ClassRow {
  return meanOf(
    [...askedScenes(atlases, SCENES)].map(({ scene }) => {
      const map = edges(scene);
      return readingOf({ first: map, second: map, absent: map }, [scene.objects[0].box, scene.objects[1].box]);
    }),
  );
}

/** Areas under the probability while pixels vanish under grey (deletion) or come out of a blur (insertion). */
async function causal(gpu: GpuNetwork, atlases: readonly Atlas[]): Promise<Record<string, { deletion: number; insertion: number }>> {
  const sums: Record<string, { deletion: number; insertion: number }> = {};
  const methods = {
    "Grad-CAM": QUICK["Grad-CAM"],
    saliency: QUICK.saliency,
    "guided backprop": QUICK["guided backprop"],
    occlusion: SLOW.occlusion,
    "integrated gradients": SLOW["integrated gradients"],
  };
  const random = seeded("order");
  for (let n = 0; n < CAUSAL_SCENES; n++) {
    const scene = emojiScene(`explain/one/${n}`, { atlases, objects: [1, 1], side: [40, 80] });
    const [{ label }] = scene.objects;
    const image = networkInput(scene.pixels, SCENE_SIDE);
    const plane = SCENE_SIDE * SCENE_SIDE;
    const blurred = {
      shape: image.shape,
      data: Float64Array.from(
        [0, 1, 2].flatMap((c) => [
          ...gaussianBlur({ shape: [SCENE_SIDE, SCENE_SIDE], data: image.data.slice(c * plane, (c + 1) * plane) }, 8).data,
        ]),
      ),
    };
    const grey = { shape: image.shape, data: new Float64Array(image.data.length) };
    const maps = {
      ...(await mapsOf(gpu, scene, label, methods)),
      "random order": { shape: [SCENE_SIDE, SCENE_SIDE], data: Float64Array.from({ length: plane }, () => random.next()) },
    };
    const subject = gpuSubject({ gpu, image, target: { probability: label } });
    for (const [name, map] of Object.entries(maps)) {
      const sum = (sums[name] ??= { deletion: 0, insertion: 0 });
      sum.deletion += (await causalCurveGpu(subject, { map, from: image, to: grey, step: 448 })).auc / CAUSAL_SCENES;
      sum.insertion += (await causalCurveGpu(subject, { map, from: blurred, to: image, step: 448 })).auc / CAUSAL_SCENES;
    }
    subject.dispose();
  }
  return sums;
}

/** Mean rank correlation and SSIM with the trained network's map, for each method after each layer. */
async function sanity(gpu: GpuNetwork, atlases: readonly Atlas[]) {
  const methods = {
    "Grad-CAM": (subject: GpuSubject) => gradCamGpu(subject, { layer: LAYER }),
    saliency: (subject: GpuSubject) => saliencyGpu(subject, {}),
    "gradient × input": gradientTimesInputGpu,
    "guided backprop": guidedBackpropGpu,
    deconvnet: deconvnetGpu,
  };
  const rows: { layers: string; maps: Record<string, { rank: number; ssim: number }> }[] = [];
  for (let n = 0; n < SANITY_SCENES; n++) {
    const scene = twoObjects(10_000 + n, atlases);
    const steps = await sanityCheck(gpu.network, networkInput(scene.pixels, SCENE_SIDE), { logit: scene.objects[0].label }, methods, {
      seed: `sanity/${n}`,
    });
    steps.forEach(({ randomized, maps }, k) => {
      const row = (rows[k] ??= { layers: k === 0 ? "none" : `${randomized.at(-1)} and above`, maps: {} });
      for (const [name, { rank, ssim }] of Object.entries(maps)) {
        const mean = (row.maps[name] ??= { rank: 0, ssim: 0 });
        mean.rank += rank / SANITY_SCENES;
        mean.ssim += ssim / SANITY_SCENES;
      }
    });
  }
  return rows;
}

const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]) =>
  [head, head.map((_, i) => (i === 0 ? "---" : "---:")), ...rows]
    .map((cells) => `| ${cells.map((cell) => (typeof cell === "number" ? cell.toFixed(3) : cell)).join(" | ")} |`)
    .join("\n");

/** Replaces what stands between the markers of one table. */
function write(doc: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const [from, to] = [doc.indexOf(start), doc.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`docs/explain.md has no place for the table "${name}"`);
  return `${doc.slice(0, from + start.length)}\n${text}\n${doc.slice(to)}`;
}

function load(model: string): GpuNetwork {
  const folder = `public/models/${model}`;
  return createGpuNetwork(
    unpackModel(JSON.parse(readFileSync(`${folder}/model.json`, "utf8")), new Uint8Array(readFileSync(`${folder}/weights.bin`))).networks
      .main.network,
  );
}

/** Mean share of the picture that an object's box fills: how often a pixel picked blindly is a hit. */
function chance(atlases: readonly Atlas[]): number {
  let share = 0;
  for (const { scene } of askedScenes(atlases, SCENES)) for (const { box } of scene.objects) share += area(box) / (SCENE_SIDE * SCENE_SIDE);
  return share / (2 * SCENES);
}

/** The biased siblings beside the fair classifier; each sibling's folder gets its own part. */
async function siblings(fair: GpuNetwork, atlases: readonly Atlas[]): Promise<ExplainReport["biases"]> {
  const biases: Record<string, BiasRow> = {};
  for (const bias of BIASES) {
    const biased = load(`classifier-${bias}`);
    const placed = PLACED_CUES.find((name) => name === bias);
    const heat = placed
      ? { biased: await cueHeat(biased, placed, atlases, BIAS_SCENES), fair: await cueHeat(fair, placed, atlases, BIAS_SCENES) }
      : null;
    const effect = {
      biased: await cueEffect(biased, bias, atlases, 2 * BIAS_SCENES),
      fair: await cueEffect(fair, bias, atlases, 2 * BIAS_SCENES),
    };
    biases[bias] = { heat, effect };
    writeFileSync(`public/models/classifier-${bias}/bias.json`, `${JSON.stringify({ heat, effect }, null, 2)}\n`);
    biased.dispose();
  }
  return biases;
}

const PARTS = ["chance", "pointing", "held", "causal", "sanity", "bias"] as const;

/** The parts named by --only, or all of them. */
function wantedParts(): ReadonlySet<string> {
  const { values } = parseArgs({ options: { only: { type: "string" } } });
  const names = values.only?.split(",") ?? PARTS;
  for (const name of names) if (!PARTS.some((part) => part === name)) throw new Error(`--only: "${name}" is none of ${PARTS.join(", ")}`);
  return new Set(names);
}

async function main(): Promise<void> {
  const wanted = wantedParts();
  const backend = await startBackend();
  const { train: atlases, held } = await loadSources();
  const fair = load("classifier");
  const begun = performance.now();
  const before = wanted.size < PARTS.length ? (JSON.parse(readFileSync(REPORT, "utf8")) as ExplainReport) : null;
  /** Measures a part, or keeps what the last report says of it. */
  const part = async <T>(name: (typeof PARTS)[number], old: T | undefined, measure: () => T | Promise<T>): Promise<T> => {
    if (!wanted.has(name) && old !== undefined) return old;
    const result = await measure();
    console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(4)} s  ${name}`);
    return result;
  };

  const report: ExplainReport = {
    backend,
    layer: LAYER,
    scenes: { quick: SCENES, slow: SLOW_SCENES, causal: CAUSAL_SCENES, sanity: SANITY_SCENES, bias: BIAS_SCENES },
    chance: await part("chance", before?.chance, () => chance(atlases)),
    methods: await part("pointing", before?.methods, async () => ({
      ...(await pointing(fair, atlases, QUICK, SCENES)),
      ...(await pointing(fair, atlases, SLOW, SLOW_SCENES)),
      edges: edgesAlone(atlases),
    })),
    held: await part("held", before?.held, async () => ({ ...(await pointing(fair, held, HELD, SCENES)), edges: edgesAlone(held) })),
    curves: await part("causal", before?.curves, () => causal(fair, atlases)),
    sanity: await part("sanity", before?.sanity, () => sanity(fair, atlases)),
    biases: await part("bias", before?.biases, () => siblings(fair, atlases)),
  };
  writeFileSync(REPORT, `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync("docs/explain.md", documented(readFileSync("docs/explain.md", "utf8"), report));
  writeFigures();
}

/** docs/explain.md with the report's figures in its tables. */
function documented(text: string, { chance: blind, methods, held, curves, sanity: steps, biases }: ExplainReport): string {
  const classRows = (rows: ExplainReport["methods"]) =>
    Object.entries(rows).map(([name, row]) => [
      name === "edges" ? "edges of the picture, no network" : name,
      String(row.scenes),
      row.pointing,
      row.absent,
      row.share,
      row.towards,
      row.classes,
      row.inside,
    ]);
  const classHead = [
    "method",
    "scenes",
    "pointing",
    "pointing, absent class",
    "heat on the one asked for",
    "moves towards it",
    "likeness",
    "likeness in the boxes",
  ];
  let doc = write(
    text,
    "pointing",
    table(classHead, [...classRows(methods), ["any pixel, picked blindly", String(SCENES), blind, blind, "–", "–", "–", "–"]]),
  );
  doc = write(doc, "held", table(classHead, classRows(held)));
  doc = write(
    doc,
    "causal",
    table(
      ["order of pixels", "deletion (low is good)", "insertion (high is good)"],
      Object.entries(curves).map(([name, row]) => [name, row.deletion, row.insertion]),
    ),
  );
  const names = Object.keys(steps[0].maps);
  doc = write(
    doc,
    "sanity",
    table(
      ["layers drawn anew", ...names],
      steps.map(({ layers, maps }) => [layers, ...names.map((name) => `${maps[name].rank.toFixed(2)} / ${maps[name].ssim.toFixed(2)}`)]),
    ),
  );
  const biasRows = Object.entries(biases).flatMap(([bias, { heat, effect }]) =>
    (["biased", "fair"] as const).map((who) => [
      bias,
      who,
      heat ? heat[who].gradCam.toFixed(3) : "–",
      heat ? heat[who].occlusion.toFixed(3) : "–",
      effect[who].withCue,
      effect[who].withoutCue,
    ]),
  );
  return write(
    doc,
    "bias",
    table(["bias", "classifier", "Grad-CAM heat on the cue", "occlusion heat on the cue", "p(class) with the cue", "without"], biasRows),
  );
}

void main();
