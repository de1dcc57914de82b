"use client";

import { useMemo, type ReactNode } from "react";
import type { Locale } from "@/lib/challenges";
import { layOut } from "@/lib/markdown/parse";
import { SayingProvider, type Saying } from "@/lib/questions/Said";
import { Blocks } from "../../groups/noteView/Blocks";
import { Inlines } from "../../groups/noteView/Inlines";
import { NotePlace } from "../../groups/noteView/NotePlace";
import { hasFormula, inlineOf, plainOf, questionBlock, unlinked } from "./tree";
import "../../groups/noteView/note.css";

function show(text: string, block: boolean): ReactNode {
  const laid = layOut(text);
  // Beyond a limit of the parser it stands as it was typed.
  if ("beyond" in laid) return <span className="whitespace-pre-wrap break-words">{text}</span>;
  const blocks = laid.blocks.map(questionBlock);
  if (block)
    return (
      <div className="note min-w-0">
        <Blocks blocks={blocks} />
      </div>
    );
  const parts = unlinked(inlineOf(blocks));
  const line = (
    <span className="note" aria-hidden={hasFormula(parts) || undefined}>
      <Inlines parts={parts} />
    </span>
  );
  if (!hasFormula(parts)) return line;
  // An option is a button, and a drawn formula gives none a name.
  return (
    <>
      <span className="sr-only">{plainOf(parts)}</span>
      {line}
    </>
  );
}

const plain = (text: string): string => {
  const laid = layOut(text);
  return "beyond" in laid ? text : plainOf(inlineOf(laid.blocks.map(questionBlock)));
};
const MARKDOWN: Saying = { show, plain };

/** Inside, texts of questions are Markdown with formulas: data, laid out by lib/markdown and never HTML out of the text. */
export function RichSaying({ locale, children }: { readonly locale: Locale; readonly children: ReactNode }) {
  const place = useMemo(() => ({ group: "", note: "", people: [], locale }), [locale]);
  return (
    <NotePlace value={place}>
      <SayingProvider value={MARKDOWN}>{children}</SayingProvider>
    </NotePlace>
  );
}
