"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import useSWR from "swr/immutable";
import { SANITY_METHODS, sharpOf, SMALL_SIDE, type LabSanityStep } from "@/lib/client/lab/lab";
import { lab } from "@/lib/client/lab/runner";
import { Button, ScrollFrame, Slider } from "@/lib/ui/components";
import { ClassField, ModelField } from "./ClassChoice";
import type { ViewProps } from "./views";
import { LabFigure } from "./LabFigure";

/** A map is judged where the top three layers are random: above this rank correlation it has stayed alike. */
const JUDGED = 3;
const ALIKE = 0.7;

/** Layers lose their weights from the top; which maps notice? */
export function SanityView({ input, link, onLink, onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const { model } = link;
  const [seed, setSeed] = useState(1);
  const [answer, setAnswer] = useState<{ readonly question: string; readonly steps: readonly LabSanityStep[] } | null>(null);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  const [at, setAt] = useState(0);
  const { data: scores = null } = useSWR(
    input && ["lab scores", input.id, model],
    () => lab.run("scores", { model, pixels: input!.picture.pixels }),
    { onError },
  );
  const label = link.label ?? (scores ? scores.indexOf(Math.max(...scores)) : null);
  const question = input && label !== null ? `${input.id} ${model} ${label} ${seed}` : "";

  useEffect(() => {
    if (question === "" || !input || label === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    lab
      .run(
        "sanity",
        { model, pixels: input.picture.pixels, label, seed },
        { signal, onProgress: (done, total) => setProgress({ done, total }) },
      )
      .then(
        (steps) => setAnswer({ question, steps }),
        (error: unknown) => !signal.aborted && onError(error),
      );
    return () => controller.abort();
  }, [question, input, model, label, seed, onError]);

  const steps = answer?.question === question ? answer.steps : null;
  const last = (steps?.length ?? 9) - 1;
  const shown = steps?.[Math.min(at, last)] ?? null;
  const named = (count: number) => (count === 0 ? t("sanity.none") : t("sanity.from", { layer: steps?.[count].randomized.at(-1) ?? "" }));
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <ModelField value={model} onChange={(next) => onLink({ model: next })} />
        <ClassField label={t("class")} scores={scores} value={label} locale={locale} onChange={(next) => onLink({ label: next })} />
        <Slider
          label={t("sanity.layers")}
          value={Math.min(at, last)}
          min={0}
          max={last}
          step={1}
          format={(count) => (steps ? named(count) : "…")}
          onChange={setAt}
          disabled={!steps}
          locale={locale}
        />
        <span className="flex min-h-9 items-center gap-3">
          <Button size="sm" variant="secondary" onClick={() => setSeed((n) => n + 1)} disabled={!steps}>
            {t("sanity.again")}
          </Button>
          <progress
            className="h-2 w-32 accent-[var(--brand)]"
            aria-label={t("sanity.progress")}
            value={steps ? 1 : (progress?.done ?? 0)}
            max={steps ? 1 : (progress?.total ?? 9)}
          />
        </span>
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-6 md:grid-cols-3">
        {SANITY_METHODS.map((method) => {
          const map = shown?.maps[method];
          return (
            <LabFigure
              key={method}
              id={`sanity-${method}`}
              title={t(`names.${method}`)}
              side={SMALL_SIDE}
              pixels={input?.picture.pixels ?? null}
              sharp={sharpOf(input?.picture)}
              heat={map?.values ?? null}
              opacity={0.9}
              state={map ? t("sanity.likeness", { rank: map.rank.toFixed(2), ssim: map.ssim.toFixed(2) }) : "…"}
              note={
                steps
                  ? t(steps[JUDGED].maps[method].rank > ALIKE ? "sanity.stays" : "sanity.changes", {
                      rank: steps[JUDGED].maps[method].rank.toFixed(2),
                    })
                  : ""
              }
            />
          );
        })}
      </div>
      <ScrollFrame label={t("sanity.table")}>
        <table className="w-full min-w-[34rem] border-collapse text-left text-sm">
          <caption className="pb-2 text-left text-ink-2">{t("sanity.table")}</caption>
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="py-2 font-semibold text-ink">
                {t("sanity.layers")}
              </th>
              {SANITY_METHODS.map((method) => (
                <th key={method} scope="col" className="py-2 text-right font-semibold text-ink">
                  {t(`names.${method}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody data-testid="sanity-table">
            {Array.from({ length: last + 1 }, (_, i) => (
              <tr key={i} className={i === Math.min(at, last) ? "border-b border-line bg-paper-2" : "border-b border-line"}>
                <th scope="row" className="py-1.5 font-normal text-ink">
                  {steps ? named(i) : "…"}
                </th>
                {SANITY_METHODS.map((method) => (
                  <td key={method} className="py-1.5 text-right tabular-nums text-ink">
                    {steps ? steps[i].maps[method].rank.toFixed(2) : "…"}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollFrame>
    </>
  );
}
