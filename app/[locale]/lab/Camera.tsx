"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { pictureOf } from "@/lib/client/lab/picture";
import type { LabPicture } from "@/lib/client/lab/lab";
import { Button } from "@/lib/ui/components";

/** A live view and a shutter. The camera goes off with the last frame taken, and when this leaves the page. */
export function Camera({ onPicture, onClose }: { readonly onPicture: (picture: LabPicture) => void; readonly onClose: () => void }) {
  const t = useTranslations("lab.camera");
  const video = useRef<HTMLVideoElement>(null);
  const [ready, setReady] = useState(false);
  const [problem, setProblem] = useState<"denied" | "none" | null>(null);

  useEffect(() => {
    let current = true;
    let stream: MediaStream | null = null;
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" }, audio: false });
      if (!current || !video.current) return stream.getTracks().forEach((track) => track.stop());
      video.current.srcObject = stream;
      await video.current.play();
      if (current) setReady(true);
    };
    begin().catch(
      (error: unknown) => current && setProblem(error instanceof DOMException && error.name === "NotAllowedError" ? "denied" : "none"),
    );
    return () => {
      current = false;
      stream?.getTracks().forEach((track) => track.stop());
    };
  }, []);

  const take = () => {
    const { current } = video;
    if (!current?.videoWidth) return;
    onPicture(pictureOf(current, current.videoWidth, current.videoHeight));
    onClose();
  };
  return (
    <div className="flex flex-col gap-2" data-testid="camera">
      {problem ? (
        <p role="alert" className="m-0 text-sm text-bad">
          {t(problem)}
        </p>
      ) : (
        <video
          ref={video}
          muted
          playsInline
          aria-label={t("view")}
          className="aspect-square w-full rounded-[var(--radius)] bg-paper-3 object-contain"
        />
      )}
      <div className="flex gap-2">
        <Button size="sm" onClick={take} disabled={!ready}>
          {t("take")}
        </Button>
        <Button size="sm" variant="secondary" onClick={onClose}>
          {t("close")}
        </Button>
      </div>
    </div>
  );
}
