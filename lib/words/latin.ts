import { FIELD, LETTERS, type Ending } from "./readings";

const TABLE = new Map(Object.entries(FIELD));
const VOWELS = "aeiouy";
const VOWEL: { readonly ending: Ending } = { ending: "vowel" };
const LIQUID: { readonly ending: Ending } = { ending: "ㄹ" };
const CLOSED: { readonly ending: Ending } = { ending: "consonant" };

const spell = (letters: string) => [...letters.toUpperCase()].map((l) => LETTERS[l]).join("");
/** "Deconvnet" is looked up as "deconvnet", but "mAP" is not "map". */
const known = (word: string): string | undefined =>
  TABLE.get(word) ?? (/^[A-Z][a-z]+$/.test(word) ? TABLE.get(word.toLowerCase()) : undefined);

/**
 * A Latin word as Koreans read it: the field's own table, then letter by letter for abbreviations, then the ending that the loanword
 * orthography (외래어 표기법) gives to an English spelling. `word` may be hyphenated; the last part decides.
 * @example latin("ReLU") → "렐루" · latin("NMS") → "엔엠에스" · latin("dataset") → { ending: "consonant" }
 */
export function latin(word: string): string | { readonly ending: Ending } {
  const whole = TABLE.get(word);
  if (whole !== undefined) return whole;
  const part = word.split(/[-'’]/).at(-1) ?? word;
  const found = known(part);
  if (found !== undefined) return found;
  if (part.length === 1 || part === part.toUpperCase()) return spell(part);
  // CNNs, RoIs: an English plural of an abbreviation is said as 스.
  if (/[A-Z]s$/.test(part)) return `${spell(part.slice(0, -1))}스`;
  // The last hump of a compound: RetinaNet → Net, EmojiVOC → VOC.
  const hump = /(?:[A-Z]+|[A-Z]?[a-z]+)$/.exec(part)?.[0] ?? part;
  if (hump !== part) return latin(hump);
  const lower = part.toLowerCase();
  if (![...lower].some((l) => VOWELS.includes(l))) return spell(lower);
  return bySpelling(lower);
}

/** The ending of an English word from its spelling. The exceptions stand in the table. */
function bySpelling(word: string): { readonly ending: Ending } {
  if (/(?:l|le)$/.test(word)) return LIQUID;
  if (/(?:[aeiou][nm]e|[nm]|ck|ng|mb)$/.test(word)) return CLOSED;
  if (/[aeiouyw]$/.test(word)) return VOWEL;
  // 넷, 맵, 북, 로직: a stop right behind one short vowel closes the syllable; behind a long one it opens another (루프, 비트).
  if (/(?:^|[^aeiou])[aeiouy][pbtk]$/.test(word) || /(?:ook|out)$/.test(word) || word.endsWith("c")) return CLOSED;
  return VOWEL;
}
