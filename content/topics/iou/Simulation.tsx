"use client";

import type { Locale, Text } from "@/lib/challenges";
import type { SimulationProps } from "@/lib/challenges/play";
import { area, giou, intersectionArea, iou, iouLegacy, unionArea, type BoxXYXY } from "@/lib/engine/boxes";
import { Button } from "@/lib/ui/components";
import {
  GuessNumber,
  inRange,
  KnobPanel,
  knobsFor,
  overlapSum,
  SimulationFrame,
  StatRow,
  Sum,
  useKnobs,
  wholeWithin,
} from "@/lib/ui/simulation";
import { BoxTable, EditableBox, Stage } from "@/lib/ui/stage";
import { OverlapLayer, type Lit } from "@/lib/ui/stage/layers";
import { josa, num } from "@/lib/words";
import { shown } from "./measures";

const SIZE = { width: 400, height: 300 } as const;

/** Half-shifted squares at first: the pair whose IoU almost everyone gets wrong. */
const DEFAULTS = {
  ax1: 80,
  ay1: 90,
  ax2: 200,
  ay2: 210,
  bx1: 140,
  by1: 90,
  bx2: 260,
  by2: 210,
  guess: 50,
  open: false,
  giou: false,
  legacy: false,
  depth: "picture",
};

const WORDS = {
  title: { ko: "두 상자의 IoU", en: "IoU of two boxes" },
  stage: { ko: "움직일 수 있는 두 상자", en: "Two boxes to move" },
  guess: { ko: "IoU가 얼마일까요?", en: "What is the IoU?" },
  first: { ko: "먼저 어림해 보세요. 값은 그다음에 보여 줄게요.", en: "Guess first; then the numbers appear." },
  presets: { ko: "이런 경우는요?", en: "Try these" },
  drag: { ko: "상자를 끌거나 모서리를 잡아당겨 보세요.", en: "Drag a box, or pull its corners." },
} satisfies Record<string, Text>;

const KNOBS = knobsFor(DEFAULTS, [
  {
    kind: "depth",
    name: "depth",
    depths: [
      { value: "picture", label: { ko: "그림", en: "Picture" } },
      { value: "areas", label: { ko: "넓이", en: "Areas" } },
      { value: "sum", label: { ko: "계산", en: "Sum" } },
    ],
  },
  { kind: "switch", name: "giou", label: { ko: "감싼 상자와 GIoU", en: "Enclosing box and GIoU" } },
  { kind: "switch", name: "legacy", label: { ko: "옛 +1 방식도 보기", en: "Also the legacy +1" } },
]);

const PRESETS: readonly { readonly id: string; readonly label: Text; readonly a: BoxXYXY; readonly b: BoxXYXY }[] = [
  { id: "half", label: { ko: "절반 밀기", en: "Half shift" }, a: [80, 90, 200, 210], b: [140, 90, 260, 210] },
  { id: "small", label: { ko: "작게 절반 밀기", en: "Half shift, small" }, a: [170, 130, 210, 170], b: [190, 130, 230, 170] },
  { id: "quarter", label: { ko: "귀퉁이만", en: "One corner" }, a: [80, 60, 200, 180], b: [140, 120, 260, 240] },
  { id: "inside", label: { ko: "안에 쏙", en: "Inside" }, a: [110, 60, 290, 240], b: [155, 105, 245, 195] },
  { id: "near", label: { ko: "살짝 떨어짐", en: "Small gap" }, a: [110, 120, 170, 180], b: [230, 120, 290, 180] },
  { id: "far", label: { ko: "멀리 떨어짐", en: "Wide gap" }, a: [20, 130, 56, 166], b: [344, 130, 380, 166] },
];

/** A box inside the stage, whatever an address says. */
function boxOf(x1: number, y1: number, x2: number, y2: number): BoxXYXY {
  const [left, top] = [wholeWithin(x1, 0, SIZE.width - 4), wholeWithin(y1, 0, SIZE.height - 4)];
  return [left, top, wholeWithin(x2, left + 4, SIZE.width), wholeWithin(y2, top + 4, SIZE.height)];
}

/** One sentence on what this very picture shows. */
function remark(a: BoxXYXY, b: BoxXYXY, withGiou: boolean, locale: Locale): string {
  const shared = intersectionArea(a, b);
  const smaller = Math.min(area(a), area(b));
  const value = iou(a, b).toFixed(2);
  if (shared === 0) {
    if (!withGiou)
      return locale === "ko"
        ? "겹치지 않으면 얼마나 멀든 IoU는 0이에요. GIoU를 켜 보세요."
        : "Without overlap the IoU is 0 at any distance. Switch GIoU on.";
    return locale === "ko"
      ? `IoU는 0이지만 GIoU는 ${num(giou(a, b), 2)}. 멀어질수록 −1에 다가가요.`
      : `IoU is 0, but GIoU is ${num(giou(a, b), 2)}: it nears −1 as they move apart.`;
  }
  const part = Math.round((100 * shared) / smaller);
  if (shared === smaller && area(a) !== area(b))
    return locale === "ko"
      ? `작은 상자가 통째로 들어가도 IoU는 넓이의 비인 ${josa(value, "이에요/예요")}.`
      : `The smaller box lies inside, yet the IoU is only the ratio of areas, ${value}.`;
  return locale === "ko"
    ? `작은 쪽의 ${part}%가 겹치지만 IoU는 ${josa(value, "이에요/예요")}. 분모는 합집합이니까요.`
    : `${part}% of the smaller box is shared, but the IoU is ${value}: the denominator is the union.`;
}

/** Two boxes to drag; their intersection, union, IoU and GIoU live. Asks for a guess before it shows a number. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("iou", DEFAULTS);
  const knobs = inRange(KNOBS, given);
  const a = boxOf(knobs.ax1, knobs.ay1, knobs.ax2, knobs.ay2);
  const b = boxOf(knobs.bx1, knobs.by1, knobs.bx2, knobs.by2);
  const place = (name: "a" | "b", box: BoxXYXY) => {
    set(`${name}x1`, box[0]);
    set(`${name}y1`, box[1]);
    set(`${name}x2`, box[2]);
    set(`${name}y2`, box[3]);
  };
  const lit: Lit = !knobs.open ? "areas" : knobs.giou ? "hull" : knobs.depth === "picture" ? "shared" : "union";
  const two = [
    { id: "a", label: "A", box: a, tone: 0 },
    { id: "b", label: "B", box: b, tone: 1 },
  ] as const;

  const picture = (
    <div className="flex flex-col gap-3 [--stage:var(--view)]">
      <Stage
        {...SIZE}
        sprites={[{ cls: "sheep", box: a }]}
        boxes={[]}
        label={WORDS.stage[locale]}
        description={knobs.open ? `IoU ${iou(a, b).toFixed(2)}` : WORDS.first[locale]}
        locale={locale}
        underlay={<OverlapLayer a={a} b={b} lit={lit} />}
      >
        {two.map((each) => (
          <EditableBox
            key={each.id}
            {...each}
            bounds={SIZE}
            state="idle"
            onChange={(box) => place(each.id, box)}
            say={(box) => (knobs.open ? `IoU ${iou(box, each.id === "a" ? b : a).toFixed(2)}` : "")}
            locale={locale}
          />
        ))}
      </Stage>
      {knobs.open ? (
        <StatRow
          stats={[
            { label: "∩", value: num(intersectionArea(a, b)) },
            { label: "∪", value: num(unionArea(a, b)) },
            { label: "IoU", value: num(iou(a, b), 3) },
            knobs.giou ? { label: "GIoU", value: num(giou(a, b), 3) } : null,
            knobs.legacy ? { label: "IoU (+1)", value: num(iouLegacy(a, b), 3) } : null,
          ]}
        />
      ) : null}
    </div>
  );

  const controls = (
    <>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink">{WORDS.presets[locale]}</span>
        <div className="flex flex-wrap gap-2">
          {PRESETS.map((preset) => (
            <Button key={preset.id} variant="secondary" size="sm" onClick={() => [place("a", preset.a), place("b", preset.b)]}>
              {preset.label[locale]}
            </Button>
          ))}
        </div>
      </div>
      <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} />
      <BoxTable boxes={two} bounds={SIZE} onChange={(id, box) => place(id === "a" ? "a" : "b", box)} locale={locale} />
    </>
  );
  const guessed =
    locale === "ko" ? `처음 어림은 ${josa(shown(knobs.guess), "이에요/예요")}.` : `Your first guess was ${shown(knobs.guess)}.`;
  const guess = (
    <GuessNumber
      answer={knobs.open ? guessed : null}
      question={WORDS.first[locale]}
      label={WORDS.guess[locale]}
      symbol="IoU"
      value={knobs.guess}
      min={0}
      max={100}
      step={1}
      onChange={(value) => set("guess", value)}
      format={shown}
      onReveal={() => set("open", true)}
      locale={locale}
    />
  );

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      picture={picture}
      guess={guess}
      below={
        knobs.open && knobs.depth === "sum" ? (
          <Sum lines={overlapSum({ a, b, upTo: knobs.giou ? "hull" : "union", legacy: knobs.legacy, locale })} />
        ) : null
      }
      knobs={knobs.open ? controls : <p className="m-0 text-sm text-ink-2">{WORDS.drag[locale]}</p>}
      caption={knobs.open ? remark(a, b, knobs.giou, locale) : undefined}
      onReset={reset}
      shareUrl={shareUrl}
    />
  );
}
