"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { BackwardStep } from "@/lib/engine/autograd";
import { ReplayFrame } from "@/lib/ui/boards";
import { Sum } from "@/lib/ui/simulation";
import { num } from "@/lib/words";
import { Graph } from "../../Graph";
import { gradsAfter, usesOf } from "../../walk";
import { stepSaid } from "../../said";
import type { Answer, View } from "./challenge";
import { valuesOf } from "./instance";
import { askedName, sumOf } from "./words";

/** Arrow by arrow from L down: what is handed on, what has gathered. A node turns over when its sum is complete. */
export function Replay({ instance: { view }, answer, grade: { steps }, locale }: ReplayProps<View, null, Answer, BackwardStep>) {
  const { nodes, asked } = view;
  const ko = locale === "ko";
  const truth = valuesOf(view);
  const askedAt = (node: number) => asked.findIndex((each) => each.of === "total" && each.node === node);
  const last = (node: number) => steps.reduce((found, { to }, i) => (to === node ? i : found), -1);
  return (
    <ReplayFrame
      captions={steps.map((step) => stepSaid(nodes, step)[locale])}
      missteps={asked.flatMap((each, i) => {
        const mine = answer.values[i] ?? null;
        if (mine === truth[i]) return [];
        const at = each.of === "total" ? last(each.node) : steps.findIndex(({ from, input }) => from === each.from && input === each.input);
        const spoken =
          mine === null
            ? ko
              ? "비었어요"
              : "left out"
            : ko
              ? `${num(mine)} 대신 ${num(truth[i])}`
              : `${num(mine)} instead of ${num(truth[i])}`;
        return [{ id: String(i), at, label: `✗ ${askedName(view, each)}`, spoken }];
      })}
      locale={locale}
      picture={(at) => {
        const grads = gradsAfter(nodes, steps, at + 1);
        return (
          <Graph
            nodes={nodes}
            grad={(node) => (grads[node] === null ? null : num(grads[node]))}
            arrow={(from, input) => {
              const done = steps.findIndex((step) => step.from === from && step.input === input);
              return done <= at ? `×${num(steps[done].local)}` : null;
            }}
            look={(node) => {
              const i = askedAt(node);
              return i < 0 || last(node) > at ? "plain" : answer.values[i] === truth[i] ? "right" : "wrong";
            }}
            ring={steps[at].to}
            lit={steps[at]}
            locale={locale}
          />
        );
      }}
      below={(at) => {
        const { to, total } = steps[at];
        const sum = sumOf(steps.slice(0, at + 1), to);
        return (
          <Sum
            quiet
            lines={[
              { name: `∂L/∂${nodes[to].name}`, sum: `${sum} = ${num(total)}`, result: true },
              ...(usesOf(nodes, to) > 1
                ? [
                    {
                      name: ko ? "쓰인 곳" : "used",
                      sum: ko ? `${num(usesOf(nodes, to))}군데라서 더해요` : `${num(usesOf(nodes, to))} times, so it adds up`,
                    },
                  ]
                : []),
            ]}
          />
        );
      }}
    />
  );
}
