/**
 * node scripts/run.mjs scripts/focal/record-losses.ts [--scenes 60] [--steps 100]
 * Every anchor and class of our RetinaNet over validation scenes, at four moments: untrained without the prior, untrained with it, after
 * `--steps` steps (trained here, 10 minutes on a slow core, by the recipe of the shipped run), and as it ships. Writes
 * content/topics/focal-loss/losses.json (logits as a fine histogram, in the sense of the target: z = x for an object's own class, −x for
 * everything else, so that p_t = σ(z)), places.json (the same cell by cell for a few scenes) and public/focal/<scene>.webp.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import sharp from "sharp";
import {
  placeOfAnchor,
  packHistogram,
  packPlaces,
  type LossRecord,
  type Moment,
  type PlacesRecord,
} from "@/content/topics/focal-loss/recording";
import { anchorRows } from "@/lib/engine/detectors/anchored/rows";
import { unpackModel, type ModelFile, type ModelParts, type StoredModel } from "@/lib/engine/detectors/files/weights";
import { RETINANET } from "@/lib/engine/detectors/retinanet/detect.gpu";
import { RETINANET_LEVELS } from "@/lib/engine/detectors/retinanet/layers";
import { retinanetTarget } from "@/lib/engine/detectors/retinanet/targets";
import { VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE, type EmojiScene } from "@/lib/engine/scenes/emoji";
import { MuonAdam } from "@/lib/engine/train/optimizer.gpu";
import { startBackend } from "../training/backend";
import { DETECTOR_TEST, loadSources, testScene } from "../training/data";
import { pack } from "../training/finish";
import { retinanet } from "../training/retinanet";
import { trainStep } from "../training/step";
import { initialRetinaNet } from "./initial";

const TOPIC = "content/topics/focal-loss";
const PICTURES = "public/focal";
/** The shipped run was planned for as many steps: the learning rate's schedule. */
const PLANNED = 1000;
/** Scenes whose places are kept: with few and with many objects. */
const SHOWN = 4;
const CLASSES = VOC_CLASSES.length;

const { values } = parseArgs({ options: { scenes: { type: "string", default: "60" }, steps: { type: "string", default: "100" } } });
const count = Number(values.scenes);
const steps = Number(values.steps);

await startBackend();
const sources = await loadSources();
const scenes = Array.from({ length: count }, (_, i) => testScene(sources, DETECTOR_TEST, "seen", "validation", i));
const targets = scenes.map(({ objects }) =>
  retinanetTarget(
    objects.flatMap(({ box }) => [...box]),
    objects.map(({ label }) => label),
  ),
);

const folded = (parts: ModelParts): StoredModel => {
  const { file, bytes } = pack(retinanet, parts);
  return unpackModel(file, bytes);
};

/** The same without the prior: every class starts at a half. */
const withoutPrior = ({ networks, ...rest }: ModelParts): ModelParts => {
  const { head } = networks;
  const { cls } = head.weights;
  return {
    ...rest,
    networks: {
      ...networks,
      head: { ...head, weights: { ...head.weights, cls: { ...cls, bias: new Float64Array(cls.bias?.length ?? 0) } } },
    },
  };
};

interface Looked {
  readonly moment: Moment;
  readonly places: readonly ReturnType<typeof packPlaces>[];
}

async function look(id: Moment["id"], step: number, model: StoredModel): Promise<Looked> {
  const detector = RETINANET.load(model);
  const object: number[] = [];
  const background: number[] = [];
  const places: ReturnType<typeof packPlaces>[] = [];
  for (let i = 0; i < count; i++) {
    const [{ parts }] = await detector.detect([scenes[i].pixels], { score: 2 });
    const logits = RETINANET_LEVELS.flatMap(({ name }) => [...anchorRows(parts[`${name}/cls`], CLASSES)]);
    const { classes, counted } = targets[i];
    const entries = logits.flatMap((x, at) =>
      counted[Math.floor(at / CLASSES)] > 0
        ? [{ z: classes[at] > 0 ? x : -x, object: classes[at] > 0, place: placeOfAnchor(Math.floor(at / CLASSES)) }]
        : [],
    );
    for (const entry of entries) (entry.object ? object : background).push(entry.z);
    if (i < SHOWN) places.push(packPlaces(entries));
  }
  detector.dispose();
  console.log(`${id}: ${object.length} of an object, ${background.length} of background`);
  return { moment: { id, step, object: packHistogram(object), background: packHistogram(background) }, places };
}

const looked: Looked[] = [];
const model = initialRetinaNet(sources);
const untrained = await model.export();
looked.push(await look("no-prior", 0, folded(withoutPrior(untrained))));
looked.push(await look("prior", 0, folded(untrained)));
const optimizer = new MuonAdam(model.slots(), retinanet.optimizer);
const start = performance.now();
for (let step = 0; step < steps; step++) {
  const loss = await trainStep(retinanet, model, optimizer, sources, { step, steps: PLANNED, batch: retinanet.batch, seed: "1" });
  if (step % 10 === 9) console.log(`step ${step + 1}  loss ${loss.toFixed(3)}  ${((performance.now() - start) / 1000).toFixed(0)} s`);
}
looked.push(await look("early", steps, folded(await model.export())));
const card = JSON.parse(readFileSync("public/models/retinanet/card.json", "utf8")) as { training: { steps: number } };
const shipped = unpackModel(
  JSON.parse(readFileSync("public/models/retinanet/model.json", "utf8")) as ModelFile,
  readFileSync("public/models/retinanet/weights.bin"),
);
looked.push(await look("late", card.training.steps, shipped));

const boxesOf = ({ objects }: EmojiScene) => objects.map(({ label, box }) => ({ label, box: [...box] }));
const losses: LossRecord = {
  scenes: count,
  anchors: targets.reduce((sum, { counted }) => sum + counted.reduce((all, one) => all + one, 0), 0),
  moments: looked.map(({ moment }) => moment),
};
const places: PlacesRecord = {
  scenes: scenes.slice(0, SHOWN).map((scene, i) => ({
    drawing: scene.drawing,
    objects: boxesOf(scene),
    moments: Object.fromEntries(looked.map(({ moment, places: all }) => [moment.id, all[i]])),
  })),
};
writeFileSync(`${TOPIC}/losses.json`, `${JSON.stringify(losses)}\n`);
writeFileSync(`${TOPIC}/places.json`, `${JSON.stringify(places)}\n`);
mkdirSync(PICTURES, { recursive: true });
for (let i = 0; i < SHOWN; i++) {
  await sharp(Buffer.from(scenes[i].pixels), { raw: { width: SCENE_SIDE, height: SCENE_SIDE, channels: 3 } })
    .webp({ quality: 90, effort: 6 })
    .toFile(`${PICTURES}/${i}.webp`);
}
