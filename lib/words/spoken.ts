import { latin } from "./latin";
import { GREEK, JAMO, SIGNS, UNITS, VULGAR, type Ending } from "./readings";
import { sino } from "./sino";

export interface Listening {
  /** Whether round brackets behind a word are passed over (the default: "IoU(겹침 비율)" ends in 유) or read ("비율"). */
  readonly parentheses?: "skip" | "read";
}

/** The last word as Koreans say it; `reading` is null where only its ending is known. */
export interface Spoken {
  readonly reading: string | null;
  readonly ending: Ending;
}

const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";
const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** Quotation marks, full stops, mark-up, closing brackets without a partner, pictographs: nothing that is said. */
const SILENT =
  /[\s"'“”‘’`´«»「」『』<>〈〉《》.,!?…:;·、。*_~|\\[\]{}()（）\u200b-\u200d\ufe0f\p{Extended_Pictographic}\p{Emoji_Modifier}]+$/u;
const NUMBER = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|\.\d+`;
const SIGNED_NUMBER = new RegExp(String.raw`(?:(?<![\p{L}\d.)\]])[-−–+]\s?)?(?:(?<![\d.])(?:${NUMBER})|\.\d+)$`, "u");
const FRACTION = /(?:(?<![\p{L}\d.)\]])([-−–]))?(?<![\d./])([1-9]\d*|0)\s?[/⁄]\s?([1-9]\d*)$/u;
const UNIT = new RegExp(
  String.raw`\d\s?(${Object.keys(UNITS)
    .sort((a, b) => b.length - a.length)
    .join("|")})$`,
);

/** How a Hangul reading ends. */
function heard(reading: string): Spoken {
  const final = (reading.charCodeAt(reading.length - 1) - 0xac00) % 28;
  return { reading, ending: final === 0 ? "vowel" : final === 8 ? "ㄹ" : "consonant" };
}

/** Cuts what is not said off the end; round brackets behind a word go with everything in them. */
function voiced(text: string, how: Listening): string {
  let rest = text.normalize("NFC").replace(/[₀-₉]/g, (d) => String(SUBSCRIPTS.indexOf(d)));
  for (;;) {
    const bare = rest.replace(/[\s"'“”‘’`»」』.,!?…:;*_~]+$/u, "");
    const bracket = /[)）]$/.test(bare) ? openingOf(bare) : -1;
    if (bracket >= 0 && how.parentheses !== "read") {
      const before = bare.slice(0, bracket);
      if (before.replace(SILENT, "") !== "") {
        rest = before;
        continue;
      }
    }
    return bare.replace(SILENT, "");
  }
}

/** Where the bracket that the last character closes was opened, or −1. */
function openingOf(text: string): number {
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    if (/[)）]/.test(text[i])) depth++;
    else if (/[(（]/.test(text[i]) && --depth === 0) return i;
  }
  return -1;
}

/**
 * The last word of a text as Koreans say it, or null where nobody can tell (another script, nothing but signs).
 * @example spoken("IoU") → { reading: "아이오유", ending: "vowel" } · spoken("2/3") → { reading: "삼분의 이", ending: "vowel" }
 */
export function spoken(text: string | number, how: Listening = {}): Spoken | null {
  const said = voiced(String(text), how);
  const last = said.at(-1);
  if (last === undefined) return null;
  if (last >= "가" && last <= "힣") return heard(/[가-힣]+$/.exec(said)?.[0] ?? last);
  if (last in JAMO) return heard(JAMO[last]);
  if (last in GREEK) return heard(GREEK[last]);
  if (last in VULGAR) return heard(VULGAR[last]);
  const power = new RegExp(`[⁺⁻]?[${SUPERSCRIPTS}]+$`).exec(said)?.[0];
  if (power !== undefined) return heard(powerOf(power));
  const fraction = FRACTION.exec(said);
  if (fraction) return heard(`${fraction[1] ? "마이너스 " : ""}${sino(fraction[3])}분의 ${sino(fraction[2])}`);
  const number = SIGNED_NUMBER.exec(said);
  if (number) return heard(sino(number[0].replace(/\s/g, "")));
  const unit = UNIT.exec(said);
  if (unit) return heard(UNITS[unit[1]]);
  if (last in SIGNS) return heard(SIGNS[last]);
  const word = /[A-Za-z]+(?:[-'’][A-Za-z]+)*$/.exec(said.normalize("NFD").replace(/\p{Mn}/gu, ""))?.[0];
  if (word === undefined) return null;
  const sound = latin(word);
  return typeof sound === "string" ? heard(sound) : { reading: null, ending: sound.ending };
}

function powerOf(power: string): string {
  if (power === "²") return "제곱";
  if (power === "³") return "세제곱";
  const digits = [...power].map((d) => (d === "⁻" ? "−" : d === "⁺" ? "+" : SUPERSCRIPTS.indexOf(d))).join("");
  return `${sino(digits)} 승`;
}

/** How the last spoken syllable of a text ends, or null where nobody can tell. */
export const ending = (text: string | number, how?: Listening): Ending | null => spoken(text, how)?.ending ?? null;
