"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SeenSwitch } from "@/lib/ui/scene";
import {
  type CellHands,
  GuessChoice,
  inRange,
  KnobPanel,
  oneOf,
  SimulationFrame,
  StatRow,
  TaskStatus,
  useKnobs,
  wholeWithin,
} from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { scientific } from "@/lib/words";
import { CellSum } from "./CellSum";
import { ChannelRows } from "./ChannelRows";
import { KNOBS } from "./knobs";
import { LAST, LAYERS, NETWORKS, OTHERS, rawMap, recordedAnswer, SCENES, type Other, type Question } from "./question";
import { SignedPicture } from "./SignedPicture";
import { DEFAULTS, hottest, largestSize, NO_TWIN } from "./simulationModel";
import { captionsOf, cellSaid, nameOf, scaleOf, statsOf } from "./simulationWords";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "찬성, 반대, 그리고 어디", en: "For, against, and where" },
  how: { ko: "칸을 가리키거나 눌러 보세요. 그 칸의 합이 열려요.", en: "Point at a cell or tap it: its sum opens." },
  none: { ko: "CAM은 마지막 층에만 있어요.", en: "CAM exists at the last layer only." },
  for: { ko: "찬성", en: "for" },
  against: { ko: "반대", en: "against" },
  // The maps are kept in 255 steps of a channel's peak.
  recorded: {
    ko: "녹화해 둔 결과라 숫자가 1%쯤 다를 수 있어요. 모델이 도착하면 새로 계산해요.",
    en: "A recorded result, its numbers off by up to about 1%. It is computed again once the model has loaded.",
  },
} satisfies Record<string, Text>;
/** A product of two maps is near 0 almost everywhere: it gets its full colour from this share of its peak on. */
const SPARSE = 0.4;
const OTHER_NAMES: Readonly<Record<Other, string>> = { hires: "HiResCAM", cam: "CAM", guided: "Guided Grad-CAM" };

/** Any class, any layer, three networks: which cells speak for the class and which against, and why one cell has the value it has. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, reset, shareUrl } = useKnobs("grad-cam", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guesses, setGuesses] = useState<Readonly<Record<string, string>>>({});
  const [pointed, setPointed] = useState<number | null>(null);
  const ko = locale === "ko";
  const question: Question = {
    scene: knobs.scene,
    label: VOC_CLASSES.findIndex((cls) => cls === knobs.cls),
    layer: LAYERS.find((name) => name === knobs.layer) ?? LAST,
    network: oneOf(NETWORKS, knobs.network),
    other: oneOf(OTHERS, knobs.other),
  };
  const task = useTask(engine, "explained", question, { recorded: recordedAnswer(question) });
  const { value, status } = task;
  const raw = useMemo(() => (value ? rawMap(value) : null), [value]);
  const shown = useMemo(() => (raw && knobs.relu ? raw.map((v) => Math.max(0, v)) : raw), [raw, knobs.relu]);

  // The first picture and each network that learnt a shortcut are guessed first; a link further in has been past its guess.
  const { objects } = SCENES[question.scene - 1];
  const asks = (question.scene === 1 && knobs.cls === DEFAULTS.cls && knobs.layer === LAST) || question.network !== NETWORKS[0];
  const guessed = `${question.network} ${question.scene} ${knobs.cls}`;
  const guess = guesses[guessed];
  const revealed = !asks || guess !== undefined || knobs.depth !== DEFAULTS.depth;
  const side = value?.side ?? 1;
  const picked = knobs.row < 0 ? null : wholeWithin(knobs.row, 0, side - 1) * side + wholeWithin(knobs.column, 0, side - 1);
  // Under "Sum" a cell is always read: at first the hottest.
  const chosen = picked ?? (raw && knobs.depth === "sum" ? hottest(raw) : null);
  const cell = !revealed || raw === null ? null : pointed !== null && pointed < raw.length ? pointed : chosen;
  const hands: CellHands = {
    onPoint: setPointed,
    onChoose: (next) => {
      // Tapped once more, a cell is closed again.
      const closes = next === null || next === picked;
      set("row", closes ? -1 : Math.floor(next / side));
      set("column", closes ? -1 : next % side);
    },
  };
  const change: typeof put = (name, next) => {
    put(name, next);
    // Another map has another hottest cell, another scene another class to ask for.
    if (name === "scene" || name === "layer" || name === "cls" || name === "network") {
      set("row", -1);
      set("column", -1);
    }
    if (name === "scene") set("cls", SCENES[wholeWithin(Number(next), 1, SCENES.length) - 1].objects[0]);
  };
  const asked = CLASS_NAMES[VOC_CLASSES[question.label]][locale];
  const boxes = knobs.boxes ? (value?.objects ?? []).map(({ label, box }) => ({ box, name: CLASS_NAMES[VOC_CLASSES[label]][locale] })) : [];
  const twin = !revealed || knobs.depth !== "map" || knobs.other === NO_TWIN ? null : question.other;
  // A map by cells is cut at 0 as the one it stands beside; Guided Grad-CAM is a product of what is left.
  const beside =
    !value || value.otherSide === 0 ? null : knobs.relu && twin !== "guided" ? value.other.map((v) => Math.max(0, v)) : value.other;
  const said = value && revealed ? captionsOf(value, question, guess, locale) : [];

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => {
        reset();
        setGuesses({});
      }}
      shareUrl={shareUrl}
      testId="grad-cam"
      status={status}
      picture={
        <div className={`mx-auto grid gap-3 ${twin ? "max-w-[calc(var(--view)+var(--view))] grid-cols-2" : "max-w-(--view) grid-cols-1"}`}>
          <figure className="m-0 flex min-w-0 flex-col gap-1">
            <SignedPicture
              locale={locale}
              pixels={value?.pixels ?? null}
              drawing={value?.drawing ?? null}
              values={revealed ? shown : null}
              side={side}
              most={value ? scaleOf(value) : 0}
              smooth={knobs.smooth}
              boxes={boxes}
              ringed={cell}
              hands={revealed ? hands : undefined}
              said={cell === null || raw === null ? "" : cellSaid(raw, side, cell, knobs.relu, locale)}
              flies={cell === null || raw === null ? undefined : scientific(raw[cell], 2)}
              label={
                revealed ? (ko ? `“${asked}”의 Grad-CAM` : `Grad-CAM for “${asked}”`) : ko ? "살펴볼 그림" : "The picture to ask about"
              }
            />
            <figcaption className="flex flex-wrap items-center justify-between gap-x-3 text-sm text-ink-2">
              <span>Grad-CAM, “{asked}”</span>
              <Legend locale={locale} cold={!knobs.relu} />
              {revealed ? (
                <span className="min-h-5 w-full text-xs tabular-nums" data-testid="cell-line">
                  {cell === null || raw === null ? WORDS.how[locale] : cellSaid(raw, side, cell, knobs.relu, locale)}
                </span>
              ) : null}
            </figcaption>
          </figure>
          {twin ? (
            <figure className="m-0 flex min-w-0 flex-col gap-1">
              <SignedPicture
                locale={locale}
                pixels={value?.pixels ?? null}
                drawing={value?.drawing ?? null}
                values={beside}
                side={value && value.otherSide > 0 ? value.otherSide : 1}
                most={value ? largestSize(value.other) * (twin === "guided" ? SPARSE : 1) : 0}
                smooth={knobs.smooth && twin !== "guided"}
                boxes={boxes}
                label={ko ? `“${asked}”의 ${OTHER_NAMES[twin]}` : `${OTHER_NAMES[twin]} for “${asked}”`}
              />
              <figcaption className="text-sm text-ink-2">
                {value && value.otherSide === 0 ? WORDS.none[locale] : `${OTHER_NAMES[twin]}, “${asked}”`}
              </figcaption>
            </figure>
          ) : null}
        </div>
      }
      guess={
        revealed && guess === undefined ? null : (
          <GuessChoice
            // Another network is another question.
            key={guessed}
            question={
              ko
                ? `“${asked}”의 맵을 그려요. 이 신경망의 맵은 어디가 가장 뜨거울까요?`
                : `Asked for “${asked}”: where is this network's map hottest?`
            }
            options={[...objects, "ground"].map((cls) => ({
              value: cls,
              label: ko ? `${nameOf(cls).ko} 위` : `On the ${nameOf(cls).en}`,
            }))}
            onGuess={(place) => setGuesses((before) => ({ ...before, [guessed]: place }))}
            answer={guess === undefined ? null : (said[0] ?? <TaskStatus task={task} locale={locale} />)}
          />
        )
      }
      below={
        !revealed || !value ? null : (
          <div className="flex flex-col gap-4">
            {knobs.depth === "map" ? <StatRow columns={3} stats={statsOf(value, question, locale)} /> : null}
            {knobs.depth === "parts" ? <ChannelRows explained={value} cell={cell} locale={locale} /> : null}
            {/* A cell that is pointed at alone is told in the picture's line: what lies below does not move under the hand. */}
            {chosen !== null && cell !== null && knobs.depth !== "parts" ? (
              <CellSum explained={value} cell={cell} onCell={hands.onChoose} locale={locale} />
            ) : null}
          </div>
        )
      }
      knobs={
        <>
          <KnobPanel list={KNOBS} knobs={knobs} put={change} locale={locale} />
          <SeenSwitch locale={locale} />
        </>
      }
      after={<TaskStatus task={task} locale={locale} words={{ recorded: WORDS.recorded[locale] }} />}
      caption={
        <p className="m-0 min-h-10">
          {said.length > 0
            ? said.slice(guess === undefined ? 0 : 1).join(" ")
            : ko
              ? "먼저 짐작해 보세요. 클래스를 바꾸면 꼭대기가 옮겨 가요."
              : "Guess first. Another class moves the peak."}
        </p>
      }
    />
  );
}

/** What the two colours mean. */
function Legend({ locale, cold }: { readonly locale: "ko" | "en"; readonly cold: boolean }) {
  return (
    <span className="flex items-center gap-2">
      <span className="flex items-center gap-1">
        <span aria-hidden="true" className="size-3 rounded-sm bg-[rgb(226_84_24)]" />+ {WORDS.for[locale]}
      </span>
      {cold ? (
        <span className="flex items-center gap-1">
          <span aria-hidden="true" className="size-3 rounded-sm bg-[rgb(24_92_196)]" />− {WORDS.against[locale]}
        </span>
      ) : null}
    </span>
  );
}
