"use client";

import { useMemo } from "react";
import type { Locale, Text } from "@/lib/challenges";
import type { SimulationProps } from "@/lib/challenges/play";
import { anchorBox } from "@/lib/engine/anchors";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { GuessChoice, inRange, KnobPanel, knobsFor, oneOf, SimulationFrame, StatRow, useKnobs } from "@/lib/ui/simulation";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { centreOf, gridSizeOf, GridLayer, locationAt, OutlinesLayer, TapLayer } from "@/lib/ui/stage/layers";
import { num } from "@/lib/words";
import { AnchorSum } from "./AnchorSum";
import { census, HEIGHT, STREET, WIDTH, type BestAnchor } from "./world";

const SCALES = [64, 128, 256, 512] as const;
const RATIOS = [
  { name: "1:2", value: 0.5, knob: "r0" },
  { name: "1:1", value: 1, knob: "r1" },
  { name: "2:1", value: 2, knob: "r2" },
] as const;
const STRIDES = [16, 32, 64] as const;
const strideOf = (value: number) => oneOf(STRIDES, value);

/** The setup of Faster R-CNN: stride 16, three scales, three ratios. */
const DEFAULTS = {
  open: false,
  guess: "",
  stride: 16,
  s64: false,
  s128: true,
  s256: true,
  s512: true,
  r0: true,
  r1: true,
  r2: true,
  column: 34,
  row: 27,
  inside: false,
  object: 2,
  depth: "map",
};

const WORDS = {
  title: { ko: "특징 지도 위의 앵커", en: "Anchors on a feature map" },
  stage: { ko: "거리 그림과 앵커", en: "A street with anchors" },
  ask: {
    ko: "1000×600 그림, 보폭 16, 자리마다 9개. 앵커는 모두 몇 개일까요?",
    en: "A 1000×600 picture, stride 16, nine per location. How many anchors in all?",
  },
  total: { ko: "앵커 수", en: "Anchors" },
  crossing: { ko: "테두리를 넘음", en: "Cross the border" },
  found: { ko: "IoU 0.5 이상", en: "IoU 0.5 or more" },
  mean: { ko: "평균 최고 IoU", en: "Mean best IoU" },
  none: { ko: "크기와 비율을 하나 이상 켜 주세요.", en: "Switch on at least one scale and one ratio." },
} satisfies Record<string, Text>;

const onMap = ({ depth }: { readonly depth: string }) => depth === "map";
/** The knobs over a feature map of so many locations. */
const knobsOver = (columns: number, rows: number) =>
  knobsFor(DEFAULTS, [
    {
      kind: "depth",
      name: "depth",
      depths: [
        { value: "map", label: { ko: "자리", en: "Location" } },
        { value: "best", label: { ko: "물체마다 최고", en: "Best per object" } },
        { value: "sum", label: { ko: "계산", en: "Sum" } },
      ],
    },
    {
      kind: "choice",
      name: "object",
      label: { ko: "어느 물체를 볼까요?", en: "Which object?" },
      options: STREET.map(({ cls }, value) => ({ value, label: CLASS_NAMES[cls] })),
      when: (knobs) => !onMap(knobs),
    },
    { kind: "slider", name: "column", label: { ko: "열", en: "Column" }, symbol: "x", min: 0, max: columns - 1, step: 1, when: onMap },
    { kind: "slider", name: "row", label: { ko: "행", en: "Row" }, symbol: "y", min: 0, max: rows - 1, step: 1, when: onMap },
    {
      kind: "choice",
      name: "stride",
      label: { ko: "보폭 (픽셀)", en: "Stride (pixels)" },
      options: STRIDES.map((value) => ({ value, label: `${value}` })),
    },
    {
      kind: "checks",
      label: { ko: "크기 s", en: "Scales s" },
      options: SCALES.map((scale) => ({ name: `s${scale}`, label: `${scale}²` }) as const),
    },
    {
      kind: "checks",
      label: { ko: "비율 h:w", en: "Ratios h:w" },
      columns: 3,
      options: RATIOS.map(({ knob, name }) => ({ name: knob, label: name })),
    },
    {
      kind: "switch",
      name: "inside",
      label: { ko: "테두리를 넘는 앵커 빼기 (학습 때)", en: "Leave out border-crossing anchors (training)" },
    },
  ]);

const GUESSES = ["9", "2294", "20646"] as const;
const stateOf = (best: BestAnchor | null): StageBox["state"] =>
  best === null || best.iou < 0.5 ? "wrong" : best.iou < 0.7 ? "missed" : "kept";

/** One sentence on what the knobs show just now. */
function remark(numbers: ReturnType<typeof census>, stride: number, locale: Locale): string {
  const { columns, rows, perLocation, total, crossing } = numbers;
  const share = Math.round((100 * crossing) / total);
  return locale === "ko"
    ? `⌊${WIDTH}/${stride}⌋ × ⌊${HEIGHT}/${stride}⌋ × k = ${columns} × ${rows} × ${perLocation} = ${num(total)}개. 그중 ${share}%가 그림 테두리를 넘어요.`
    : `⌊${WIDTH}/${stride}⌋ × ⌊${HEIGHT}/${stride}⌋ × k = ${columns} × ${rows} × ${perLocation} = ${num(total)}. ${share}% of them cross the border.`;
}

/** Scales, ratios and stride of an anchor grid over a street: how many anchors there are, and how well they fit what is there. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("anchors", DEFAULTS);
  const stride = strideOf(given.stride);
  const grid = { width: WIDTH, height: HEIGHT, stride };
  const { columns, rows } = gridSizeOf(grid);
  const list = knobsOver(columns, rows);
  const knobs = inRange(list, given);
  const centre = centreOf(grid, { column: Math.round(knobs.column), row: Math.round(knobs.row) });
  const object = knobs.object;
  const { s64, s128, s256, s512, r0, r1, r2, inside } = given;
  const scales = useMemo(() => SCALES.filter((_, i) => [s64, s128, s256, s512][i]), [s64, s128, s256, s512]);
  const ratios = useMemo(() => RATIOS.filter((_, i) => [r0, r1, r2][i]).map(({ value }) => value), [r0, r1, r2]);
  const numbers = useMemo(
    () => (scales.length > 0 && ratios.length > 0 ? census({ stride: strideOf(given.stride), scales, ratios }, inside) : null),
    [given.stride, scales, ratios, inside],
  );

  const best = numbers?.best[object] ?? null;
  const found = numbers?.best.filter((each) => each !== null && each.iou >= 0.5).length ?? 0;
  const mean = (numbers?.best.reduce((sum, each) => sum + (each?.iou ?? 0), 0) ?? 0) / STREET.length;

  const here = ratios.flatMap((ratio) =>
    scales.map((scale) => {
      const box = anchorBox(...centre, scale, ratio);
      const faded = inside && (box[0] < 0 || box[1] < 0 || box[2] > WIDTH || box[3] > HEIGHT);
      return { key: `${scale}/${ratio}`, box, tone: SCALES.findIndex((each) => each === scale), faded };
    }),
  );
  const goTo = (place: { readonly column: number; readonly row: number }) => {
    set("column", place.column);
    set("row", place.row);
  };
  const change: typeof put = (name, value) => {
    put(name, value);
    // The same place on the picture, in cells of the new size.
    if (name === "stride") goTo(locationAt({ ...grid, stride: Number(value) }, ...centre));
  };

  const showsBest = !onMap(knobs);
  const boxes: StageBox[] = STREET.map(({ cls, box }, i) => {
    const fit = numbers?.best[i] ?? null;
    const shown = knobs.open && showsBest;
    return {
      id: cls,
      box,
      label: shown ? `${CLASS_NAMES[cls][locale]} ${(fit?.iou ?? 0).toFixed(2)}` : CLASS_NAMES[cls][locale],
      tone: 0,
      state: shown ? stateOf(fit) : "truth",
      description: cls,
    };
  });
  const bestBox: StageBox[] =
    showsBest && best
      ? [
          {
            id: "best",
            box: best.box,
            label: `${best.scale}`,
            tone: SCALES.findIndex((each) => each === best.scale),
            state: "idle",
            description: "",
          },
        ]
      : [];
  const described = STREET.map(({ cls }, i) => `${CLASS_NAMES[cls][locale]} ${(numbers?.best[i]?.iou ?? 0).toFixed(2)}`).join(", ");

  const picture = (
    <div className="flex flex-col gap-3 [--stage:var(--view)]">
      <Stage
        width={WIDTH}
        height={HEIGHT}
        sprites={STREET}
        boxes={knobs.open ? [...boxes, ...bestBox] : boxes}
        label={WORDS.stage[locale]}
        description={described}
        locale={locale}
        underlay={<GridLayer {...grid} />}
      >
        {knobs.open && !showsBest ? <OutlinesLayer outlines={here} centre={centre} /> : null}
        <TapLayer width={WIDTH} height={HEIGHT} onTap={(x, y) => goTo(locationAt(grid, x, y))} disabled={showsBest} />
      </Stage>
      {knobs.open && numbers ? (
        <StatRow
          stats={[
            { label: WORDS.total[locale], value: num(inside ? numbers.total - numbers.crossing : numbers.total) },
            { label: WORDS.crossing[locale], value: num(numbers.crossing) },
            { label: WORDS.found[locale], value: `${found}/${STREET.length}` },
            { label: WORDS.mean[locale], value: mean.toFixed(3) },
          ]}
        />
      ) : null}
    </div>
  );

  const verdict =
    knobs.guess === "20646"
      ? { ko: "맞혔어요.", en: "You guessed right." }
      : { ko: `처음 예상은 ${num(Number(knobs.guess))}개였어요.`, en: `You guessed ${num(Number(knobs.guess))}.` };
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      picture={picture}
      guess={
        knobs.open && knobs.guess === "" ? null : (
          <GuessChoice
            question={WORDS.ask[locale]}
            options={GUESSES.map((value) => ({ value, label: num(Number(value)) }))}
            onGuess={(guess) => [set("guess", guess), set("open", true)]}
            answer={knobs.open ? verdict[locale] : null}
          />
        )
      }
      below={
        knobs.open && numbers && knobs.depth === "sum" && best ? <AnchorSum best={best} object={STREET[object]} locale={locale} /> : null
      }
      knobs={knobs.open ? <KnobPanel list={list} knobs={knobs} put={change} locale={locale} /> : null}
      caption={!knobs.open ? undefined : numbers ? remark(numbers, stride, locale) : WORDS.none[locale]}
      onReset={reset}
      shareUrl={shareUrl}
    />
  );
}
