"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState, type ChangeEvent } from "react";
import type { Locale } from "@/lib/challenges";
import { startEngine } from "@/lib/client/engine/engine";
import { LAB_METHODS, LAB_MODELS, type LabMap, type LabMethod, type LabModel, type LabPicture } from "@/lib/client/lab/lab";
import { PictureError, readPicture } from "@/lib/client/lab/picture";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { HeatPicture } from "@/lib/ui/heat";
import { Button, Slider } from "@/lib/ui/components";

const SIDE = 112;
/** Maps and what they are of: those of an earlier question are not drawn over a new one. */
interface Found {
  readonly picture: LabPicture | null;
  readonly question: string;
  readonly maps: Partial<Record<LabMethod, LabMap>>;
}

const FIELD = "min-h-10 w-full rounded-[var(--radius)] border border-line bg-paper px-3 text-ink";

/** A picture in, every method on it at once. */
export function Lab({ locale }: { readonly locale: Locale }) {
  const t = useTranslations("lab");
  const [scene, setScene] = useState(1);
  const [picture, setPicture] = useState<LabPicture | null>(null);
  const [model, setModel] = useState<LabModel>("classifier");
  const [scores, setScores] = useState<readonly number[] | null>(null);
  const [label, setLabel] = useState<number | null>(null);
  const [found, setFound] = useState<Found>({ picture: null, question: "", maps: {} });
  const [opacity, setOpacity] = useState(0.75);
  const [problem, setProblem] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);

  const bring = (blob: Blob) => {
    setProblem(null);
    readPicture(blob, SIDE).then(setPicture, (error: unknown) => setProblem(error instanceof PictureError ? t(`refused.${error.fault}`) : t("problem")));
  };

  useEffect(() => {
    let current = true;
    startEngine()
      .then(({ worker }) => worker.labScene(scene))
      .then((made) => current && setPicture(made), () => current && setProblem(t("problem")));
    return () => void (current = false);
  }, [scene, t]);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const [pasted] = event.clipboardData?.files ?? [];
      if (!pasted) return;
      setProblem(null);
      readPicture(pasted, SIDE).then(setPicture, (error: unknown) => setProblem(error instanceof PictureError ? t(`refused.${error.fault}`) : t("problem")));
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [t]);

  useEffect(() => {
    if (!picture) return;
    let current = true;
    startEngine()
      .then(({ worker }) => worker.labScores(model, picture.pixels))
      .then((logits) => {
        if (!current) return;
        setScores(logits);
        setLabel(logits.indexOf(Math.max(...logits)));
      })
      .catch(() => current && setProblem(t("problem")));
    return () => void (current = false);
  }, [picture, model, t]);

  useEffect(() => {
    if (!picture || label === null) return;
    let current = true;
    const run = async () => {
      const { worker } = await startEngine();
      for (const method of LAB_METHODS) {
        if (!current) return;
        const map = await worker.labMap(model, picture.pixels, label, method);
        if (current) setFound((known) => ({ picture, question: `${model} ${label}`, maps: { ...(known.picture === picture && known.question === `${model} ${label}` ? known.maps : {}), [method]: map } }));
      }
    };
    run().catch(() => current && setProblem(t("problem")));
    return () => void (current = false);
  }, [picture, model, label, t]);

  const maps = found.picture === picture && found.question === `${model} ${label}` ? found.maps : {};
  const order = scores ? VOC_CLASSES.map((_, i) => i).sort((a, b) => scores[b] - scores[a]) : [];
  return (
    <div className="grid gap-6 md:grid-cols-[18rem_1fr]">
      <section
        aria-label={t("picture")}
        className="flex flex-col gap-4"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          const [dropped] = event.dataTransfer.files;
          if (dropped) bring(dropped);
        }}
      >
        <HeatPicture pixels={picture?.pixels ?? null} side={SIDE} heat={null} opacity={0} label={t("picture")} />
        <div className="flex flex-wrap gap-2">
          <Button onClick={() => setScene((n) => n + 1)}>{t("next")}</Button>
          <Button variant="secondary" onClick={() => file.current?.click()}>{t("own")}</Button>
          <input
            ref={file} type="file" accept="image/*" hidden data-testid="file"
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              if (chosen) bring(chosen);
            }}
          />
        </div>
        <p className="text-sm text-ink-2">{t("private")}</p>
        <p role="alert" className="min-h-10 text-sm text-bad">{problem}</p>
        <label className="flex flex-col gap-1 text-sm font-semibold text-ink">
          {t("model")}
          <select className={FIELD} value={model} onChange={(event) => setModel(LAB_MODELS.find((name) => name === event.target.value) ?? "classifier")}>
            {LAB_MODELS.map((name) => <option key={name} value={name}>{t(`models.${name}`)}</option>)}
          </select>
        </label>
        <label className="flex flex-col gap-1 text-sm font-semibold text-ink">
          {t("class")}
          <select className={FIELD} value={label ?? ""} disabled={!scores} onChange={(event) => setLabel(Number(event.target.value))}>
            {order.map((i) => <option key={i} value={i}>{`${CLASS_NAMES[VOC_CLASSES[i]][locale]} · ${scores?.[i].toFixed(1)}`}</option>)}
          </select>
        </label>
        <Slider label={t("opacity")} value={opacity} min={0} max={1} step={0.05} onChange={setOpacity} locale={locale} />
      </section>
      <section aria-label={t("methods")} className="grid grid-cols-2 content-start gap-4 lg:grid-cols-3">
        {LAB_METHODS.map((method) => (
          <figure key={method} className="flex flex-col gap-2" data-testid={method}>
            <HeatPicture pixels={picture?.pixels ?? null} side={SIDE} heat={maps[method]?.values ?? null} opacity={opacity} label={t(`names.${method}`)} />
            <figcaption className="text-sm text-ink-2">
              <span className="flex justify-between font-semibold text-ink">
                {t(`names.${method}`)}
                <span className="font-normal tabular-nums">{maps[method] ? `${maps[method].ms.toFixed(0)} ms` : "…"}</span>
              </span>
              {t(`shows.${method}`)}
            </figcaption>
          </figure>
        ))}
      </section>
    </div>
  );
}
