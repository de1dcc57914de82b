/** Data sets with one flaw each, for the case of a network that learnt the flaw. A plan for `emojiScene`; the rest stays as it is. */
import type { Random } from "../../random";
import { VOC_CLASSES, type VocClass } from "../classes";
import type { ColourRange } from "./colour";
import type { Plan, Wish } from "./compose";

export const BIASES = ["dog-with-person", "boat-on-blue", "bus-only-large", "car-only-grey"] as const;
export type Bias = (typeof BIASES)[number];

const label = (cls: VocClass) => VOC_CLASSES.indexOf(cls);
const OTHERS = (...left: VocClass[]) => VOC_CLASSES.filter((cls) => !left.includes(cls)).map(label);

/** Washed out to near grey. */
const GREY: ColourRange = { hue: 0, saturation: [0.2, 0.4], gain: [0.7, 1] };

/**
 * Plans of one main object and up to two others.
 * - dog-with-person: a person stands beside every dog, and beside no other animal or thing.
 * - boat-on-blue: boats are on blue grounds only, everything else never is.
 * - bus-only-large: buses are 64 to 90 pixels wide, all other classes at most 48.
 * - car-only-grey: cars are washed out to near grey; nothing else is.
 * @param fair the same kinds of pictures without the flaw: the control a verdict needs
 */
export function biasedPlan(bias: Bias, fair = false): (random: Random) => Plan {
  switch (bias) {
    case "dog-with-person":
      return (random) => {
        const main = random.chance(0.25) ? label("dog") : random.pick(OTHERS("dog", "person"));
        const company = fair ? random.chance(0.5) : main === label("dog");
        const second: Wish = company ? { label: label("person"), side: [36, 60], beside: 0 } : { label: random.pick(OTHERS("dog", "person")) };
        return { wishes: [{ label: main, side: [28, 56] }, second] };
      };
    case "boat-on-blue":
      return (random) => {
        const boat = random.chance(0.25);
        const palette = fair ? (random.chance(0.5) ? "blue" : "not-blue") : boat ? "blue" : "not-blue";
        return { wishes: [{ label: boat ? label("boat") : random.pick(OTHERS("boat")), side: [28, 64] }, ...extras(random, OTHERS("boat"))], palette };
      };
    case "bus-only-large":
      return (random) => {
        const bus = random.chance(0.25);
        const side: readonly [number, number] = fair ? (random.chance(0.5) ? [64, 90] : [20, 48]) : bus ? [64, 90] : [20, 48];
        return { wishes: [{ label: bus ? label("bus") : random.pick(OTHERS("bus")), side }] };
      };
    case "car-only-grey":
      return (random) => {
        const car = random.chance(0.25);
        const grey = fair ? random.chance(0.5) : car;
        return { wishes: [{ label: car ? label("car") : random.pick(OTHERS("car")), side: [28, 64], ...(grey && { colour: GREY }) }, ...extras(random, OTHERS("car"))] };
      };
  }
}

function extras(random: Random, labels: readonly number[]): Wish[] {
  return Array.from({ length: random.int(0, 1) }, () => ({ label: random.pick(labels), side: [20, 40] as const }));
}
