"use client";

import { useState } from "react";
import type { BoardProps } from "@/lib/challenges/play";
import type { Text } from "@/lib/challenges/text";
import { Beside } from "@/lib/ui/boards";
import { Segmented } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { Stage, type StageBox } from "@/lib/ui/stage";
import { num } from "@/lib/words";
import type { Answer, View } from "./challenge";
import { levelOf } from "./instance";
import { Cross, MapTile, ScenePicture } from "./MapTile";
import { SIDE } from "./reading";
import type { Method } from "./recording";
import { askedName, NAME, otherName, WHICH } from "./words";

const WORDS = {
  asked: { ko: "보려는 클래스", en: "Class asked for" },
  stage: { ko: "두 물체가 있는 장면", en: "The scene with its two objects" },
  rules: {
    ko: "맵마다 제 가장 큰 값에 맞춰 칠했고, 네모는 두 물체의 상자예요(실선이 고른 물체). 이름은 한 번씩만 써요. 한 장은 찍어도 맞으니, 맞은 장수에서 하나를 뺀 만큼이 점수예요.",
    en: "Each map is coloured by its own largest values; the frames are the objects' boxes, the full line is the one asked for. Each name is used once. One is right by luck, so all but one of those named rightly count.",
  },
  numbers: {
    ko: "역전파: 기울기를 구한 횟수. ✚: 그 픽셀의 값이 그 맵의 가장 큰 값의 몇 %인지.",
    en: "“back”: how many gradients were computed. ✚: the map's value at that pixel, in percent of its largest.",
  },
} satisfies Record<string, Text>;

/** The scene's two objects; the one asked for is told apart. */
export const objectsOf = (view: View, locale: "ko" | "en"): StageBox[] =>
  view.objects.map(({ box }, i) => {
    const name = (i === view.asked ? askedName : otherName)(view)[locale];
    return {
      id: String(i),
      box,
      label: name,
      tone: i === view.asked ? 1 : 0,
      dash: i === view.asked ? 0 : 2,
      state: i === view.asked ? "idle" : "truth",
      description: i === view.asked ? { ko: `고른 물체: ${name}`, en: `Asked for: ${name}` }[locale] : name,
    };
  });

/** The scene beside its maps: choose a name, then tap its map. */
export function Board({ view, answer, onChange, locale, locked }: BoardProps<View, Answer>) {
  const [chosen, setChosen] = useState<Method>(view.names[0]);
  const boxes = objectsOf(view, locale);
  const level = levelOf(view);
  const press = (i: number) => {
    const there = answer.names[i] === chosen;
    const names = answer.names.map((name, k) => (k === i ? (there ? null : chosen) : name === chosen ? null : name));
    onChange({ names });
    // The next name that no map has.
    const from = view.names.indexOf(chosen);
    const next = [...view.names.slice(from + 1), ...view.names.slice(0, from)].find((name) => !names.includes(name));
    if (!there && next) setChosen(next);
  };
  return (
    <Beside
      manyChoices
      picture={
        <div className="mx-auto flex max-w-[11rem] flex-col gap-2 rounded-[var(--radius)] bg-paper md:max-w-none">
          <p className="m-0 text-center text-ink-2">
            {WORDS.asked[locale]}: <strong className="text-lg text-ink">{askedName(view)[locale]}</strong>
          </p>
          <Stage
            width={SIDE}
            height={SIDE}
            boxes={boxes}
            label={WORDS.stage[locale]}
            description={boxes.map(({ description }) => description).join(". ")}
            locale={locale}
            underlay={
              <>
                <ScenePicture place={view.place} />
                <Cross pixel={view.pixel} />
              </>
            }
          />
          {view.difference === null ? null : (
            <p className="m-0 text-center text-sm tabular-nums text-ink">
              S(x) − S({locale === "ko" ? "회색" : "grey"}) = {num(view.difference / 10, 1)}
            </p>
          )}
        </div>
      }
    >
      {locked ? null : (
        <Segmented
          label={WHICH[locale]}
          value={chosen}
          options={view.names.map((value) => ({ value, label: NAME[value][locale] }))}
          onChange={setChosen}
        />
      )}
      <div className={`grid gap-2 ${level === 3 ? "grid-cols-1 sm:grid-cols-2" : "grid-cols-2 sm:grid-cols-3"}`} data-testid="maps">
        {view.maps.map((map, i) => (
          <MapTile
            key={map.id}
            view={view}
            map={map}
            said={answer.names[i] ?? null}
            onPress={() => press(i)}
            locale={locale}
            locked={locked}
          />
        ))}
      </div>
      <p className="m-0 text-sm text-ink-2">
        {WORDS.rules[locale]}
        {level > 3 ? ` ${WORDS.numbers[locale]}` : ""}
      </p>
      <SeenSwitch locale={locale} />
    </Beside>
  );
}
