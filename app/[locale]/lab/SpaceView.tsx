"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { SMALL_SIDE, type LabSpace } from "@/lib/client/lab/lab";
import { lab } from "@/lib/client/lab/runner";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { ScenePicture } from "@/lib/ui/scene";
import { ModelField } from "./ClassChoice";
import type { ViewProps } from "./views";

const SIDE = 400;
const EDGE = 24;
const colourOf = (label: number) => `hsl(${(label * 360) / VOC_CLASSES.length} 65% ${label % 2 ? 42 : 56}%)`;

interface Found {
  readonly question: string;
  readonly space: LabSpace;
}

/** Where the picture stands among a few hundred others, as the classifier sees them. */
export function SpaceView({ input, link, onLink, onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const { model } = link;
  const [found, setFound] = useState<Found | null>(null);
  const [progress, setProgress] = useState({ done: 0, total: 1 });
  const question = input ? `${input.id} ${model}` : "";

  useEffect(() => {
    if (!input) return;
    const controller = new AbortController();
    const { signal } = controller;
    lab.run("space", { model, pixels: input.picture.pixels }, { signal, onProgress: (done, total) => setProgress({ done, total }) }).then(
      (space) => setFound({ question, space }),
      (error: unknown) => !signal.aborted && onError(error),
    );
    return () => controller.abort();
  }, [input, model, question, onError]);

  const space = found?.question === question ? found.space : null;
  const at = (i: number, axis: number) => EDGE + (space?.points[i * 2 + axis] ?? 0) * (SIDE - 2 * EDGE);
  const own = space ? space.labels.length : 0;
  const centres = space
    ? VOC_CLASSES.flatMap((cls, label) => {
        const mine = space.labels.flatMap((other, i) => (other === label ? [i] : []));
        return mine.length === 0
          ? []
          : [
              {
                cls,
                label,
                x: mine.reduce((sum, i) => sum + at(i, 0), 0) / mine.length,
                y: mine.reduce((sum, i) => sum + at(i, 1), 0) / mine.length,
              },
            ];
      })
    : [];
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <ModelField value={model} onChange={(next) => onLink({ model: next })} />
        <progress
          className="h-2 w-full max-w-60 accent-[var(--brand)]"
          aria-label={t("space.progress")}
          value={space ? 1 : progress.done}
          max={space ? 1 : progress.total}
        />
      </div>
      <div className="grid gap-6 md:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <figure className="m-0 flex flex-col gap-2">
          <svg
            viewBox={`0 0 ${SIDE} ${SIDE}`}
            role="img"
            aria-label={t("space.map")}
            data-testid="space-map"
            data-ready={space !== null}
            className="aspect-square w-full rounded-[var(--radius)] border border-line bg-sheet"
          >
            {space?.labels.map((label, i) => (
              <circle key={i} cx={at(i, 0)} cy={at(i, 1)} r={4} fill={colourOf(label)} fillOpacity={0.85} />
            ))}
            {space?.neighbours.map(({ index }) => (
              <line
                key={index}
                x1={at(own, 0)}
                y1={at(own, 1)}
                x2={at(index, 0)}
                y2={at(index, 1)}
                stroke="var(--ink-2)"
                strokeWidth={1}
                strokeDasharray="3 3"
              />
            ))}
            {centres.map(({ cls, label, x, y }) => (
              <text
                key={label}
                x={x}
                y={y}
                textAnchor="middle"
                fontSize={11}
                fontWeight={700}
                fill="var(--ink)"
                stroke="var(--sheet)"
                strokeWidth={3}
                paintOrder="stroke"
              >
                {CLASS_NAMES[cls][locale]}
              </text>
            ))}
            {space ? (
              <path d={`M${at(own, 0)} ${at(own, 1) - 9} l9 9 l-9 9 l-9 -9 z`} fill="var(--brand)" stroke="var(--sheet)" strokeWidth={2} />
            ) : null}
          </svg>
          <figcaption className="text-sm text-ink-2">
            {space ? t("space.mapShows", { trust: Math.round(space.trust * 100) }) : t("space.working")}
          </figcaption>
        </figure>
        <section aria-labelledby="neighbours" className="flex flex-col gap-3">
          <h2 id="neighbours" className="m-0 text-lg font-bold text-ink">
            {t("space.nearest")}
          </h2>
          <ol className="m-0 grid list-none grid-cols-4 gap-2 p-0 md:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4" data-testid="neighbours">
            {Array.from({ length: 8 }, (_, i) => {
              const near = space?.neighbours[i];
              return (
                <li key={i} className="flex min-w-0 flex-col gap-1 text-xs text-ink-2">
                  <ScenePicture
                    sharp={near?.drawing ?? null}
                    pixels={near?.pixels ?? null}
                    side={SMALL_SIDE}
                    label={near ? CLASS_NAMES[VOC_CLASSES[near.label]][locale] : t("space.nearest")}
                  />
                  <span className="flex min-h-8 flex-col tabular-nums">
                    {near ? (
                      <>
                        <span>{CLASS_NAMES[VOC_CLASSES[near.label]][locale]}</span>
                        <span className="font-mono">{near.distance.toFixed(3)}</span>
                      </>
                    ) : (
                      "…"
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
          <p className="m-0 text-sm text-ink-2">{t("space.nearestShows")}</p>
        </section>
      </div>
    </>
  );
}
