"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ChangeEvent } from "react";
import { blankRegion, LIMITS, type ContentOf } from "@/lib/bank";
import { upload } from "@/lib/client/api";
import { addressOf } from "@/lib/client/api/download";
import { Button, buttonStyle, Checkbox, NumberField } from "@/lib/ui/components";
import { DrawBox, EditableBox, Stage } from "@/lib/ui/stage";
import { addBankPicture, readBankPicture } from "@/lib/wire/bank";
import { PICTURE_BYTES, PICTURE_TYPES } from "@/lib/wire/noteParts";
import { smaller } from "../../../groups/noteView/smaller";
import { Problem } from "../../../shell/Problem";
import { Both, Rows, SlipPicker } from "./fields";
import { useProblem, useWorld } from "./world";

interface Props {
  readonly content: ContentOf<"hotspot">;
  readonly onChange: (content: ContentOf<"hotspot">) => void;
}

type Box = readonly [number, number, number, number];

/** A picture, and the regions on it: drawn, moved and resized by dragging, by taps, by keys or by numbers. */
export function HotspotFields({ content, onChange }: Props) {
  const t = useTranslations("bank");
  const { locale, locked } = useWorld();
  const problem = useProblem("picture");
  const { picture, regions } = content;
  const [drawing, setDrawing] = useState(false);
  const full = regions.length >= LIMITS.regions.most;
  const change = (index: number, box: Box) =>
    onChange({ ...content, regions: regions.map((region, i) => (i === index ? { ...region, box: [...box] } : region)) });
  return (
    <>
      <section className="flex flex-col gap-3" aria-label={t("picture")} data-field="picture">
        <h2 className="m-0 text-lg font-bold text-ink">{t("picture")}</h2>
        {!locked && <PictureChoice onChosen={(chosen) => onChange({ ...content, picture: chosen, regions: [blankRegion(chosen)] })} />}
        {problem && (
          <p role="alert" className="m-0 text-sm font-medium text-bad">
            {problem}
          </p>
        )}
        {picture && !locked && (
          <div className="flex flex-wrap items-center gap-3">
            <Button variant="secondary" aria-pressed={drawing} disabled={full} onClick={() => setDrawing(!drawing)}>
              {t(drawing ? "drawStop" : "draw")}
            </Button>
            <span className="text-sm text-ink-2">{t("drawNote")}</span>
          </div>
        )}
        {picture && (
          <Stage
            width={picture.width}
            height={picture.height}
            boxes={[]}
            label={t("picture")}
            description={content.caption[locale] || t("regionsNote")}
            locale={locale}
            underlay={<image href={addressOf(readBankPicture, { picture: picture.id })} width={picture.width} height={picture.height} />}
          >
            {!locked && !full && (
              <DrawBox
                bounds={picture}
                touch={drawing}
                onDrawn={([x1, y1, x2, y2]) => {
                  setDrawing(false);
                  onChange({ ...content, regions: [...regions, { box: [x1, y1, x2, y2], right: false, misconception: null }] });
                }}
              />
            )}
            {regions.map(({ box, right }, i) => (
              <EditableBox
                key={i}
                id={`region-${i}`}
                box={box}
                bounds={picture}
                label={String(i + 1)}
                state={right ? "picked" : "idle"}
                tone={i % 8}
                locale={locale}
                // While one is drawn, those that are there let the pointer through.
                locked={locked || drawing}
                onChange={(next) => change(i, next)}
              />
            ))}
          </Stage>
        )}
      </section>
      {picture && (
        <Rows
          field="regions"
          title={t("regions")}
          note={t("regionsNote")}
          rows={regions}
          least={LIMITS.regions.least}
          most={LIMITS.regions.most}
          name={(place) => t("region", { place })}
          fresh={() => ({ ...blankRegion(picture), right: false })}
          onChange={(next) => onChange({ ...content, regions: next })}
        >
          {(region, set, i) => (
            <>
              <Sides box={region.box} bounds={picture} field={`regions.${i}`} onChange={(box) => set({ box: [...box] })} />
              <Checkbox label={t("rightRegion")} checked={region.right} disabled={locked} onChange={(right) => set({ right })} />
              {region.right ? null : <SlipPicker value={region.misconception} onChange={(misconception) => set({ misconception })} />}
            </>
          )}
        </Rows>
      )}
      <Both field="caption" label={t("caption")} value={content.caption} onChange={(caption) => onChange({ ...content, caption })} />
    </>
  );
}

interface SidesProps {
  readonly box: Box;
  readonly bounds: { readonly width: number; readonly height: number };
  readonly field: string;
  readonly onChange: (box: Box) => void;
}

/** Where a region lies, in numbers of the picture's pixels. Its place keeps its size, and its size keeps its left upper corner. */
function Sides({ box: [left, top, right, bottom], bounds, field, onChange }: SidesProps) {
  const t = useTranslations("bank");
  const { locale, locked } = useWorld();
  const problem = useProblem(field);
  const [width, height] = [right - left, bottom - top];
  const sides = [
    { name: "left", value: left, min: 0, max: bounds.width - width, box: (x: number): Box => [x, top, x + width, bottom] },
    { name: "top", value: top, min: 0, max: bounds.height - height, box: (y: number): Box => [left, y, right, y + height] },
    { name: "width", value: width, min: 1, max: bounds.width - left, box: (w: number): Box => [left, top, left + w, bottom] },
    { name: "height", value: height, min: 1, max: bounds.height - top, box: (h: number): Box => [left, top, right, top + h] },
  ] as const;
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {sides.map(({ name, value, min, max, box }) => (
        <NumberField
          key={name}
          label={t(`side.${name}`)}
          unit="px"
          value={value}
          min={min}
          max={max}
          step={1}
          locale={locale}
          disabled={locked}
          problem={name === "left" ? problem : undefined}
          onChange={(next) => onChange(box(Math.round(next)))}
        />
      ))}
    </div>
  );
}

function PictureChoice({ onChosen }: { readonly onChosen: (picture: { id: string; width: number; height: number }) => void }) {
  const t = useTranslations("bank");
  const field = useId();
  const [sending, setSending] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const chosen = target.files?.[0];
    target.value = "";
    if (chosen === undefined) return;
    setRefused(null);
    setTooLarge(false);
    setSending(true);
    try {
      const file = await smaller(chosen);
      if (file.size > PICTURE_BYTES) setTooLarge(true);
      else {
        const { id, width, height } = await upload(addBankPicture, { file });
        onChosen({ id, width, height });
      }
    } catch (error) {
      setRefused(error);
    }
    setSending(false);
  };
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-3">
        <label htmlFor={field} className={`${buttonStyle("secondary")} has-focus-visible:outline-2`}>
          {t("choosePicture")}
          <input id={field} type="file" accept={PICTURE_TYPES.join(",")} className="sr-only" onChange={(event) => void choose(event)} />
        </label>
        <span className="text-sm text-ink-2">{t("pictureHint", { most: PICTURE_BYTES / 1024 / 1024 })}</span>
      </div>
      <p role="status" className="m-0 text-sm text-ink-2 empty:hidden">
        {sending ? t("sendingPicture") : ""}
      </p>
      {tooLarge && <p className="m-0 text-sm text-bad">{t("pictureTooLarge", { most: PICTURE_BYTES / 1024 / 1024 })}</p>}
      <Problem error={refused} />
    </div>
  );
}
