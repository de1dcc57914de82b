"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import useSWR from "swr/immutable";
import { sharpOf, SMALL_SIDE } from "@/lib/client/lab/lab";
import { LAST_LAYER } from "@/lib/client/lab/link";
import { lab } from "@/lib/client/lab/runner";
import { Slider } from "@/lib/ui/components";
import { Mosaic } from "@/lib/ui/heat";
import { particle } from "@/lib/words";
import { ModelField } from "./ClassChoice";
import { ClassDream } from "./ClassDream";
import type { ViewProps } from "./views";
import { LabFigure } from "./LabFigure";

/** The share of brightness that is left outside a mask. */
const DIM = 0.2;

/** What each layer holds: one channel over the picture, all channels, the weights, and a class's ideal picture. */
export function LayersView({ input, link, onLink, onError, locale }: ViewProps) {
  const t = useTranslations("lab");
  const { model, layer } = link;
  const [asked, setChannel] = useState(0);
  const [top, setTop] = useState(0.1);
  const { data: layers = [] } = useSWR(["lab layers", model], () => lab.run("layers", { model }), { onError });
  const at = Math.max(
    0,
    layers.findIndex(({ name }) => name === layer),
  );
  const found = layers[at];
  const name = found?.name;
  const channel = Math.min(asked, (found?.channels ?? 1) - 1);
  const pixels = input?.picture.pixels;
  const keep = { onError, keepPreviousData: true };
  const { data: seen } = useSWR(
    input && name ? ["lab activation", input.id, model, name, channel, top] : null,
    () => lab.run("activation", { model, pixels: input!.picture.pixels, layer: name!, channel, top }),
    keep,
  );
  const { data: channels } = useSWR(
    input && name ? ["lab channels", input.id, model, name] : null,
    () => lab.run("channels", { model, pixels: input!.picture.pixels, layer: name! }),
    keep,
  );
  const convolution = name?.replace("/relu", "");
  const { data: filters } = useSWR(
    convolution ? ["lab filters", model, convolution, channel] : null,
    () => lab.run("filters", { model, layer: convolution!, channel }),
    keep,
  );
  const { data: patches } = useSWR(
    name ? ["lab patches", model, name, channel] : null,
    () => lab.run("patches", { model, layer: name!, channel }),
    keep,
  );
  const masked = pixels && seen ? pixels.map((v, i) => (seen.mask[Math.floor(i / 3)] ? v : v * DIM)) : null;
  const [x1, y1, x2, y2] = seen?.field ?? [0, 0, 0, 0];
  return (
    <>
      <div className="grid items-end gap-4 sm:grid-cols-2 xl:grid-cols-4">
        <ModelField value={model} onChange={(next) => onLink({ model: next })} />
        <Slider
          label={t("layer")}
          value={at}
          min={0}
          max={Math.max(1, layers.length - 1)}
          step={1}
          format={(i) => layers[i]?.name ?? layer}
          onChange={(i) => onLink({ layer: layers[i]?.name ?? LAST_LAYER })}
          disabled={layers.length === 0}
          locale={locale}
        />
        <Slider
          label={t("channel")}
          value={channel}
          min={0}
          max={Math.max(1, (found?.channels ?? 2) - 1)}
          step={1}
          onChange={setChannel}
          disabled={!found}
          locale={locale}
        />
        <Slider
          label={t("top")}
          value={top}
          min={0.01}
          max={0.5}
          step={0.01}
          format={(v) => `${Math.round(v * 100)}%`}
          onChange={setTop}
          locale={locale}
        />
      </div>
      <p className="m-0 min-h-5 text-sm tabular-nums text-ink-2" data-testid="layer-facts">
        {found ? t("layerFacts", { channels: found.channels, side: found.side, field: found.field, jump: found.jump }) : ""}
      </p>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        <LabFigure
          id="activation"
          title={t("activation")}
          side={SMALL_SIDE}
          pixels={pixels ?? null}
          sharp={sharpOf(input?.picture)}
          heat={seen?.values ?? null}
          note={t("activationShows")}
          overlay={
            seen ? (
              <rect
                x={x1 + 0.5}
                y={y1 + 0.5}
                width={Math.max(0, x2 - x1 - 1)}
                height={Math.max(0, y2 - y1 - 1)}
                fill="none"
                stroke="white"
                strokeWidth={1.2}
                strokeDasharray="4 2"
              />
            ) : null
          }
        />
        <LabFigure id="mask" title={t("mask")} side={SMALL_SIDE} pixels={masked ?? null} note={t("maskShows")} />
        <figure className="m-0 flex min-w-0 flex-col gap-2">
          <div className="overflow-hidden rounded-[var(--radius)] bg-paper-3 p-1">
            <Mosaic
              side={filters?.size ?? 3}
              count={filters?.count ?? 16}
              values={filters?.pixels ?? null}
              label={t("filters")}
              chosen={convolution === "conv1" ? channel : undefined}
              onChoose={convolution === "conv1" ? setChannel : undefined}
            />
          </div>
          <figcaption className="text-sm text-ink-2">
            <h3 className="m-0 text-sm font-semibold text-ink">{t("filters")}</h3>
            {convolution === "conv1" ? t("filtersFirst") : t("filtersDeep", { channel })}
          </figcaption>
        </figure>
      </div>
      <figure className="m-0 flex max-w-2xl flex-col gap-2">
        <div className="overflow-hidden rounded-[var(--radius)] bg-paper-3 p-1" data-testid="patches" data-ready={patches !== undefined}>
          <Mosaic side={patches?.size ?? 15} count={8} values={patches?.pixels ?? null} label={t("patches")} />
        </div>
        <figcaption className="text-sm text-ink-2">
          <h3 className="m-0 text-sm font-semibold text-ink">{t("patches")}</h3>
          {t("patchesShow", { channel, josa: particle(channel, "이/가") })}
        </figcaption>
      </figure>
      <figure className="m-0 flex flex-col gap-2">
        <div className="overflow-hidden rounded-[var(--radius)] bg-paper-3 p-1">
          <Mosaic
            side={channels?.side ?? 28}
            count={channels?.count ?? 16}
            values={channels?.values ?? null}
            label={t("channels")}
            chosen={channel}
            onChoose={setChannel}
          />
        </div>
        <figcaption className="text-sm text-ink-2">
          <h3 className="m-0 text-sm font-semibold text-ink">{t("channels")}</h3>
          {t("channelsShow")}
        </figcaption>
      </figure>
      <ClassDream model={model} label={link.label ?? 0} onLabel={(label) => onLink({ label })} onError={onError} locale={locale} />
    </>
  );
}
