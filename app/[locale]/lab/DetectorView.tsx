"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import useSWR from "swr/immutable";
import {
  DETECTION_METHODS,
  SMALL_SIDE,
  type DetectionMethod,
  type LabDetection,
  type LabMap,
  type LabOcclusion,
  sharpOf,
} from "@/lib/client/lab/lab";
import { lab } from "@/lib/client/lab/runner";
import { DETECTORS, type DetectorName } from "@/lib/engine/detectors/detector";
import { DETECTION_NUMBERS, type DetectionNumber } from "@/lib/engine/explain/detection";
import { CLASS_NAMES, VOC_CLASSES } from "@/lib/engine/scenes";
import { Button, Segmented, Slider } from "@/lib/ui/components";
import { useLatest } from "@/lib/ui/tasks";
import { RACER_FACTS } from "../race/racers";
import { FIELD, FIELD_LABEL } from "./ClassChoice";
import type { ViewProps } from "./views";
import { LabFigure } from "./LabFigure";
import { BoxMark, SideMark } from "./marks";

const MASKS = 400;

interface Answers {
  readonly question: string;
  readonly maps: Readonly<Partial<Record<DetectionMethod, LabMap>>>;
}
/** Black-box answers hold for a box, whichever of its numbers is asked for. */
interface BlackBox {
  readonly box: string;
  readonly occlusion: LabOcclusion | null;
  readonly rise: LabMap | null;
}

/** One box of one detector: why it has this score, and why each side is where it is. */
export function DetectorView({ input, onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const [name, setName] = useState<DetectorName>("centernet");
  const [pick, setPick] = useState({ of: "", index: 0 });
  const [of, setOf] = useState<DetectionNumber>("score");
  const [opacity, setOpacity] = useState(0.75);
  const [answers, setAnswers] = useState<Answers>({ question: "", maps: {} });
  const [black, setBlack] = useState<BlackBox>({ box: "", occlusion: null, rise: null });
  const [working, setWorking] = useState<{ readonly what: "occlusion" | "rise"; readonly done: number; readonly total: number } | null>(
    null,
  );
  const looks = useLatest();
  const { data: found } = useSWR(
    input && ["lab detect", input.id, name],
    () => lab.run("detect", { name, pixels: input!.picture.pixels }),
    { onError },
  );

  const scene = input ? `${input.id} ${name}` : "";
  const index = pick.of === scene ? pick.index : 0;
  const target: LabDetection | null = found?.detections[index] ?? null;
  const box = target ? `${scene} ${index}` : "";
  const question = target && found?.gradients ? `${box} ${of}` : "";

  useEffect(() => {
    if (question === "" || !input || !target) return;
    const controller = new AbortController();
    const { signal } = controller;
    const run = async () => {
      for (const method of DETECTION_METHODS) {
        const map = await lab.run("detectionMap", { name, pixels: input.picture.pixels, target, of, method }, { signal });
        setAnswers((known) => ({ question, maps: { ...(known.question === question ? known.maps : {}), [method]: map } }));
      }
    };
    run().catch((error: unknown) => !signal.aborted && onError(error));
    return () => controller.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `question` holds picture, detector, box and number
  }, [question, onError]);

  // Another box, another detector or another view: what runs for this one stops.
  useEffect(
    () => () => {
      setWorking(null);
      looks.stop();
    },
    [box, looks],
  );

  const ask = async (what: "occlusion" | "rise") => {
    if (!input || !target) return;
    const asked = box;
    const signal = looks.next();
    setWorking({ what, done: 0, total: 1 });
    const asking = {
      signal,
      onProgress: (done: number, total: number) => setWorking((now) => (now?.what === what ? { what, done, total } : now)),
    };
    const keep = (answer: Partial<BlackBox>) =>
      setBlack((known) => ({ ...(known.box === asked ? known : { occlusion: null, rise: null }), ...answer, box: asked }));
    try {
      const question = { name, pixels: input.picture.pixels, target };
      if (what === "occlusion") keep({ occlusion: await lab.run("detectionOcclusion", question, asking) });
      else keep({ rise: await lab.run("detectionRise", { ...question, masks: MASKS }, asking) });
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    setWorking((now) => (now?.what === what ? null : now));
  };

  const pixels = input?.picture.pixels ?? null;
  const sharp = sharpOf(input?.picture);
  const maps = answers.question === question ? answers.maps : {};
  const { occlusion, rise } = black.box === box ? black : { occlusion: null, rise: null };
  const mark = target ? (
    <>
      <BoxMark box={target.box} side={SMALL_SIDE} chosen />
      {of === "score" ? null : <SideMark box={target.box} of={of} side={SMALL_SIDE} />}
    </>
  ) : null;
  const button = (what: "occlusion" | "rise", done: boolean) =>
    working?.what === what ? (
      <span>
        <Button size="sm" variant="secondary" onClick={() => looks.stop()}>
          {t("stop")}
        </Button>
      </span>
    ) : (
      <span>
        <Button size="sm" variant="secondary" disabled={!target || working !== null || done} onClick={() => void ask(what)}>
          {t(`detector.ask.${what}`)}
        </Button>
      </span>
    );
  const state = (what: "occlusion" | "rise", ms: number | undefined) =>
    ms !== undefined ? t("ms", { ms: ms.toFixed(0) }) : working?.what === what ? `${working.done} / ${working.total}` : "–";
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2">
        <label className={FIELD_LABEL}>
          {t("detector.name")}
          <select
            className={FIELD}
            value={name}
            onChange={(event) => setName(DETECTORS.find((known) => known === event.target.value) ?? "centernet")}
          >
            {DETECTORS.map((known) => (
              <option key={known} value={known}>
                {RACER_FACTS[known].title}
              </option>
            ))}
          </select>
        </label>
        <Slider label={t("opacity")} value={opacity} min={0} max={1} step={0.05} onChange={setOpacity} locale={locale} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2 md:grid-cols-3">
        <LabFigure
          id="detected"
          title={t("photo.boxes")}
          side={SMALL_SIDE}
          pixels={pixels}
          sharp={sharp}
          state={found ? t("photo.boxesState", { count: found.detections.length, ms: found.ms.toFixed(0) }) : "…"}
          overlay={found?.detections.map((d, i) => (
            <BoxMark key={i} box={d.box} side={SMALL_SIDE} label={CLASS_NAMES[VOC_CLASSES[d.label]][locale]} chosen={i === index} />
          ))}
        />
        <div className="flex flex-col gap-4 md:col-span-2">
          <div className="flex flex-col gap-1.5">
            <span id="which-box" className="text-sm font-medium text-ink">
              {t("detector.which")}
            </span>
            <ul aria-labelledby="which-box" className="m-0 flex min-h-9 list-none flex-wrap gap-1.5 p-0" data-testid="detections">
              {found?.detections.map((d, i) => (
                <li key={i}>
                  <Button
                    size="sm"
                    variant={i === index ? "primary" : "secondary"}
                    aria-pressed={i === index}
                    onClick={() => setPick({ of: scene, index: i })}
                  >
                    {CLASS_NAMES[VOC_CLASSES[d.label]][locale]} {d.score.toFixed(2)}
                  </Button>
                </li>
              ))}
              {found && found.detections.length === 0 ? <li className="text-sm text-ink-2">{t("detector.nothing")}</li> : null}
            </ul>
          </div>
          <Segmented
            label={t("photo.of")}
            options={DETECTION_NUMBERS.map((value) => ({ value, label: t(`detector.numbers.${value}`) }))}
            value={of}
            onChange={setOf}
          />
          <p className="m-0 min-h-10 text-sm text-ink-2">{found ? t(found.gradients ? "detector.white" : "detector.black") : ""}</p>
        </div>
      </div>
      <div className="grid grid-cols-2 gap-x-4 gap-y-6 md:grid-cols-3">
        {found && !found.gradients
          ? null
          : DETECTION_METHODS.map((method) => (
              <LabFigure
                key={method}
                id={`why-${method}`}
                title={t(`detector.names.${method}`)}
                side={SMALL_SIDE}
                pixels={pixels}
                sharp={sharp}
                heat={maps[method]?.values ?? null}
                opacity={opacity}
                state={maps[method] ? t("ms", { ms: maps[method].ms.toFixed(0) }) : question ? "…" : "–"}
                note={t(`detector.shows.${method}`)}
                overlay={mark}
              />
            ))}
        <LabFigure
          id="why-occlusion"
          title={t("names.occlusion")}
          side={SMALL_SIDE}
          pixels={pixels}
          sharp={sharp}
          heat={occlusion?.[of] ?? null}
          opacity={opacity}
          state={state("occlusion", occlusion?.ms)}
          note={t("detector.shows.occlusion")}
          overlay={mark}
        >
          {button("occlusion", occlusion !== null)}
        </LabFigure>
        <LabFigure
          id="why-rise"
          title="D-RISE"
          side={SMALL_SIDE}
          pixels={pixels}
          sharp={sharp}
          heat={of === "score" ? (rise?.values ?? null) : null}
          opacity={opacity}
          state={of === "score" ? state("rise", rise?.ms) : "–"}
          note={t(of === "score" ? "detector.shows.rise" : "detector.riseScore")}
          overlay={mark}
        >
          {button("rise", rise !== null || of !== "score")}
        </LabFigure>
      </div>
    </>
  );
}
