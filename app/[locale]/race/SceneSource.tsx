"use client";

import { Dices } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type ReactNode } from "react";
import type { Locale } from "@/lib/challenges";
import { FIRST, MOST_OBJECTS, MOST_SEED, type RaceQuery } from "@/lib/client/race/drawn";
import type { RaceStamp } from "@/lib/client/race/race";
import { BACKGROUNDS, type Background } from "@/lib/engine/scenes/emoji/background";
import { Button, LiveRegion, NumberField, Segmented, Slider } from "@/lib/ui/components";
import { SeenSwitch } from "@/lib/ui/scene";
import { DrawBoard } from "./DrawBoard";
import { ItemTools } from "./ItemTools";
import { Palette } from "./Palette";
import { RacePicture } from "./RacePicture";
import { useEditing } from "./useEditing";
import type { Picture } from "./usePicture";

export interface SceneSourceProps {
  /** Null until the engine has started. */
  readonly query: RaceQuery | null;
  readonly onChange: (by: Partial<RaceQuery>) => void;
  readonly picture: Picture;
  readonly stamps: readonly RaceStamp[] | null;
  readonly running: boolean;
  readonly locale: Locale;
  /** What starts the race, under the controls. */
  readonly children: ReactNode;
}

/** Where the race's picture comes from: a seed, or the learner's own hand. */
export function SceneSource({ query, onChange, picture, stamps, running, locale, children }: SceneSourceProps) {
  const t = useTranslations("race");
  const board = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState("");
  const { seed, objects, held, own, background, items } = query ?? FIRST;
  const editing = useEditing(items, (next) => onChange({ items: next }));
  const locked = running || query === null;
  const tools = { editing, stamps, board, locked, say: setSaid, locale };

  return (
    <section aria-labelledby="scene" className="flex flex-col gap-4">
      <h2 id="scene" className="m-0 text-xl font-bold text-ink">
        {t("scene")}
      </h2>
      <div className="max-w-sm">
        <Segmented
          label={t("source")}
          options={[
            { value: "seeded", label: t("seeded") },
            { value: "own", label: t("own") },
          ]}
          value={own ? "own" : "seeded"}
          onChange={(value) => onChange({ own: value === "own" })}
          disabled={locked}
        />
      </div>
      <div className="grid gap-x-6 gap-y-4 md:grid-cols-[22rem_1fr]">
        {own ? (
          <DrawBoard board={board} placed={picture.placed} editing={editing} locked={locked} say={setSaid} locale={locale} />
        ) : (
          <RacePicture
            scene={picture.scene}
            matched={[]}
            label={t("sceneLabel", { count: picture.scene?.objects.length ?? 0 })}
            locale={locale}
            truth
          />
        )}
        <div className="flex min-w-0 flex-col items-start gap-4">
          {own ? (
            <>
              <Palette {...tools} />
              <ItemTools {...tools} />
              <Segmented
                label={t("ground")}
                options={BACKGROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))}
                value={background}
                onChange={(value: Background) => onChange({ background: value })}
                disabled={locked}
              />
            </>
          ) : (
            <div className="w-full max-w-sm">
              <Slider
                label={t("objects")}
                value={objects}
                min={1}
                max={MOST_OBJECTS}
                step={1}
                onChange={(value) => onChange({ objects: value })}
                disabled={locked}
                locale={locale}
              />
            </div>
          )}
          <Segmented
            label={t("style")}
            options={[
              { value: 0, label: t("seen") },
              { value: 1, label: t("held") },
            ]}
            value={held ? 1 : 0}
            onChange={(value) => onChange({ held: value === 1 })}
            disabled={locked}
          />
          <div className="flex flex-wrap items-end gap-2">
            <div className="w-32">
              <NumberField
                label={t(own ? "groundSeed" : "seed")}
                value={seed}
                min={1}
                max={MOST_SEED}
                step={1}
                onChange={(value) => onChange({ seed: Math.round(value) })}
                locale={locale}
                disabled={locked}
              />
            </div>
            <Button variant="secondary" onClick={() => onChange({ seed: 1 + Math.floor(Math.random() * 9999) })} disabled={locked}>
              <Dices aria-hidden="true" className="size-5" />
              {t(own ? "nextGround" : "next")}
            </Button>
          </div>
          <SeenSwitch locale={locale} />
          {children}
        </div>
      </div>
      <LiveRegion message={said} />
    </section>
  );
}
