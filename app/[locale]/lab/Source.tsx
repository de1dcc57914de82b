"use client";

import { Camera as CameraIcon, ChevronLeft, ChevronRight, ImageUp } from "lucide-react";
import { useTranslations } from "next-intl";
import Image from "next/image";
import { useEffect, useRef, useState, type ChangeEvent, type ReactNode } from "react";
import useSWR from "swr/immutable";
import { sharpOf, SMALL_SIDE, type LabPicture } from "@/lib/client/lab/lab";
import { SAMPLE_PHOTOS, type LabOrigin } from "@/lib/client/lab/link";
import { lab } from "@/lib/client/lab/runner";
import { ScenePicture } from "@/lib/ui/scene";
import { Button, classNames } from "@/lib/ui/components";
import { Camera } from "./Camera";

const SHOWN = 5;

function SceneThumb({ seed, chosen, onChoose }: { readonly seed: number; readonly chosen: boolean; readonly onChoose: () => void }) {
  const t = useTranslations("lab");
  const { data } = useSWR(["lab scene", seed], () => lab.run("scene", { seed }));
  return (
    <button
      type="button"
      aria-pressed={chosen}
      onClick={onChoose}
      className={classNames(
        "min-w-0 cursor-pointer rounded-[var(--radius)] border-2 p-0.5",
        chosen ? "border-brand" : "border-transparent hover:border-line-strong",
      )}
    >
      <ScenePicture sharp={sharpOf(data)} pixels={data?.pixels ?? null} side={SMALL_SIDE} label={t("scene", { seed })} />
    </button>
  );
}

export interface SourceProps {
  readonly origin: LabOrigin;
  readonly onOrigin: (origin: LabOrigin) => void;
  readonly onFile: (file: Blob) => void;
  readonly onPicture: (picture: LabPicture) => void;
  readonly problem: string | null;
  readonly children?: ReactNode;
}

/** Where a picture comes from: the gallery, a sample photo, a file, the clipboard, the camera. */
export function Source({ origin, onOrigin, onFile, onPicture, problem, children }: SourceProps) {
  const t = useTranslations("lab");
  const [first, setFirst] = useState(() => (origin.kind === "scene" ? origin.seed - ((origin.seed - 1) % SHOWN) : 1));
  const [camera, setCamera] = useState(false);
  const [over, setOver] = useState(false);
  const file = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const [pasted] = event.clipboardData?.files ?? [];
      if (pasted) onFile(pasted);
    };
    window.addEventListener("paste", paste);
    return () => window.removeEventListener("paste", paste);
  }, [onFile]);

  const page = (by: number) => setFirst((n) => Math.max(1, n + by * SHOWN));
  return (
    <section
      aria-label={t("picture")}
      className={classNames(
        "flex min-w-0 flex-col gap-4 rounded-[var(--radius-lg)] lg:sticky lg:top-20 lg:self-start",
        over && "outline-2 outline-offset-4 outline-brand",
      )}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped) onFile(dropped);
      }}
    >
      <div className="mx-auto w-full max-w-64 lg:max-w-none">{children}</div>
      <p role="alert" className="m-0 min-h-5 text-sm text-bad">
        {problem}
      </p>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink" id="gallery">
          {t("gallery")}
        </span>
        <div
          className="grid grid-cols-[2.25rem_repeat(5,minmax(0,1fr))_2.25rem] items-center gap-0.5"
          role="group"
          aria-labelledby="gallery"
        >
          <button
            type="button"
            aria-label={t("earlier")}
            disabled={first === 1}
            onClick={() => page(-1)}
            className="flex size-9 cursor-pointer items-center justify-center rounded-[var(--radius)] text-ink hover:bg-paper-2 disabled:opacity-40"
          >
            <ChevronLeft aria-hidden="true" className="size-5" />
          </button>
          {Array.from({ length: SHOWN }, (_, i) => (
            <SceneThumb
              key={first + i}
              seed={first + i}
              chosen={origin.kind === "scene" && origin.seed === first + i}
              onChoose={() => onOrigin({ kind: "scene", seed: first + i })}
            />
          ))}
          <button
            type="button"
            aria-label={t("later")}
            onClick={() => page(1)}
            className="flex size-9 cursor-pointer items-center justify-center rounded-[var(--radius)] text-ink hover:bg-paper-2"
          >
            <ChevronRight aria-hidden="true" className="size-5" />
          </button>
        </div>
      </div>
      <div className="flex flex-col gap-1.5">
        <span className="text-sm font-medium text-ink" id="photos">
          {t("photos")}
        </span>
        <div className="flex flex-wrap items-center gap-1" role="group" aria-labelledby="photos">
          {SAMPLE_PHOTOS.map((name) => (
            <button
              key={name}
              type="button"
              aria-pressed={origin.kind === "photo" && origin.name === name}
              onClick={() => onOrigin({ kind: "photo", name })}
              className={classNames(
                "cursor-pointer rounded-[var(--radius)] border-2 p-0.5",
                origin.kind === "photo" && origin.name === name ? "border-brand" : "border-transparent hover:border-line-strong",
              )}
            >
              <Image
                src={`/lab/${name}.jpg`}
                alt={t(`photoNames.${name}`)}
                width={48}
                height={48}
                className="size-12 rounded-[calc(var(--radius)-4px)] object-cover"
              />
            </button>
          ))}
          <Button size="sm" variant="secondary" onClick={() => file.current?.click()}>
            <ImageUp aria-hidden="true" className="size-4" /> {t("own")}
          </Button>
          <Button size="sm" variant="secondary" onClick={() => setCamera((on) => !on)} aria-expanded={camera}>
            <CameraIcon aria-hidden="true" className="size-4" /> {t("camera.open")}
          </Button>
          <input
            ref={file}
            type="file"
            accept="image/*"
            hidden
            data-testid="file"
            onChange={(event: ChangeEvent<HTMLInputElement>) => {
              const [chosen] = event.target.files ?? [];
              event.target.value = "";
              if (chosen) onFile(chosen);
            }}
          />
        </div>
      </div>
      {camera ? <Camera onPicture={onPicture} onClose={() => setCamera(false)} /> : null}
      <p className="m-0 text-sm text-ink-2">{t("private")}</p>
    </section>
  );
}
