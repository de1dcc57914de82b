"use client";

import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { ApiError, call } from "@/lib/client/api";
import { Button, Note, TextField } from "@/lib/ui/components";
import { changeNote, type NoteRead } from "@/lib/wire/notes";
import { noteTitle } from "@/lib/wire/scalars";
import { Problem } from "../../../../shell/Problem";

/** What a note is called; whoever writes in it names it anew. */
export function Title({ read, onChanged }: { readonly read: NoteRead; readonly onChanged: () => void }) {
  const t = useTranslations("note");
  const [title, setTitle] = useState<string | null>(null);
  const [wrong, setWrong] = useState(false);
  const [kept, setKept] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  if (title === null)
    return (
      <>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="m-0 min-w-0 break-words text-3xl font-extrabold text-ink">{read.title}</h1>
          {read.writes && (
            <Button variant="ghost" size="sm" className="text-ink-2" onClick={() => setTitle(read.title)}>
              <Pencil aria-hidden className="size-4" />
              {t("rename")}
            </Button>
          )}
        </div>
        <Note>{kept && t("titleKept")}</Note>
        <Problem error={refused} />
      </>
    );
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    const fits = noteTitle.safeParse(title).success;
    setWrong(!fits);
    setRefused(null);
    if (!fits) return;
    setKept(false);
    try {
      const done = call(changeNote, {
        params: { id: read.group.id, note: read.id },
        body: { title },
        onKept: () => {
          setKept(true);
          setTitle(null);
        },
      });
      await done;
      setTitle(null);
    } catch (error) {
      const here = error instanceof ApiError && error.field === "title";
      setWrong(here);
      if (!here) setRefused(error);
    }
    setKept(false);
    onChanged();
  };
  return (
    <form onSubmit={(event) => void save(event)} noValidate className="flex flex-col gap-2">
      <h1 className="sr-only">{read.title}</h1>
      <TextField
        label={t("title")}
        autoFocus
        autoComplete="off"
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.target.value)}
        problem={wrong ? t("titleRule") : undefined}
      />
      <Problem error={refused} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm">
          {t("renameSave")}
        </Button>
        <Button variant="ghost" size="sm" onClick={() => setTitle(null)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
