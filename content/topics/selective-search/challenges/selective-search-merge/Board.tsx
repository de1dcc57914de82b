"use client";

import { Undo2 } from "lucide-react";
import type { BoardProps } from "@/lib/challenges/play";
import { Beside } from "@/lib/ui/boards";
import { Button, LiveRegion } from "@/lib/ui/components";
import { BoxChips } from "@/lib/ui/stage";
import { josa, things } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { namesAfter, tableOf } from "./instance";
import { Mosaic } from "./Mosaic";
import { PairSum } from "./PairSum";
import { pairWords } from "./words";

/**
 * Tap two regions, in the picture or in the list: their colours and measures are laid beside each other, and they are the answer. Where
 * several merges are asked for, a button makes them one and the picture changes.
 */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const ko = locale === "ko";
  const names = namesAfter(view, answer);
  const { sizes } = tableOf(view, names);
  const settled = answer.merges.slice(0, -1);
  const picked = answer.merges.at(-1) ?? [];
  const toggle = (name: string) =>
    onChange({ merges: [...settled, picked.includes(name) ? picked.filter((other) => other !== name) : [...picked.slice(-1), name]] });
  const more = view.merges - settled.length - 1;
  const pair = picked.length === 2 ? pairWords(picked) : null;
  const tiles = { ko: "타일", en: "tile" };
  return (
    <Beside
      picture={
        <Mosaic
          view={view}
          names={names}
          picked={picked}
          onTap={locked ? undefined : toggle}
          label={ko ? `영역 ${names.length}개로 나뉜 그림` : `A picture in ${names.length} regions`}
          description={
            ko
              ? `타일 ${view.segments.length}개. ${pair ? `${josa(pair.ko, "을/를")} 골랐어요.` : "아래 목록에서도 고를 수 있어요."}`
              : `${view.segments.length} tiles. ${pair ? `You chose ${pair.en}.` : "The list below chooses as well."}`
          }
          locale={locale}
        />
      }
    >
      <BoxChips
        boxes={names.map((name, i) => ({
          id: name,
          box: [0, 0, 0, 0],
          label: name,
          tone: i,
          state: "idle",
          description: ko ? `영역 ${name}, ${things(sizes[i], tiles).ko}` : `Region ${name}, ${things(sizes[i], tiles).en}`,
        }))}
        selected={picked}
        onToggle={toggle}
        locale={locale}
        locked={locked}
        label={ko ? "영역" : "Regions"}
      />
      <div className="flex min-h-[9.5rem] flex-col justify-center rounded-[var(--radius)] bg-paper-2 px-3 py-2">
        {picked.length === 2 ? (
          <PairSum view={view} names={names} pair={picked} locale={locale} />
        ) : (
          <p className="m-0 text-sm text-ink-2">
            {ko ? "영역 두 개를 누르면 색과 값을 나란히 보여 줘요." : "Tap two regions to lay their colours and values side by side."}
          </p>
        )}
      </div>
      {view.merges > 1 && !locked ? (
        <div className="flex flex-wrap gap-2">
          <Button
            variant="secondary"
            data-merge=""
            disabled={!pair || more === 0}
            onClick={() => onChange({ merges: [...answer.merges, []] })}
          >
            {more === 0
              ? ko
                ? "마지막 짝이에요"
                : "This is the last pair"
              : ko
                ? `합치고 다음 짝으로 (${settled.length + 1}/${view.merges})`
                : `Merge and go on (${settled.length + 1}/${view.merges})`}
          </Button>
          <Button variant="ghost" disabled={settled.length === 0} onClick={() => onChange({ merges: settled })}>
            <Undo2 aria-hidden="true" size={18} />
            {ko ? "다시 나누기" : "Split again"}
          </Button>
        </div>
      ) : null}
      <LiveRegion
        message={
          settled.length === 0 ? "" : ko ? `합쳤어요. 영역이 ${names.length}개 남았어요.` : `Merged. ${names.length} regions are left.`
        }
      />
    </Beside>
  );
}
