"use client";

import { useMemo, type PointerEvent } from "react";
import type { Locale, Text } from "@/lib/challenges";
import type { SimulationProps } from "@/lib/challenges/play";
import { anchorBox } from "@/lib/engine/anchors";
import { CLASS_NAMES } from "@/lib/engine/scenes";
import { Button, Checkbox, Segmented, SimulationFrame, Slider, Stat, Switch, useKnobs } from "@/lib/ui/components";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { num } from "@/lib/words";
import { AnchorsAt, GridLayer } from "./GridLayer";
import { AnchorSum } from "./AnchorSum";
import { census, HEIGHT, STREET, WIDTH, type BestAnchor } from "./world";

const SCALES = [64, 128, 256, 512] as const;
const RATIOS = [
  { name: "1:2", value: 0.5 },
  { name: "1:1", value: 1 },
  { name: "2:1", value: 2 },
] as const;
const STRIDES = [16, 32, 64] as const;

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
  stage: { ko: "거리 사진과 앵커", en: "A street with anchors" },
  ask: {
    ko: "1000×600 사진, 보폭 16, 자리마다 9개. 앵커는 모두 몇 개일까요?",
    en: "A 1000×600 picture, stride 16, nine a location. How many anchors in all?",
  },
  stride: { ko: "보폭 (픽셀)", en: "Stride (pixels)" },
  scales: { ko: "크기 s", en: "Scales s" },
  ratios: { ko: "비율 h:w", en: "Ratios h:w" },
  column: { ko: "열", en: "Column" },
  row: { ko: "행", en: "Row" },
  inside: { ko: "테두리를 넘는 앵커 빼기 (학습 때)", en: "Leave out border-crossing anchors (training)" },
  depth: { ko: "얼마나 깊이 볼까요?", en: "How deep?" },
  object: { ko: "어느 물체를 볼까요?", en: "Which object?" },
  total: { ko: "앵커 수", en: "Anchors" },
  crossing: { ko: "테두리를 넘음", en: "Cross the border" },
  found: { ko: "IoU 0.5 이상", en: "IoU 0.5 or more" },
  mean: { ko: "평균 최고 IoU", en: "Mean best IoU" },
  none: { ko: "크기와 비율을 하나 이상 켜 주세요.", en: "Switch on at least one scale and one ratio." },
} satisfies Record<string, Text>;

const DEPTHS: readonly { readonly value: string; readonly label: Text }[] = [
  { value: "map", label: { ko: "자리", en: "Location" } },
  { value: "best", label: { ko: "물체마다 최고", en: "Best per object" } },
  { value: "sum", label: { ko: "계산", en: "Sum" } },
];
const GUESSES = ["9", "2294", "20646"] as const;
const stateOf = (best: BestAnchor | null): StageBox["state"] =>
  best === null || best.iou < 0.5 ? "wrong" : best.iou < 0.7 ? "missed" : "kept";

/** One sentence on what the knobs show just now. */
function remark(numbers: ReturnType<typeof census>, stride: number, locale: Locale): string {
  const { columns, rows, perLocation, total, crossing } = numbers;
  const share = Math.round((100 * crossing) / total);
  return locale === "ko"
    ? `⌊${WIDTH}/${stride}⌋ × ⌊${HEIGHT}/${stride}⌋ × k = ${columns} × ${rows} × ${perLocation} = ${num(total)}개. 그중 ${share}%가 사진 테두리를 넘어요.`
    : `⌊${WIDTH}/${stride}⌋ × ⌊${HEIGHT}/${stride}⌋ × k = ${columns} × ${rows} × ${perLocation} = ${num(total)}. ${share}% of them cross the border.`;
}

/** Scales, ratios and stride of an anchor grid over a street: how many anchors there are, and how well they fit what is there. */
export function Simulation({ locale }: SimulationProps) {
  const { knobs, set, reset, shareUrl } = useKnobs("anchors", DEFAULTS);
  const stride = STRIDES.find((each) => each === knobs.stride) ?? 16;
  const { s64, s128, s256, s512, r0, r1, r2, inside } = knobs;
  const scales = useMemo(() => SCALES.filter((_, i) => [s64, s128, s256, s512][i]), [s64, s128, s256, s512]);
  const ratios = useMemo(() => RATIOS.filter((_, i) => [r0, r1, r2][i]).map(({ value }) => value), [r0, r1, r2]);
  const numbers = useMemo(
    () => (scales.length > 0 && ratios.length > 0 ? census({ stride, scales, ratios }, inside) : null),
    [stride, scales, ratios, inside],
  );

  const [columns, rows] = [Math.floor(WIDTH / stride), Math.floor(HEIGHT / stride)];
  const column = Math.min(columns - 1, Math.max(0, Math.round(knobs.column)));
  const row = Math.min(rows - 1, Math.max(0, Math.round(knobs.row)));
  const centre = [(column + 0.5) * stride, (row + 0.5) * stride] as const;
  const object = STREET[knobs.object] ? knobs.object : 0;
  const best = numbers?.best[object] ?? null;
  const found = numbers?.best.filter((each) => each !== null && each.iou >= 0.5).length ?? 0;
  const mean = (numbers?.best.reduce((sum, each) => sum + (each?.iou ?? 0), 0) ?? 0) / STREET.length;

  const here = ratios.flatMap((ratio) =>
    scales.map((scale) => {
      const [x1, y1, x2, y2] = anchorBox(...centre, scale, ratio);
      return {
        scale,
        ratio,
        tone: SCALES.findIndex((each) => each === scale),
        faded: inside && (x1 < 0 || y1 < 0 || x2 > WIDTH || y2 > HEIGHT),
      };
    }),
  );
  const tap = (event: PointerEvent<SVGRectElement>) => {
    const rect = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
    if (!rect) return;
    set("column", Math.min(columns - 1, Math.floor(((event.clientX - rect.left) * WIDTH) / rect.width / stride)));
    set("row", Math.min(rows - 1, Math.floor(((event.clientY - rect.top) * HEIGHT) / rect.height / stride)));
  };
  const strideTo = (next: number) => {
    // The same place on the picture, in cells of the new size.
    set("column", Math.floor(centre[0] / next));
    set("row", Math.floor(centre[1] / next));
    set("stride", next);
  };

  const showsBest = knobs.depth !== "map";
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
    <div className="flex flex-col gap-3">
      <Stage
        width={WIDTH}
        height={HEIGHT}
        sprites={STREET}
        boxes={knobs.open ? [...boxes, ...bestBox] : boxes}
        label={WORDS.stage[locale]}
        description={described}
        locale={locale}
        underlay={<GridLayer width={WIDTH} height={HEIGHT} stride={stride} />}
      >
        {knobs.open && !showsBest ? <AnchorsAt centre={centre} shapes={here} /> : null}
        <rect
          width={WIDTH}
          height={HEIGHT}
          fill="transparent"
          className={showsBest ? "" : "cursor-crosshair"}
          pointerEvents={showsBest ? "none" : undefined}
          onPointerUp={tap}
          aria-hidden="true"
        />
      </Stage>
      {knobs.open && numbers ? (
        <>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            <Stat label={WORDS.total[locale]} value={num(inside ? numbers.total - numbers.crossing : numbers.total)} />
            <Stat label={WORDS.crossing[locale]} value={num(numbers.crossing)} />
            <Stat label={WORDS.found[locale]} value={`${found}/${STREET.length}`} />
            <Stat label={WORDS.mean[locale]} value={mean.toFixed(3)} />
          </div>
          {knobs.depth === "sum" && best ? <AnchorSum best={best} object={STREET[object]} locale={locale} /> : null}
        </>
      ) : null}
    </div>
  );

  const before = (
    <div className="flex flex-col gap-3">
      <p className="m-0 font-medium text-ink">{WORDS.ask[locale]}</p>
      {GUESSES.map((guess) => (
        <Button key={guess} variant="secondary" onClick={() => [set("guess", guess), set("open", true)]}>
          {num(Number(guess))}
        </Button>
      ))}
    </div>
  );
  const controls = (
    <>
      <Segmented
        label={WORDS.depth[locale]}
        value={knobs.depth}
        onChange={(value) => set("depth", value)}
        options={DEPTHS.map(({ value, label }) => ({ value, label: label[locale] }))}
      />
      {showsBest ? (
        <Segmented
          label={WORDS.object[locale]}
          value={object}
          onChange={(value) => set("object", value)}
          options={STREET.map(({ cls }, i) => ({ value: i, label: CLASS_NAMES[cls][locale] }))}
        />
      ) : (
        <>
          <Slider
            label={WORDS.column[locale]}
            symbol="x"
            value={column}
            min={0}
            max={columns - 1}
            step={1}
            onChange={(value) => set("column", value)}
            locale={locale}
          />
          <Slider
            label={WORDS.row[locale]}
            symbol="y"
            value={row}
            min={0}
            max={rows - 1}
            step={1}
            onChange={(value) => set("row", value)}
            locale={locale}
          />
        </>
      )}
      <Segmented
        label={WORDS.stride[locale]}
        value={stride}
        onChange={strideTo}
        options={STRIDES.map((value) => ({ value, label: String(value) }))}
      />
      <fieldset className="m-0 grid grid-cols-2 gap-x-3 border-0 p-0">
        <legend className="p-0 text-sm font-medium text-ink">{WORDS.scales[locale]}</legend>
        {SCALES.map((scale) => (
          <Checkbox key={scale} label={`${scale}²`} checked={knobs[`s${scale}`]} onChange={(on) => set(`s${scale}`, on)} />
        ))}
      </fieldset>
      <fieldset className="m-0 grid grid-cols-3 gap-x-3 border-0 p-0">
        <legend className="p-0 text-sm font-medium text-ink">{WORDS.ratios[locale]}</legend>
        <Checkbox label={RATIOS[0].name} checked={r0} onChange={(on) => set("r0", on)} />
        <Checkbox label={RATIOS[1].name} checked={r1} onChange={(on) => set("r1", on)} />
        <Checkbox label={RATIOS[2].name} checked={r2} onChange={(on) => set("r2", on)} />
      </fieldset>
      <Switch label={WORDS.inside[locale]} checked={inside} onChange={(on) => set("inside", on)} />
    </>
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
      knobs={knobs.open ? controls : before}
      caption={
        !knobs.open
          ? undefined
          : numbers
            ? `${remark(numbers, stride, locale)} ${knobs.guess === "" ? "" : verdict[locale]}`
            : WORDS.none[locale]
      }
      onReset={reset}
      shareUrl={shareUrl}
    />
  );
}
