"use client";

import { useMemo } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes/classes";
import { SCENE_SIDE } from "@/lib/engine/scenes/emoji/board";
import { SceneLayer, SeenSwitch } from "@/lib/ui/scene";
import { inRange, KnobPanel, SimulationFrame, StatRow, TaskStatus, useKnobs } from "@/lib/ui/simulation";
import { shortScore, Stage, type StageBox } from "@/lib/ui/stage";
import { HeatLayer } from "@/lib/ui/stage/layers";
import { useTask } from "@/lib/ui/tasks";
import { letter, list, num } from "@/lib/words";
import { CostTable, type CellState } from "./CostTable";
import { Guesses } from "./Guesses";
import { DEFAULTS, KNOBS } from "./knobs";
import { QUERIES, TOKENS, type Looked } from "./looked";
import { CostPanel, QueryPanel } from "./QueryPanel";
import { duringTraining, recordedAnswer, TRAINING_PLANNED, TRAINING_STEPS } from "./recording";
import { References } from "./References";
import { answersOf, boxOf, heatOf, hitsOf, matchedOf, referenceOf, rowsShown, sharesOf } from "./simulationModel";
import type { tasks } from "./tasks";
import { middle, Thread } from "./Thread";

const WORDS = {
  title: { ko: "질의 스물, 그림 하나", en: "Twenty queries, one picture" },
  answers: { ko: "답한 질의", en: "Queries that answer" },
  found: { ko: "찾은 물체", en: "Objects found" },
  twice: { ko: "두 번 찾은 물체", en: "Found twice" },
  total: { ko: "짝짓기의 비용", en: "Cost of the matching" },
  picture: { ko: "그림과 질의의 답", en: "Picture and the queries' answers" },
  table: { ko: "질의와 물체의 비용", en: "Costs of queries and objects" },
  note: { ko: "말하는 클래스", en: "says" },
} satisfies Record<string, Text>;

/** DETR's queries over one picture: who answers, where it looks, what the matching says of it, and the same during training. Computed by the engine worker. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("detr", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const ko = locale === "ko";
  const { open, cut, overlap } = knobs;
  const judged = open && knobs.judged;
  // The guesses are about the first scene, and so is what was recorded during training.
  const scene = judged ? knobs.scene : 1;
  const task = useTask(engine, "look", { scene }, { recorded: recordedAnswer(scene) });
  const run = judged && scene === 1 && knobs.network === "run";
  const at = Math.round(knobs.at) - 1;
  const looked: Looked | null = useMemo(
    () => (task.value && run ? { ...task.value, ...duringTraining(at) } : (task.value ?? null)),
    [task.value, run, at],
  );
  const layer = Number(knobs.layer) === 1 && judged ? 0 : 1;
  const weights = useMemo(() => ({ cls: knobs.cls, l1: knobs.l1, giou: knobs.giou }), [knobs.cls, knobs.l1, knobs.giou]);
  const answers = useMemo(() => (looked && open ? answersOf(looked.layers[layer], cut, overlap) : []), [looked, open, layer, cut, overlap]);
  const matched = useMemo(
    () => (looked && judged ? matchedOf(looked, looked.layers[layer], weights) : null),
    [looked, judged, layer, weights],
  );
  const hits = looked && open ? hitsOf(looked, answers) : [];
  const depth = judged ? knobs.depth : "map";
  const query = Math.round(knobs.query) - 1;
  const object = Math.min(Math.round(knobs.object), looked?.objects.length ?? 1) - 1;
  const near = depth !== "map";
  const token = depth === "query" && knobs.look === "token" && !run;
  const cell = (Math.round(knobs.row) - 1) * TOKENS + Math.round(knobs.column) - 1;
  const heat = looked && depth === "query" ? heatOf(looked, token ? { token: cell } : { query }) : null;
  const choose = (id: string) => {
    const chosen = Number(id.replace(/^q/, ""));
    if (!Number.isInteger(chosen)) return;
    set("query", chosen + 1);
    if (depth === "map") set("depth", "query");
  };
  const named = (label: number) => CLASS_NAMES[VOC_CLASSES[label]][locale];
  const truths: StageBox[] = judged
    ? (looked?.objects.map(({ label, box }, i) => ({
        id: letter(i),
        box,
        label: letter(i),
        tone: 0,
        state: "truth" as const,
        description: `${letter(i)}, ${named(label)}`,
      })) ?? [])
    : [];
  const boxes: StageBox[] =
    !looked || !open
      ? []
      : [
          ...truths,
          ...answers.map(({ query: q, label, score, box, dropped }): StageBox => ({
            id: `q${q}`,
            box,
            label: `${q + 1} ${named(label)} ${shortScore(score)}`,
            tone: q + 1,
            state: dropped ? "suppressed" : near && q === query ? "picked" : "idle",
            description: ko
              ? `질의 ${q + 1}: ${named(label)} ${num(score, 2)}${dropped ? ", NMS가 지움" : ""}`
              : `Query ${q + 1}: ${named(label)} ${num(score, 2)}${dropped ? ", dropped by NMS" : ""}`,
          })),
          ...(near && !token && !answers.some(({ query: q }) => q === query)
            ? [
                {
                  id: `q${query}`,
                  box: boxOf(looked.layers[layer], query),
                  label: String(query + 1),
                  tone: query + 1,
                  state: "ghost" as const,
                  description: ko ? `질의 ${query + 1}의 상자` : `Query ${query + 1}'s box`,
                },
              ]
            : []),
        ];
  const doubled = hits.filter(({ length }) => length > 1).length;
  const rows = matched ? rowsShown(matched, near ? query : null) : [];
  const dearer = QUERIES - rows.length;
  const spoken = boxes.map(({ description }) => description);

  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open", "judged")}
      shareUrl={shareUrl}
      testId="detr"
      status={task.status}
      picture={
        <div className="mx-auto w-full [--stage:var(--view)]">
          <Stage
            width={SCENE_SIDE}
            height={SCENE_SIDE}
            boxes={boxes}
            label={WORDS.picture[locale]}
            description={
              open ? spoken.join(", ") : ko ? "물체 셋과 질의 스물의 기준점" : "Three objects and the reference points of twenty queries"
            }
            locale={locale}
            onToggle={judged ? choose : undefined}
            underlay={
              <>
                <SceneLayer drawing={looked?.drawing ?? null} seen={looked?.seen ?? null} side={SCENE_SIDE} />
                {heat ? (
                  <HeatLayer values={heat} rows={TOKENS} columns={TOKENS} width={SCENE_SIDE} height={SCENE_SIDE} opacity={0.75} />
                ) : null}
              </>
            }
          >
            {looked && !near ? <References heard={looked} numbered={!open} speaking={new Set(answers.map(({ query: q }) => q))} /> : null}
            {looked && matched && knobs.threads && depth !== "query"
              ? matched.query.map((q, i) => (
                  <Thread key={i} from={referenceOf(looked, q)} to={middle(looked.objects[i].box)} tone={q + 1} />
                ))
              : null}
          </Stage>
        </div>
      }
      guess={
        scene === 1 && !run ? (
          <Guesses open={open} judged={judged} onOpen={() => set("open", true)} onJudge={() => set("judged", true)} locale={locale} />
        ) : null
      }
      below={
        looked && judged ? (
          <div className="flex flex-col gap-4">
            {depth === "query" && !token ? <QueryPanel looked={looked} layer={layer} query={query} locale={locale} /> : null}
            {depth === "sum" ? (
              <CostPanel looked={looked} layer={layer} query={query} object={object} weights={weights} locale={locale} />
            ) : null}
            {run ? null : <TaskStatus task={task} locale={locale} />}
          </div>
        ) : null
      }
      knobs={
        <>
          {judged && looked && matched ? (
            <StatRow
              stats={[
                { label: WORDS.answers[locale], value: num(answers.filter(({ dropped }) => !dropped).length) },
                { label: WORDS.found[locale], value: `${hits.filter(({ length }) => length > 0).length} / ${looked.objects.length}` },
                { label: WORDS.twice[locale], value: num(doubled) },
                { label: WORDS.total[locale], value: num(matched.total, 2) },
              ]}
            />
          ) : null}
          {judged ? <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} /> : null}
          <SeenSwitch locale={locale} />
        </>
      }
      after={
        matched && looked ? (
          <div className="flex flex-col gap-1">
            <CostTable
              label={WORDS.table[locale]}
              locale={locale}
              objects={looked.objects.map(({ label }, i) => ({ letter: letter(i), name: named(label) }))}
              queries={rows.map((q) => {
                const shares = sharesOf(looked.layers[layer], q);
                const best = shares.indexOf(Math.max(...shares));
                return { tag: String(q + 1), tone: q + 1, note: best >= VOC_CLASSES.length ? "–" : shortScore(shares[best]) };
              })}
              noteHead={WORDS.note[locale]}
              lit={near ? rows.indexOf(query) : null}
              content={(row, i) => num(matched.costs[rows[row]][i], 2)}
              stateOf={(row, i): CellState =>
                matched.query[i] === rows[row] ? "right" : depth === "sum" && rows[row] === query && i === object ? "looked" : "open"
              }
            />
            <p className="m-0 text-sm text-ink-2">
              {ko
                ? `✓가 가장 싼 짝짓기예요. 물체마다 가장 싼 세 질의와 짝이 된 질의만 보여요. 나머지 ${dearer}개는 더 비싸요. ‘–’는 ‘물체 없음’이라고 말하는 질의예요.`
                : `✓ is the cheapest matching. Shown are matched queries and the three cheapest for each object; the other ${dearer} are dearer. “–” says “no object”.`}
            </p>
          </div>
        ) : null
      }
      caption={
        !judged
          ? undefined
          : run
            ? ko
              ? `우리 DETR과 같은 방법으로 따로 학습한 신경망이 걸음 ${TRAINING_STEPS.map((step) => num(step)).join(", ")}에서 같은 그림에 답한 것을 적어 둔 거예요. 걸음 ${num(TRAINING_PLANNED)}개로 계획한 학습의 앞부분이라, 학습을 마친 신경망과는 다른 신경망이에요. 실은 질의의 기준점에서 짝이 된 물체로 이어져요.`
              : `Recorded from a network of its own, trained by the recipe of ours, at steps ${list(
                  TRAINING_STEPS.map((step) => num(step)),
                  "en",
                )} of ${num(TRAINING_PLANNED)} planned: the same picture each time. It is not the trained network shown otherwise. Threads run from a query's reference point to the object it is matched to.`
            : ko
              ? "회색 점은 ‘물체 없음’이라고 답한 질의의 기준점이에요. 실은 짝이 된 질의의 기준점에서 물체로 이어져요. 짝짓기는 정답을 알 때, 곧 학습할 때만 할 수 있어요."
              : "Grey dots are the reference points of queries that say “no object”. Threads run from a matched query's point to its object. The matching needs the truth: it exists in training alone."
      }
    />
  );
}
