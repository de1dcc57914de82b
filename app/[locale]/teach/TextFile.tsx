"use client";

import { useId, type ChangeEvent } from "react";
import { textOfBytes } from "@/lib/client/browser/textOfBytes";
import { buttonStyle } from "@/lib/ui/components";

interface TextFileProps {
  readonly label: string;
  /** File types of the chooser, as its `accept` wants them. */
  readonly accept: string;
  /** The chosen file's text whatever its encoding, null where it is none, and its name. */
  readonly onText: (text: string | null, name: string) => Promise<unknown>;
}

/** A file that an import reads, in any of the encodings that spreadsheet programs write. */
export function TextFile({ label, accept, onText }: TextFileProps) {
  const field = useId();
  const choose = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0];
    if (file === undefined) return;
    const text = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    // The same file, mended, can be chosen again.
    target.value = "";
    await onText(text, file.name);
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
