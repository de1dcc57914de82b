/** Scenes of the `which-saliency` bank, and what each method draws of them on a tensor backend. */
import { networkInput } from "@/lib/engine/detectors/input";
import { channelMaximum, rankCorrelation, resizeBilinear } from "@/lib/engine/explain";
import {
  deconvnetGpu,
  explainOnGpu,
  gpuSubject,
  gradCamGpu,
  gradientTimesInputGpu,
  guidedBackpropGpu,
  guidedGradCamGpu,
  integratedGradientsGpu,
  saliencyGpu,
  smoothGradGpu,
} from "@/lib/engine/explain/gpu";
import { randomizeLayers, type Tensor } from "@/lib/engine/nets";
import { createGpuNetwork, type GpuNetwork } from "@/lib/engine/nets/network.gpu";
import { gradients } from "@/lib/engine/propose/hog-cells";
import { seeded } from "@/lib/engine/random";
import { emojiScene, SCENE_SIDE, type Atlas, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { heatIn, roughness, spread } from "@/content/topics/saliency-backprop/challenges/which-saliency/reading";
import {
  COUNTED,
  METHODS,
  STRIP,
  TWINS,
  type Method,
  type Reading,
  type Recorded,
  type SceneRecord,
} from "@/content/topics/saliency-backprop/challenges/which-saliency/recording";

const LAYER = "conv4c/relu";
const PLANE = SCENE_SIDE * SCENE_SIDE;
/** A pixel counts as grey where no colour is further from 0 than this, in the network's units (1.5 is white). */
const GREY = 0.15;

export const bankScene = (number: number, atlases: readonly Atlas[]): EmojiScene =>
  emojiScene(`saliency/two/${number}`, { atlases, objects: [2, 2], side: [38, 56], overlap: 0.02 });

/** Two objects, each of a class of its own. */
const fits = ({ objects }: EmojiScene) => objects.length === 2 && objects[0].label !== objects[1].label;

const sumOf = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0);

/** One size a pixel. */
function sizes({ shape, data }: Tensor): Float64Array {
  const flat = shape.length === 3 ? channelMaximum({ shape, data }, Math.abs) : { shape, data };
  return resizeBilinear(flat, SCENE_SIDE, SCENE_SIDE).data;
}

interface Drawn {
  readonly map: Float64Array;
  /** Of the signed map. */
  readonly sum: number;
}

/** The maps of one way back, for one class, and its score less that of a grey picture. */
async function quickMaps(gpu: GpuNetwork, scene: EmojiScene, label: number) {
  const subject = gpuSubject({ gpu, image: networkInput(scene.pixels, SCENE_SIDE), target: { logit: label } });
  try {
    const { map, gradient } = await saliencyGpu(subject, {});
    const drawn = ({ map: signed }: { readonly map: Tensor }): Drawn => ({ map: sizes(signed), sum: sumOf(signed.data) });
    const maps: Partial<Record<Method, Drawn>> = {
      saliency: { map: map.data, sum: sumOf(gradient.data) },
      "times-input": drawn(await gradientTimesInputGpu(subject, {})),
      guided: drawn(await guidedBackpropGpu(subject, {})),
      deconvnet: drawn(await deconvnetGpu(subject, {})),
      "grad-cam": drawn(await gradCamGpu(subject, { layer: LAYER })),
      "guided-grad-cam": drawn(await guidedGradCamGpu(subject, { layer: LAYER })),
    };
    const grey = { shape: subject.image.shape, data: new Float64Array(subject.image.data.length) };
    return { maps, difference: (await subject.value()) - (await subject.valueAt(grey)) };
  } finally {
    subject.dispose();
  }
}

/** Where the picture changes its brightness: what can be drawn without any network. */
const edgesOf = ({ pixels }: EmojiScene): Drawn => {
  const map = Float64Array.from(gradients({ width: SCENE_SIDE, height: SCENE_SIDE, channels: 3, data: pixels }, false).magnitude);
  return { map, sum: sumOf(map) };
};

interface Boxed {
  readonly objects: SceneRecord["objects"];
  readonly asked: number;
}
const readingOf = (map: ArrayLike<number>, { objects, asked }: Boxed): Reading => ({
  rough: roughness(map),
  spread: spread(map),
  own: heatIn(map, objects[asked].box),
  other: heatIn(map, objects[1 - asked].box),
});

/** How far apart readings must be: what an eye tells without measuring, and what printed numbers tell without a doubt. */
const CLEAR = { rough: 2, spread: 1.25, share: 20, moves: 12, greyest: 15, grey: 4, sum: 0.25, complete: 0.05, difference: 1 } as const;

/** Whether the readings of one scene tell its maps apart: first those that are seen, then those that are counted. */
function seenApart(of: (method: Method) => Reading): boolean {
  const [saliency, guided, product, cam] = (["saliency", "guided", "guided-grad-cam", "grad-cam"] as const).map(of);
  const share = ({ own, other }: Reading) => own - other;
  return (
    [saliency, guided, of("deconvnet"), product, of("edges")].every(({ rough }) => rough >= CLEAR.rough * cam.rough) &&
    [saliency, guided, of("deconvnet"), of("edges")].every((map) => share(product) >= share(map) + CLEAR.share) &&
    saliency.spread >= CLEAR.spread * guided.spread &&
    of("deconvnet").spread >= CLEAR.spread * saliency.spread
  );
}

/** What is read off the maps of one way back on a scene as it comes, not chosen for anything. Null where it does not hold two classes. */
export async function quickReading(gpu: GpuNetwork, scene: EmojiScene, asked: number): Promise<Partial<Record<Method, Reading>> | null> {
  if (!fits(scene)) return null;
  const { maps } = await quickMaps(gpu, scene, scene.objects[asked].label);
  return Object.fromEntries(Object.entries(maps).map(([method, { map }]) => [method, readingOf(map, { objects: scene.objects, asked })]));
}

export interface SceneMaps {
  readonly record: SceneRecord;
  /** As they stand in METHODS, then TWINS. */
  readonly maps: readonly Float64Array[];
  readonly scene: EmojiScene;
}

/**
 * Scene n and its maps for object n modulo 2: null unless they can be told apart, by eye and by their numbers. What is quick to work out is
 * asked first.
 */
export async function sceneMaps(gpu: GpuNetwork, number: number, atlases: readonly Atlas[]): Promise<SceneMaps | null> {
  const scene = bankScene(number, atlases);
  if (!fits(scene)) return null;
  const asked = number % 2;
  const boxed: Boxed = { objects: scene.objects.map(({ label, box: [x1, y1, x2, y2] }) => ({ label, box: [x1, y1, x2, y2] })), asked };
  const { label } = scene.objects[asked];
  const question = { gpu, image: networkInput(scene.pixels, SCENE_SIDE), target: { logit: label } };

  const own = await quickMaps(gpu, scene, label);
  if (!(own.difference >= CLEAR.difference)) return null;
  const known: Partial<Record<Method, Drawn>> = { ...own.maps, edges: edgesOf(scene) };
  const mapOf = (method: Method) => known[method]?.map ?? new Float64Array(PLANE);
  if (!seenApart((method) => readingOf(mapOf(method), boxed))) return null;
  const off = (method: Method) => Math.abs((known[method]?.sum ?? 0) - own.difference) / own.difference;
  const misses = (methods: readonly Method[]) => methods.every((method) => off(method) >= CLEAR.sum);
  if (!misses(["times-input", "saliency"])) return null;

  const share = (method: Method) => {
    const map = mapOf(method);
    const most = map.reduce((a, b) => Math.max(a, b), 0);
    return (pixel: number) => (most > 0 ? map[pixel] / most : 0);
  };
  const away = (pixel: number) => Math.max(...[0, 1, 2].map((c) => Math.abs(question.image.data[c * PLANE + pixel])));
  const slope = share("saliency");
  const greys = Array.from({ length: PLANE }, (_, at) => at).filter((at) => away(at) <= GREY && 100 * slope(at) >= CLEAR.greyest);
  if (greys.length === 0) return null;

  const beside = await quickMaps(gpu, scene, scene.objects[1 - asked].label);
  const twins = TWINS.map((method) => beside.maps[method]?.map ?? new Float64Array(PLANE));
  const moves = (at: number) => readingOf(mapOf(TWINS[at]), boxed).own - readingOf(twins[at], boxed).own;
  // The plain gradient need not move: it is told by its dust.
  if (!TWINS.every((method, at) => method === "saliency" || moves(at) >= CLEAR.moves)) return null;

  const random = seeded(`saliency/two/${number}`);
  const passes: Partial<Record<Method, number>> = {};
  const drawPasses = (method: Method) => (passes[method] = random.int(24, 40));
  const path = await explainOnGpu(integratedGradientsGpu, question, { steps: drawPasses("integrated") });
  known.integrated = { map: sizes(path.map), sum: path.sum };
  if (off("integrated") > CLEAR.complete) return null;
  const head = createGpuNetwork(randomizeLayers(gpu.network, ["logits"], `saliency/two/${number}`));
  const lost = await explainOnGpu(integratedGradientsGpu, { ...question, gpu: head }, { steps: drawPasses("random-head") }).finally(() =>
    head.dispose(),
  );
  known["random-head"] = { map: sizes(lost.map), sum: lost.sum };
  if (!misses(["random-head"])) return null;
  const smooth = await explainOnGpu(smoothGradGpu, question, { seed: `saliency/two/${number}`, samples: drawPasses("smoothgrad") });
  known.smoothgrad = { map: smooth.map.data, sum: sumOf(smooth.gradient.data) };

  const averaged = share("smoothgrad");
  const pixel = greys.reduce((a, b) => (Math.min(slope(b), averaged(b)) > Math.min(slope(a), averaged(a)) ? b : a));
  const grey = (method: Method) => Math.round(100 * share(method)(pixel));
  const least = Math.min(grey("saliency"), grey("smoothgrad"));
  const fades = (["times-input", "integrated", "random-head"] as const).every((method) => least >= CLEAR.grey * grey(method));
  if (least < CLEAR.greyest || !fades || !misses(["smoothgrad"])) return null;

  const recorded = (method: Method): Recorded => {
    const twin = twins[TWINS.findIndex((name) => name === method)];
    return {
      ...readingOf(mapOf(method), boxed),
      twin: twin ? { ...readingOf(twin, boxed), likeness: Math.round(100 * rankCorrelation(mapOf(method), twin)) } : null,
      numbers: COUNTED.includes(method)
        ? { grey: grey(method), sum: Math.round(10 * (known[method]?.sum ?? 0)), passes: passes[method] ?? 1 }
        : null,
    };
  };
  const record: SceneRecord = {
    number,
    ...boxed,
    pixel,
    difference: Math.round(10 * own.difference),
    maps: Object.fromEntries(METHODS.map((method) => [method, recorded(method)])) as Record<Method, Recorded>,
    strip: seeded(`saliency/strip/${number}`).shuffle(Array.from({ length: STRIP }, (_, i) => i)),
  };
  return { record, maps: [...METHODS.map(mapOf), ...twins], scene };
}
