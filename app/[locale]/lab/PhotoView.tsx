"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import {
  LARGE_SIDE,
  PHOTO_LEAST,
  PHOTO_METHODS,
  type LabMap,
  type PhotoAnswer,
  type PhotoHeat,
  type PhotoMethod,
  type PhotoTarget,
} from "@/lib/client/lab/lab";
import { photoSide } from "@/lib/client/lab/photoSide";
import { lab } from "@/lib/client/lab/runner";
import { COCO_CLASSES } from "@/lib/engine/coco";
import { Button, Segmented, Slider } from "@/lib/ui/components";
import { useLatest } from "@/lib/ui/tasks";
import { FIELD, FIELD_LABEL } from "./ClassChoice";
import type { ViewProps } from "./views";
import { LabFigure } from "./LabFigure";
import { BoxMark } from "./marks";

const NUMBERS = ["score", "x", "y", "w", "h"] as const;

interface Chosen {
  readonly label: number;
  readonly peak: { readonly x: number; readonly y: number };
}

/** A heat map and what it is of. */
interface HeatOf {
  readonly photo: number;
  readonly label: number;
  readonly heat: PhotoHeat;
}

interface Found {
  readonly question: string;
  readonly maps: Readonly<Partial<Record<PhotoMethod | "occlusion", LabMap>>>;
}

/** Cells of the class's heat map, each as large as it is in the picture. */
function cellsOf({ values, side }: PhotoHeat): Float32Array {
  const at = (pixel: number) => Math.floor((pixel * side) / LARGE_SIDE);
  return Float32Array.from(
    { length: LARGE_SIDE * LARGE_SIDE },
    (_, i) => values[at(Math.floor(i / LARGE_SIDE)) * side + at(i % LARGE_SIDE)],
  );
}

/** The picture in the large square; a gallery scene is drawn larger, as the detector gets it. */
function largeOf(pixels: Uint8Array, side: number): Uint8Array {
  const large = new Uint8Array(LARGE_SIDE * LARGE_SIDE * 3);
  for (let p = 0; p < LARGE_SIDE * LARGE_SIDE; p++) {
    const from =
      (Math.floor((Math.floor(p / LARGE_SIDE) * side) / LARGE_SIDE) * side + Math.floor(((p % LARGE_SIDE) * side) / LARGE_SIDE)) * 3;
    for (let c = 0; c < 3; c++) large[p * 3 + c] = pixels[from + c];
  }
  return large;
}

/** Objects as points, for real: heat maps, their peaks, the boxes read there, and the reasons. */
export function PhotoView({ input, onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const [answer, setAnswer] = useState<{ readonly id: number; readonly answer: PhotoAnswer } | null>(null);
  const [pick, setPick] = useState<{ readonly id: number; readonly chosen: Chosen } | null>(null);
  const [of, setOf] = useState<PhotoTarget["of"]>("score");
  const [score, setScore] = useState(0.3);
  const [opacity, setOpacity] = useState(0.75);
  const [heatOf, setHeat] = useState<HeatOf | null>(null);
  const [found, setFound] = useState<Found>({ question: "", maps: {} });
  const choosing = useLatest();
  const hiding = useLatest();
  const [looks, setLooks] = useState<{ readonly done: number; readonly total: number } | null>(null);

  useEffect(() => {
    if (!input) return;
    const photo = input.id;
    const controller = new AbortController();
    const { signal } = controller;
    lab.run("photoOpen", { photo, picture: input.picture, side: photoSide() }, { signal }).then(
      (opened) => setAnswer({ id: photo, answer: opened }),
      (error: unknown) => !signal.aborted && onError(error),
    );
    return () => {
      controller.abort();
      // What the worker keeps of this photo goes with it; a worker that has died keeps nothing.
      lab.run("photoClose", { photo }).catch(() => undefined);
    };
  }, [input, onError]);

  // Known by the browser alone; asked for once there is an answer, which only a browser gets.
  const seen = answer ? photoSide() : LARGE_SIDE;
  const now = input && answer?.id === input.id ? answer.answer : null;
  const order = now ? COCO_CLASSES.map((_, i) => i).sort((a, b) => now.highest[b] - now.highest[a]) : [];
  const [first] = now?.detections ?? [];
  const chosen =
    now && pick?.id === input?.id && pick
      ? pick.chosen
      : first
        ? { label: first.label, peak: first.peak }
        : now
          ? { label: order[0], peak: null }
          : null;
  const label = chosen?.label ?? null;
  const photo = now && input ? input.id : null;
  useEffect(() => {
    if (photo === null || label === null) return;
    const controller = new AbortController();
    const { signal } = controller;
    lab.run("photoHeat", { photo, label, least: score }, { signal }).then(
      (made) => setHeat({ photo, label, heat: made }),
      (error: unknown) => !signal.aborted && onError(error),
    );
    return () => controller.abort();
  }, [photo, label, score, onError]);
  const heat = heatOf?.photo === photo && heatOf?.label === label ? heatOf.heat : null;
  const peak = chosen?.peak ?? null;
  const question = now && peak ? `${input?.id} ${label} ${peak.x} ${peak.y} ${of}` : "";

  useEffect(() => {
    if (question === "" || photo === null || label === null || !peak) return;
    const controller = new AbortController();
    const { signal } = controller;
    const run = async () => {
      for (const method of PHOTO_METHODS) {
        const map = await lab.run("photoMap", { photo, target: { label, peak, of }, method }, { signal });
        setFound((known) => ({ question, maps: { ...(known.question === question ? known.maps : {}), [method]: map } }));
      }
    };
    run().catch((error: unknown) => !signal.aborted && onError(error));
    return () => {
      controller.abort();
      setLooks(null);
      hiding.stop();
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `question` holds photo, label, peak and number
  }, [question, hiding, onError]);

  /** Another class is looked at where its map is highest. */
  const choose = async (next: number) => {
    if (photo === null) return;
    const signal = choosing.next();
    try {
      const { peaks } = await lab.run("photoHeat", { photo, label: next, least: 0 }, { signal });
      if (peaks.length > 0) setPick({ id: photo, chosen: { label: next, peak: { x: peaks[0].x, y: peaks[0].y } } });
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
  };
  const occlude = async () => {
    if (photo === null || label === null || !peak) return;
    const asked = question;
    const signal = hiding.next();
    setLooks({ done: 0, total: 1 });
    try {
      const map = await lab.run(
        "photoOcclusion",
        { photo, target: { label, peak, of } },
        { signal, onProgress: (done, total) => setLooks({ done, total }) },
      );
      setFound((known) => (known.question === asked ? { ...known, maps: { ...known.maps, occlusion: map } } : known));
    } catch (error) {
      if (!signal.aborted) onError(error);
    }
    setLooks(null);
  };

  const pixels = useMemo(() => (input ? (input.picture.large ?? largeOf(input.picture.pixels, input.picture.side)) : null), [input]);
  const cells = useMemo(() => (heat ? cellsOf(heat) : null), [heat]);
  const maps = found.question === question ? found.maps : {};
  const detections = now?.detections.filter((d) => d.score >= score) ?? [];
  const nameOf = (id: number) => COCO_CLASSES[id][locale];
  const isChosen = (x: number, y: number) => peak?.x === x && peak.y === y;
  const box = heat?.peaks.find((p) => isChosen(p.x, p.y))?.box ?? now?.detections.find((d) => isChosen(d.peak.x, d.peak.y))?.box ?? null;
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-3">
        <Slider label={t("photo.score")} value={score} min={PHOTO_LEAST} max={0.9} step={0.05} onChange={setScore} locale={locale} />
        <label className={FIELD_LABEL}>
          {t("photo.class")}
          <select className={FIELD} value={label ?? ""} disabled={!now} onChange={(event) => void choose(Number(event.target.value))}>
            {order.map((id) => (
              <option key={id} value={id}>{`${nameOf(id)} · ${now?.highest[id].toFixed(2)}`}</option>
            ))}
          </select>
        </label>
        <Slider label={t("opacity")} value={opacity} min={0} max={1} step={0.05} onChange={setOpacity} locale={locale} />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <LabFigure
          id="photo-boxes"
          title={t("photo.boxes")}
          side={LARGE_SIDE}
          pixels={pixels}
          sharp={input?.picture.drawing}
          state={now ? t("photo.boxesState", { count: detections.length, ms: now.ms.toFixed(0) }) : t("photo.working")}
          overlay={detections.map((d, i) => (
            <BoxMark
              key={i}
              box={d.box}
              side={LARGE_SIDE}
              label={`${nameOf(d.label)} ${d.score.toFixed(2)}`}
              chosen={isChosen(d.peak.x, d.peak.y) && d.label === label}
            />
          ))}
        >
          <ul className="m-0 flex min-h-11 list-none flex-wrap gap-1.5 p-0" aria-label={t("photo.boxes")} data-testid="photo-detections">
            {detections.map((d, i) => (
              <li key={i}>
                <Button
                  size="sm"
                  variant={isChosen(d.peak.x, d.peak.y) && d.label === label ? "primary" : "secondary"}
                  aria-pressed={isChosen(d.peak.x, d.peak.y) && d.label === label}
                  onClick={() => input && setPick({ id: input.id, chosen: { label: d.label, peak: d.peak } })}
                >
                  {nameOf(d.label)} {d.score.toFixed(2)}
                </Button>
              </li>
            ))}
            {now && detections.length === 0 ? <li>{t("photo.nothing")}</li> : null}
          </ul>
        </LabFigure>
        <LabFigure
          id="photo-heat"
          title={label === null ? t("photo.heat") : t("photo.heatOf", { name: nameOf(label) })}
          side={LARGE_SIDE}
          pixels={pixels}
          sharp={input?.picture.drawing}
          heat={cells}
          opacity={opacity}
          whole
          state={heat ? t("photo.peaks", { count: heat.peaks.length }) : "…"}
          note={t("photo.heatShows", { side: heat?.side ?? "…" })}
          overlay={heat?.peaks.map(({ x, y }) => (
            <circle
              key={`${x} ${y}`}
              cx={((x + 0.5) * LARGE_SIDE) / heat.side}
              cy={((y + 0.5) * LARGE_SIDE) / heat.side}
              r={isChosen(x, y) ? 10 : 7}
              fill="none"
              stroke="white"
              strokeWidth={isChosen(x, y) ? 4 : 2}
            />
          ))}
        />
      </div>
      <section aria-labelledby="why" className="flex flex-col gap-4">
        <h2 id="why" className="m-0 text-lg font-bold text-ink">
          {label === null ? t("photo.why") : t("photo.whyOf", { name: nameOf(label) })}
        </h2>
        <div className="max-w-md">
          <Segmented
            label={t("photo.of")}
            options={NUMBERS.map((value) => ({ value, label: t(`photo.numbers.${value}`) }))}
            value={of}
            onChange={setOf}
          />
        </div>
        <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
          {PHOTO_METHODS.map((method) => (
            <LabFigure
              key={method}
              id={`photo-${method}`}
              title={t(`photo.names.${method}`)}
              side={LARGE_SIDE}
              pixels={pixels}
              sharp={input?.picture.drawing}
              heat={maps[method]?.values ?? null}
              opacity={opacity}
              state={maps[method] ? t("ms", { ms: maps[method].ms.toFixed(0) }) : "…"}
              note={t(`photo.shows.${method}`)}
              overlay={box ? <BoxMark box={box} side={LARGE_SIDE} chosen /> : null}
            />
          ))}
          <LabFigure
            id="photo-occlusion"
            title={t("names.occlusion")}
            side={LARGE_SIDE}
            pixels={pixels}
            sharp={input?.picture.drawing}
            heat={maps.occlusion?.values ?? null}
            opacity={opacity}
            state={maps.occlusion ? t("ms", { ms: maps.occlusion.ms.toFixed(0) }) : looks ? `${looks.done} / ${looks.total}` : "–"}
            note={t("photo.shows.occlusion")}
            overlay={box ? <BoxMark box={box} side={LARGE_SIDE} chosen /> : null}
          >
            <span>
              {looks ? (
                <Button size="sm" variant="secondary" onClick={() => hiding.stop()}>
                  {t("stop")}
                </Button>
              ) : (
                <Button
                  size="sm"
                  variant="secondary"
                  disabled={question === "" || maps.occlusion !== undefined}
                  onClick={() => void occlude()}
                >
                  {t("photo.occlude")}
                </Button>
              )}
            </span>
          </LabFigure>
        </div>
      </section>
      {now && seen < LARGE_SIDE ? (
        <p className="m-0 max-w-prose text-sm text-ink-2" data-testid="photo-smaller">
          {t("photo.smaller", { side: seen, whole: LARGE_SIDE })}
        </p>
      ) : null}
      <p className="m-0 max-w-prose text-sm text-ink-2">{t("photo.credit")}</p>
    </>
  );
}
