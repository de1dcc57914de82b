"use client";

import { memo, useCallback, useEffect, useState } from "react";
import type { TaskRunner } from "@/lib/challenges/task";
import type { Locale, Text } from "@/lib/challenges/text";
import { Button } from "@/lib/ui/components";
import { LinePlot } from "@/lib/ui/plots";
import { StatRow } from "@/lib/ui/simulation";
import { useLatest } from "@/lib/ui/tasks";
import { josa, num } from "@/lib/words";
import type { FocalKnobs } from "./knobs";
import type { tasks } from "./tasks";
import recorded from "./training.json" with { type: "json" };
import { DEFAULT_RUN, RUN_STEPS, type TrainingRecord, type TrainPartial, type TrainPoint } from "./training";

const RECORD = recorded as unknown as TrainingRecord;

const WORDS = {
  start: { ko: "학습 시작", en: "Train" },
  stop: { ko: "멈추기", en: "Stop" },
  on: { ko: "이어서 학습", en: "Go on" },
  fresh: { ko: "처음부터", en: "From the start" },
  recorded: {
    ko: "녹화해 둔 학습이에요. 시작하면 이 브라우저에서 새로 학습해요.",
    en: "A recorded run. Start it, and this browser trains again from the beginning.",
  },
  reading: { ko: "얼린 백본으로 장면을 읽고 있어요", en: "The frozen backbone reads the scenes" },
  training: { ko: "학습하고 있어요", en: "Training" },
  stopped: { ko: "여기서 멈췄어요. 이어서 학습할 수 있어요.", en: "Stopped. It can go on from here." },
  done: { ko: "학습을 마쳤어요. 이어서 더 학습할 수도 있어요.", en: "Finished. It can go on from here." },
  failed: { ko: "학습하지 못했어요.", en: "The training failed." },
  step: { ko: "스텝", en: "Steps" },
  speed: { ko: "초당 스텝", en: "Steps a second" },
  entropy: { ko: "교차 엔트로피", en: "Cross-entropy" },
  focal: { ko: "focal loss", en: "Focal loss" },
  ap: { ko: "시험 장면의 AP", en: "AP on test scenes" },
  losses: {
    ko: "머리마다 제 식으로 잰 학습 손실 (식이 달라 크기는 서로 견주지 못해요)",
    en: "Each head's training loss by its own formula (sizes do not compare)",
  },
  loss: { ko: "손실", en: "Loss" },
  blind: { ko: "찍었을 때", en: "by chance" },
  explained: {
    ko: `‘찍었을 때’는 모든 자리에 같은 점수를 준 답의 AP, ${josa(num(RECORD.blind, 3), "이에요/예요")}.`,
    en: `“By chance”: the AP of ${num(RECORD.blind, 3)} that giving every place the same score has.`,
  },
  sweep: { ko: "녹화: γ를 바꿔 가며 끝까지 학습한 AP", en: "Recorded: AP at the end, by γ" },
} satisfies Record<string, Text>;

const SETTINGS: Readonly<Record<TrainingRecord["sweep"][number]["setting"], Text>> = {
  plain: { ko: "π 0.01, α 없이", en: "π 0.01, no α" },
  "no-prior": { ko: "π 0.5, α 없이", en: "π 0.5, no α" },
  alpha: { ko: "π 0.01, α 0.25", en: "π 0.01, α 0.25" },
  wrong: { ko: "틀린 이름표 1%", en: "1% wrong labels" },
};
const SETTING_IDS = ["plain", "no-prior", "alpha", "wrong"] as const;

/** Best minus worst AP when the training scenes alone are drawn anew, under cross-entropy. */
const SPREAD = (({ ap }) => Math.max(...ap) - Math.min(...ap))(
  RECORD.sweep.find(({ setting, gamma }) => setting === "plain" && gamma === 0) ?? { ap: [0] },
);

/** The mean AP without α that the lesson tells, by γ. */
const toldAt = (wanted: number) => {
  const ap = RECORD.sweep.find(({ setting, gamma }) => setting === "plain" && gamma === wanted)?.ap ?? [0];
  return num(ap.reduce((sum, value) => sum + value, 0) / ap.length, 3);
};
const ONE_SEED = {
  recorded: { ko: "여기 녹화는 시드 하나예요.", en: "This recording is of one seed." },
  live: { ko: "이 학습은 시드 하나예요.", en: "This training is of one seed." },
} satisfies Record<string, Text>;
const TOLD: Text = {
  ko: `수업에 나오는 ${josa(toldAt(0), "과/와")} ${josa(toldAt(DEFAULT_RUN.gamma), "은/는")} 같은 설정을 시드 ${RECORD.seeds.length}개로 학습한 평균이에요.`,
  en: `The lesson's ${toldAt(0)} and ${toldAt(DEFAULT_RUN.gamma)} are means of the same setting over ${RECORD.seeds.length} seeds.`,
};

/** The recorded sweep. It never changes, so a training that runs beside it does not draw it again. */
const Sweep = memo(function Sweep({ locale }: { readonly locale: Locale }) {
  return (
    <div className="flex flex-col gap-1">
      <LinePlot
        title={WORDS.sweep[locale]}
        x={{ label: "γ", domain: [0, 5] }}
        y={{ label: "AP", domain: [0, 0.25] }}
        guides={[{ axis: "y", at: RECORD.blind, label: WORDS.blind[locale] }]}
        series={SETTING_IDS.map((setting, tone) => ({
          id: setting,
          label: SETTINGS[setting][locale],
          tone,
          points: RECORD.sweep
            .filter((each) => each.setting === setting)
            .map(({ gamma, ap }) => ({ x: gamma, y: ap.reduce((sum, value) => sum + value, 0) / ap.length })),
        }))}
        locale={locale}
        height={220}
      />
      <p className="m-0 text-sm text-ink-2">
        {locale === "ko"
          ? `학습 장면을 ${RECORD.seeds.length}번 새로 뽑은 평균이에요. 장면만 바꿔도 AP가 ${num(SPREAD, 3)}까지 달라져요.`
          : `Means over ${RECORD.seeds.length} draws of training scenes. Other scenes alone move AP by up to ${num(SPREAD, 3)}.`}
      </p>
    </div>
  );
});

interface Run {
  readonly knobs: string;
  readonly points: readonly TrainPoint[];
  readonly last: TrainPartial | null;
  readonly status: "reading" | "training" | "stopped" | "done" | "failed";
  readonly read: number;
  readonly toRead: number;
  /** Steps a second since training began or went on; null until a second stop of the watch. */
  readonly speed: number | null;
}

const inputOf = ({ seed, tGamma, tAlphaOn, tAlpha, prior, wrong }: FocalKnobs) => ({
  ...{ seed, prior, wrong },
  gamma: tGamma,
  alpha: tAlphaOn ? tAlpha : -1,
});

interface Props {
  readonly knobs: FocalKnobs;
  readonly engine: TaskRunner<typeof tasks>;
  readonly locale: Locale;
}

/** Trains a small head in the engine worker: cross-entropy beside focal loss, stopped and gone on with at will. */
export function TrainPanel({ knobs, engine, locale }: Props) {
  const latest = useLatest();
  const [run, setRun] = useState<Run | null>(null);
  const input = inputOf(knobs);
  const name = JSON.stringify(input);
  // Other knobs: what is on screen belongs to another run.
  const current = run?.knobs === name ? run : null;
  const isDefault =
    name === JSON.stringify({ seed: 1, prior: DEFAULT_RUN.prior, wrong: 0, gamma: DEFAULT_RUN.gamma, alpha: DEFAULT_RUN.alpha });
  const busy = current?.status === "reading" || current?.status === "training";
  const points = current?.points ?? (isDefault ? RECORD.shown : []);

  const go = (fresh: boolean) => {
    const before = fresh ? null : current;
    const from = before?.last?.state ?? null;
    const begun = before?.points ?? [];
    const signal = latest.next();
    setRun({ knobs: name, points: begun, last: before?.last ?? null, status: "reading", read: 0, toRead: 1, speed: null });
    let watch: { readonly at: number; readonly done: number } | null = null;
    const tell = (change: Partial<Run>) => setRun((now) => (now && !signal.aborted ? { ...now, ...change } : now));
    engine
      .run(
        "train",
        { ...input, steps: RUN_STEPS, from },
        {
          signal,
          onProgress: (done, total, partial) => {
            if (!partial) return tell({ read: done, toRead: total });
            watch ??= { at: performance.now(), done };
            const seconds = (performance.now() - watch.at) / 1000;
            const speed = done > watch.done ? (done - watch.done) / seconds : null;
            tell({ status: "training", points: [...begun, ...partial.points], last: partial, speed });
          },
        },
      )
      .then(
        (last) => tell({ status: "done", points: [...begun, ...last.points], last }),
        () => tell({ status: "failed" }),
      );
  };
  const stop = useCallback(() => {
    latest.stop();
    // Before its first step there is nothing to go on from.
    setRun((now) => (now?.status === "reading" || now?.status === "training" ? (now.last ? { ...now, status: "stopped" } : null) : now));
  }, [latest]);
  // Other knobs stop it: what nobody sees must not keep the engine busy. With the same knobs again it can go on.
  useEffect(() => stop, [name, stop]);

  const shown = points[points.length - 1];
  const status =
    current === null
      ? isDefault
        ? WORDS.recorded[locale]
        : ""
      : current.status === "reading"
        ? `${WORDS.reading[locale]} (${num(current.read)}/${num(current.toRead)})`
        : WORDS[current.status][locale];
  const axis = { label: WORDS.step[locale], domain: [0, Math.max(RUN_STEPS, shown?.step ?? 0)] as [number, number] };
  const lines = (of: "ap" | "loss") =>
    ([0, 1] as const).map((head) => ({
      id: head === 0 ? "ce" : "focal",
      label: head === 0 ? WORDS.entropy[locale] : `${WORDS.focal[locale]} γ ${num(knobs.tGamma, 1)}`,
      tone: head,
      points: points.map((point) => ({ x: point.step, y: point[of][head] })),
    }));
  return (
    <div className="flex flex-col gap-4" data-testid="training" data-status={current?.status ?? "recorded"}>
      <div className="flex flex-wrap items-center gap-2">
        {busy ? (
          <Button onClick={stop}>{WORDS.stop[locale]}</Button>
        ) : (
          <Button onClick={() => go(current?.last === null || current === null)}>
            {current?.last ? WORDS.on[locale] : WORDS.start[locale]}
          </Button>
        )}
        {current?.last && !busy ? (
          <Button variant="secondary" onClick={() => go(true)}>
            {WORDS.fresh[locale]}
          </Button>
        ) : null}
        <span role="status" className="text-sm text-ink-2">
          {status}
        </span>
      </div>
      <StatRow
        stats={[
          { label: WORDS.step[locale], value: num(shown?.step ?? 0) },
          { label: WORDS.speed[locale], value: current?.speed ? num(current.speed, 0) : "–" },
          { label: `AP · ${WORDS.entropy[locale]}`, value: shown ? num(shown.ap[0], 3) : "–" },
          { label: `AP · ${WORDS.focal[locale]}`, value: shown ? num(shown.ap[1], 3) : "–" },
        ]}
      />
      <div className="grid gap-4 @2xl:grid-cols-2">
        <LinePlot
          title={WORDS.ap[locale]}
          x={axis}
          y={{ label: "AP", domain: [0, 0.3] }}
          guides={[{ axis: "y", at: RECORD.blind, label: WORDS.blind[locale] }]}
          series={lines("ap")}
          locale={locale}
          height={200}
        />
        <LinePlot
          title={WORDS.losses[locale]}
          x={axis}
          y={{ label: WORDS.loss[locale], scale: "log" }}
          series={lines("loss")}
          locale={locale}
          height={200}
        />
      </div>
      <p className="m-0 text-sm text-ink-2">
        {WORDS.explained[locale]} {isDefault ? `${ONE_SEED[current === null ? "recorded" : "live"][locale]} ${TOLD[locale]}` : ""}
      </p>
      <Sweep locale={locale} />
    </div>
  );
}
