/** Numbers of a 3×3, row by row: a kernel's weights or a patch's pixels. One list a channel. */
type Nines = readonly (readonly number[])[];

/**
 * pick: the loudest of the patches · rank: the patches by their response, loudest first · slide: responses at places of a map, stride 2,
 * after bias and ReLU · weights: weights of the kernel from the responses of three patches.
 */
export type Task = "pick" | "rank" | "slide" | "weights";

export interface View {
  readonly task: Task;
  /** Null: a weight that is asked for. */
  readonly kernel: readonly (readonly (number | null)[])[];
  readonly bias: number;
  readonly patches: readonly Nines[];
  /** slide: the 5×5 map that the kernel slides over; elsewhere empty. */
  readonly map: readonly number[];
  /** slide: cells of the 3×3 that comes out; weights: cells of the kernel. */
  readonly asked: readonly number[];
  /** weights: what each patch gives, with the bias. */
  readonly responses: readonly number[];
}

export interface Answer {
  /** pick, rank: patches, the loudest first. */
  readonly order: readonly number[];
  /** slide, weights: entry i belongs to the i-th asked cell. */
  readonly values: readonly (number | null)[];
}

export const MAP_SIDE = 5;
export const KERNEL_SIDE = 3;
const STRIDE = 2;
export const PATCHES = 8;
/** Largest size of an answer's number. */
export const BOUND = 300;

/** How somebody works a response out. RIGHT is right; each misconception changes one thing. */
export interface Way {
  /** The kernel as it is laid on: as it stands, or turned by half a turn. */
  readonly laid: (nine: readonly (number | null)[]) => readonly (number | null)[];
  /** Channels that are added up; null: all. */
  readonly channels: number | null;
  readonly stride: number;
  readonly bias: boolean;
  readonly relu: boolean;
}
export const RIGHT: Way = { laid: (nine) => nine, channels: null, stride: STRIDE, bias: true, relu: true };

export const turned = <T>(nine: readonly T[]): readonly T[] => [...nine].reverse();

/** Place by place multiplied and added up, over all channels. A weight that is asked for counts as 0. */
export function dot(kernel: View["kernel"], patch: Nines, { laid, channels }: Way = RIGHT): number {
  return kernel.slice(0, channels ?? kernel.length).reduce((sum, nine, c) => {
    const weights = laid(nine);
    return weights.reduce<number>((part, weight, i) => part + (weight ?? 0) * patch[c][i], sum);
  }, 0);
}

export const responsesOf = ({ kernel, patches }: View, way: Way = RIGHT): number[] => patches.map((patch) => dot(kernel, patch, way));

/** Patches by a number, largest first; equal ones as they stand. */
export const byNumber = (numbers: readonly number[]): number[] => numbers.map((_, i) => i).sort((a, b) => numbers[b] - numbers[a] || a - b);

/** Cells of the map under the kernel at a cell of what comes out, −1 outside of the map. */
export function windowAt(cell: number, stride = STRIDE): number[] {
  const [top, left] = [Math.floor(cell / KERNEL_SIDE) * stride - 1, (cell % KERNEL_SIDE) * stride - 1];
  return Array.from({ length: 9 }, (_, i) => {
    const [y, x] = [top + Math.floor(i / KERNEL_SIDE), left + (i % KERNEL_SIDE)];
    return y < 0 || x < 0 || y >= MAP_SIDE || x >= MAP_SIDE ? -1 : y * MAP_SIDE + x;
  });
}

/** The patch of the map under the kernel, with 0 outside. */
export const patchAt = ({ map }: View, cell: number, stride = STRIDE): number[] =>
  windowAt(cell, stride).map((place) => (place < 0 ? 0 : map[place]));

/** A response on the map before its ReLU. */
export const slidTo = (view: View, cell: number, way: Way = RIGHT): number =>
  dot(view.kernel, [patchAt(view, cell, way.stride)], way) + (way.bias ? view.bias : 0);

const slid = (view: View, way: Way): number[] =>
  view.asked.map((cell) => {
    const sum = slidTo(view, cell, way);
    return way.relu ? Math.max(0, sum) : sum;
  });

/** One equation a patch: what the asked weights are multiplied by, and what they must add up to. */
export function equationsOf({ kernel, patches, responses, asked, bias }: View, way: Way = RIGHT) {
  const under = (patch: Nines) => way.laid(patch[0]) as readonly number[];
  return patches.map((patch, i) => ({
    factors: asked.map((cell) => under(patch)[cell]),
    rest: responses[i] - (way.bias ? bias : 0) - dot(kernel, patch, way),
  }));
}

/** The asked weights from as many equations, to the nearest whole number; null where they leave it open. */
function solved(view: View, way: Way): number[] | null {
  const rows = equationsOf(view, way).map(({ factors, rest }) => [...factors, rest]);
  const count = view.asked.length;
  for (let i = 0; i < count; i++) {
    const pivot = rows.findIndex((row, r) => r >= i && row[i] !== 0);
    if (pivot < 0) return null;
    [rows[i], rows[pivot]] = [rows[pivot], rows[i]];
    for (let r = 0; r < count; r++) {
      if (r === i) continue;
      const factor = rows[r][i] / rows[i][i];
      rows[r] = rows[r].map((value, c) => value - factor * rows[i][c]);
    }
  }
  return rows.map((row, i) => Math.min(BOUND, Math.max(-BOUND, Math.floor(row[count] / row[i] + 0.5))));
}

/** The numbers that a way gives: of a slide's cells, or of the weights. Null where there are none. */
export const valuesOf = (view: View, way: Way = RIGHT): number[] | null =>
  view.task === "slide" ? slid(view, way) : view.task === "weights" ? solved(view, way) : null;

/** What a way answers. */
export function answerOf(view: View, way: Way = RIGHT): Answer | null {
  if (view.task === "pick" || view.task === "rank") return ordered(view, responsesOf(view, way));
  const values = valuesOf(view, way);
  return values && { order: [], values };
}

/** The patches by some number, or the first of them, as an answer. */
export const ordered = (view: View, numbers: readonly number[]): Answer => ({
  order: byNumber(numbers).slice(0, view.task === "rank" ? numbers.length : 1),
  values: [],
});
