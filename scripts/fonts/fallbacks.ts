/**
 * Writes app/fallback-fonts.css: system faces pulled to Pretendard's measures, so that text wraps the same before and after
 * Pretendard has arrived. `--check` changes nothing and fails when the file is stale.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFont, type FontMetrics } from "./sfnt";

/** A face as systems carry it: its full and PostScript names, and where Debian puts its file (`at`: its place in a collection). */
interface Face {
  readonly names: readonly string[];
  readonly file?: string;
  readonly at?: number;
}

/** Advance of a Hangul syllable per em; every face here gives all syllables one width. */
interface HangulFace extends Face {
  readonly hangul: number;
}

/** Advances per em: of the space, of a digit (all have one width), and the means over `CAPITALS` and `SMALL`. */
interface LatinFace extends Face {
  readonly space: number;
  readonly digit: number;
  readonly capital: number;
  readonly small: number;
}

export interface Family<F extends Face> {
  readonly family: string;
  readonly regular: F;
  /** For weights from 600 up, where browsers change to the bold face as well. */
  readonly bold: F;
}

/** Capitals as lessons use them: in names of methods. */
export const CAPITALS = "NMSRCNNYOLOSSDRPNFPNIUAPDETRHOGSVMCAMCOCO";
/** Small letters and signs as often as lessons use them. */
export const SMALL = "in the lesson you turn the knobs of a live simulation: a box (x, y) with a large overlap stays, the rest is dropped.";

const NOTO = "/usr/share/fonts/opentype/noto/NotoSansCJK";
const NANUM = "/usr/share/fonts/truetype/nanum/NanumGothic";
const LIBERATION = "/usr/share/fonts/truetype/liberation/LiberationSans";
const ROBOTO = "/usr/share/fonts/truetype/roboto/unhinted/RobotoTTF/Roboto";
const DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans";

/**
 * Hangul, in the order in which they are tried. Where `file` is given the advance was read from Debian 12's package, and a test
 * reads it again on machines that have it; Apple SD Gothic Neo's (865/1000) and Malgun Gothic's (1884/2048) are constants.
 * A browser that finds a Korean face of another name uses that one, at its own width.
 */
export const HANGUL: readonly Family<HangulFace>[] = [
  {
    family: "Apple SD Gothic Neo",
    regular: { names: ["Apple SD Gothic Neo", "AppleSDGothicNeo-Regular"], hangul: 0.865 },
    bold: { names: ["Apple SD Gothic Neo Bold", "AppleSDGothicNeo-Bold"], hangul: 0.865 },
  },
  {
    family: "Malgun Gothic",
    regular: { names: ["Malgun Gothic", "MalgunGothic"], hangul: 0.92 },
    bold: { names: ["Malgun Gothic Bold", "MalgunGothicBold"], hangul: 0.92 },
  },
  {
    family: "Noto Sans KR",
    regular: {
      names: ["Noto Sans CJK KR", "NotoSansCJKkr-Regular", "Noto Sans KR", "NotoSansKR-Regular"],
      file: `${NOTO}-Regular.ttc`,
      at: 1,
      hangul: 0.92,
    },
    bold: {
      names: ["Noto Sans CJK KR Bold", "NotoSansCJKkr-Bold", "Noto Sans KR Bold", "NotoSansKR-Bold"],
      file: `${NOTO}-Bold.ttc`,
      at: 1,
      hangul: 0.92,
    },
  },
  {
    family: "Nanum Gothic",
    regular: { names: ["NanumGothic", "Nanum Gothic"], file: `${NANUM}.ttf`, hangul: 0.94 },
    bold: { names: ["NanumGothicBold", "NanumGothic Bold", "Nanum Gothic Bold"], file: `${NANUM}Bold.ttf`, hangul: 0.94 },
  },
];

/**
 * For a machine without Korean. DejaVu has no Hangul either, but the first face tried lends the box that stands for a missing
 * character; so, tried even before Pretendard (of which one piece may have come and the next not), it gives that box the width
 * the character will have. Wherever another face has the character, that one draws it.
 */
export const MISSING: Family<HangulFace> = {
  family: "missing Hangul",
  regular: { names: ["DejaVu Sans", "DejaVuSans"], file: `${DEJAVU}.ttf`, hangul: 0.6001 },
  bold: { names: ["DejaVu Sans Bold", "DejaVuSans-Bold"], file: `${DEJAVU}-Bold.ttf`, hangul: 0.6001 },
};

/** Latin, in the order in which they are tried. Liberation Sans has Arial's advances by design, and Arial has Helvetica's. */
export const LATIN: readonly Family<LatinFace>[] = [
  {
    family: "Arial",
    regular: {
      names: ["Arial", "ArialMT", "Helvetica", "Liberation Sans", "LiberationSans"],
      file: `${LIBERATION}-Regular.ttf`,
      space: 0.2778,
      digit: 0.5562,
      capital: 0.702,
      small: 0.456,
    },
    bold: {
      names: ["Arial Bold", "Arial-BoldMT", "Helvetica Bold", "Helvetica-Bold", "Liberation Sans Bold", "LiberationSans-Bold"],
      file: `${LIBERATION}-Bold.ttf`,
      space: 0.2778,
      digit: 0.5562,
      capital: 0.706,
      small: 0.4989,
    },
  },
  {
    family: "Roboto",
    regular: {
      names: ["Roboto", "Roboto-Regular"],
      file: `${ROBOTO}-Regular.ttf`,
      space: 0.248,
      digit: 0.562,
      capital: 0.653,
      small: 0.4605,
    },
    bold: {
      names: ["Roboto Bold", "Roboto-Bold"],
      file: `${ROBOTO}-Bold.ttf`,
      space: 0.249,
      digit: 0.5737,
      capital: 0.6603,
      small: 0.4703,
    },
  },
  {
    family: "DejaVu Sans",
    regular: { names: ["DejaVu Sans", "DejaVuSans"], file: `${DEJAVU}.ttf`, space: 0.3179, digit: 0.6362, capital: 0.6981, small: 0.5243 },
    bold: {
      names: ["DejaVu Sans Bold", "DejaVuSans-Bold"],
      file: `${DEJAVU}-Bold.ttf`,
      space: 0.3481,
      digit: 0.6958,
      capital: 0.78,
      small: 0.5966,
    },
  },
];

/**
 * Pretendard's weights that pages use, each with the span of `font-weight` for which its measures are taken. `tabular`: the advance
 * of its tabular digits, which all pages ask for; units of 2048 an em, read in a browser at 2048 px.
 */
const WEIGHTS = [
  { file: "Regular", span: "1 450", tabular: 1258 },
  { file: "Medium", span: "451 550", tabular: 1286 },
  { file: "SemiBold", span: "551 650", tabular: 1313 },
  { file: "Bold", span: "651 750", tabular: 1341 },
  { file: "ExtraBold", span: "751 1000", tabular: 1368 },
] as const;
const FIRST_BOLD = 2;

const HANGUL_RANGE = "U+1100-11FF, U+3000-318F, U+A960-A97F, U+AC00-D7FF";
/** Syllables alone: of these DejaVu has none, in no version. */
const SYLLABLE_RANGE = "U+AC00-D7A3";
const SPACE_RANGE = "U+20";
const DIGIT_RANGE = "U+30-39";
const CAPITAL_RANGE = "U+41-5A";
const SMALL_RANGE = "U+21-2F, U+3A-40, U+5B-24F, U+2000-22FF";

/** Mean advance of the characters of `sample` without its spaces, per em. */
export function meanWidth(font: FontMetrics, sample: string): number {
  const advances = [...sample.replaceAll(" ", "")].map((character) => font.advance(character) ?? font.missing);
  return advances.reduce((sum, x) => sum + x, 0) / advances.length;
}

/** The width of a Hangul syllable; where the font has none, of the box drawn in its place. */
export const hangulWidth = (font: FontMetrics): number => font.advance("가") ?? font.missing;

/** As wide as "0" alone: faces without tabular digits give all ten one width. */
export const digitWidth = (font: FontMetrics): number => font.advance("0") ?? font.missing;

export const spaceWidth = (font: FontMetrics): number => font.advance(" ") ?? font.missing;

/** One face: `size` scales glyphs and, in browsers, the three line measures with them, which is taken back here. */
function rule(family: string, span: string, names: readonly string[], size: number, range: string, target: FontMetrics): string {
  const percent = (x: number) => `${(100 * x).toFixed(2)}%`;
  return `@font-face {
  font-family: "Pretendard as ${family}";
  font-weight: ${span};
  src: ${names.map((name) => `local("${name}")`).join(", ")};
  size-adjust: ${percent(size)};
  ascent-override: ${percent(target.ascent / size)};
  descent-override: ${percent(target.descent / size)};
  line-gap-override: 0%;
  unicode-range: ${range};
}
`;
}

/** The text of app/fallback-fonts.css for the Pretendard installed under `root`. */
export function render(root: string): string {
  const targets = WEIGHTS.map(({ file, span, tabular }) => ({
    span,
    digit: tabular / 2048,
    font: readFont(join(root, `node_modules/pretendard/dist/public/static/Pretendard-${file}.otf`)),
  }));
  const regular = targets[0].font;
  const hangul = [MISSING, ...HANGUL].flatMap((face) => {
    const range = face === MISSING ? SYLLABLE_RANGE : HANGUL_RANGE;
    return [
      rule(face.family, "1 550", face.regular.names, hangulWidth(regular) / face.regular.hangul, range, regular),
      rule(face.family, "551 1000", face.bold.names, hangulWidth(regular) / face.bold.hangul, range, regular),
    ];
  });
  const latin = LATIN.flatMap((family) =>
    targets.flatMap(({ span, digit, font }, i) => {
      const face = i < FIRST_BOLD ? family.regular : family.bold;
      return [
        rule(family.family, span, face.names, meanWidth(font, SMALL) / face.small, SMALL_RANGE, font),
        rule(family.family, span, face.names, meanWidth(font, CAPITALS) / face.capital, CAPITAL_RANGE, font),
        rule(family.family, span, face.names, digit / face.digit, DIGIT_RANGE, font),
        rule(family.family, span, face.names, spaceWidth(font) / face.space, SPACE_RANGE, font),
      ];
    }),
  );
  const standIns = [...HANGUL, ...LATIN].map(({ family }) => `"Pretendard as ${family}"`);
  return `/* Written by \`npm run gen:fonts\` (scripts/fonts/fallbacks.ts). Do not edit.
   Until Pretendard is there, system faces pulled to its measures, so that its coming breaks no line anew. Hangul, small
   letters, capitals, digits and the space differ by different factors, and all but Hangul by weight as well. */
:root {
  /* Named once the page stands (app/[locale]/shell/Syllables.tsx), so that their files do not come before what the page is made of. */
  --syllables: ;
  --pretendard:
    "Pretendard as ${MISSING.family}",
    "Pretendard Site",
    var(--syllables)
    ${standIns.join(",\n    ")};
}

:root[data-syllables] {
  --syllables: "Pretendard Syllables", "Pretendard Variable",;
}

${[...hangul, ...latin].join("\n")}`;
}

function main(): void {
  const root = process.cwd();
  const path = join(root, "app/fallback-fonts.css");
  const text = render(root);
  if (process.argv.includes("--check")) {
    if (readFileSync(path, "utf8") === text) return;
    console.error("app/fallback-fonts.css is stale; run npm run gen:fonts");
    process.exit(1);
  }
  writeFileSync(path, text);
}

if (process.argv[1]?.endsWith("fallbacks.ts")) main();
