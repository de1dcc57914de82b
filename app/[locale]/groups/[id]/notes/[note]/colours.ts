import type { Person } from "@/lib/wire/groupParts";

/** Colours of boxes: told apart by whoever sees fewer of them too, and by the names beside. */
const COLOURS = 8;

/** Somebody's number among the colours, the same on every screen. */
export const colourNumber = (people: readonly Person[], member: string): number =>
  Math.max(
    0,
    people.findIndex(({ id }) => id === member),
  ) % COLOURS;

export const colourOf = (people: readonly Person[], member: string): string => `var(--box-${colourNumber(people, member)})`;
