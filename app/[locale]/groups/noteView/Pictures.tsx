"use client";

import { ImagePlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState, type ClipboardEvent, type DragEvent, type ReactNode } from "react";
import { upload } from "@/lib/client/api";
import { imagePath } from "@/lib/markdown/links";
import { Button } from "@/lib/ui/components";
import { addNoteImage } from "@/lib/wire/noteImages";
import { PICTURE_BYTES, PICTURE_TYPES } from "@/lib/wire/noteParts";
import { Problem } from "../../shell/Problem";
import type { Point } from "./mark";
import { smaller } from "./smaller";

interface Props {
  readonly group: string;
  readonly note: string;
  /** Marks where the cursor stands inside `place`; what it answers with writes Markdown there. */
  readonly mark: (place: HTMLElement, point?: Point) => Promise<(markdown: string) => void>;
  /** The field or editor. */
  readonly children: ReactNode;
}

const accepted: readonly string[] = PICTURE_TYPES;
const picturesOf = (files: FileList): File[] => [...files].filter(({ type }) => accepted.includes(type));

/** What a picture is called until somebody says it better. A square bracket would end it. */
const nameOf = ({ name }: File, fallback: string): string =>
  name
    .replace(/\.[A-Za-z0-9]+$/, "")
    .replace(/[[\]\\\n]/g, " ")
    .trim() || fallback;

/** Pictures for a note, pasted or dropped into what stands inside, or picked. Each is sent, then named in the text. */
export function Pictures({ group, note, mark, children }: Props) {
  const t = useTranslations("noteView");
  const pick = useRef<HTMLInputElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const [sending, setSending] = useState(0);
  const [problem, setProblem] = useState<unknown>(null);
  const [tooLarge, setTooLarge] = useState(false);
  const put = async (files: readonly File[], point?: Point) => {
    if (place.current === null) return;
    setProblem(null);
    setTooLarge(false);
    const write = await mark(place.current, point);
    for (const each of files) {
      setSending((count) => count + 1);
      try {
        const file = await smaller(each);
        if (file.size > PICTURE_BYTES) setTooLarge(true);
        else {
          const { id } = await upload(addNoteImage, { params: { id: group, note }, file });
          write(`![${nameOf(each, t("picture"))}](${imagePath(id)})`);
        }
      } catch (error) {
        setProblem(error);
      }
      setSending((count) => count - 1);
    }
  };
  const take = (event: ClipboardEvent | DragEvent, files: FileList | undefined) => {
    const pictures = files === undefined ? [] : picturesOf(files);
    if (pictures.length === 0) return;
    // A spreadsheet's cells come as text and as a picture of them: then the text is what was meant.
    if ("clipboardData" in event && event.clipboardData.getData("text/plain") !== "") return;
    event.preventDefault();
    event.stopPropagation();
    void put(pictures, "dataTransfer" in event ? { x: event.clientX, y: event.clientY } : undefined);
  };
  return (
    <div
      ref={place}
      className="flex flex-col gap-2"
      onPasteCapture={(event) => take(event, event.clipboardData.files)}
      onDragOver={(event) => event.dataTransfer.types.includes("Files") && event.preventDefault()}
      onDropCapture={(event) => take(event, event.dataTransfer.files)}
    >
      {children}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Button variant="ghost" size="sm" onClick={() => pick.current?.click()}>
          <ImagePlus aria-hidden className="size-4" />
          {t("addPicture")}
        </Button>
        <span className="text-sm text-ink-2">{t("addPictureHint")}</span>
        <input
          ref={pick}
          type="file"
          accept={PICTURE_TYPES.join(",")}
          multiple
          hidden
          aria-label={t("addPicture")}
          onChange={(event) => {
            const files = event.target.files;
            if (files) void put(picturesOf(files)).then(() => void (event.target.value = ""));
          }}
        />
      </div>
      <p role="status" className="m-0 text-sm text-ink-2 empty:hidden">
        {sending > 0 ? t("sendingPicture") : ""}
      </p>
      {tooLarge && <p className="m-0 text-sm text-bad">{t("pictureTooLarge", { most: PICTURE_BYTES / 1024 / 1024 })}</p>}
      <Problem error={problem} />
    </div>
  );
}
