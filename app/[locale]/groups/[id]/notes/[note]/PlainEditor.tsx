"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type CompositionEvent, type SyntheticEvent } from "react";
import { fits, indexOf, placeAt, rewrite, type OpenNote } from "@/lib/client/notes";
import { TextArea } from "@/lib/ui/components";

const PLAIN = Symbol("plain field");

/** A plain text field over the shared text: what is typed becomes one change, what others write moves the cursor along. */
export function PlainEditor({ open, onPut }: { readonly open: OpenNote; readonly onPut: (fits: boolean) => void }) {
  const t = useTranslations("note");
  const field = useRef<HTMLTextAreaElement>(null);
  const { text } = open.sync;
  useEffect(() => {
    const here = field.current;
    if (here === null) return;
    here.value = text.toString();
    let places: readonly [string, string] | null = null;
    const before = (): void => {
      places = [placeAt(text, here.selectionStart), placeAt(text, here.selectionEnd)];
    };
    const show = (_: unknown, { origin }: { readonly origin: unknown }): void => {
      if (origin === PLAIN) return;
      here.value = text.toString();
      const [from, to] = (places ?? []).map((place) => indexOf(text, place));
      if (from != null && to != null && document.activeElement === here) here.setSelectionRange(from, to);
    };
    text.doc?.on("beforeTransaction", before);
    text.observe(show);
    return () => {
      text.doc?.off("beforeTransaction", before);
      text.unobserve(show);
      open.sync.compose(false);
    };
  }, [open, text]);
  const write = (value: string) => rewrite(text, value, PLAIN);
  const end = ({ currentTarget }: CompositionEvent<HTMLTextAreaElement>) => {
    write(currentTarget.value);
    open.sync.compose(false);
  };
  const take = (event: SyntheticEvent<HTMLTextAreaElement>, data: DataTransfer) => {
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const after = value.slice(0, selectionStart) + data.getData("text/plain") + value.slice(selectionEnd);
    const fit = fits(value, after);
    onPut(fit);
    if (!fit) event.preventDefault();
  };
  return (
    <TextArea
      ref={field}
      label={t("text")}
      rows={16}
      spellCheck={false}
      onInput={({ currentTarget }) => {
        write(currentTarget.value);
        onPut(true);
      }}
      onPaste={(event) => take(event, event.clipboardData)}
      onDrop={(event) => take(event, event.dataTransfer)}
      onCompositionStart={() => open.sync.compose(true)}
      onCompositionEnd={end}
      onBlur={() => open.sync.compose(false)}
    />
  );
}
