/**
 * npm run hog-report
 * What the lesson on HOG says of our own scenes: how far the descriptor moves when the picture becomes its negative or loses half of its
 * contrast, and how many objects the shipped templates find. Writes bench/hog-report.json and the topics' figures.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { changedImage, type Question } from "@/content/topics/hog-svm/described";
import { RECORDED } from "@/content/topics/hog-svm/recording";
import { descriptorOf, distance } from "@/content/topics/hog-svm/tasks";
import { iou, type BoxXYXY } from "@/lib/engine/boxes";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import { HOG_SVM } from "@/lib/engine/detectors/hog-svm/detect.gpu";
import { emojiScene, SCENE_SIDE, type EmojiObject } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import type { HogReport } from "./figures/hog";
import { nodeContext } from "./tasks/context";

const SCENES = 200;
const atlases = await nodeContext().pictures.atlases(false);
const sceneAt = (n: number) => emojiScene(`hog-report/${n}`, { atlases, objects: [1, 3] });
const scenes = Array.from({ length: SCENES }, (_, n) => sceneAt(n));

/** Mean distance of the changed picture's descriptor from the picture's own. */
function moved(change: Partial<Question>, how: Partial<Question> = {}): number {
  const all = scenes.map(({ pixels }) => {
    const [plain, changed] = [
      { ...RECORDED, ...how },
      { ...RECORDED, ...how, ...change },
    ];
    return distance(
      descriptorOf(changedImage(pixels, changed), changed).descriptor,
      descriptorOf(changedImage(pixels, plain), plain).descriptor,
    );
  });
  return all.reduce((sum, value) => sum + value, 0) / all.length;
}

/** One class and one box for every picture: the commonest class of other scenes, with their median size, in the middle. */
function blindGuess(): { readonly label: number; readonly box: BoxXYXY } {
  const objects = Array.from({ length: SCENES }, (_, n) => sceneAt(SCENES + n)).flatMap((scene) => scene.objects);
  const count = (label: number) => objects.filter((each) => each.label === label).length;
  const label = objects.reduce((best, each) => (count(each.label) > count(best) ? each.label : best), 0);
  const median = (of: (box: BoxXYXY) => number) => objects.map(({ box }) => of(box)).sort((a, b) => a - b)[Math.floor(objects.length / 2)];
  const [w, h] = [median(([x1, , x2]) => x2 - x1), median(([, y1, , y2]) => y2 - y1)];
  return { label, box: [(SCENE_SIDE - w) / 2, (SCENE_SIDE - h) / 2, (SCENE_SIDE + w) / 2, (SCENE_SIDE + h) / 2] };
}

const file = JSON.parse(readFileSync("public/models/hog-svm/model.json", "utf8")) as ModelFile;
const detector = HOG_SVM.load(unpackModel(file, readFileSync("public/models/hog-svm/weights.bin")));
const guess = blindGuess();
const covers = (found: readonly { readonly label: number; readonly box: BoxXYXY }[], { label, box }: EmojiObject) =>
  found.some((each) => each.label === label && iou(each.box, box) >= 0.5);
let [objects, found, blind] = [0, 0, 0];
for (const scene of scenes) {
  const [{ detections }] = await detector.detect([scene.pixels]);
  for (const object of scene.objects) {
    objects++;
    if (covers(detections, object)) found++;
    if (covers([guess], object)) blind++;
  }
}

const report: HogReport = {
  scenes: SCENES,
  seeds: "hog-report/0 …",
  negative: moved({ invert: true }),
  negativeSigned: moved({ invert: true }, { signed: true, bins: 18 }),
  contrast: moved({ contrast: 0.5 }),
  contrastRaw: moved({ contrast: 0.5 }, { norm: "none" }),
  objects,
  found: found / objects,
  blind: blind / objects,
};
writeFileSync("bench/hog-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
