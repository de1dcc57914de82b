"use client";

import type { ReactNode } from "react";
import { piecesOf } from "@/lib/groups/mentions";

/** A comment's text, line by line as it was written, members by the names they have now. It is text and nothing else: no markup is read. */
export function Words({ text, nameOf }: { readonly text: string; readonly nameOf: (member: string) => string }): ReactNode {
  return (
    <p className="m-0 whitespace-pre-wrap break-words text-ink">
      {piecesOf(text).map((piece, i) =>
        typeof piece === "string" ? piece : <b key={i} className="font-semibold text-brand-text">{`@${nameOf(piece.member)}`}</b>,
      )}
    </p>
  );
}
