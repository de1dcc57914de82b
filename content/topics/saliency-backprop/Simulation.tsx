"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { ScrollFrame, Segmented } from "@/lib/ui/components";
import { ScenePicture, SeenSwitch } from "@/lib/ui/scene";
import {
  CellPointer,
  CellRing,
  GuessChoice,
  inRange,
  KnobPanel,
  SimulationFrame,
  StatRow,
  Sum,
  TaskStatus,
  useKnobs,
  type SumLine,
} from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { cellName, josa, num, percent, signed } from "@/lib/words";
import { DEFAULTS, KNOBS } from "./knobs";
import {
  GUESSES,
  heatOf,
  METHODS,
  PLANE,
  recordedAnswer,
  recordedNudge,
  type Explained,
  type Method,
  type Nudged,
  type PixelValues,
  type Question,
} from "./question";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "픽셀 하나 바꿔 보기", en: "Turn one pixel" },
  which: { ko: "보려는 클래스", en: "Class asked for" },
  picture: { ko: "그림: 픽셀을 짚어 보세요", en: "The picture: point at a pixel" },
  map: { ko: "맵", en: "The map" },
  largest: { ko: "맵에서 가장 큰 열 픽셀", en: "The ten largest pixels of the map" },
  pixel: { ko: "픽셀", en: "Pixel" },
  size: { ko: "크기", en: "Size" },
  up: { ko: "올라가요", en: "It rises" },
  down: { ko: "내려가요", en: "It falls" },
  still: { ko: "거의 그대로예요", en: "It hardly moves" },
  none: {
    ko: "Grad-CAM은 특징 지도까지만 되돌아가서 픽셀마다의 값이 없어요.",
    en: "Grad-CAM goes back to a feature map only: it has no value a pixel.",
  },
  recorded: {
    ko: "녹화해 둔 예에는 가장 큰 열 픽셀의 값만 있어요. 계산하면 어느 픽셀이든 읽을 수 있어요.",
    en: "The recording holds the ten largest pixels alone. Compute it, and any pixel can be read.",
  },
} satisfies Record<string, Text>;
const COLOURS: readonly Text[] = [
  { ko: "빨강", en: "red" },
  { ko: "초록", en: "green" },
  { ko: "파랑", en: "blue" },
];
/** What one of the three signed values is. */
const VALUE: Readonly<Record<Method, Text>> = {
  saliency: { ko: "점수의 기울기 ∂S/∂x", en: "the slope of the score, ∂S/∂x" },
  squared: { ko: "점수의 기울기 ∂S/∂x", en: "the slope of the score, ∂S/∂x" },
  "times-input": { ko: "기울기 곱하기 입력", en: "slope times input" },
  smoothgrad: { ko: "잡음을 섞은 그림들의 평균 기울기", en: "the mean slope of the noisy copies" },
  integrated: { ko: "길의 평균 기울기 곱하기 입력", en: "the path's mean slope times input" },
  guided: { ko: "기울기가 아닌 신호", en: "a signal, no slope" },
  deconvnet: { ko: "기울기가 아닌 신호", en: "a signal, no slope" },
  "grad-cam": { ko: "", en: "" },
};
const GUESS_LEVELS = 10;
/** A change of the score below this share of the largest of the three is called none. */
const STILL = 0.05;

const valuesAt = ({ signed: all, largest }: Explained, pixel: number): PixelValues["values"] | null =>
  all ? [all[pixel], all[PLANE + pixel], all[2 * PLANE + pixel]] : (largest.find(({ pixel: known }) => known === pixel)?.values ?? null);

/** The three values of one pixel, and what the map makes of them. */
function loupe(method: Method, values: PixelValues["values"], locale: Locale): SumLine[] {
  const sizes = values.map((v) => (method === "squared" ? v * v : Math.abs(v)));
  return [
    ...values.map((v, c) => ({ name: "RGB"[c], word: COLOURS[c][locale], sum: signed(v, 4) })),
    {
      name: locale === "ko" ? "맵" : "map",
      sum: `max(${sizes.map((v) => num(v, 4)).join(", ")}) = ${num(Math.max(...sizes), 4)}`,
      result: true,
    },
  ];
}

/** By trying: one level up, one down, halved; beside what the way back said. */
const triedLines = ({ slope, up, down }: Nudged, locale: Locale): SumLine[] =>
  [0, 1, 2].flatMap((c): SumLine[] => [
    {
      name: "RGB"[c],
      word: COLOURS[c][locale],
      sum: `(${num(up[c], 4)} − ${num(down[c], 4)}) / 2 = ${signed((up[c] - down[c]) / 2, 5)}`,
    },
    { name: locale === "ko" ? `${"RGB"[c]} 역전파` : `${"RGB"[c]} way back`, sum: signed(slope[c], 5), result: true },
  ]);

/** A picture and one map of it: what one pixel's slope is, and what methods make of all of them. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("saliency", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const question = useMemo(
    (): Question => ({
      scene: knobs.scene,
      which: knobs.which === 1 ? 1 : 0,
      method: METHODS.find((name) => name === knobs.method) ?? "saliency",
      target: knobs.target === "probability" ? "probability" : "logit",
      noise: Math.round(knobs.noise),
      samples: Math.round(knobs.samples),
      steps: Math.round(knobs.steps),
    }),
    [knobs.scene, knobs.which, knobs.method, knobs.target, knobs.noise, knobs.samples, knobs.steps],
  );
  const { method } = question;
  const recorded = recordedAnswer(question);
  const [asked, setAsked] = useState(false);
  // Model and engine weigh more than the whole lesson: they come when somebody wants more than the recording.
  const waits = recorded !== null && !asked;
  const task = useTask(engine, "explained", question, { recorded, waits });
  const { value, progress } = task;
  // While copies are being averaged the last picture stands, with the map as it grows.
  const [stood, setStood] = useState<Explained | null>(value);
  if (value && value !== stood) setStood(value);
  const shown = value ?? stood;
  const map = value?.map ?? progress?.partial ?? null;
  const heat = useMemo(() => (map ? heatOf(map, knobs.cut) : null), [map, knobs.cut]);

  const [pointed, setPointed] = useState<number | null>(null);
  const guess = Math.min(Math.max(Math.round(knobs.guessed), 0), GUESSES.length);
  const guessing = guess < GUESSES.length && knobs.scene === DEFAULTS.scene;
  const kept =
    knobs.row > 0 || knobs.column > 0
      ? (Math.max(1, Math.round(knobs.row)) - 1) * SCENE_SIDE + Math.max(1, Math.round(knobs.column)) - 1
      : null;
  const usual = value?.largest[0]?.pixel ?? kept ?? 0;
  const pixel = guessing ? GUESSES[guess].pixel : (pointed ?? kept ?? usual);
  const keep = (chosen: number | null) => {
    set("row", chosen === null ? 0 : Math.floor(chosen / SCENE_SIDE) + 1);
    set("column", chosen === null ? 0 : (chosen % SCENE_SIDE) + 1);
  };
  const near = knobs.depth === "pixel" && !guessing;
  const turned = kept ?? usual;
  const turn = { scene: question.scene, which: question.which, target: question.target, pixel: turned };
  const known = recordedNudge(turn, turned);
  const nudge = useTask(engine, "nudged", turn, { recorded: known, waits: !near || value === null || (known !== null && !asked) });

  const names = (shown?.objects ?? []).map(({ label }) => CLASS_NAMES[VOC_CLASSES[label]][locale]);
  const values = value ? valuesAt(value, pixel) : null;
  const place = cellName(pixel, SCENE_SIDE)[locale];
  const most = Math.max(...GUESSES.map(({ change }) => Math.abs(change)));
  const moved = (change: number) => (Math.abs(change) < STILL * most ? WORDS.still : change > 0 ? WORDS.up : WORDS.down)[locale];
  const ring = <CellRing side={SCENE_SIDE} cell={pixel} />;
  const depthRings = knobs.depth === "largest" && !guessing ? (value?.largest ?? []) : [];
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        set("guessed", guess);
      }}
      shareUrl={shareUrl}
      testId="saliency"
      status={task.status}
      picture={
        <div className="mx-auto grid w-full max-w-[calc(2*var(--view,20rem))] grid-cols-2 gap-2">
          <figure className="m-0 flex min-w-0 flex-col gap-1">
            <CellPointer
              side={SCENE_SIDE}
              cell={pixel}
              onPoint={setPointed}
              onChoose={keep}
              label={WORDS.picture[locale]}
              said={`${place}. ${values ? values.map((v, c) => `${COLOURS[c][locale]} ${signed(v, 4)}`).join(", ") : ""}`}
            >
              <ScenePicture sharp={shown?.drawing ?? null} pixels={shown?.pixels ?? null} side={SCENE_SIDE} label={names.join(", ")} />
              {ring}
            </CellPointer>
            <figcaption className="text-xs text-ink-2">{place}</figcaption>
          </figure>
          <figure className="m-0 flex min-w-0 flex-col gap-1">
            <div className="relative">
              <ScenePicture
                sharp={shown?.drawing ?? null}
                pixels={shown?.pixels ?? null}
                side={SCENE_SIDE}
                heat={guessing ? null : heat}
                opacity={0.95}
                dim={method === "grad-cam" || guessing ? 0 : 0.85}
                label={`${WORDS.map[locale]}: ${names[question.which] ?? ""}`}
              />
              {depthRings.length > 0 ? depthRings.map((one) => <CellRing key={one.pixel} side={SCENE_SIDE} cell={one.pixel} />) : ring}
            </div>
            <figcaption className="text-xs text-ink-2">
              {progress ? `${num(progress.done)} / ${num(progress.total)}` : `“${names[question.which] ?? "…"}”`}
            </figcaption>
          </figure>
        </div>
      }
      guess={
        knobs.scene === DEFAULTS.scene ? (
          <GuessChoice
            key={guess}
            question={
              guessing
                ? ko
                  ? `${guess + 1}/3. 고리 안의 픽셀을 ${GUESS_LEVELS}단계 밝게 하면 “${names[0] ?? ""}” 점수는요?`
                  : `${guess + 1}/3. The ringed pixel becomes ${GUESS_LEVELS} levels brighter. What does the score for “${names[0] ?? ""}” do?`
                : ""
            }
            options={(["up", "down", "still"] as const).map((way) => ({ value: way, label: WORDS[way][locale] }))}
            onGuess={() => set("guessed", guess + 1)}
            answer={
              guessing
                ? null
                : `${ko ? "세 픽셀의 점수 변화" : "The score's changes"}: ${GUESSES.map(({ change }) => `${signed(change, 3)} (${moved(change)})`).join(", ")}. ${ko ? "밝은 곳이라고 큰 것도, 늘 오르는 것도 아니에요." : "A bright place need not matter, and brighter is not always more."}`
            }
          />
        ) : null
      }
      below={
        <div className="flex flex-col gap-3">
          <TaskStatus task={task} locale={locale} onCompute={waits && !guessing ? () => setAsked(true) : null} />
          {guessing ? null : knobs.depth === "largest" && value && value.largest.length > 0 ? (
            <ScrollFrame label={WORDS.largest[locale]}>
              <table className="w-full border-collapse text-sm tabular-nums" data-testid="largest">
                <thead>
                  <tr className="text-left text-ink-2">
                    {[WORDS.pixel, ...COLOURS, WORDS.size].map((head) => (
                      <th key={head.en} scope="col" className="px-2 py-1 font-medium">
                        {head[locale]}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {value.largest.map(({ pixel: one, values: three }) => (
                    <tr key={one} className="border-t border-line">
                      <th scope="row" className="whitespace-nowrap px-2 py-1 text-left font-normal text-ink">
                        {cellName(one, SCENE_SIDE)[locale]}
                      </th>
                      {three.map((v, c) => (
                        <td key={c} className="px-2 py-1">
                          {signed(v, 3)}
                        </td>
                      ))}
                      <td className="px-2 py-1 font-semibold text-ink">
                        {num(Math.max(...three.map((v) => (method === "squared" ? v * v : Math.abs(v)))), 3)}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollFrame>
          ) : (
            <div className="@container flex flex-col gap-2" data-testid="loupe" data-pixel={pixel}>
              <p className="m-0 text-sm text-ink-2">
                {method === "grad-cam"
                  ? WORDS.none[locale]
                  : values
                    ? `${place}: ${VALUE[method][locale]}`
                    : value
                      ? WORDS.recorded[locale]
                      : "…"}
              </p>
              {values && method !== "grad-cam" ? <Sum lines={loupe(method, values, locale)} /> : null}
            </div>
          )}
        </div>
      }
      knobs={
        <>
          {names.length === 2 ? (
            <Segmented
              label={WORDS.which[locale]}
              value={question.which}
              options={names.map((label, i) => ({ value: i, label }))}
              onChange={(which) => set("which", which)}
            />
          ) : null}
          <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} />
          <SeenSwitch locale={locale} />
        </>
      }
      after={
        guessing ? null : (
          <div className="flex flex-col gap-3">
            <StatRow
              stats={[
                {
                  label: question.target === "logit" ? (ko ? "점수 S" : "Score S") : ko ? "확률 p" : "Probability p",
                  value: shown ? num(shown.value, 3) : "…",
                },
                { label: ko ? "확률" : "Probability", value: shown ? percent(shown.probability, 1) : "…" },
                value?.likeness === null || !value
                  ? null
                  : { label: ko ? "다른 클래스의 맵과 닮음" : "Likeness to the other class's map", value: num(value.likeness, 2) },
                value?.sum === null || !value
                  ? null
                  : {
                      label: ko ? "맵의 합 / 회색과의 차이" : "Sum of the map / difference from grey",
                      value: `${num(value.sum, 2)} / ${num(value.difference ?? 0, 2)}`,
                    },
              ]}
            />
            {near ? (
              <div className="@container flex flex-col gap-2" data-testid="turned" data-status={nudge.status}>
                <p className="m-0 text-sm text-ink-2">
                  {ko
                    ? `${josa(cellName(turned, SCENE_SIDE).ko, "을/를")} 색마다 한 단계(255 가운데 1) 올리고 내려 봤어요. 순전파 두 번의 차이와 역전파의 기울기가 같은가요?`
                    : `${cellName(turned, SCENE_SIDE).en}: each colour one level of 255 up and down. Do two forward passes say what the way back said?`}
                </p>
                {nudge.value ? <Sum lines={triedLines(nudge.value, locale)} /> : <TaskStatus task={nudge} locale={locale} />}
              </div>
            ) : null}
          </div>
        )
      }
      caption={
        ko
          ? "왼쪽은 그림, 오른쪽은 그 픽셀들의 맵이에요. 색은 맵의 값이 이 비율의 픽셀보다 큰 데서부터 가장 밝게 칠해요. 방법과 클래스를 바꿔 가며 무엇이 달라지는지 보세요."
          : "Left the picture, right the map of its pixels. Colours are full from the value that so many percent of the pixels lie below. Change method and class, and see what moves."
      }
    />
  );
}
