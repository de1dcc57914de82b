"use client";

import { useMemo, useState } from "react";
import type { SimulationProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Segmented, Select, TextField, Timeline } from "@/lib/ui/components";
import { DataTable } from "@/lib/ui/plots";
import { GuessChoice, inRange, KnobPanel, SimulationFrame, Sum, TaskStatus, useKnobs, wholeWithin } from "@/lib/ui/simulation";
import { useTask } from "@/lib/ui/tasks";
import { ExpressionError, graphOf, LONGEST } from "./expression";
import { Graph } from "./Graph";
import { gradsAfter, OVERWRITE, walk } from "./walk";
import { DEFAULTS, KNOBS, PRESETS } from "./knobs";
import { LayerPicture, LayerSteps } from "./LayerBlocks";
import { LAYOUTS } from "./layer";
import recorded from "./recorded.json" with { type: "json" };
import type { LayerAsked, Layered, Rolled, Typed } from "./rolled";
import { arithmeticOf, arrivals, short, stepSaid } from "./said";
import type { tasks } from "./tasks";

const WORDS = {
  title: { ko: "테이프 되감기", en: "Roll the tape back" },
  preset: { ko: "식 고르기", en: "Choose an expression" },
  own: { ko: "직접 적은 식", en: "typed by hand" },
  typed: { ko: "식 적기", en: "Type an expression" },
  hint: {
    ko: "a b c d, + − * /, relu max min sigmoid …, 이름은 p = a*b; p*p처럼",
    en: "a b c d, + − * /, relu max min sigmoid …, names as in p = a*b; p*p",
  },
  node: { ko: "볼 마디", en: "Node" },
  start: { ko: "L에서 시작해요. ∂L/∂L = 1.", en: "Start at L: ∂L/∂L = 1." },
  guess: {
    ko: "L = a·b + a이고 a = 3, b = 2예요. a를 아주 조금 키우면 L은 그 몇 배로 커질까요(∂L/∂a)?",
    en: "L = a·b + a, with a = 3 and b = 2. Nudge a up a little: by how many times that does L grow (∂L/∂a)?",
  },
  checks: { ko: "입력을 0.01 키워 보면", en: "Nudged by 0.01" },
} satisfies Record<string, Text>;
const EXACT = {
  recorded: { ko: "녹화해 둔 결과예요.", en: "A recorded result." },
  failed: { ko: "계산하지 못했어요.", en: "It could not be worked out." },
};

const parsed = (typed: Typed): Text | null => {
  try {
    graphOf(typed.text, typed.values);
    return null;
  } catch (error) {
    if (error instanceof ExpressionError) return error.said;
    throw error;
  }
};

/** A typed expression as a graph and its way back, arrow by arrow; or one linear layer with its blocks. */
export function Simulation({ locale, engine }: SimulationProps<typeof tasks>) {
  const { knobs: given, set, put, resetBut, shareUrl } = useKnobs("autograd", DEFAULTS);
  const knobs = useMemo(() => inRange(KNOBS, given), [given]);
  const [guessed, setGuessed] = useState<string | null>(null);
  const [draft, setDraft] = useState<{ readonly text: string; readonly over: string } | null>(null);
  const ko = locale === "ko";
  const { open, world, add, depth, a, b, c, d } = knobs;
  const graph = world === "graph" || !open;
  const asked = useMemo((): Typed => {
    const typed = open ? { text: knobs.expr, values: { a, b, c, d } } : { text: DEFAULTS.expr, values: DEFAULTS };
    return {
      text: parsed(typed) === null ? typed.text : DEFAULTS.expr,
      values: { a: typed.values.a, b: typed.values.b, c: typed.values.c, d: typed.values.d },
    };
  }, [open, knobs.expr, a, b, c, d]);
  const sizes = useMemo(
    (): LayerAsked => ({
      n: Math.round(knobs.n),
      inputs: Math.round(knobs.inputs),
      outputs: Math.round(knobs.outputs),
      layout: LAYOUTS.find((one) => one === knobs.layout) ?? LAYOUTS[0],
    }),
    [knobs.n, knobs.inputs, knobs.outputs, knobs.layout],
  );
  const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
  const roll = useTask(engine, "roll", asked, {
    recorded: same(asked, recorded.roll.asked) ? (recorded.roll.answer as unknown as Rolled) : null,
  });
  const layer = useTask(engine, "layer", sizes, {
    recorded: same(sizes, recorded.layer.asked) ? (recorded.layer.answer as Layered) : null,
  });
  const task = graph ? roll : layer;
  const rolled = roll.value;
  const steps = useMemo(() => (rolled === null ? [] : add ? rolled.steps : walk(rolled.nodes, OVERWRITE).steps), [rolled, add]);
  const at = wholeWithin(knobs.step, 0, steps.length);
  const nodes = rolled?.nodes ?? [];
  const grads = gradsAfter(nodes, steps, at);
  const named = nodes.filter(({ op }) => op !== "constant");
  const node = Math.max(
    0,
    nodes.findIndex(({ name }) => name === knobs.node),
  );
  const step = at === 0 ? null : steps[at - 1];
  const text = draft?.over === knobs.expr ? draft.text : knobs.expr;
  const problem = parsed({ text, values: asked.values });
  const type = (typed: string) => {
    const fits = parsed({ text: typed, values: asked.values }) === null;
    setDraft(fits ? null : { text: typed, over: knobs.expr });
    if (!fits) return;
    set("expr", typed);
    set("step", 0);
  };
  const digits = (value: number | null) => (value === null ? "–" : short(Number(value.toFixed(4)), 4));
  const shown = {
    sizes,
    layered: layer.value,
    product: knobs.product,
    place: depth === "whole" ? null : ([knobs.row, knobs.column] as const),
    locale,
  };
  return (
    <SimulationFrame
      title={WORDS.title[locale]}
      locale={locale}
      onReset={() => resetBut("open")}
      shareUrl={shareUrl}
      testId="autograd"
      status={task.status}
      picture={
        graph ? (
          rolled && (
            <Graph
              nodes={nodes}
              grad={(i) => (open && grads[i] !== null ? short(grads[i], 2) : null)}
              arrow={(from, input) => {
                const done = steps.findIndex((one) => one.from === from && one.input === input);
                return open && done < at ? `×${short(steps[done].local, 2)}` : null;
              }}
              look={(i) => (open && grads[i] !== null && !add && at === steps.length && grads[i] !== rolled.grads[i] ? "wrong" : "plain")}
              ring={!open ? null : depth === "place" ? node : (step?.to ?? nodes.length - 1)}
              lit={open && depth !== "place" ? step : null}
              onNode={open ? (i) => set("node", nodes[i].name) : undefined}
              locale={locale}
            />
          )
        ) : (
          <LayerPicture {...shown} />
        )
      }
      guess={
        graph && asked.text === DEFAULTS.expr && asked.values.a === 3 && asked.values.b === 2 ? (
          <GuessChoice
            small
            question={WORDS.guess[locale]}
            options={["1", "2", "3"].map((value) => ({ value, label: value }))}
            onGuess={(value) => {
              setGuessed(value);
              set("open", true);
            }}
            answer={
              !open
                ? null
                : (guessed === null ? "" : guessed === "3" ? (ko ? "맞았어요. " : "Right. ") : ko ? "짐작과 달라요. " : "Not quite. ") +
                  (ko
                    ? "3이에요. a는 두 곳에 쓰여서, 곱을 거친 2와 곧장 온 1을 더해요. 아래에서 한 화살표씩 되감아 보세요."
                    : "3. a is used twice: 2 by way of the product and 1 straight from the sum. Roll back arrow by arrow below.")
            }
          />
        ) : null
      }
      below={
        !open ? null : graph ? (
          rolled && (
            <div className="flex flex-col gap-3">
              <Timeline
                step={at}
                count={steps.length + 1}
                onStep={(next) => set("step", next)}
                locale={locale}
                captions={[WORDS.start[locale], ...steps.map((one) => stepSaid(nodes, one)[locale])]}
              />
              {depth === "place" ? <Sum lines={arrivals(nodes, steps.slice(0, at), node, add, locale)} /> : null}
              {depth === "product" && step ? <Sum lines={arithmeticOf(nodes, step, add, locale)} /> : null}
              <TaskStatus task={roll} locale={locale} words={{ recorded: EXACT.recorded[locale], failed: EXACT.failed[locale] }} />
            </div>
          )
        ) : (
          <LayerSteps {...shown} onProduct={(product) => set("product", product)} arithmetic={depth === "product"} />
        )
      }
      knobs={
        open ? (
          <>
            {graph ? (
              <>
                <Select
                  label={WORDS.preset[locale]}
                  options={PRESETS.map((value) => ({ value: value as string, label: value as string }))}
                  value={PRESETS.some((one) => one === knobs.expr) ? knobs.expr : null}
                  placeholder={WORDS.own[locale]}
                  onChange={type}
                />
                <TextField
                  label={WORDS.typed[locale]}
                  hint={WORDS.hint[locale]}
                  problem={problem?.[locale]}
                  value={text}
                  maxLength={LONGEST}
                  spellCheck={false}
                  autoCapitalize="off"
                  onChange={(event) => type(event.currentTarget.value)}
                />
              </>
            ) : null}
            <KnobPanel list={KNOBS} knobs={knobs} put={put} locale={locale} />
            {graph && depth === "place" ? (
              <Segmented
                label={WORDS.node[locale]}
                options={named.map(({ name }) => ({ value: name, label: name }))}
                value={nodes[node]?.name ?? null}
                onChange={(name) => set("node", name)}
              />
            ) : null}
          </>
        ) : null
      }
      after={
        open && graph && rolled ? (
          <DataTable
            caption={WORDS.checks[locale]}
            columns={[ko ? "입력" : "Input", "ΔL", "ΔL / 0.01", ko ? "중심 차분" : "Central difference", ko ? "테이프" : "Tape"]}
            rows={rolled.checks.map(({ name, nudged, differences, tape }) => [
              name,
              digits(nudged),
              digits(nudged === null ? null : nudged / 0.01),
              digits(differences),
              digits(tape),
            ])}
            locale={locale}
          />
        ) : null
      }
    />
  );
}
