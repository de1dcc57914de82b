"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { Stage } from "@/lib/ui/stage";
import { letter } from "@/lib/words";
import { CostTable } from "../../CostTable";
import { middle, Thread } from "../../Thread";
import type { Answer, View } from "./challenge";
import { SIDE } from "./instance";
import { CellContent } from "./CellContent";
import { columnsOf, pictureBoxes, sprites, toneOf } from "./pictureBoxes";
import { costSaid, partsSaid, sumText, totalText } from "./words";

const WORDS = {
  picture: { ko: "물체와 질의의 상자", en: "Objects and the queries' boxes" },
  table: { ko: "비용", en: "Costs" },
  join: { ko: "그림에서 이을 물체", en: "Object to join in the picture" },
  how: {
    ko: "표의 칸을 고르거나, 물체를 정하고 그림에서 질의의 상자를 눌러요.",
    en: "Choose a cell of the table, or an object here and a query's box in the picture.",
  },
  parts: { ko: "칸은 위에서부터 p, L1, GIoU예요.", en: "A cell has p, L1 and GIoU, from the top." },
  total: { ko: "합", en: "Total" },
  none: { ko: "아직 이은 짝이 없어요", en: "nothing joined yet" },
} satisfies Record<string, Text>;

/** Threads between queries and objects, drawn in the picture or by the table of their costs; below, what they add up to. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [object, setObject] = useState(0);
  const [row, setRow] = useState<number | null>(null);
  const at = Math.min(object, view.objects.length - 1);
  const parts = view.shown === "parts";
  const put = (query: number, to: number) =>
    onChange({ query: answer.query.map((old, i) => (i !== to ? old : old === query ? null : query)) });
  const boxes = pictureBoxes(view, locale, (q) => (answer.query.includes(q) ? "picked" : "idle"));
  const tapped = (id: string) => {
    put(Number(id) - 1, at);
    // The next object without a query is the one to go on with.
    const open = answer.query.findIndex((q, i) => q === null && i !== at);
    if (answer.query[at] === null && open >= 0) setObject(open);
  };
  return (
    <Beside
      picture={
        <Stage
          width={SIDE}
          height={SIDE}
          sprites={sprites(view)}
          boxes={boxes}
          label={WORDS.picture[locale]}
          description={boxes.map(({ description }) => description).join(", ")}
          locale={locale}
          pointed={row === null ? null : String(row + 1)}
          onToggle={tapped}
          locked={locked}
        >
          {answer.query.map((q, i) =>
            q === null ? null : <Thread key={i} from={middle(view.queries[q].box)} to={middle(view.objects[i].box)} tone={toneOf(q)} />,
          )}
        </Stage>
      }
    >
      <div className="flex flex-col gap-1">
        <Segmented
          label={WORDS.join[locale]}
          value={at}
          onChange={setObject}
          options={view.objects.map((_, i) => {
            const q = answer.query[i];
            return { value: i, label: q === null ? letter(i) : `${letter(i)} → ${q + 1}` };
          })}
        />
        <p className="m-0 text-sm text-ink-2">{WORDS.how[locale]}</p>
      </div>
      <div className="flex flex-col gap-1">
        {parts ? <p className="m-0 text-sm text-ink-2">{WORDS.parts[locale]}</p> : null}
        <CostTable
          label={WORDS.table[locale]}
          locale={locale}
          objects={columnsOf(view, locale)}
          queries={view.queries.map((_, q) => ({ tag: String(q + 1), tone: toneOf(q) }))}
          content={(query, to) => <CellContent view={view} query={query} object={to} />}
          say={(query, to) => (parts ? partsSaid(view, query, to) : costSaid(view, query, to))}
          stateOf={(query, to) => (answer.query[to] === query ? "chosen" : "open")}
          onToggle={put}
          locked={locked}
          lit={row}
          onRow={setRow}
          tall={parts}
        />
      </div>
      <div className="flex flex-col gap-0.5 font-mono text-sm tabular-nums text-ink" aria-live="polite">
        {parts
          ? answer.query.map((q, i) =>
              q === null ? null : (
                <p key={i} className="m-0">
                  <b>{`${letter(i)}–${q + 1}`}</b> {`${sumText(view, q, i)} = ${costSaid(view, q, i)}`}
                </p>
              ),
            )
          : null}
        <p className="m-0">
          <b className="font-sans">{WORDS.total[locale]}</b>{" "}
          {totalText(view, answer) || <span className="font-sans">{WORDS.none[locale]}</span>}
        </p>
      </div>
    </Beside>
  );
}
