"use client";

import { useId, type ChangeEvent } from "react";
import { textOfBytes } from "@/lib/client/browser/textOfBytes";
import { buttonStyle } from "@/lib/ui/components";

/** What is no text; what is larger than any file that is taken. */
export type Unread = { readonly unread: "unreadable" | "tooLong" };

interface TextFileProps {
  readonly label: string;
  /** File types of the chooser, as its `accept` wants them. */
  readonly accept: string;
  /** Bytes: what is larger is not read at all. */
  readonly most: number;
  /** The chosen file's text whatever its encoding, or why there is none; and its name. */
  readonly onText: (text: string | Unread, name: string) => Promise<unknown>;
}

/** A file that an import reads, in any of the encodings that spreadsheet programs write. */
export function TextFile({ label, accept, most, onText }: TextFileProps) {
  const field = useId();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const text = file.size > most ? null : textOfBytes(new Uint8Array(await file.arrayBuffer()));
    // The same file, mended, can be chosen again.
    target.value = "";
    await onText(text ?? { unread: file.size > most ? "tooLong" : "unreadable" }, file.name);
  };
  return (
    <div>
      <label htmlFor={field} className={`${buttonStyle("secondary")} has-focus-visible:outline-2`}>
        {label}
        <input id={field} type="file" accept={accept} className="sr-only" onChange={(event) => void choose(event)} />
      </label>
    </div>
  );
}
