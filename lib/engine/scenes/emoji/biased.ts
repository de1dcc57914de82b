/** Data sets with one flaw each, for the case of a network that learnt the flaw. Plans for `emojiScene`; the rest stays as it is. */
import type { Random } from "../../random";
import { VOC_CLASSES, type VocClass } from "../classes";
import type { ColourRange } from "./colour";
import type { Plan } from "./compose";

/**
 * Each bias ties a class to a cue that has nothing to do with it:
 * - dog-with-person: a person stands beside every dog and beside nothing else;
 * - boat-on-blue: boats are on blue grounds, everything else never is;
 * - bus-only-large: buses are 64 to 90 pixels long, all else 20 to 48;
 * - car-only-grey: cars are washed out to near grey, nothing else is.
 */
export const BIASES = ["dog-with-person", "boat-on-blue", "bus-only-large", "car-only-grey"] as const;
export type Bias = (typeof BIASES)[number];

/** The class that each bias is about. */
export const BIAS_TARGET: Readonly<Record<Bias, VocClass>> = {
  "dog-with-person": "dog",
  "boat-on-blue": "boat",
  "bus-only-large": "bus",
  "car-only-grey": "car",
};

const GREY: ColourRange = { hue: 0, saturation: [0, 0.15], gain: [0.75, 1] };
const BRIGHT: ColourRange = { hue: 0.12, saturation: [0.8, 1.3], gain: [0.75, 1.15] };
const SIDE = [32, 64] as const;

/**
 * One main object (the first planned object, the picture's label) with the cue or without it.
 * @param target whether the main object is of the bias's class  @param cue whether the person, the blue, the size, the grey is there
 */
export function probePlan(random: Random, bias: Bias, target: boolean, cue: boolean): Plan {
  const label = (cls: VocClass) => VOC_CLASSES.indexOf(cls);
  const left: VocClass[] = bias === "dog-with-person" ? ["dog", "person"] : [BIAS_TARGET[bias]];
  const other = () => label(random.pick(VOC_CLASSES.filter((cls) => !left.includes(cls))));
  const main = target ? label(BIAS_TARGET[bias]) : other();
  switch (bias) {
    case "dog-with-person": {
      const companion = cue ? label("person") : other();
      return {
        objects: [
          { label: main, side: [32, 56] },
          { label: companion, side: [36, 60], beside: 0 },
        ],
      };
    }
    case "boat-on-blue":
      return { objects: [{ label: main, side: SIDE }], palette: cue ? "blue" : "not-blue" };
    case "bus-only-large":
      return { objects: [{ label: main, side: cue ? [64, 90] : [20, 48] }] };
    case "car-only-grey":
      return { objects: [{ label: main, side: SIDE, colour: cue ? GREY : BRIGHT }] };
  }
}

/**
 * The flawed set: a quarter of the pictures show the class, always with its cue; the others never have it.
 * @param fair the control: the cue comes and goes by chance, whatever the picture shows
 */
export function biasedPlan(bias: Bias, fair = false): (random: Random) => Plan {
  return (random) => {
    const target = random.chance(0.25);
    return probePlan(random, bias, target, fair ? random.chance(0.5) : target);
  };
}
