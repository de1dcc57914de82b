/**
 * npm run yolo-report
 * What the lesson on YOLO says of our own: whose cell finds an object, what confidences say, how a cell's two boxes share the work, and
 * what becomes of two objects in one cell, with three other detectors beside it. Writes bench/yolo-report.json and the topics' figures.json.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { encodeYoloCell, iou, type BoxXYXY } from "@/lib/engine/boxes";
import { CENTERNET } from "@/lib/engine/detectors/centernet/detect.gpu";
import { FASTER_RCNN } from "@/lib/engine/detectors/faster-rcnn/detect.gpu";
import { unpackModel, type ModelFile } from "@/lib/engine/detectors/files/weights";
import type { DetectorKind } from "@/lib/engine/detectors/loaded.gpu";
import { SSD } from "@/lib/engine/detectors/ssd/detect.gpu";
import { YOLO } from "@/lib/engine/detectors/yolo/detect.gpu";
import { yoloGrid } from "@/lib/engine/detectors/yolo/grid";
import { YOLO_HEAD } from "@/lib/engine/detectors/yolo/layers";
import { decodeYolo, yoloCellLength, yoloResponsibility } from "@/lib/engine/match";
import { seeded } from "@/lib/engine/random";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { emojiScene, placedScene, SCENE_SIDE, type PlacedItem } from "@/lib/engine/scenes/emoji";
import { writeFigures } from "./figures";
import { APART, RACED, type YoloReport } from "./figures/yolo";
import { correlation, mean } from "./numbers";
import { nodeContext } from "./tasks/context";
import { startBackend } from "./training/backend";

const [SCENES, PLACED] = [200, 150];
/** A box that is right: IoU with its object. */
const HIT = 0.5;
const CELL = SCENE_SIDE / YOLO_HEAD.S;
const LENGTH = yoloCellLength(YOLO_HEAD);

const load = (kind: DetectorKind) => {
  const folder = `public/models/${kind.name}`;
  const file = JSON.parse(readFileSync(`${folder}/model.json`, "utf8")) as ModelFile;
  return kind.load(unpackModel(file, readFileSync(`${folder}/weights.bin`)));
};
await startBackend();
const atlases = await nodeContext().pictures.atlases(false);
const yolo = load(YOLO);

/** The grid with one cell's numbers alone, or with that cell's left out: every confidence elsewhere is 0. */
const withOnly = (grid: Float64Array, cell: number, only: boolean): Float64Array =>
  grid.map((value, i) => ((Math.floor(i / LENGTH) === cell) === only ? value : 0));

const found = { own: 0, neighbour: 0, missed: 0 };
const confidence = { object: [] as number[], empty: [] as number[] };
const answering = { confidence: [] as number[], iou: [] as number[], first: [] as number[], second: [] as number[] };
/** Of every object: its size and shape, which box answers, and whether its scene is of the first half. */
const sizes: { readonly size: number; readonly shape: number; readonly first: boolean; readonly early: boolean }[] = [];
const blind: number[] = [];
let [objects, named] = [0, 0];
for (let n = 0; n < SCENES; n++) {
  const scene = emojiScene(`yolo-report/${n}`, { atlases });
  const [{ parts }] = await yolo.detect([scene.pixels]);
  const grid = yoloGrid(parts.grid);
  const surest = (cell: number) => Math.max(...Array.from({ length: YOLO_HEAD.B }, (_, b) => grid[cell * LENGTH + 5 * b + 4]));
  const cells = scene.objects.map(({ box }) => {
    const { row, column } = encodeYoloCell(box, SCENE_SIDE, SCENE_SIDE, YOLO_HEAD.S);
    return row * YOLO_HEAD.S + column;
  });
  for (let cell = 0; cell < YOLO_HEAD.S ** 2; cell++) confidence[cells.includes(cell) ? "object" : "empty"].push(surest(cell));
  scene.objects.forEach(({ label, box }, i) => {
    objects++;
    const finds = (only: boolean) =>
      decodeYolo(withOnly(grid, cells[i], only), YOLO_HEAD, { score: YOLO.shown, nms: 1 }).detections.some(
        (each) => each.label === label && iou(each.box, box) >= HIT,
      );
    found[finds(true) ? "own" : finds(false) ? "neighbour" : "missed"]++;
    const values = Array.from(grid.subarray(cells[i] * LENGTH + 5 * YOLO_HEAD.B, (cells[i] + 1) * LENGTH));
    if (values.indexOf(Math.max(...values)) === label) named++;
    const covered = [0, 1].map((axis) => Math.floor((box[axis + 2] - 1e-9) / CELL) - Math.floor(box[axis] / CELL) + 1);
    blind.push(1 / (covered[0] * covered[1]));
  });
  const flat = scene.objects.flatMap(({ box }) => [...box]);
  for (const { cell, box, iou: overlap } of yoloResponsibility(
    grid,
    flat,
    scene.objects.map(({ label }) => label),
    YOLO_HEAD,
  )) {
    const o = (cell[0] * YOLO_HEAD.S + cell[1]) * LENGTH + 5 * box;
    answering.confidence.push(grid[o + 4]);
    answering.iou.push(overlap);
    answering[box === 0 ? "first" : "second"].push(SCENE_SIDE * Math.sqrt(Math.max(0, grid[o + 2] * grid[o + 3])));
    const object = scene.objects[cells.indexOf(cell[0] * YOLO_HEAD.S + cell[1])].box;
    const [w, h] = [object[2] - object[0], object[3] - object[1]];
    sizes.push({ size: Math.sqrt(w * h), shape: w / h, first: box === 0, early: n < SCENES / 2 });
  }
}

/** How often a bound on an object's size, or shape, tells which box answers: the bound is chosen on one half of the scenes, tried on the other. */
function guessedBy(of: "size" | "shape"): number {
  const right = (list: typeof sizes, bound: number, above: boolean) =>
    mean(list.map((each) => Number(each[of] >= bound === (above === each.first))));
  const [early, late] = [sizes.filter((each) => each.early), sizes.filter((each) => !each.early)];
  const rules = early.flatMap((each) => [true, false].map((above) => ({ bound: each[of], above })));
  const best = rules.reduce((a, b) => (right(early, b.bound, b.above) > right(early, a.bound, a.above) ? b : a));
  return right(late, best.bound, best.above);
}

/** A small drawing on a large one of another class, their centres so many cells apart. */
function pairOf(n: number, apart: number): readonly PlacedItem[] {
  const random = seeded(`yolo-report/shared/${n}`);
  const [large, small] = random.shuffle(VOC_CLASSES.map((_, label) => label));
  const [styleA, styleB] = [random.pick(atlases).style, random.pick(atlases).style];
  const [column, row] = [random.int(2, 4), random.int(2, 4)];
  // Both a good way inside their cells, and at the same place there.
  const [dx, dy] = [random.between(5, CELL - 5), random.between(5, CELL - 5)];
  const [sx, sy] = random.pick([
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const);
  const at = (c: number, r: number) => ({ cx: c * CELL + dx, cy: r * CELL + dy });
  return [
    { label: large, sprite: 0, style: styleA, ...at(column, row), size: random.between(56, 72) },
    { label: small, sprite: 0, style: styleB, ...at(column + apart * sx, row + apart * sy), size: random.between(26, 32) },
  ];
}

const raced = { yolo, ssd: load(SSD), centernet: load(CENTERNET), "faster-rcnn": load(FASTER_RCNN) };
const shared = {} as Record<(typeof RACED)[number], number[]>;
for (const name of RACED) shared[name] = APART.map(() => 0);
let pairs = 0;
for (let n = 0; pairs < PLACED; n++) {
  const scenes = APART.map((apart) => placedScene(pairOf(n, apart), { atlases, background: "flat", seed: n }));
  // Both can be seen at every distance.
  if (scenes.some(({ items }) => items.length < 2)) continue;
  pairs++;
  for (const [at, { pixels, objects: placed }] of scenes.entries())
    for (const name of RACED) {
      const [{ detections }] = await raced[name].detect([pixels]);
      const sees = ({ label, box }: { readonly label: number; readonly box: BoxXYXY }) =>
        detections.some((each) => each.label === label && iou(each.box, box) >= HIT);
      if (placed.every(sees)) shared[name][at]++;
    }
}

const share = (count: number, of: number) => count / of;
const rates = (name: (typeof RACED)[number]) => shared[name].map((count) => share(count, pairs));
const report: YoloReport = {
  scenes: SCENES,
  seeds: "yolo-report/0 …",
  objects,
  own: share(found.own, objects),
  neighbour: share(found.neighbour, objects),
  missed: share(found.missed, objects),
  blind: mean(blind),
  named: share(named, objects),
  cells: confidence.object.length,
  confidence: { object: mean(confidence.object), empty: mean(confidence.empty) },
  answering: answering.iou.length,
  correlation: correlation(answering.confidence, answering.iou),
  first: share(answering.first.length, answering.iou.length),
  sizes: [mean(answering.first), mean(answering.second)],
  guessed: {
    tried: sizes.filter(({ early }) => !early).length,
    size: guessedBy("size"),
    shape: guessedBy("shape"),
    always: mean(sizes.filter(({ early }) => !early).map(({ first }) => Number(first))),
  },
  pairs,
  shared: { yolo: rates("yolo"), ssd: rates("ssd"), centernet: rates("centernet"), "faster-rcnn": rates("faster-rcnn") },
};
writeFileSync("bench/yolo-report.json", `${JSON.stringify(report, null, 2)}\n`);
console.log(report);
writeFigures();
