import { josa, type Pair } from "@/lib/words";

/** A box's letter with the particle that fits its name; the challenges of this topic still name the two forms apart. */
export const particle = (letter: string, afterConsonant: string, afterVowel: string): string =>
  josa(letter, `${afterConsonant}/${afterVowel}` as Pair);
