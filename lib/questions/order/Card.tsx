import { ArrowDown, ArrowUp, Check, X } from "lucide-react";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { ordering } from "@/lib/challenges/answers";
import type { Locale, Text } from "@/lib/challenges/text";
import { LiveRegion } from "@/lib/ui/components";
import { Said, useSaying } from "../Said";
import type { CardProps } from "../card";
import type { OrderAnswer, OrderTruth, OrderView } from "./form";

const up = (text: Text): Text => ({ ko: `“${text.ko}” 위로`, en: `Move “${text.en}” up` });
const down = (text: Text): Text => ({ ko: `“${text.ko}” 아래로`, en: `Move “${text.en}” down` });
const moved = (text: Text, place: number): Text => ({ ko: `“${text.ko}”: ${place}번째`, en: `“${text.en}”: place ${place}` });
const HOW: Text = { ko: "화살표로 한 칸씩 옮겨요.", en: "The arrows move a line by one place." };
const placeWas = (place: number, locale: Locale): string => ({ ko: `맞는 자리: ${place}번째`, en: `belongs in place ${place}` })[locale];

/** Rows with an arrow up and an arrow down; on either, the arrow keys move the row as well. */
export function OrderCard({ view, answer, onChange, truth, locale }: CardProps<OrderView, OrderTruth, OrderAnswer>) {
  const [said, setSaid] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<{ readonly id: string; readonly way: "up" | "down" } | null>(null);
  const textOf = (id: string): Text => view.items.find((item) => item.id === id)?.text ?? { ko: id, en: id };
  const { plain } = useSaying();
  const named = ({ ko, en }: Text): Text => ({ ko: plain(ko), en: plain(en) });
  const { order } = answer;

  // A row that moves takes the focus with it.
  useEffect(() => {
    if (held) list.current?.querySelector<HTMLButtonElement>(`[data-move="${held.id}/${held.way}"]`)?.focus();
  }, [order, held]);

  const move = (from: number, by: 1 | -1, button: "up" | "down") => {
    const to = from + by;
    if (truth !== null || to < 0 || to >= order.length) return;
    setHeld({ id: order[from], way: button });
    setSaid(moved(named(textOf(order[from])), to + 1)[locale]);
    onChange({ order: ordering.move(order, from, to) });
  };
  const keys = (event: KeyboardEvent, at: number, button: "up" | "down") => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by === null) return;
    event.preventDefault();
    move(at, by, button);
  };

  return (
    <div>
      <p className="m-0 mb-1 text-sm text-ink-2">{view.ends.first[locale]}</p>
      <ol ref={list} className="m-0 flex list-none flex-col gap-2 p-0">
        {order.map((id, i) => {
          const text = textOf(id);
          const belongs = truth?.order.indexOf(id) ?? i;
          const tone = truth === null ? "border-line" : belongs === i ? "border-good bg-good-wash" : "border-bad bg-bad-wash";
          return (
            <li
              key={id}
              data-row={id}
              className={`flex min-h-12 items-center gap-3 rounded-(--radius) border bg-paper py-1 pl-4 pr-1 text-ink ${tone}`}
            >
              <span className="w-4 shrink-0 text-sm tabular-nums text-ink-2">{i + 1}</span>
              <span className="min-w-0 flex-1">
                <Said text={text[locale]} />
                {truth !== null && belongs !== i ? <span className="block text-sm text-ink-2">{placeWas(belongs + 1, locale)}</span> : null}
              </span>
              {truth === null ? (
                (["up", "down"] as const).map((way) => {
                  const end = way === "up" ? i === 0 : i === order.length - 1;
                  const Arrow = way === "up" ? ArrowUp : ArrowDown;
                  return (
                    <button
                      key={way}
                      type="button"
                      data-move={`${id}/${way}`}
                      aria-label={(way === "up" ? up : down)(named(text))[locale]}
                      aria-disabled={end}
                      onClick={() => move(i, way === "up" ? -1 : 1, way)}
                      onKeyDown={(event) => keys(event, i, way)}
                      className="flex size-11 shrink-0 cursor-pointer items-center justify-center rounded-(--radius) text-ink hover:bg-paper-2 aria-disabled:cursor-default aria-disabled:text-ink-3"
                    >
                      <Arrow aria-hidden size={18} />
                    </button>
                  );
                })
              ) : belongs === i ? (
                <Check aria-hidden size={18} className="mr-3 shrink-0 text-good" />
              ) : (
                <X aria-hidden size={18} className="mr-3 shrink-0 text-bad" />
              )}
            </li>
          );
        })}
      </ol>
      <p className="m-0 mt-1 text-sm text-ink-2">{view.ends.last[locale]}</p>
      {truth === null ? <p className="m-0 mt-2 text-sm text-ink-2">{HOW[locale]}</p> : null}
      <LiveRegion message={said} />
    </div>
  );
}
