"use client";

import { useTranslations } from "next-intl";
import { useId, useState, type ChangeEvent } from "react";
import { blankRegion, LIMITS, type ContentOf } from "@/lib/bank";
import { upload } from "@/lib/client/api";
import { addressOf } from "@/lib/client/api/download";
import { buttonStyle, Checkbox } from "@/lib/ui/components";
import { EditableBox, Stage } from "@/lib/ui/stage";
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

/** A picture, and the regions on it: drawn by dragging, by taps or by keys. */
export function HotspotFields({ content, onChange }: Props) {
  const t = useTranslations("bank");
  const { locale, locked } = useWorld();
  const problem = useProblem("picture");
  const { picture, regions } = content;
  const change = (index: number, box: readonly [number, number, number, number]) =>
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
                locked={locked}
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
          {(region, set) => (
            <>
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
