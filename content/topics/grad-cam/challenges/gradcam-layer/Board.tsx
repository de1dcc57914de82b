"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { Stage } from "@/lib/ui/stage";
import type { Answer, View } from "./challenge";
import type { Odd } from "./instance";
import { MapTile } from "./MapTile";
import { objectsOf } from "./pictureBoxes";
import { OrderStrip } from "./OrderStrip";
import { ScenePicture, WIDTH } from "./ScenePicture";
import { askedName, TARGETS, WHICH } from "./words";

const WORDS = {
  asked: { ko: "보려는 클래스", en: "Class asked for" },
  stage: { ko: "두 물체가 있는 장면", en: "The scene with its two objects" },
  rules: {
    ko: "맵은 모두 14 × 14칸으로 평균했고, 저마다 가장 뜨거운 칸에 맞춰 칠했어요. 두 장씩 견주어 바른 쌍은 더하고 뒤집힌 쌍은 빼요. 순서 점수의 3분의 1은 하나도 틀리지 않아야 받아요.",
    en: "All maps are averaged to 14 × 14 cells and coloured by their own hottest one. Pairs in order count for you, pairs turned round against you; a third of the order's points is for a flawless one.",
  },
  tap: { ko: "앞쪽 층의 맵부터 차례로 눌러요", en: "Tap the maps, the earliest layer first" },
} satisfies Record<string, Text>;
/** On a tile: what it was named. */
const BADGES: Readonly<Record<Odd, Text>> = {
  other: { ko: "다른 클래스", en: "other class" },
  random: { ko: "무작위 층", en: "random" },
};

/** The scene beside its maps: each is tapped to its place in the order, or named as one that does not belong. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const targets = ["order", ...view.odd] as const;
  const [target, setTarget] = useState<"order" | Odd>("order");
  const boxes = objectsOf(view, locale);
  const badgeOf = (id: string): string | null => {
    const odd = view.odd.find((which) => answer[which] === id);
    if (odd) return BADGES[odd][locale];
    const place = answer.order.indexOf(id);
    return place < 0 ? null : String(place + 1);
  };
  const press = (id: string) => {
    const there = target === "order" ? answer.order.includes(id) : answer[target] === id;
    const freed = {
      order: answer.order.filter((placed) => placed !== id),
      other: answer.other === id ? null : answer.other,
      random: answer.random === id ? null : answer.random,
    };
    if (there) onChange(freed);
    else if (target === "order") onChange({ ...freed, order: [...freed.order, id] });
    else onChange({ ...freed, [target]: id });
  };
  return (
    <Beside
      picture={
        <div className="mx-auto flex max-w-[11rem] flex-col gap-2 rounded-[var(--radius)] bg-paper md:max-w-none">
          <p className="m-0 text-center text-ink-2">
            {WORDS.asked[locale]}: <strong className="text-lg text-ink">{askedName(view)[locale]}</strong>
          </p>
          <Stage
            width={WIDTH}
            height={WIDTH}
            boxes={boxes}
            label={WORDS.stage[locale]}
            description={boxes.map(({ description }) => description).join(". ")}
            locale={locale}
            underlay={<ScenePicture place={view.place} />}
          />
        </div>
      }
    >
      {view.odd.length > 0 && !locked ? (
        <Segmented
          label={WHICH[locale]}
          value={target}
          options={targets.map((value) => ({ value, label: TARGETS[value][locale] }))}
          onChange={setTarget}
        />
      ) : (
        <span className="text-sm font-medium text-ink">{WORDS.tap[locale]}</span>
      )}
      <div className="grid grid-cols-3 gap-2" data-testid="maps">
        {view.maps.map((map) => (
          <MapTile
            key={map.id}
            view={view}
            map={map}
            badge={badgeOf(map.id)}
            onPress={() => press(map.id)}
            locale={locale}
            locked={locked}
          />
        ))}
      </div>
      <OrderStrip view={view} order={answer.order} onOrder={(order) => onChange({ ...answer, order })} locale={locale} locked={locked} />
      <p className="m-0 text-sm text-ink-2">{WORDS.rules[locale]}</p>
      <SeenSwitch locale={locale} />
    </Beside>
  );
}
