"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { ScenePicture, SeenSwitch } from "@/lib/ui/scene";
import {
  CellPointer,
  CellRing,
  type CellHands,
  GuessChoice,
  inRange,
  KnobPanel,
  SimulationFrame,
  TaskStatus,
  useKnobs,
} from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { letter, num } from "@/lib/words";
import { CellLine, cellSaid } from "./CellLine";
import { LEARNT, MAP_SIDE, mapOf, mean, scoreOf, shareOf, type Desk } from "./desk";
import { DEFAULTS, gainKnob, GAINS, KNOBS, settingOf } from "./knobs";
import { MapPicture } from "./MapPicture";
import { Meter } from "./Meter";
import { recordedDesk } from "./recording";
import { Strips } from "./Strips";
import { SumTable } from "./SumTable";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "믹싱 데스크", en: "The mixing desk" },
  score: { ko: "클래스의 점수 S", en: "Score S of the class" },
  means: { ko: "Σ w·F + b", en: "Σ w·F + b" },
  mapMean: { ko: "맵의 평균 + b", en: "map's mean + b" },
  against: { ko: "반대해요", en: "against" },
  speaks: { ko: "찬성해요", en: "for" },
  stays: {
    ko: "이 페이더는 0에 두었어요. 장면이나 클래스를 바꾸면 모두 ×1로 돌아가요.",
    en: "This fader stays at 0; another scene or class puts all of them back to ×1.",
  },
} satisfies Record<string, Text>;

type Guess = "where" | "everywhere" | "still";
const GUESSES: readonly { readonly value: Guess; readonly label: Text }[] = [
  { value: "everywhere", label: { ko: "맵 전체가 고르게 식고, 점수도 내려가요", en: "The whole map cools alike, and the score falls" } },
  { value: "where", label: { ko: "그 채널이 켜진 칸만 식고, 점수도 내려가요", en: "Only cells where it is on cool, and the score falls" } },
  { value: "still", label: { ko: "그 채널이 켜진 칸만 식고, 점수는 그대로예요", en: "Only cells where it is on cool; the score stays" } },
];

/** Values whose difference does not show in four digits. */
const DIGITS = 4;

/** The fader to be guessed about: the strongest that speaks for the class. */
const strongestFor = (desk: Desk): number =>
  Math.max(
    0,
    desk.strips.findIndex((_, k) => shareOf(desk, LEARNT, k) > 0),
  );

/** Channel maps on faders; their sum over the picture, and the score as a needle. Run by the engine worker, on the trained classifier. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("cam", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guess, setGuess] = useState<Guess | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const question = { scene: knobs.scene, asked: knobs.asked };
  const task = useTask(engine, "desk", question, { recorded: recordedDesk(question) });
  const { value: desk, status } = task;
  const setting = useMemo(() => settingOf(knobs), [knobs]);
  const map = useMemo(() => {
    const sum = desk ? mapOf(desk, setting) : null;
    return sum && knobs.relu ? sum.map((v) => (v > 0 ? v : 0)) : sum;
  }, [desk, setting, knobs.relu]);
  const scale = useMemo(() => (desk ? Math.max(...mapOf(desk, LEARNT).map(Math.abs)) : 1), [desk]);
  const ko = locale === "ko";
  const revealed = knobs.open;
  const chosen = (Math.round(knobs.row) - 1) * MAP_SIDE + Math.round(knobs.column) - 1;
  const read = !revealed ? null : (pointed ?? (knobs.read || knobs.depth === "sum" ? chosen : null));
  const name = desk ? CLASS_NAMES[VOC_CLASSES[desk.classIndex]][locale] : "…";
  const asked = desk ? strongestFor(desk) : 0;

  const levelFaders = () => GAINS.forEach((gain) => set(gain, 1));
  const change: typeof put = (knob, value) => {
    put(knob, value);
    if (knob !== "scene" && knob !== "asked") return;
    // Other channels are on the faders then, and what was guessed was about those before.
    levelFaders();
    setGuess(null);
  };
  const hands: CellHands = {
    onPoint: setPointed,
    onChoose: (next) => {
      // Tapped once more, a cell is closed again.
      const closes = next === null || (knobs.read && next === chosen);
      set("read", !closes);
      if (closes) return;
      set("row", Math.floor(next / MAP_SIDE) + 1);
      set("column", (next % MAP_SIDE) + 1);
    },
  };
  const score = desk ? scoreOf(desk, setting) : 0;
  const byMap = desk && map ? mean(map) + desk.bias : 0;
  const equal = num(score, DIGITS) === num(byMap, DIGITS);

  const layers = ({ drawing, pixels }: Desk, shown: Float64Array) => (
    <>
      <ScenePicture sharp={drawing} pixels={pixels} side={SCENE_SIDE} label={ko ? "물체 둘이 있는 장면" : "The scene, with two objects"} />
      <MapPicture
        map={shown}
        scale={scale}
        veil
        className="absolute inset-0 h-full"
        side={SCENE_SIDE}
        smooth={knobs.smooth}
        label={ko ? `${name}의 CAM` : `Class activation map for ${name}`}
      />
    </>
  );
  const picture = (
    <div className="flex flex-col gap-1">
      <div className="grid grid-cols-[minmax(0,var(--view))_minmax(8rem,10rem)] items-center justify-center gap-x-3 @max-3xs:grid-cols-[minmax(0,var(--view))] @xl:grid-cols-[minmax(0,var(--view))_minmax(8rem,14rem)] @xl:gap-x-4">
        <figure className="m-0 min-w-0">
          {desk && map ? (
            revealed ? (
              <CellPointer
                side={MAP_SIDE}
                cell={read}
                {...hands}
                label={ko ? `${name}의 CAM: 화살표 키로 칸을 골라요` : `Class activation map for ${name}: arrow keys choose a cell`}
                said={read === null ? "" : cellSaid({ desk, setting, map, locale }, read)}
              >
                {layers(desk, map)}
                {read === null ? null : <CellRing side={MAP_SIDE} cell={read} />}
              </CellPointer>
            ) : (
              <div className="relative overflow-hidden rounded-[var(--radius)]">{layers(desk, map)}</div>
            )
          ) : (
            <div className="aspect-square w-full rounded-[var(--radius)] bg-paper-3" />
          )}
        </figure>
        <div className="flex flex-col items-center gap-2">
          <Meter score={score} learnt={desk ? scoreOf(desk, LEARNT) : 0} label={WORDS.score[locale]} />
          <dl
            className="m-0 grid grid-cols-[auto_auto] items-baseline gap-x-2 font-mono text-xs @xl:text-sm tabular-nums text-ink"
            data-testid="two-ways"
            data-equal={equal}
          >
            <dt className="text-ink-2">{WORDS.means[locale]}</dt>
            <dd className="m-0 text-right font-bold">{desk ? num(score, DIGITS) : "…"}</dd>
            <dt className="font-sans text-ink-2">{WORDS.mapMean[locale]}</dt>
            <dd className={`m-0 text-right font-bold ${equal ? "text-good" : "text-bad"}`}>
              {desk ? `${equal ? "=" : "≠"} ${num(byMap, DIGITS)}` : "…"}
            </dd>
          </dl>
        </div>
      </div>
      <p className="m-0 flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <span>{ko ? `보려는 클래스: ${name}` : `asked: ${name}`}</span>
        <span className="flex items-center gap-1.5 text-xs">
          − {WORDS.against[locale]}
          <span
            aria-hidden="true"
            className="h-2 w-20 rounded-full"
            style={{
              background: "linear-gradient(to right, rgb(120 200 255), rgb(40 90 190), var(--paper-3), rgb(224 107 96), rgb(240 249 33))",
            }}
          />
          + {WORDS.speaks[locale]}
        </span>
      </p>
      {desk && map && revealed ? <CellLine desk={desk} setting={setting} map={map} cell={read} locale={locale} /> : null}
    </div>
  );
  const below = (
    <div className="flex flex-col gap-4">
      {desk && map && revealed ? (
        <>
          {knobs.depth === "sum" ? <SumTable desk={desk} setting={setting} map={map} cell={read ?? chosen} locale={locale} /> : null}
          <Strips
            // Another desk has other faders: no order of the one before is held.
            key={`${knobs.scene} ${knobs.asked} ${knobs.depth}`}
            desk={desk}
            setting={setting}
            weighed={knobs.depth !== "map"}
            shared={knobs.shared}
            onGain={(k, gain) => set(gainKnob(k), gain)}
            onLevel={levelFaders}
            cell={read}
            hands={hands}
            locale={locale}
          />
        </>
      ) : null}
      <TaskStatus task={task} locale={locale} />
    </div>
  );

  const open = (value: Guess) => {
    setGuess(value);
    set("open", true);
    set(gainKnob(asked), 0);
  };
  const pulled = desk && guess !== null ? num(Math.abs(shareOf(desk, LEARNT, asked)), 2) : null;
  const outcome =
    pulled === null
      ? ""
      : ko
        ? `${guess === "where" ? "맞았어요." : "짐작과 달라요."} ${letter(asked)} 페이더를 0으로 내렸더니 그 채널이 켜진 칸만 식고, 점수는 이 채널의 몫 ${pulled}만큼 내려갔어요. ${WORDS.stays.ko}`
        : `${guess === "where" ? "Right." : "Not quite."} With fader ${letter(asked)} at 0 only the cells where that channel is on cooled, and the score fell by its share, ${pulled}. ${WORDS.stays.en}`;
  const remark = knobs.relu
    ? ko
      ? "ReLU로 음수를 자르면 맵의 평균이 점수와 어긋나요. 그래서 CAM에는 ReLU가 없어요."
      : "With negative cells set to 0, the map's mean no longer gives the score. That is why CAM has no ReLU."
    : ko
      ? "페이더를 어디에 두든 두 값은 마지막 자리까지 같아요. 평균과 합은 자리를 바꿔도 되니까요."
      : "Wherever the faders stand, both numbers agree to the last digit: mean and sum may trade places.";

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        // The guess is made: its knobs stay.
        set("open", knobs.open);
        setGuess(null);
      }}
      shareUrl={shareUrl}
      testId="desk"
      status={status}
      picture={picture}
      guess={
        revealed && guess === null ? null : (
          <GuessChoice
            question={
              ko
                ? `채널 여덟 개가 페이더에 올라와요. ${name}에 가장 크게 찬성하는 ${letter(asked)} 페이더를 0으로 내리면 어떻게 될까요?`
                : `Eight channels are on faders. Pull ${letter(asked)}, the one that speaks loudest for “${name}”, down to 0. What happens?`
            }
            options={GUESSES.map(({ value, label }) => ({ value, label: label[locale] }))}
            onGuess={open}
            answer={revealed ? outcome : null}
          />
        )
      }
      below={below}
      knobs={
        <>
          {revealed ? <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      caption={revealed ? remark : undefined}
    />
  );
}
