"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/challenges";
import type { Racer, RaceResult, RaceScene } from "@/lib/client/race/race";
import { markHits } from "@/lib/engine/evaluate/hits";
import { RACER_FACTS } from "./racers";
import { RaceDetail } from "./RaceDetail";
import { RacePicture } from "./RacePicture";

export interface RaceCardProps {
  readonly racer: Racer;
  readonly scene: RaceScene | null;
  readonly result: RaceResult | null;
  readonly running: boolean;
  readonly locale: Locale;
}

/** One detector: its picture with boxes, what it found, what it cost. Of one size from the start. */
export function RaceCard({ racer, scene, result, running, locale }: RaceCardProps) {
  const t = useTranslations("race");
  const [large, setLarge] = useState(false);
  const facts = RACER_FACTS[racer.name];
  const matched = scene && result ? markHits(scene.objects, result.detections) : [];
  const hits = matched.filter(({ hit }) => hit).length;
  const figures = result
    ? [
        [t("found"), `${hits} / ${scene?.objects.length ?? 0}`],
        [t("missed"), String((scene?.objects.length ?? 0) - hits)],
        [t("false"), String(matched.length - hits)],
        [t("time"), `${result.ms.toFixed(result.ms < 10 ? 1 : 0)} ms`],
        [t("runs"), t("runsCount", { count: result.runs })],
        [t("passes"), String(result.passes)],
      ]
    : [t("found"), t("missed"), t("false"), t("time"), t("runs"), t("passes")].map((name) => [name, running ? "…" : "–"]);
  return (
    <li
      className="flex flex-col gap-2 rounded-[var(--radius)] border border-line bg-paper p-3"
      data-testid={`racer-${racer.name}`}
      data-done={result !== null}
      data-least={result?.least}
      data-detections={result ? JSON.stringify(result.detections) : undefined}
    >
      <h3 className="m-0 flex items-baseline justify-between gap-2 text-base font-semibold text-ink">
        {facts.title}
        <span className="text-sm font-normal text-ink-2">{facts.year}</span>
      </h3>
      <div className="relative">
        <RacePicture scene={scene} matched={matched} label={t("boxesOf", { name: facts.title })} locale={locale} />
        <button
          type="button"
          aria-label={t("enlarge", { name: facts.title })}
          aria-haspopup="dialog"
          disabled={result === null}
          onClick={() => setLarge(true)}
          className="absolute inset-0 cursor-zoom-in rounded-[var(--radius)] border-0 bg-transparent p-0 disabled:cursor-default"
        />
      </div>
      {large && scene && result ? (
        <RaceDetail title={facts.title} scene={scene} result={result} matched={matched} onClose={() => setLarge(false)} locale={locale} />
      ) : null}
      {racer.card ? (
        <dl className="m-0 grid grid-cols-2 gap-x-3 gap-y-1 text-sm">
          {figures.map(([name, value]) => (
            <div key={name} className="flex justify-between gap-2">
              <dt className="text-ink-2">{name}</dt>
              <dd className="m-0 font-semibold tabular-nums text-ink">{value}</dd>
            </div>
          ))}
        </dl>
      ) : (
        <p className="m-0 min-h-12 text-sm text-ink-2">{t("notShipped")}</p>
      )}
      {racer.card ? (
        <p className="m-0 text-xs text-ink-2">
          {t("card", { scenes: racer.card.scenes, seen: racer.card.seen.map50.toFixed(2), held: racer.card.held.map50.toFixed(2) })}
        </p>
      ) : null}
    </li>
  );
}
