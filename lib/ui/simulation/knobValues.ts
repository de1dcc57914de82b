/** The entry of a list that equals an address's value, or the list's first one: a knob of a few choices. */
export const oneOf = <T extends string | number>(list: readonly [T, ...T[]], value: string | number): T =>
  list.find((entry) => entry === value) ?? list[0];

/** A number pulled into a range; the lower end for what is no number. */
export const within = (value: number, low: number, high: number): number =>
  Number.isNaN(value) ? low : Math.min(high, Math.max(low, value));

/** A whole number in a range: an index, a seed, a step. */
export const wholeWithin = (value: number, low: number, high: number): number => Math.round(within(value, low, high));
