"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/lib/challenges";
import { SMALL_SIDE, type LabAscentStep, type LabModel } from "@/lib/client/lab/lab";
import { lab } from "@/lib/client/lab/runner";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { Button } from "@/lib/ui/components";
import { useLatest } from "@/lib/ui/tasks";
import { FIELD, FIELD_LABEL } from "./ClassChoice";
import { LabFigure } from "./LabFigure";

const STEPS = 160;

/** Class visualization, step by step from grey. */
export function ClassDream({
  model,
  label,
  onLabel,
  onError,
  locale,
}: {
  readonly model: LabModel;
  readonly label: number;
  readonly onLabel: (label: number) => void;
  readonly onError: (error: unknown) => void;
  readonly locale: Locale;
}) {
  const t = useTranslations("lab");
  const [shown, setShown] = useState<LabAscentStep | null>(null);
  const [running, setRunning] = useState(false);
  const climbs = useLatest();

  const start = async () => {
    const signal = climbs.next();
    setRunning(true);
    try {
      setShown(await lab.run("ascent", { model, label, steps: STEPS }, { signal, onProgress: (_, __, step) => step && setShown(step) }));
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    setRunning(false);
  };
  return (
    <section aria-labelledby="dream" className="flex flex-col gap-4">
      <h2 id="dream" className="m-0 text-lg font-bold text-ink">
        {t("dream.title")}
      </h2>
      <p className="m-0 max-w-prose text-sm text-ink-2">{t("dream.how")}</p>
      <div className="grid gap-4 sm:grid-cols-[minmax(0,14rem)_minmax(0,16rem)]">
        <LabFigure
          id="dream-picture"
          title={CLASS_NAMES[VOC_CLASSES[label]][locale]}
          side={SMALL_SIDE}
          pixels={shown?.pixels ?? null}
          state={shown ? t("dream.step", { step: shown.step, steps: shown.steps, logit: shown.logit.toFixed(1) }) : t("dream.none")}
        />
        <div className="flex flex-col items-start gap-3">
          <label className={FIELD_LABEL}>
            {t("classOnly")}
            <select
              className={FIELD}
              value={label}
              disabled={running}
              onChange={(event) => {
                setShown(null);
                onLabel(Number(event.target.value));
              }}
            >
              {VOC_CLASSES.map((cls, i) => (
                <option key={cls} value={i}>
                  {CLASS_NAMES[cls][locale]}
                </option>
              ))}
            </select>
          </label>
          {running ? (
            <Button variant="secondary" onClick={() => climbs.stop()}>
              {t("stop")}
            </Button>
          ) : (
            <Button onClick={() => void start()}>{t("dream.start")}</Button>
          )}
        </div>
      </div>
    </section>
  );
}
