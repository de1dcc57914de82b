/** Drawn scenes in the worker: the palette's pictures and the true pixels of what was put together. */
import type { TaskContext } from "@/lib/challenges/task";
import { VOC_CLASSES } from "@/lib/engine/scenes";
import { placedScene, turnOf, type Atlas, type PlacedItem } from "@/lib/engine/scenes/emoji";
import type { DrawnItem, DrawnScene } from "./drawn";
import type { PlacedRaceScene, RaceStamp } from "./race";

/** Every drawing of a class over the atlases' styles, style after style. */
function drawingsOf(atlases: readonly Atlas[], label: number) {
  return atlases.flatMap(({ style, byLabel }) => byLabel[label].map((drawing, sprite) => ({ style, sprite, drawing })));
}

function itemOf(
  atlases: readonly Atlas[],
  { label, pick, x, y, size, tilt, flip }: DrawnItem,
): { item: PlacedItem; frame: readonly [number, number] } {
  const drawings = drawingsOf(atlases, label);
  const { style, sprite, drawing } = drawings[pick % drawings.length];
  // Four decimals: Math.tan may differ in its last bits between engines, the scene's pixels may not.
  const half = Math.round(Math.tan((tilt * Math.PI) / 360) * 1e4) / 1e4;
  const { cos, sin } = turnOf(half);
  const longer = Math.max(drawing.width, drawing.height);
  const [w, h] = [drawing.width / longer, drawing.height / longer];
  return {
    item: { label, sprite, style, cx: x, cy: y, size, flip, tilt: half },
    frame: [Math.abs(cos) * w + Math.abs(sin) * h, Math.abs(sin) * w + Math.abs(cos) * h],
  };
}

/** A scene as the learner put it together. */
export async function placed({ items, background, seed, held }: DrawnScene, { pictures }: TaskContext): Promise<PlacedRaceScene> {
  const atlases = await pictures.atlases(held);
  const chosen = items.map((item) => itemOf(atlases, item));
  const made = placedScene(
    chosen.map(({ item }) => item),
    { atlases, background, seed: `race ${seed}` },
  );
  const objects = made.objects.map(({ label, box }) => ({ label, box: [box[0], box[1], box[2], box[3]] as const }));
  return {
    scene: { pixels: Uint8Array.from(made.pixels), side: made.side, objects, drawing: made.drawing },
    items: made.items,
    frames: chosen.map(({ frame }) => frame),
  };
}

/** One picture of each class, in the order of VOC_CLASSES. */
export async function stamps({ held }: { readonly held: boolean }, { pictures }: TaskContext): Promise<RaceStamp[]> {
  const atlases = await pictures.atlases(held);
  return VOC_CLASSES.map((_, label) => {
    const [{ style, drawing }, ...others] = drawingsOf(atlases, label);
    return { style, sprite: drawing.name, drawings: 1 + others.length };
  });
}
