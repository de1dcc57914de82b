/**
 * Writes app/fonts and app/site-fonts.css: Pretendard cut to the characters that the site's own texts use, so that a page loads one file
 * for its letters and a few for its syllables instead of a score of Pretendard's general pieces. What one topic alone says has a file of its
 * own, so that no lesson grows with the catalogue. A character that is not among them
 * (somebody's name, a text written since) still comes from those pieces. `npm run gen:fonts` writes both.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subsetFont from "subset-font";
import { readFont } from "./sfnt";

/** Which characters one file holds. */
export interface Subset {
  /** "of-nms": what is said in that topic's texts alone. "rare": names of letters and signs, errors and the like. */
  readonly name: "letters" | "shell" | "topics" | "signs" | "rare" | `of-${string}`;
  /** In the order of their code points; no character is in two subsets. */
  readonly characters: readonly string[];
}

/** The lightest and the heaviest weight that pages use (400 to 800): outlines beyond them are cut off. */
const WEIGHTS = { min: 400, max: 800 };
/** Signs that stand on nearly every page beside ASCII. */
const COMMON_SIGNS = "\u00a0·×÷−–—“”‘’…→←≥≤©≈±∩∪αγσ′";
/** What an English page says in Korean: the product's name and that of the other language. */
const ON_ENGLISH_PAGES = "박스업한국어복습";
const ASCII = Array.from({ length: 0x7e - 0x20 + 1 }, (_, i) => String.fromCharCode(0x20 + i));

/** What every page is made of, in both languages. */
const SHELL = /^(app|content\/messages|lib\/ui)\/|^content\/(glossary\.ts|topics\/[^/]+\/(topic|challenges\/[^/]+\/challenge)\.ts)$/;
/** Engine, server and tests show no text of their own; recordings and digests hold none. */
const TEXTS = /^(app|i18n|content|lib\/(ui|client|challenges|questions|words|review|server\/http))\/.*\.(tsx?|mdx|json)$/;
const NOT_SHOWN = /\.test\.tsx?$|golden\.json$|recorded|bank|\/_generated\//;

const isSyllable = (character: string): boolean => character >= "가" && character <= "힣";

/** Characters of the files below `root`, as far as `read` of their text goes, without ASCII. */
function charactersOf(
  root: string,
  paths: readonly string[],
  wanted: (character: string) => boolean,
  read: (text: string) => string = (text) => text,
): Set<string> {
  const found = new Set<string>();
  for (const path of paths)
    for (const character of read(readFileSync(join(root, path), "utf8"))) if (character > "~" && wanted(character)) found.add(character);
  return found;
}

/** What a catalogue says of a topic, its title and summary: what is believed of it is read where it is played. */
const headOf = (text: string): string => text.split(/^  misconceptions: \[/m)[0];

/** The site's texts: paths of files below `root`, with "/" between folders. */
function textFiles(root: string): string[] {
  return ["app", "i18n", "content", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((path) => `${folder}/${path.replaceAll("\\", "/")}`)
      .filter((path) => TEXTS.test(path) && !NOT_SHOWN.test(path)),
  );
}

/** What the classes of scenes are called. */
const CLASS_WORDS = "lib/words/counters.ts";

/** The topic whose text a file is; "content" for what several topics show, null for what is no lesson's. */
const placeOf = (path: string): string | null =>
  /^content\/topics\/([^/]+)\//.exec(path)?.[1] ?? (path.startsWith("content/") || path === CLASS_WORDS ? "content" : null);

/** The topics in whose texts each character stands, for those of `paths`. */
function placesOf(root: string, paths: readonly string[], wanted: (character: string) => boolean): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const path of paths) {
    const topic = placeOf(path);
    for (const character of charactersOf(root, [path], wanted)) {
      const topics = places.get(character) ?? new Set<string>();
      places.set(character, topics);
      if (topic !== null) topics.add(topic);
    }
  }
  return places;
}

/** Every Hangul syllable of the site's texts. */
export const syllablesOf = (root: string): Set<string> => charactersOf(root, textFiles(root), isSyllable);

/** The characters of each file, for the texts below `root`. Signs that Pretendard lacks are left out. */
export function subsetsOf(root: string): Subset[] {
  const paths = textFiles(root);
  const font = readFont(join(root, "node_modules/pretendard/dist/public/static/Pretendard-Regular.otf"));
  const has = (character: string) => font.advance(character) !== null;
  const letters = new Set([...ASCII, ...COMMON_SIGNS, ...ON_ENGLISH_PAGES].filter(has));
  const around = paths.filter((path) => SHELL.test(path));
  const shell = charactersOf(root, around, (character) => isSyllable(character) && !letters.has(character), headOf);
  const signsAround = charactersOf(root, around, (character) => !isSyllable(character) && has(character), headOf);
  const sets = new Map<Subset["name"], Set<string>>([
    ["letters", letters],
    ["shell", shell],
  ]);
  const places = placesOf(root, paths, (character) => !letters.has(character) && !shell.has(character) && has(character));
  for (const [character, topics] of places) {
    const shared = isSyllable(character) ? "topics" : "signs";
    const [own] = topics;
    const name =
      topics.size > 1 || own === "content" || signsAround.has(character) ? shared : topics.size === 0 ? "rare" : (`of-${own}` as const);
    sets.set(name, (sets.get(name) ?? new Set()).add(character));
  }
  return [...sets].map(([name, characters]) => ({ name, characters: [...characters].sort() }));
}

/** "U+20-7E, U+A0" for sorted characters. */
export function rangeOf(characters: readonly string[]): string {
  const hex = (code: number) => code.toString(16).toUpperCase();
  const runs: [first: number, last: number][] = [];
  for (const code of characters.map((character) => character.codePointAt(0) ?? 0)) {
    const run = runs.at(-1);
    if (run && run[1] === code - 1) run[1] = code;
    else runs.push([code, code]);
  }
  return runs.map(([first, last]) => (first === last ? `U+${hex(first)}` : `U+${hex(first)}-${hex(last)}`)).join(", ");
}

/** Which family a subset is a face of: what a page asks for at once, and what it asks for once it stands. */
const familyOf = (name: Subset["name"]): string => (name === "letters" ? "Pretendard Site" : "Pretendard Syllables");

/**
 * The text of app/site-fonts.css. Families of their own, tried before Pretendard's pieces: of two faces of one family that have a character, the
 * later one would be taken. Syllables have another family than letters, since the page asks for them after its first paint
 * (`app/[locale]/shell/Syllables.tsx`).
 */
export function render(subsets: readonly Subset[]): string {
  const rules = subsets.map(
    ({ name, characters }) => `@font-face {
  font-family: "${familyOf(name)}";
  font-display: swap;
  font-weight: 45 920;
  src: url("./fonts/${name}.woff2") format("woff2");
  unicode-range: ${rangeOf(characters)};
}
`,
  );
  return `/* Written by \`npm run gen:fonts\` (scripts/fonts/subsets.ts). Do not edit.
   Pretendard, copyright (c) 2021 Kil Hyung-jin, SIL Open Font License 1.1, cut to the characters of the site's texts. */
${rules.join("\n")}`;
}

async function main(): Promise<void> {
  const root = process.cwd();
  const whole = readFileSync(join(root, "node_modules/pretendard/dist/public/variable/PretendardVariable.ttf"));
  const folder = join(root, "app/fonts");
  const subsets = subsetsOf(root);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  for (const { name, characters } of subsets) {
    const file = await subsetFont(whole, characters.join(""), { targetFormat: "woff2", variationAxes: { wght: WEIGHTS } });
    writeFileSync(join(folder, `${name}.woff2`), file);
    console.log(`${name}: ${characters.length} characters, ${(file.length / 1000).toFixed(1)} kB`);
  }
  writeFileSync(join(root, "app/site-fonts.css"), render(subsets));
}

if (process.argv[1]?.endsWith("subsets.ts")) await main();
