/** Pictures that were looked at before: what is on screen before the engine has answered, and what a network said while it was trained. */
import type { Heard, Looked } from "./looked";
import recording from "./recorded.json" with { type: "json" };
import training from "./training.json" with { type: "json" };

/** Numbers in base64, two bytes each: step · integer. */
export interface Packed {
  readonly step: number;
  readonly data: string;
}
type PackedSaid = Readonly<Record<"logits" | "boxes", Packed>>;
interface PackedHeard {
  readonly layers: readonly [PackedSaid, PackedSaid];
  readonly attention: Packed;
  readonly encoder: Packed;
  readonly references: Packed;
}
export interface Recording extends PackedHeard, Pick<Looked, "objects" | "seen"> {
  readonly drawing: string;
}

/** The same queries on the first scene while a network was trained: a run of its own, by the recipe of the one that ships. */
export interface Training {
  /** The length that the run was planned for: its learning rate falls to 0 there. */
  readonly planned: number;
  readonly batch: number;
  readonly seed: string;
  readonly at: readonly (PackedHeard & { readonly step: number; readonly loss: number | null })[];
}

function numbersOf({ step, data }: Packed): Float32Array {
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
  const view = new DataView(bytes.buffer);
  return Float32Array.from({ length: bytes.length / 2 }, (_, i) => step * view.getInt16(2 * i, true));
}

const heard = ({ layers, attention, encoder, references }: PackedHeard): Heard => {
  const said = ({ logits, boxes }: PackedSaid) => ({ logits: numbersOf(logits), boxes: numbersOf(boxes) });
  return {
    layers: [said(layers[0]), said(layers[1])],
    attention: numbersOf(attention),
    encoder: numbersOf(encoder),
    references: numbersOf(references),
  };
};

const recorded = recording as unknown as readonly Recording[];
const unpacked = new Map<number, Looked>();

/** The recorded answer to this scene, or null: the first two are. */
export function recordedAnswer(scene: number): Looked | null {
  const packed = recorded[scene - 1];
  if (!packed) return null;
  const known = unpacked.get(scene) ?? {
    ...heard(packed),
    seen: packed.seen,
    drawing: JSON.parse(packed.drawing),
    objects: packed.objects,
  };
  unpacked.set(scene, known);
  return known;
}
export function recordedLook(): Looked {
  const looked = recordedAnswer(1);
  if (!looked) throw new Error("the first scene is recorded");
  return looked;
}

const run = training as unknown as Training;
export const TRAINING_STEPS: readonly number[] = run.at.map(({ step }) => step);
export const TRAINING_PLANNED = run.planned;

const stages = new Map<number, Heard>();
/** What the queries said of the first scene after that many steps of the run. @param at index into TRAINING_STEPS */
export function duringTraining(at: number): Heard {
  const stage = stages.get(at) ?? heard(run.at[at]);
  stages.set(at, stage);
  return stage;
}
