"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { textOfBytes } from "@/lib/client/browser/textOfBytes";
import { Button, TextArea } from "@/lib/ui/components";

/** The longest note that is read, in characters and in bytes of a file. */
const MOST = 1_000_000;

interface Props {
  readonly text: string;
  readonly name: string;
  readonly onText: (text: string, name: string) => void;
}

/** Where a note comes in: pasted, typed, or from a file. */
export function NoteSource({ text, name, onText }: Props) {
  const t = useTranslations("reading");
  const [wrong, setWrong] = useState<"tooLong" | "noText" | null>(null);
  const picker = useRef<HTMLInputElement>(null);
  const take = (next: string, file: string) => {
    setWrong(next.length > MOST ? "tooLong" : null);
    if (next.length <= MOST) onText(next, file);
  };
  const open = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > 2 * MOST) return setWrong("tooLong");
    const content = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    if (content === null) setWrong("noText");
    else take(content, file.name);
  };
  return (
    <div className="flex flex-col gap-3">
      <TextArea
        label={t("paste")}
        placeholder={t("pasteHint")}
        value={text}
        rows={text === "" ? 8 : 4}
        spellCheck={false}
        onChange={(event) => take(event.target.value, event.target.value === "" ? "" : name)}
        problem={wrong === null ? undefined : t(wrong)}
        className={`${text === "" ? "min-h-48" : "min-h-24"} max-h-60 resize-y rounded-(--radius) border border-ink-3 bg-paper px-3 py-2 font-mono text-sm text-ink aria-invalid:border-bad`}
      />
      <div className="flex flex-wrap items-center gap-2">
        <input
          ref={picker}
          type="file"
          accept=".md,.markdown,.txt,text/plain,text/markdown"
          className="sr-only"
          tabIndex={-1}
          aria-hidden
          data-testid="note-file"
          onChange={(event) => {
            void open(event.target.files?.[0]);
            // The same file may be chosen again.
            event.target.value = "";
          }}
        />
        <Button variant="secondary" size="sm" onClick={() => picker.current?.click()}>
          <FileUp aria-hidden className="size-4" />
          {t("file")}
        </Button>
        {text !== "" && (
          <Button variant="ghost" size="sm" onClick={() => take("", "")}>
            {t("clear")}
          </Button>
        )}
        <span className="text-sm text-ink-2">{name === "" ? t("fileNote") : name}</span>
      </div>
    </div>
  );
}
