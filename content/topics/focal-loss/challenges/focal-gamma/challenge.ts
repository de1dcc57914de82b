import { defineChallenge, type Part } from "@/lib/challenges/contract";
import { believersOf } from "@/lib/challenges/rivals";
import * as z from "@/lib/challenges/schema";
import type { Text } from "@/lib/challenges/text";
import { josa } from "@/lib/words";
import { generate, MARGIN } from "./draw";
import { hints } from "./hints";
import { bestAlpha, budgetOf, brokenBy, outside, rightGammas, slackOf, solve, type Answer, type View } from "./instance";
import { stepsOf, type Step } from "./replaySteps";
import { rivals } from "./rivals";
import { alphaText, gammaText, LIMIT_WORDS, promptOf, windowText } from "./words";

export type { Answer, View } from "./instance";
export type { Step } from "./replaySteps";

/** Points: all for γ where γ is all that is asked; else a bonus for both, so that half an answer stays below half of the points. */
const ALONE = 100;
const EACH = 45;
const BOTH = 10;

/** A third for a γ right beside the window; nothing further off. */
const BESIDE = 1 / 3;
/** The objects' share may lie this far outside (thousandths) until nothing is left. */
const REACH = 60;

function gammaShare(right: readonly number[], gamma: number | null): number {
  if (gamma === null) return 0;
  if (right.includes(gamma)) return 1;
  return right.includes(gamma - 1) || right.includes(gamma + 1) ? BESIDE : 0;
}

/** What is wrong with the learner's γ: the limit it breaks and the share behind it. */
function gammaNote(view: View, gamma: number): Text {
  const budget = budgetOf(view, gamma, null);
  const [broken] = brokenBy(view, budget);
  if (broken) return LIMIT_WORDS[broken].breaks(view, budget);
  // No limit is broken: at level 1 a smaller γ does as well.
  return {
    ko: "한도는 지켰지만 너무 커요. 한도를 지키는 가장 작은 γ를 골라야 해요.",
    en: "It keeps the limit but is too large: the smallest γ that keeps it was asked for.",
  };
}

/** What the answer gives, and each limit that it breaks. Empty where nothing was chosen or all is right. */
function yoursOf(view: View, { gamma, alpha }: Answer): Text {
  if (gamma === null) return { ko: "", en: "" };
  const at = `${gammaText(gamma)}${alpha === null ? "" : `, ${alphaText(alpha)}`}`;
  const budget = budgetOf(view, gamma, alpha);
  const { objects } = view.limits;
  const off = objects !== null && alpha !== null && outside(objects, budget.objects) > 0;
  const byGamma = brokenBy(view, budget);
  // Which way α must go is known at a right γ only: at another one the objects' share is another.
  const limits = byGamma.length > 0 || !off ? byGamma : (["objects"] as const);
  const broken = limits.map((id) => LIMIT_WORDS[id].breaks(view, budget));
  const notes = broken.length > 0 ? broken : rightGammas(view).includes(gamma) ? [] : [gammaNote(view, gamma)];
  if (notes.length === 0) return { ko: "", en: "" };
  const capital = (text: string) => text[0].toUpperCase() + text.slice(1);
  return {
    ko: `내 답은 ${josa(at, "이에요/예요")}. ${notes.map(({ ko }) => ko).join(" ")} `,
    en: `You chose ${at}. ${notes.map(({ en }) => capital(en)).join(" ")} `,
  };
}

/** The γ (and α) that bring this population's budget under its limits. */
export const challenge = defineChallenge<View, null, Answer, Step>({
  kind: "focal-gamma",
  topic: "focal-loss",
  version: 1,
  title: { ko: "focal loss의 γ 맞추기", en: "Tune focal loss" },
  skill: { ko: "손실의 몫이 한도 안에 들도록 γ와 α를 골라요", en: "Choose γ and α so that the shares of the loss keep their limits" },
  answerSchema: z.strictObject({
    gamma: z.number().int().min(0).max(50).nullable(),
    alpha: z.number().int().min(5).max(95).multipleOf(5).nullable(),
  }),
  margin: MARGIN,
  emptyScore: 0,
  needsPointer: false,

  generate: (seed, level) => ({ view: generate(seed, level), truth: null }),
  prompt: promptOf,
  empty: () => ({ gamma: null, alpha: null }),
  hints,
  solve: ({ view }) => solve(view),
  check({ limits }, { gamma, alpha }) {
    if (gamma === null) return { ready: false, missing: { ko: "γ를 정해요", en: "Set γ" } };
    if (limits.objects !== null && alpha === null) return { ready: false, missing: { ko: "α를 정해요", en: "Set α" } };
    return { ready: true };
  },
  grade({ view }, answer) {
    const { gamma, alpha } = answer;
    const { objects } = view.limits;
    const right = rightGammas(view);
    const each = objects === null ? ALONE : EACH;
    const ofGamma = gammaShare(right, gamma);
    const parts: Part[] = [
      {
        id: "gamma",
        label: { ko: "γ", en: "γ" },
        correct: ofGamma === 1,
        earned: Math.round(each * ofGamma),
        total: each,
        note: gamma === null || ofGamma === 1 ? undefined : gammaNote(view, gamma),
      },
    ];
    if (objects !== null) {
      const share = gamma === null || alpha === null ? null : budgetOf(view, gamma, alpha).objects;
      const off = share === null ? REACH : Math.min(REACH, outside(objects, share));
      parts.push({
        id: "alpha",
        label: { ko: "α", en: "α" },
        correct: off === 0,
        earned: Math.floor(EACH * (1 - off / REACH)),
        total: EACH,
        note: share === null || off === 0 ? undefined : LIMIT_WORDS.objects.breaks(view, { objects: share }),
      });
      const both = parts.every(({ correct }) => correct);
      parts.push({
        id: "both",
        label: { ko: "둘 다", en: "Both" },
        correct: both,
        earned: both ? BOTH : 0,
        total: BOTH,
      });
    }
    const fine = parts.every(({ correct }) => correct);
    const earned = parts.reduce((sum, part) => sum + part.earned, 0);
    const why = windowText(right, bestAlpha(view, right[0] ?? 0));
    const yours = yoursOf(view, answer);
    return {
      earned,
      total: 100,
      parts,
      steps: stepsOf(view, answer),
      misconceptions: fine ? [] : believersOf(rivals.beliefs, view, (played) => played.gamma === gamma && played.alpha === alpha),
      summary: { ko: `${yours.ko}${why.ko}`, en: `${yours.en}${why.en}` },
    };
  },
  slack: ({ view }) => slackOf(view),
});
