/**
 * Sizes, padding and receptive fields: the integer arithmetic of a network, without its weights.
 * Source: recursion r ← r + (k − 1)·j, j ← j·s, start ← start − pad·j (Dumoulin & Visin, arXiv:1603.07285; Araujo et al., Distill 2019).
 */
import { EngineInputError } from "../errors";
import type { BoxXYXY } from "../boxes/types";
import type { Network, Padding } from "./types";

/**
 * Output length and padding before of a window along one axis.
 * Worked number: n = 112, kernel 3, stride 2: "same" gives 56 cells, 0 padded before (and 1 after); pad 1 gives 56 and 1.
 * @throws EngineInputError when no window fits.
 */
export function windowAxis(n: number, kernel: number, stride: number, pad: Padding): { size: number; before: number } {
  if (!Number.isInteger(kernel) || kernel < 1) throw new EngineInputError("kernel", "must be a positive integer", kernel);
  if (!Number.isInteger(stride) || stride < 1) throw new EngineInputError("stride", "must be a positive integer", stride);
  if (pad === "same") {
    const size = Math.ceil(n / stride);
    return { size, before: Math.floor(Math.max((size - 1) * stride + kernel - n, 0) / 2) };
  }
  const before = pad === "valid" ? 0 : pad;
  if (!Number.isInteger(before) || before < 0) throw new EngineInputError("pad", 'must be "same", "valid" or a whole number of cells', pad);
  const size = Math.floor((n + 2 * before - kernel) / stride) + 1;
  if (size < 1) throw new EngineInputError("kernel", `does not fit into a padded length of ${n + 2 * before}`, kernel);
  return { size, before };
}

/**
 * The receptive field of a layer's units along one axis: unit i reads the pixels [start + i·jump, start + i·jump + size),
 * which may reach outside the image where it is padded.
 */
export interface Field {
  readonly size: number;
  readonly jump: number;
  readonly start: number;
}

/** Both axes differ only in `start`, and only when "same" padding meets a non-square image. */
export interface ReceptiveField {
  readonly size: number;
  readonly jump: number;
  readonly startX: number;
  readonly startY: number;
}

const PIXEL_FIELD: Field = { size: 1, jump: 1, start: 0 };

/** The field after one more window: size + (kernel − 1)·jump, jump·stride, start − before·jump. */
function throughWindow(field: Field, window: { kernel: number; stride: number; before: number }): Field {
  return {
    size: field.size + (window.kernel - 1) * field.jump,
    jump: field.jump * window.stride,
    start: field.start - window.before * field.jump,
  };
}

/** A convolution or pooling window for the arithmetic alone. `stride` defaults to 1, `pad` to 0. */
export interface WindowSpec {
  readonly kernel: number;
  readonly stride?: number;
  readonly pad?: Padding;
}

/**
 * Receptive fields of a stack of windows on an axis of `n` pixels, one entry for each window.
 * Worked number: AlexNet's (11,4) (3,2) (5,1,2) (3,2) (3,1,1)×3 (3,2) on 227 pixels ends in size 195, jump 32.
 */
export function stackFields(windows: readonly WindowSpec[], n: number): (Field & { readonly cells: number })[] {
  let field = PIXEL_FIELD;
  let cells = n;
  return windows.map(({ kernel, stride = 1, pad = 0 }) => {
    const { size, before } = windowAxis(cells, kernel, stride, pad);
    field = throughWindow(field, { kernel, stride, before });
    cells = size;
    return { ...field, cells };
  });
}

/**
 * The receptive field of every layer whose output is a map. Where branches meet (add, concat) the field is the
 * smallest interval that holds all of them; they must agree in jump. After `upsample` the jump is divided by the factor.
 * @returns fields by layer name; layers from global pooling or flattening on have none (they read the whole image).
 */
export function receptiveFields(network: Network): Readonly<Record<string, ReceptiveField>> {
  const out: Record<string, ReceptiveField> = {};
  const found: (ReceptiveField | null)[] = [];
  const image: ReceptiveField = { size: 1, jump: 1, startX: 0, startY: 0 };
  network.layers.forEach((layer) => {
    const before = layer.from.map((i) => (i < 0 ? image : found[i]));
    let field = before.reduce((a, b) => (a && b ? union(a, b) : null));
    if (field && layer.shape.length !== 3) field = null;
    if (field && (layer.type === "conv" || layer.type === "maxpool" || layer.type === "avgpool")) {
      const x = throughWindow({ size: field.size, jump: field.jump, start: field.startX }, { ...layer, before: layer.padLeft });
      const y = throughWindow({ size: field.size, jump: field.jump, start: field.startY }, { ...layer, before: layer.padTop });
      field = { size: x.size, jump: x.jump, startX: x.start, startY: y.start };
    } else if (field && layer.type === "upsample") {
      // Cells 0 … factor−1 read the same unit: the interval grows so that start + i·jump covers each of them.
      const jump = field.jump / layer.factor;
      const slack = field.jump - jump;
      field = { size: field.size + slack, jump, startX: field.startX - slack, startY: field.startY - slack };
    }
    found.push(field);
    if (field) out[layer.name] = field;
  });
  return out;
}

function union(a: ReceptiveField, b: ReceptiveField): ReceptiveField | null {
  if (a.jump !== b.jump) return null;
  const startX = Math.min(a.startX, b.startX);
  const startY = Math.min(a.startY, b.startY);
  const end = Math.max(a.startX + a.size - startX, b.startX + b.size - startX, a.startY + a.size - startY, b.startY + b.size - startY);
  return { size: end, jump: a.jump, startX, startY };
}

/**
 * The pixels one unit reads, as a box; parts outside the image are kept unless `clipTo` [height, width] is given.
 * Worked number: size 8, jump 2, start −3, unit (row 1, column 2): [1, −1, 9, 7].
 */
export function fieldBox(field: ReceptiveField, row: number, column: number, clipTo?: readonly [number, number]): BoxXYXY {
  const x1 = field.startX + column * field.jump;
  const y1 = field.startY + row * field.jump;
  const box = [x1, y1, x1 + field.size, y1 + field.size] as const;
  if (!clipTo) return box;
  const [height, width] = clipTo;
  const clamp = (v: number, high: number) => Math.min(Math.max(v, 0), high);
  return [clamp(box[0], width), clamp(box[1], height), clamp(box[2], width), clamp(box[3], height)];
}
