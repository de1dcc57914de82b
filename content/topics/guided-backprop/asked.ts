/** The questions of this topic that are not single choice. Their numbers are drawn anew for each review. */
import type { Random } from "@/lib/engine/random";
import {
  type Belief,
  type MatchQuestion,
  type MistakeQuestion,
  type NumericQuestion,
  type OrderQuestion,
  type PointQuestion,
} from "@/lib/questions";
import { IN_TIME } from "@/lib/questions/order/ends";
import { josa, num } from "@/lib/words";

/** A ReLU on the way back: its forward input and the signal that arrives. Whole numbers other than 0. */
interface Unit {
  readonly input: number;
  readonly signal: number;
}

const gradient = ({ input, signal }: Unit): number => (input > 0 ? signal : 0);
const deconvnet = ({ signal }: Unit): number => (signal > 0 ? signal : 0);
const guided = (unit: Unit): number => (unit.input > 0 ? deconvnet(unit) : 0);
const total = (units: readonly Unit[], rule: (unit: Unit) => number): number => units.reduce((sum, unit) => sum + rule(unit), 0);

/** One unit of each pair of signs. */
const fourUnits = (random: Random): readonly Unit[] =>
  random.shuffle([
    { input: random.int(1, 9), signal: random.int(1, 9) },
    { input: random.int(1, 9), signal: -random.int(1, 9) },
    { input: -random.int(1, 9), signal: random.int(1, 9) },
    { input: -random.int(1, 9), signal: -random.int(1, 9) },
  ]);
const row = (values: readonly number[]): string => `(${values.map((value) => num(value)).join(", ")})`;

export const ruleGuided: MatchQuestion = {
  form: "match",
  id: "rule-guided",
  asks: {
    prompt: {
      ko: "되돌아가는 신호를 ReLU가 언제 통과시키는지, 방법마다 이어 보세요.",
      en: "When does a ReLU let a signal through on the way back? Match each method.",
    },
    lefts: [
      { id: "guided", text: { ko: "guided backprop", en: "Guided backprop" } },
      { id: "gradient", text: { ko: "진짜 기울기(backprop)", en: "The true gradient (backprop)" } },
      { id: "deconvnet", text: { ko: "deconvnet", en: "Deconvnet" } },
    ],
    rights: [
      { id: "both", text: { ko: "입력도 신호도 모두 양수일 때", en: "If input and signal are positive" } },
      { id: "input", text: { ko: "순전파 입력이 양수일 때", en: "If the forward input is positive" } },
      { id: "signal", text: { ko: "도착한 신호가 양수일 때", en: "If the arriving signal is positive" } },
      { id: "either", text: { ko: "입력이나 신호가 하나라도 양수일 때", en: "If input or signal is positive" } },
    ],
    wrong: [
      { misconception: "one-gate", said: ["gradient", "signal"] },
      { misconception: "it-is-the-gradient", said: ["guided", "input"] },
    ],
    explanation: {
      ko: "guided는 backprop의 조건과 deconvnet의 조건을 함께 써요.",
      en: "Guided backprop asks for backprop's condition and the deconvnet's together.",
    },
  },
};

const COLUMNS = 3;

export const ruleDeconvnet: PointQuestion = {
  form: "point",
  id: "rule-deconvnet",
  asks(random) {
    const [both, against, off, neither] = [
      () => ({ input: random.int(1, 9), signal: random.int(1, 9) }),
      () => ({ input: random.int(1, 9), signal: -random.int(1, 9) }),
      () => ({ input: -random.int(1, 9), signal: random.int(1, 9) }),
      () => ({ input: -random.int(1, 9), signal: -random.int(1, 9) }),
    ];
    const units = random.shuffle([off(), both(), both(), against(), against(), neither()]);
    const cells = (fits: (unit: Unit) => boolean) => units.flatMap((unit, i) => (fits(unit) ? [String(i)] : []));
    const said = (misconception: string, ids: readonly string[]): readonly Belief<string>[] =>
      ids.map((id) => ({ misconception, said: id }));
    return {
      prompt: {
        ko: "칸마다 “순전파 입력 | 도착한 신호”가 적혀 있어요. deconvnet은 통과시키지만 guided backprop은 막는 칸은 어디인가요?",
        en: "Each cell shows its forward input | the arriving signal. Which cell does the deconvnet let through, but not guided backprop?",
      },
      caption: { ko: "순전파 입력 | 도착한 신호", en: "Forward input | arriving signal" },
      picture: {
        kind: "grid",
        rows: units.length / COLUMNS,
        columns: COLUMNS,
        cells: units.map(({ input, signal }) => `${num(input)} | ${num(signal)}`),
      },
      target: cells(({ input, signal }) => input < 0 && signal > 0)[0],
      wrong: said(
        "it-is-the-gradient",
        cells(({ input, signal }) => input > 0 && signal < 0),
      ),
      explanation: {
        ko: "deconvnet은 신호가 양수인지만 봐요. 그래서 입력이 음수라 순전파에서 꺼져 있던 칸도 지나가요.",
        en: "The deconvnet asks only whether the signal is positive, so a unit that was off on the way forward lets it pass as well.",
      },
    };
  },
};

export const ruleBackprop: NumericQuestion = {
  form: "numeric",
  id: "rule-backprop",
  tolerance: 0,
  range: { min: -100, max: 100, step: 1 },
  unit: null,
  asks(random) {
    const units = fourUnits(random);
    const [inputs, signals] = [row(units.map(({ input }) => input)), row(units.map(({ signal }) => signal))];
    return {
      prompt: {
        ko: `네 ReLU의 순전파 입력이 ${josa(inputs, "이고/고")}, 도착한 신호가 ${josa(signals, "이에요/예요")}. 진짜 기울기가 통과시키는 값의 합은요?`,
        en: `Four ReLUs have forward inputs ${inputs} and arriving signals ${signals}. What is the sum of what the true gradient lets through?`,
      },
      value: total(units, gradient),
      wrong: [
        { misconception: "one-gate", said: total(units, deconvnet) },
        { misconception: "it-is-the-gradient", said: total(units, guided) },
      ],
      explanation: {
        ko: `입력이 양수인 칸은 신호를 부호째 통과시켜요: ${row(units.map(gradient))}. 신호가 양수인 칸만 더하면 deconvnet이에요.`,
        en: `Units with a positive input pass their signal with its sign: ${row(units.map(gradient))}. Adding positive signals only is the deconvnet.`,
      },
    };
  },
};

export const byHand: MistakeQuestion = {
  form: "mistake",
  id: "by-hand",
  asks(random) {
    const units = fourUnits(random);
    const slip = random.int(0, units.length - 1);
    /** What is not guided backprop's, for any pair of signs. */
    const astray = (unit: Unit) => (guided(unit) === 0 ? unit.signal : 0);
    return {
      prompt: {
        ko: "guided backprop으로 네 ReLU를 거꾸로 지난 풀이예요. 값이 틀린 줄은 어디일까요?",
        en: "Four ReLUs on the way back by guided backprop. Which line has a wrong value?",
      },
      lines: units.map((unit, i) => {
        const [input, signal, out] = [num(unit.input), num(unit.signal), num(i === slip ? astray(unit) : guided(unit))];
        return { ko: `입력 ${input}, 신호 ${signal} → ${out}`, en: `Input ${input}, signal ${signal} → ${out}` };
      }),
      slip,
      wrong: units.flatMap((unit, i) => {
        if (i === slip) return [];
        if (unit.input < 0 && unit.signal > 0) return [{ misconception: "one-gate", said: i }];
        return unit.input > 0 && unit.signal < 0 ? [{ misconception: "it-is-the-gradient", said: i }] : [];
      }),
      explanation: {
        ko: `입력과 신호가 모두 양수일 때만 신호가 그대로 나오고, 아니면 0이에요: ${row(units.map(guided))}.`,
        en: `The signal comes out as it is only where input and signal are both positive, otherwise 0: ${row(units.map(guided))}.`,
      },
    };
  },
};

export const twoPaths: NumericQuestion = {
  form: "numeric",
  id: "two-paths",
  tolerance: 0,
  range: { min: -200, max: 200, step: 1 },
  unit: null,
  asks(random) {
    const [input, turned] = [random.chance(0.8) ? random.int(1, 9) : -random.int(1, 9), -random.int(1, 3)];
    const [weight, left, right] = [random.int(2, 5), random.int(1, 4), random.int(4, 9)];
    const arrived = turned * left + weight * right;
    const value = guided({ input, signal: arrived });
    return {
      prompt: {
        ko: `아래 칸의 순전파 입력은 ${josa(num(input), "이고/고")}, 그 출력은 위의 두 칸에 가중치 ${num(turned)}, ${josa(num(weight), "으로/로")} 쓰여요. 두 칸의 ReLU를 이미 지나온 신호는 차례로 ${left}, ${josa(num(right), "이에요/예요")}. guided backprop으로 아래 칸의 ReLU까지 지난 신호는 얼마일까요?`,
        en: `A unit's forward input is ${num(input)}; its output enters two units above with weights ${num(turned)} and ${num(weight)}. The signals that have already passed their ReLUs are ${left} and ${right}. What is the signal after the lower unit's ReLU, by guided backprop?`,
      },
      value,
      wrong: [
        { misconception: "paths-do-not-add", said: weight * right },
        { misconception: "weights-keep-signs", said: weight * right - turned * left },
        { misconception: "one-relu-is-enough", said: arrived },
      ].filter(({ said }) => said !== value),
      explanation: {
        ko: `두 길의 신호를 더하면 ${num(turned)} × ${left} + ${weight} × ${right} = ${num(arrived)}. 아래 칸의 입력이 ${josa(num(input), "이라서/라서")} 결과는 ${josa(num(value), "이에요/예요")}.`,
        en: `Both paths add up to ${num(turned)} × ${left} + ${weight} × ${right} = ${num(arrived)}. The lower input is ${num(input)}, so the result is ${num(value)}.`,
      },
    };
  },
};

export const pointing: NumericQuestion = {
  form: "numeric",
  id: "pointing",
  tolerance: 1,
  range: { min: 0, max: 100, step: 1 },
  unit: { ko: "%", en: "%" },
  asks(random) {
    const objects = random.pick([3, 4, 5, 6, 8, 10]);
    return {
      prompt: {
        ko: `장면마다 물체 ${objects}개의 맵을 하나씩 그려요. 어느 클래스를 보든 언제나 같은 물체 위에 꼭대기가 있는 맵은 질문의 몇 %를 맞힐까요?`,
        en: `Each scene has ${objects} objects, asked for one by one. A map's peak lies on the same object, whatever is asked. In what percentage of the questions is it right?`,
      },
      value: 100 / objects,
      wrong: [
        { misconception: "pointing-proves-it", said: 100 },
        { misconception: "shows-the-class", said: 0 },
      ],
      explanation: {
        ko: `질문 ${objects}개 가운데 하나는 마침 그 물체의 것이에요. 질문을 보지 않는 맵의 점수부터 알아야 다른 맵의 점수를 읽을 수 있어요.`,
        en: `One question in ${objects} happens to ask for that very object. A map's mark can be read only beside that of a map blind to the question.`,
      },
    };
  },
};

export const guidedGradCamSteps: OrderQuestion = {
  form: "order",
  id: "grad-cam-steps",
  version: 2,
  ends: IN_TIME,
  asks: {
    prompt: {
      ko: "Guided Grad-CAM에서 클래스의 자리를 잡는 쪽, Grad-CAM의 계산을 차례로 놓아 보세요.",
      en: "Put the steps of Grad-CAM, which gives Guided Grad-CAM the place of the class, in order.",
    },
    items: [
      { id: "score", text: { ko: "그림을 넣어 클래스 점수를 얻어요", en: "The picture gives the class score" } },
      { id: "gradient", text: { ko: "점수의 기울기를 마지막 특징 지도까지 보내요", en: "Its gradient goes back to the last maps" } },
      { id: "weights", text: { ko: "지도마다 기울기를 평균해 가중치로 삼아요", en: "Averaged over each map, it is a weight" } },
      { id: "sum", text: { ko: "가중치를 곱한 지도를 모두 더해요", en: "The weighted maps are added up" } },
      { id: "relu", text: { ko: "합에 ReLU를 씌워 찬성하는 자리만 남겨요", en: "A ReLU keeps what speaks for the class" } },
    ],
    wrong: [],
    explanation: {
      ko: "가중치 α는 기울기의 평균이라 기울기가 먼저 있어야 하고, ReLU는 다 더한 다음에 한 번 써요. 이 맵을 guided 맵과 곱하면 Guided Grad-CAM이에요.",
      en: "The weights α are averaged gradients, so the gradient comes first; the ReLU is used once, on the sum. Multiplied with a guided map this gives Guided Grad-CAM.",
    },
  },
};
