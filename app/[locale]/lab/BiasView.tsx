"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import useSWR from "swr/immutable";
import { fetchWithin } from "@/lib/client/browser/fetchWithin";
import { SMALL_SIDE, type LabAscentStep, type LabMap, type LabModel, type LabPicture } from "@/lib/client/lab/lab";
import { LAST_LAYER } from "@/lib/client/lab/link";
import { lab } from "@/lib/client/lab/runner";
import { softmax } from "@/lib/engine/nets/softmax";
import { BIAS_TARGET, BIASES, type Bias } from "@/lib/engine/scenes/emoji";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { Button, Segmented } from "@/lib/ui/components";
import { useLatest } from "@/lib/ui/tasks";
import { FIELD, FIELD_LABEL } from "./ClassChoice";
import type { ViewProps } from "./views";
import { LabFigure } from "./LabFigure";

const METHODS = ["grad-cam", "occlusion"] as const;
const STEPS = 120;
type Who = "biased" | "fair";

/** What the report stored beside each biased model. */
interface Measured {
  readonly heat: Readonly<Record<Who, { readonly gradCam: number; readonly occlusion: number }>> | null;
  readonly effect: Readonly<Record<Who, { readonly withCue: number; readonly withoutCue: number; readonly scenes: number }>>;
}

const modelOf = (who: Who, bias: Bias): LabModel => (who === "fair" ? "classifier" : `classifier-${bias}`);

/** A network that learnt a shortcut beside one that did not: the same scene, the same questions. */
export function BiasView({ onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const [bias, setBias] = useState<Bias>("dog-with-person");
  const [cue, setCue] = useState(1);
  const [index, setIndex] = useState(0);
  const label = VOC_CLASSES.indexOf(BIAS_TARGET[bias]);
  const { data: probe } = useSWR(["lab probe", bias, cue, index], () => lab.run("probe", { bias, cue: cue === 1, index }), {
    onError,
    keepPreviousData: true,
  });
  const { data: measured } = useSWR(
    ["lab bias", bias],
    async () => (await (await fetchWithin(`/models/classifier-${bias}/bias.json`)).json()) as Measured,
    { onError },
  );
  const name = CLASS_NAMES[BIAS_TARGET[bias]][locale];
  const share = (value: number) => `${Math.round(value * 100)}%`;
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <label className={FIELD_LABEL}>
          {t("bias.case")}
          <select
            className={FIELD}
            value={bias}
            onChange={(event) => setBias(BIASES.find((known) => known === event.target.value) ?? "dog-with-person")}
          >
            {BIASES.map((known) => (
              <option key={known} value={known}>
                {t(`models.classifier-${known}`)}
              </option>
            ))}
          </select>
        </label>
        <div className="flex flex-wrap items-end gap-2">
          <Segmented
            label={t("bias.scene")}
            options={[
              { value: 1, label: t("bias.with") },
              { value: 0, label: t("bias.without") },
            ]}
            value={cue}
            onChange={setCue}
          />
          <Button variant="secondary" onClick={() => setIndex((n) => n + 1)}>
            {t("bias.next")}
          </Button>
        </div>
      </div>
      {(["fair", "biased"] as const).map((who) => (
        <section key={who} aria-labelledby={`bias-${who}`} className="flex flex-col gap-3">
          <h2 id={`bias-${who}`} className="m-0 text-lg font-bold text-ink">
            {t(`bias.${who}`)}
          </h2>
          <Row
            key={`${who} ${bias}`}
            who={who}
            model={modelOf(who, bias)}
            label={label}
            picture={probe ?? null}
            name={name}
            question={`${bias} ${cue} ${index}`}
            onError={onError}
          />
        </section>
      ))}
      <section aria-labelledby="bias-measured" className="flex flex-col gap-2">
        <h2 id="bias-measured" className="m-0 text-lg font-bold text-ink">
          {t("bias.measured")}
        </h2>
        <table className="w-full max-w-xl border-collapse text-left text-sm">
          <thead>
            <tr className="border-b border-line">
              <th scope="col" className="py-2 font-semibold text-ink">
                {t("bias.what")}
              </th>
              <th scope="col" className="py-2 text-right font-semibold text-ink">
                {t("bias.fair")}
              </th>
              <th scope="col" className="py-2 text-right font-semibold text-ink">
                {t("bias.biased")}
              </th>
            </tr>
          </thead>
          <tbody data-testid="bias-table" className="tabular-nums text-ink">
            {measured?.heat ? (
              <>
                <Figures title={t("bias.heatCam")} fair={share(measured.heat.fair.gradCam)} biased={share(measured.heat.biased.gradCam)} />
                <Figures
                  title={t("bias.heatOcclusion")}
                  fair={share(measured.heat.fair.occlusion)}
                  biased={share(measured.heat.biased.occlusion)}
                />
              </>
            ) : null}
            <Figures
              title={t("bias.pWith", { name })}
              fair={measured ? share(measured.effect.fair.withCue) : "…"}
              biased={measured ? share(measured.effect.biased.withCue) : "…"}
            />
            <Figures
              title={t("bias.pWithout", { name })}
              fair={measured ? share(measured.effect.fair.withoutCue) : "…"}
              biased={measured ? share(measured.effect.biased.withoutCue) : "…"}
            />
          </tbody>
        </table>
      </section>
    </>
  );
}

function Figures({ title, fair, biased }: { readonly title: string; readonly fair: string; readonly biased: string }) {
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1.5 font-normal">
        {title}
      </th>
      <td className="py-1.5 text-right">{fair}</td>
      <td className="py-1.5 text-right">{biased}</td>
    </tr>
  );
}

interface RowProps {
  readonly who: Who;
  readonly model: LabModel;
  readonly label: number;
  readonly picture: LabPicture | null;
  readonly name: string;
  readonly question: string;
  readonly onError: (error: unknown) => void;
}

/** One network's answers: how sure it is, where it looks, what it dreams of. */
function Row({ who, model, label, picture, name, question, onError }: RowProps) {
  const t = useTranslations("lab");
  const [found, setFound] = useState<{
    readonly pixels: Uint8Array | null;
    readonly maps: Readonly<Partial<Record<(typeof METHODS)[number], LabMap>>>;
  }>({ pixels: null, maps: {} });
  const pixels = picture?.pixels ?? null;
  const [dream, setDream] = useState<LabAscentStep | null>(null);
  const [climbing, setClimbing] = useState(false);
  const climbs = useLatest();
  const { data: scores } = useSWR(pixels && ["bias scores", model, question], () => lab.run("scores", { model, pixels: pixels! }), {
    onError,
  });

  useEffect(() => {
    if (!pixels) return;
    const controller = new AbortController();
    const { signal } = controller;
    const run = async () => {
      for (const method of METHODS) {
        const map = await lab.run("map", { model, pixels, label, versus: null, layer: LAST_LAYER, method }, { signal });
        setFound((known) => ({ pixels, maps: { ...(known.pixels === pixels ? known.maps : {}), [method]: map } }));
      }
    };
    run().catch((error: unknown) => !signal.aborted && onError(error));
    return () => controller.abort();
  }, [pixels, model, label, onError]);

  const climb = async () => {
    const signal = climbs.next();
    setClimbing(true);
    try {
      setDream(await lab.run("ascent", { model, label, steps: STEPS }, { signal, onProgress: (_, __, step) => step && setDream(step) }));
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    setClimbing(false);
  };
  const maps = found.pixels === pixels ? found.maps : {};
  return (
    <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
      <LabFigure
        id={`${who}-picture`}
        title={t("picture")}
        side={SMALL_SIDE}
        pixels={pixels}
        sharp={picture?.drawing}
        state={scores ? t("bias.sure", { name, p: (100 * softmax(Float64Array.from(scores))[label]).toFixed(0) }) : "…"}
      />
      {METHODS.map((method) => (
        <LabFigure
          key={method}
          id={`${who}-${method}`}
          title={t(`names.${method}`)}
          side={SMALL_SIDE}
          pixels={pixels}
          sharp={picture?.drawing}
          heat={maps[method]?.values ?? null}
          state={maps[method] ? t("ms", { ms: maps[method].ms.toFixed(0) }) : "…"}
        />
      ))}
      <LabFigure
        id={`${who}-dream`}
        title={t("bias.dream")}
        side={SMALL_SIDE}
        pixels={dream?.pixels ?? null}
        state={dream ? t("dream.step", { step: dream.step, steps: dream.steps, logit: dream.logit.toFixed(1) }) : t("dream.none")}
      >
        <span>
          <Button size="sm" variant="secondary" disabled={climbing} onClick={() => void climb()}>
            {t("dream.start")}
          </Button>
        </span>
      </LabFigure>
    </div>
  );
}
