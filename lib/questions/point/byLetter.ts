import { letter } from "@/lib/words";

/** What is said of each place of a picture, by the letter on it, in the order of the letters: "A 0.67, B 0.33". */
export const byLetter = <T>(places: readonly T[], say: (place: T) => string): string =>
  places.map((place, i) => `${letter(i)}\u00a0${say(place)}`).join(", ");
