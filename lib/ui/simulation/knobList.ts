import type { Text } from "@/lib/challenges/text";
import type { KnobDefaults, Knobs, KnobValue } from "../components/knobState";
import type { Depths } from "./DepthChooser";
import { within, wholeWithin } from "./knobValues";

/** The names of the knobs whose default is of a kind. */
type Named<D extends KnobDefaults, T extends KnobValue> = { [K in keyof D & string]: D[K] extends T ? K : never }[keyof D & string];

interface Always<D extends KnobDefaults> {
  /** Shown only while this holds. */
  readonly when?: (knobs: Knobs<D>) => boolean;
}

/** A knob on a line. */
export interface SliderKnob<D extends KnobDefaults> extends Always<D> {
  readonly kind: "slider";
  readonly name: Named<D, number>;
  readonly label: Text;
  /** The letter that the formula uses for it. */
  readonly symbol?: string;
  readonly unit?: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly format?: (value: number) => string;
}

/** One of a few, or, with `list`, of many. The first one stands for what an address may bring and nobody offers. */
export interface ChoiceKnob<D extends KnobDefaults> extends Always<D> {
  readonly kind: "choice";
  readonly name: Named<D, string | number>;
  readonly label: Text;
  readonly options: readonly { readonly value: string | number; readonly label: Text | string }[];
  readonly list?: boolean;
}

/** On or off. */
export interface SwitchKnob<D extends KnobDefaults> extends Always<D> {
  readonly kind: "switch";
  readonly name: Named<D, boolean>;
  readonly label: Text;
}

/** Several switches that belong together. */
export interface ChecksKnob<D extends KnobDefaults> extends Always<D> {
  readonly kind: "checks";
  readonly label: Text;
  readonly options: readonly { readonly name: Named<D, boolean>; readonly label: string }[];
  readonly columns?: 1 | 2 | 3;
}

/** One of a row of scenes, 1 … count. */
export interface SceneKnob<D extends KnobDefaults> extends Always<D> {
  readonly kind: "scene";
  readonly name: Named<D, number>;
  readonly count: number;
}

/** How deep the reader looks. */
export interface DepthKnob<D extends KnobDefaults> extends Always<D> {
  readonly kind: "depth";
  readonly name: Named<D, string>;
  readonly depths: Depths<string>;
}

export type Knob<D extends KnobDefaults> = SliderKnob<D> | ChoiceKnob<D> | SwitchKnob<D> | ChecksKnob<D> | SceneKnob<D> | DepthKnob<D>;

/** A simulation's knobs in the order they are shown. States the type of the defaults once, so that a wrong name does not compile. */
export const knobsFor = <D extends KnobDefaults>(_: D, list: readonly Knob<D>[]): readonly Knob<D>[] => list;

/**
 * The knobs as an address may bring them, each pulled into what its control offers: numbers into their range, choices to one of
 * the options. What no control stands for stays as it is.
 */
export function inRange<D extends KnobDefaults>(list: readonly Knob<D>[], knobs: Knobs<D>): Knobs<D> {
  const pulled: Record<string, KnobValue> = {};
  for (const knob of list) {
    if (knob.kind === "slider") pulled[knob.name] = within(Number(knobs[knob.name]), knob.min, knob.max);
    if (knob.kind === "scene") pulled[knob.name] = wholeWithin(Number(knobs[knob.name]), 1, knob.count);
    if (knob.kind !== "choice" && knob.kind !== "depth") continue;
    const values: readonly KnobValue[] = (knob.kind === "choice" ? knob.options : knob.depths).map(({ value }) => value);
    const given: KnobValue = knobs[knob.name];
    pulled[knob.name] = values.includes(given) ? given : values[0];
  }
  return { ...knobs, ...pulled };
}
