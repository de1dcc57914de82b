"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import useSWR from "swr/immutable";
import { LAB_METHODS, sharpOf, SMALL_SIDE, type LabMap, type LabMethod } from "@/lib/client/lab/lab";
import { LAST_LAYER } from "@/lib/client/lab/link";
import { lab } from "@/lib/client/lab/runner";
import { Button, Slider } from "@/lib/ui/components";
import { ClassField, ModelField } from "./ClassChoice";
import type { ViewProps } from "./views";
import { LabFigure } from "./LabFigure";

/** Maps and the question they answer: those of an earlier one are not drawn over a new one. */
interface Found {
  readonly question: string;
  readonly maps: Readonly<Partial<Record<LabMethod, LabMap>>>;
  readonly working: { readonly method: LabMethod; readonly done: number; readonly total: number } | null;
}

/** Every method for one class, or for one class against another. */
export function ClassifierView({ input, link, onLink, onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const { model, versus, layer } = link;
  const [found, setFound] = useState<Found>({ question: "", maps: {}, working: null });
  const [opacity, setOpacity] = useState(0.75);
  const [least, setLeast] = useState(0);
  const [stopped, setStopped] = useState("");
  const { data: scores = null } = useSWR(
    input && ["lab scores", input.id, model],
    () => lab.run("scores", { model, pixels: input!.picture.pixels }),
    { onError },
  );
  const { data: layers = [] } = useSWR(["lab layers", model], () => lab.run("layers", { model }), { onError });
  const label = link.label ?? (scores ? scores.indexOf(Math.max(...scores)) : null);
  const choices = layers.filter(({ name }) => name.endsWith("/relu"));
  const at = Math.max(
    0,
    choices.findIndex(({ name }) => name === layer),
  );
  const known = choices.length === 0 || choices.some(({ name }) => name === layer) ? layer : LAST_LAYER;
  const question = input && label !== null ? `${input.id} ${model} ${label} ${versus} ${known}` : "";

  useEffect(() => {
    if (!input || label === null || stopped === question) return;
    const controller = new AbortController();
    const { signal } = controller;
    const update = (change: (found: Found) => Found) =>
      setFound((now) => change(now.question === question ? now : { question, maps: {}, working: null }));
    const run = async () => {
      for (const method of LAB_METHODS) {
        const map = await lab.run(
          "map",
          { model, pixels: input.picture.pixels, label, versus, layer: known, method },
          { signal, onProgress: (done, total) => update((now) => ({ ...now, working: { method, done, total } })) },
        );
        update((now) => ({ ...now, maps: { ...now.maps, [method]: map }, working: null }));
      }
    };
    run().catch((error: unknown) => !signal.aborted && onError(error));
    return () => controller.abort();
  }, [input, model, label, versus, known, question, stopped, onError]);

  const { maps, working } = found.question === question ? found : { maps: {} as Found["maps"], working: null };
  const done = LAB_METHODS.filter((method) => maps[method]).length;
  const isStopped = stopped === question && question !== "";
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <ModelField value={model} onChange={(next) => onLink({ model: next })} />
        <ClassField
          label={t("class")}
          scores={scores}
          value={label}
          locale={locale}
          onChange={(next) => onLink({ label: next, versus: next === versus ? null : versus })}
        />
        <ClassField
          label={t("versus")}
          none={t("nobody")}
          scores={scores}
          value={versus}
          locale={locale}
          onChange={(next) => onLink({ label, versus: next === label ? null : next })}
        />
        <Slider
          label={t("layer")}
          value={at}
          min={0}
          max={Math.max(1, choices.length - 1)}
          step={1}
          format={(i) => choices[i]?.name ?? layer}
          onChange={(i) => onLink({ layer: choices[i]?.name ?? LAST_LAYER })}
          disabled={choices.length === 0}
          locale={locale}
        />
        <Slider label={t("opacity")} value={opacity} min={0} max={1} step={0.05} onChange={setOpacity} locale={locale} />
        <Slider label={t("least")} value={least} min={0} max={0.95} step={0.05} onChange={setLeast} locale={locale} />
      </div>
      <div className="flex min-h-9 flex-wrap items-center gap-3">
        <progress
          className="h-2 w-40 accent-[var(--brand)]"
          aria-label={t("progress")}
          value={done + (working ? working.done / working.total : 0)}
          max={LAB_METHODS.length}
        />
        <span className="text-sm tabular-nums text-ink-2" data-testid="maps-done">
          {t("mapsDone", { done, count: LAB_METHODS.length })}
        </span>
        {done < LAB_METHODS.length && question ? (
          <Button size="sm" variant="secondary" onClick={() => setStopped(isStopped ? "" : question)}>
            {isStopped ? t("goOn") : t("stop")}
          </Button>
        ) : null}
      </div>
      <div className="grid grid-cols-2 content-start gap-x-4 gap-y-6 md:grid-cols-3">
        {LAB_METHODS.map((method) => (
          <LabFigure
            key={method}
            id={method}
            title={t(`names.${method}`)}
            side={SMALL_SIDE}
            pixels={input?.picture.pixels ?? null}
            sharp={sharpOf(input?.picture)}
            heat={maps[method]?.values ?? null}
            opacity={opacity}
            least={least}
            state={
              maps[method]
                ? t("ms", { ms: maps[method].ms.toFixed(0) })
                : working?.method === method
                  ? `${working.done} / ${working.total}`
                  : isStopped
                    ? "–"
                    : "…"
            }
            note={t(`shows.${method}`)}
          />
        ))}
      </div>
    </>
  );
}
