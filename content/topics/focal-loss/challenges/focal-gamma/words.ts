import type { Text } from "@/lib/challenges/text";
import { josa, num, percent } from "@/lib/words";
import type { Budget, LimitId, Quantity, View } from "./instance";

export const gammaText = (gamma: number): string => `γ ${num(gamma / 10, 1)}`;
export const alphaText = (alpha: number): string => `α ${num(alpha / 100, 2)}`;
/** A share of 0 … 1 with one decimal, as limits have. */
export const shareText = (share: number): string => percent(share, 1);
const limitText = (thousandths: number): string => percent(thousandths / 1000, 1);

/** What is shared out, as every sentence calls it. */
export const QUANTITY: Readonly<Record<Quantity, Text>> = {
  value: { ko: "손실 값", en: "loss value" },
  gradient: { ko: "기울기", en: "gradient" },
};

interface LimitWords {
  /** What the limit is about. */
  readonly name: Text;
  /** The limit itself: "at most 38.8%". Empty where it is not asked. */
  readonly bound: (view: View) => Text;
  /** What a budget that breaks it says. */
  readonly breaks: (view: View, budget: Partial<Budget>) => Text;
}

const atMost = (limit: number): Text => ({ ko: `많아야 ${limitText(limit)}`, en: `at most ${limitText(limit)}` });
const atLeast = (limit: number): Text => ({ ko: `적어도 ${limitText(limit)}`, en: `at least ${limitText(limit)}` });

export const LIMIT_WORDS: Readonly<Record<LimitId, LimitWords>> = {
  easy: {
    name: { ko: "배경 안에서 쉬운 배경의 몫", en: "Easy background, of the background" },
    bound: ({ limits }) => atMost(limits.easy),
    breaks: ({ limits }, { easy = 0 }) => ({
      ko: `쉬운 배경이 배경의 ${josa(shareText(easy), "으로/로")} 아직 커요(한도 ${limitText(limits.easy)}). γ가 더 커야 해요.`,
      en: `the easy background still has ${shareText(easy)} of the background (limit ${limitText(limits.easy)}): γ must be larger.`,
    }),
  },
  keep: {
    name: { ko: "애매한 물체에 남는 몫 (교차 엔트로피에 견줘)", en: "Unsure objects, of their cross-entropy" },
    bound: ({ limits }) => atLeast(limits.keep ?? 0),
    breaks: ({ limits }, { keep = 0 }) => ({
      ko: `애매한 물체에 교차 엔트로피의 ${shareText(keep)}만 남아요(한도 ${limitText(limits.keep ?? 0)}). γ가 더 작아야 해요.`,
      en: `the unsure objects keep only ${shareText(keep)} of their cross-entropy (limit ${limitText(limits.keep ?? 0)}): γ must be smaller.`,
    }),
  },
  wrong: {
    name: { ko: "물체 안에서 틀린 이름표의 몫", en: "Wrong labels, of the objects" },
    bound: ({ limits }) => atMost(limits.wrong ?? 0),
    breaks: ({ limits }, { wrong = 0 }) => ({
      ko: `틀린 이름표가 물체의 ${josa(shareText(wrong), "을/를")} 차지해요(한도 ${limitText(limits.wrong ?? 0)}). γ가 더 작아야 해요.`,
      en: `wrong labels take ${shareText(wrong)} of what objects have (limit ${limitText(limits.wrong ?? 0)}): γ must be smaller.`,
    }),
  },
  objects: {
    name: { ko: "전체에서 물체의 몫", en: "Objects, of the whole" },
    bound: ({ limits }) => {
      const [low, high] = (limits.objects ?? [0, 0]).map(limitText);
      return { ko: `${low} ~ ${high}`, en: `${low} to ${high}` };
    },
    breaks: ({ limits }, { objects = 0 }) => {
      const low = 1000 * objects < (limits.objects ?? [0, 0])[0];
      return {
        ko: `물체의 몫이 ${josa(shareText(objects), "으로/로")} 너무 ${low ? "작아요. α가 더 커야" : "커요. α가 더 작아야"} 해요. α는 물체에, 1 − α는 배경에 곱해요.`,
        en: `the objects have ${shareText(objects)}: too ${low ? "little, α must be larger" : "much, α must be smaller"}. α multiplies objects, 1 − α the background.`,
      };
    },
  },
};

/** The limits of a view, in the order in which γ meets them. */
export const limitsOf = ({ limits }: View): LimitId[] => [
  "easy",
  ...(limits.keep === null ? [] : (["keep"] as const)),
  ...(limits.wrong === null ? [] : (["wrong"] as const)),
  ...(limits.objects === null ? [] : (["objects"] as const)),
];

/** A limit as a short clause. */
function clauseOf({ limits }: View, id: LimitId): Text {
  const [easy, keep, wrong] = [limits.easy, limits.keep ?? 0, limits.wrong ?? 0].map(limitText);
  const [low, high] = (limits.objects ?? [0, 0]).map(limitText);
  // A place beside its own cross-entropy: what α multiplies both by plays no part.
  const aside: Text = limits.objects === null ? { ko: "", en: "" } : { ko: "(α는 빼고)", en: " (α aside)" };
  return {
    easy: { ko: `쉬운 배경은 배경의 ${easy} 이하`, en: `easy background ≤ ${easy} of the background` },
    keep: {
      ko: `애매한 물체는 자기 교차 엔트로피의 ${keep} 이상${aside.ko}`,
      en: `unsure objects ≥ ${keep} of their cross-entropy${aside.en}`,
    },
    wrong: { ko: `틀린 이름표는 물체의 ${wrong} 이하`, en: `wrong labels ≤ ${wrong} of the objects` },
    objects: { ko: `물체는 전체의 ${low} ~ ${high}`, en: `objects ${low} to ${high} of the whole` },
  }[id];
}

export function promptOf(view: View): Text {
  const { quantity, limits } = view;
  const ids = limitsOf(view);
  const alpha = limits.objects !== null;
  const clauses = (["ko", "en"] as const).map((locale) => ids.map((id) => clauseOf(view, id)[locale]).join(", "));
  const asked: Text = alpha
    ? { ko: "한도를 모두 지키는 γ와 α를 골라요", en: "Choose γ and α so that every limit holds" }
    : ids.length > 1
      ? { ko: "두 한도를 다 지키는 γ를 골라요", en: "Choose a γ that keeps both limits" }
      : {
          ko: "한도를 지키는 가장 작은 γ를 골라요(0.3까지는 더 커도 돼요)",
          en: "Choose the smallest γ that keeps the limit (up to 0.3 more is as good)",
        };
  // On one line.
  const formula = (alpha ? "FL = −αₜ (1 − pₜ)ᵞ log pₜ" : "FL = −(1 − pₜ)ᵞ log pₜ").replaceAll(" ", "\u00a0");
  const sums: Text =
    quantity === "value"
      ? { ko: "몫은 손실 값의 합으로 재요", en: "Shares are of the summed loss values" }
      : { ko: "몫은 로짓에 대한 기울기 크기의 합으로 재요", en: "Shares are of the summed sizes of the gradients on the logit" };
  return {
    ko: `${asked.ko}: ${clauses[0]}. ${formula}. ${sums.ko}. 쉬운 배경은 pₜ ≥ 0.9인 배경이고, 한도와 같으면 지킨 거예요.`,
    en: `${asked.en}: ${clauses[1]}. ${formula}. ${sums.en}. Easy background has pₜ ≥ 0.9; a share equal to its limit keeps it.`,
  };
}

/** Which γs (and which α) do it. */
export function windowText(right: readonly number[], alpha: number | null): Text {
  const [low, high] = [right[0] ?? 0, right[right.length - 1] ?? 0].map((gamma) => num(gamma / 10, 1));
  const near = alpha === null ? null : num(alpha / 100, 2);
  return {
    ko: `맞는 γ는 ${low} ~ ${josa(high, "이에요/예요")}.${near === null ? "" : ` α는 ${near} 근처예요.`}`,
    en: `The right γ is ${low} to ${high}${near === null ? "" : `, with α near ${near}`}.`,
  };
}
