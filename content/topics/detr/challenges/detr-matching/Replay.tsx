"use client";

import type { ReplayProps } from "@/lib/challenges/play";
import type { Locale, Text } from "@/lib/challenges/text";
import { ReplayFrame, type Misstep } from "@/lib/ui/boards";
import { Stage } from "@/lib/ui/stage";
import { josa, letter, list } from "@/lib/words";
import { CostTable, type CellState } from "../../CostTable";
import { middle, Thread } from "../../Thread";
import type { Answer, Step, View } from "./challenge";
import { costsOf, SIDE, without } from "./instance";
import { columnsOf, pictureBoxes, sprites, toneOf } from "./pictureBoxes";
import { shown } from "./words";

const WORDS = {
  picture: { ko: "짝짓기", en: "The matching" },
  table: { ko: "비용과 값", en: "Costs and prices" },
  price: { ko: "값", en: "price" },
  spoken: { ko: "다르게 이었어요", en: "joined otherwise" },
  rest: { ko: "‘물체 없음’", en: "“no object”" },
  help: {
    ko: "값은 여럿이 원하는 질의에 더 내야 하는 비용이에요. 마지막에는 물체마다 (비용 + 값)이 가장 작은 질의와 이어져 있어요.",
    en: "A price is what a query that several want costs on top. In the end each object has the query with the least cost plus price.",
  },
} satisfies Record<string, Text>;

/** The query with the least cost plus price, as an object sees it when it comes. */
function wishOf(view: View, { object, price }: Step): number {
  const row = costsOf(view)[object].map((cost, q) => cost + price[q]);
  return row.indexOf(Math.min(...row));
}

function captionOf(view: View, steps: readonly Step[], at: number): Text {
  const step = steps[at];
  const name = letter(step.object);
  if (step.shows === "wish") {
    const wish = wishOf(view, step);
    const holder = step.query.indexOf(wish);
    const cost = shown(costsOf(view)[step.object][wish]);
    if (holder < 0)
      return {
        ko: `${name}의 차례. 가장 싼 질의 ${wish + 1}(${cost})에는 아직 아무도 없어요.`,
        en: `${name} comes. Its cheapest query, ${wish + 1} (${cost}), is free.`,
      };
    return {
      ko: `${name}의 차례. 가장 싼 질의 ${wish + 1}(${cost})에는 벌써 ${josa(letter(holder), "이/가")} 있어요.`,
      en: `${name} comes. Its cheapest query, ${wish + 1} (${cost}), is ${letter(holder)}'s already.`,
    };
  }
  const before = steps[at - 1];
  const moved = view.objects.flatMap((_, i) =>
    i !== step.object && before.query[i] !== step.query[i] ? [{ i, from: before.query[i] ?? 0, to: step.query[i] ?? 0 }] : [],
  );
  const last = at === steps.length - 1;
  const left = view.queries.flatMap((_, q) => (step.query.includes(q) ? [] : [String(q + 1)]));
  const rest: Text = last
    ? { ko: ` 남은 질의 ${left.join(", ")}: ${WORDS.rest.ko}.`, en: ` Left over: ${list(left, "en")}, ${WORDS.rest.en}.` }
    : { ko: "", en: "" };
  const own = (step.query[step.object] ?? 0) + 1;
  const over: Text =
    moved.length > 0
      ? {
          ko: `${moved.map(({ i, from, to }) => `${josa(letter(i), "이/가")} 질의 ${from + 1}에서 ${josa(String(to + 1), "으로/로")} 옮겨요`).join(", ")}. `,
          en: `${moved.map(({ i, from, to }) => `${letter(i)} moves from query ${from + 1} to ${to + 1}`).join(", ")}. `,
        }
      : { ko: "", en: "" };
  return {
    ko: `${over.ko}${name}의 짝은 질의 ${own}. 지금까지의 합 ${shown(step.total)}.${rest.ko}`,
    en: `${over.en}${name} gets query ${own}. Total so far ${shown(step.total)}.${rest.en}`,
  };
}

/** Object after object comes and wants its cheapest query; where it is taken its price rises until somebody moves over. */
export function Replay({ instance: { view }, answer, grade, locale }: ReplayProps<View, null, Answer, Step>) {
  const { steps } = grade;
  const costs = costsOf(view);
  const given = without(answer.query);
  const captions = steps.map((_, at) => captionOf(view, steps, at)[locale]);
  const missteps = grade.parts.flatMap(({ id, correct }, i): Misstep[] =>
    correct ? [] : [{ id, at: settledAt(steps, i), label: `✗ ${id}`, spoken: WORDS.spoken[locale] }],
  );
  const picture = (at: number) => {
    const step = steps[at];
    const wish = step.shows === "wish" ? wishOf(view, step) : null;
    const last = at === steps.length - 1;
    return (
      <Stage
        width={SIDE}
        height={SIDE}
        sprites={sprites(view)}
        boxes={pictureBoxes(view, locale, (q) =>
          step.query.includes(q) ? "kept" : q === wish ? "measured" : last ? "suppressed" : "idle",
        )}
        label={WORDS.picture[locale]}
        description={captions[at]}
        locale={locale}
        locked
      >
        {last
          ? given.map((q, i) =>
              q === null || q === step.query[i] ? null : (
                <Thread
                  key={`given-${i}`}
                  from={middle(view.queries[q].box)}
                  to={middle(view.objects[i].box)}
                  tone={toneOf(q)}
                  look="wrong"
                />
              ),
            )
          : null}
        {step.query.map((q, i) =>
          q === null ? null : (
            <Thread key={i} from={middle(view.queries[q].box)} to={middle(view.objects[i].box)} tone={toneOf(q)} look="right" />
          ),
        )}
        {wish === null ? null : (
          <Thread from={middle(view.queries[wish].box)} to={middle(view.objects[step.object].box)} tone={toneOf(wish)} look="wished" />
        )}
      </Stage>
    );
  };
  const below = (at: number) => {
    const step = steps[at];
    const wish = step.shows === "wish" ? wishOf(view, step) : null;
    const last = at === steps.length - 1;
    const state = (query: number, object: number): CellState =>
      step.query[object] === query
        ? "right"
        : wish === query && object === step.object
          ? "wished"
          : last && given[object] === query
            ? "wrong"
            : "open";
    return (
      <div className="flex flex-col gap-1">
        <CostTable
          label={WORDS.table[locale]}
          locale={locale}
          objects={columnsOf(view, locale)}
          queries={view.queries.map((_, q) => noteOf(q, step, locale))}
          noteHead={WORDS.price[locale]}
          content={(query, object) => shown(costs[object][query])}
          stateOf={state}
        />
        <p className="m-0 text-sm text-ink-2">{WORDS.help[locale]}</p>
      </div>
    );
  };
  return <ReplayFrame captions={captions} missteps={missteps} start={steps.length} locale={locale} picture={picture} below={below} />;
}

const noteOf = (query: number, { price }: Step, locale: Locale) => ({
  tag: String(query + 1),
  tone: toneOf(query),
  note: price[query] > 0 ? `+${shown(price[query])}` : "",
  said: price[query] > 0 ? WORDS.price[locale] : undefined,
});

/** The step after which an object stays where it is. */
function settledAt(steps: readonly Step[], object: number): number {
  const end = steps[steps.length - 1]?.query[object];
  const at = steps.findLastIndex(({ shows, query }) => shows === "settled" && query[object] !== end);
  return Math.min(
    steps.length - 1,
    steps.findIndex((step, i) => i > at && step.shows === "settled" && step.query[object] === end),
  );
}
