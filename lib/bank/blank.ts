/** Questions as they begin in the editor. */
import type { Text } from "@/lib/challenges/text";
import type { Content, ContentOf, Kind, NumericAnswer, Option, Region, ShortAnswer } from "./content";

export const NOTHING: Text = { ko: "", en: "" };
const nothing = () => ({ ...NOTHING });

export const blankBase = () => ({
  title: "",
  category: "",
  idNumber: "",
  tags: [],
  topic: null,
  prompt: nothing(),
  explanation: nothing(),
});

export const blankOption = (credit = 0): Option => ({ text: nothing(), credit, misconception: null, feedback: nothing() });
export const blankNumber = (credit = 100): NumericAnswer => ({ value: 0, tolerance: 0, credit, misconception: null, feedback: nothing() });
export const blankShort = (credit = 100): ShortAnswer => ({ said: "", credit, misconception: null, feedback: nothing() });
export const blankPair = () => ({ left: nothing(), right: nothing() });
export const blankRegion = ({ width, height }: { readonly width: number; readonly height: number }): Region => ({
  box: [Math.round(width * 0.4), Math.round(height * 0.4), Math.round(width * 0.6), Math.round(height * 0.6)],
  right: true,
  misconception: null,
});

const BLANKS: { readonly [K in Kind]: () => ContentOf<K> } = {
  single: () => ({ kind: "single", ...blankBase(), options: [blankOption(100), blankOption(), blankOption()] }),
  multiple: () => ({ kind: "multiple", ...blankBase(), options: [blankOption(50), blankOption(50), blankOption(-100)] }),
  numeric: () => ({ kind: "numeric", ...blankBase(), answers: [blankNumber()], unit: nothing(), otherwise: nothing() }),
  short: () => ({ kind: "short", ...blankBase(), answers: [blankShort()], caseSensitive: false }),
  order: () => ({
    kind: "order",
    ...blankBase(),
    items: [nothing(), nothing(), nothing()],
    ends: { first: nothing(), last: nothing() },
    reversed: null,
  }),
  match: () => ({ kind: "match", ...blankBase(), pairs: [blankPair(), blankPair(), blankPair()], extra: [], wrong: [] }),
  hotspot: () => ({ kind: "hotspot", ...blankBase(), picture: null, caption: nothing(), regions: [] }),
  essay: () => ({ kind: "essay", ...blankBase() }),
  description: () => ({ kind: "description", ...blankBase() }),
};

export const blank = (kind: Kind): Content => BLANKS[kind]();
