"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import type { OpenNote } from "@/lib/client/notes";
import { Switch } from "@/lib/ui/components";
import { NOTE_BYTES } from "@/lib/wire/noteParts";
import type { Person } from "@/lib/wire/groupParts";
import { useNames } from "../../../words";
import { PlainEditor } from "./PlainEditor";

const PLAIN = "boxup.note.plain";

/** What may not be there: storage that a browser keeps shut. */
function kept(): boolean {
  try {
    return localStorage.getItem(PLAIN) === "1";
  } catch {
    return false;
  }
}
function keep(plain: boolean): void {
  try {
    localStorage.setItem(PLAIN, plain ? "1" : "0");
  } catch {
    // Chosen for this visit only.
  }
}

/** Where a note is written: the editor with everybody's cursors, or a plain field where that has not come or is not wanted. */
export function NoteEditor({ open, people }: { readonly open: OpenNote; readonly people: readonly Person[] }) {
  const t = useTranslations("note");
  const [plain, setPlain] = useState(kept);
  const [failed, setFailed] = useState(false);
  const [tooLong, setTooLong] = useState(false);
  const onPut = (fits: boolean) => setTooLong(!fits);
  return (
    <div className="flex flex-col gap-3">
      {plain || failed ? (
        <PlainEditor open={open} onPut={onPut} />
      ) : (
        <RichEditor open={open} people={people} onFailed={() => setFailed(true)} onPut={onPut} />
      )}
      {tooLong && (
        <p role="alert" data-testid="paste-too-long" className="m-0 rounded-(--radius) bg-warn-wash p-3 text-sm text-warn">
          {t("pasteTooLong", { most: NOTE_BYTES / 1024 })}
        </p>
      )}
      <Switch
        label={t("plain")}
        checked={plain}
        onChange={(next) => {
          setPlain(next);
          keep(next);
        }}
      />
    </div>
  );
}

function RichEditor({
  open,
  people,
  onFailed,
  onPut,
}: {
  readonly open: OpenNote;
  readonly people: readonly Person[];
  readonly onFailed: () => void;
  readonly onPut: (fits: boolean) => void;
}) {
  const t = useTranslations("note");
  const locale = useLocale();
  const nameOf = useNames(people);
  const place = useRef<HTMLDivElement>(null);
  const [ready, setReady] = useState(false);
  const words = useRef({ nameOf, people, onFailed, onPut });
  useEffect(() => {
    words.current = { nameOf, people, onFailed, onPut };
  });
  const label = t("text");
  useEffect(() => {
    let gone = false;
    let end = (): void => undefined;
    import("./codeMirror").then(
      ({ mountEditor }) => {
        if (gone || place.current === null) return;
        end = mountEditor(place.current, open, {
          label,
          language: locale,
          nameOf: (member) => words.current.nameOf(member),
          people: () => words.current.people,
          onPut: (fits) => words.current.onPut(fits),
        });
        setReady(true);
      },
      // Its code did not arrive: the plain field writes in the same text.
      () => {
        if (!gone) words.current.onFailed();
      },
    );
    return () => {
      gone = true;
      end();
    };
  }, [open, label, locale]);
  return (
    <>
      <div ref={place} data-testid="note-editor" className="note-editor" />
      {!ready && <PlainEditor open={open} onPut={onPut} />}
    </>
  );
}
