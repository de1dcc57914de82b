"use client";

import { useTranslations } from "next-intl";
import { useId, useLayoutEffect, useRef } from "react";
import type { Locale } from "@/lib/challenges";
import type { RaceResult, RaceScene } from "@/lib/client/race/race";
import { Button } from "@/lib/ui/components";
import { RacePicture, type MarkedBox } from "./RacePicture";

/** One detector's picture, large, with what it looked at on its way. Escape closes it. */
export function RaceDetail({
  title,
  scene,
  result,
  matched,
  onClose,
  locale,
}: {
  readonly title: string;
  readonly scene: RaceScene;
  readonly result: RaceResult;
  readonly matched: readonly MarkedBox[];
  readonly onClose: () => void;
  readonly locale: Locale;
}) {
  const t = useTranslations("race");
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { boxes, heat, cells } = result.view;
  // Before it leaves the page, so that the focus goes back to what opened it.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={onClose}
      className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-[var(--radius-lg)] border border-line bg-sheet p-4 text-ink backdrop:bg-black/60"
    >
      <div className="flex flex-col gap-3">
        <div className="flex items-center justify-between gap-3">
          <h3 id={id} className="m-0 text-lg font-bold text-ink">
            {title}
          </h3>
          <Button variant="secondary" onClick={onClose}>
            {t("close")}
          </Button>
        </div>
        <RacePicture scene={scene} matched={matched} label={t("boxesOf", { name: title })} view={result.view} locale={locale} />
        <p className="m-0 text-sm text-ink-2">
          {heat
            ? t("viewHeat")
            : cells > 0
              ? t("viewCells", { cells })
              : boxes.length > 0
                ? t(result.proposals === null ? "viewQueries" : "viewProposals", { count: boxes.length })
                : t("viewBoxes")}
        </p>
      </div>
    </dialog>
  );
}
