"use client";

import { Download, FileText, Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import type { Locale } from "@/lib/challenges";
import { Link, useRouter } from "@/i18n/navigation";
import { call, newKey } from "@/lib/client/api";
import { download } from "@/lib/client/api/download";
import { Button, buttonStyle, TextField } from "@/lib/ui/components";
import { templateText, type Template } from "@/lib/markdown/templates";
import { exportNotes } from "@/lib/wire/noteFiles";
import { createNote } from "@/lib/wire/notes";
import { Problem } from "../../../shell/Problem";
import { useAct } from "../../../shell/useAct";
import { useNotes } from "../../data";
import { TemplateChoice } from "../../noteView/TemplateChoice";
import { useDay, useNames } from "../../words";

/** Notes shown at first. */
const FIRST = 8;

/** A group's notes, the latest first, and a way to begin one that belongs to no session. */
export function NoteList({ group, archived }: { readonly group: string; readonly archived: boolean }) {
  const t = useTranslations("note");
  const day = useDay();
  const locale = useLocale();
  const { data, error, refresh, more } = useNotes(group);
  const nameOf = useNames(data?.people ?? []);
  const [all, setAll] = useState(false);
  const shown = all ? data?.notes : data?.notes.slice(0, FIRST);
  return (
    <section aria-labelledby="notes" className="flex flex-col gap-3" data-testid="notes">
      <h2 id="notes" className="m-0 text-xl font-bold text-ink">
        {t("notes")}
      </h2>
      {error !== undefined && data === undefined && <Problem error={error} />}
      {data?.notes.length === 0 && <p className="m-0 text-ink-2">{t("noNotes")}</p>}
      <ul className="m-0 flex list-none flex-col gap-1 p-0">
        {shown?.map((note) => (
          <li key={note.id}>
            <Link
              href={`/groups/${group}/notes/${note.id}`}
              className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-0.5 rounded-(--radius) px-2 py-1.5 hover:bg-paper-2"
            >
              <FileText aria-hidden className="size-5 shrink-0 text-ink-3" />
              <span className="min-w-0 flex-1 break-words font-semibold text-ink">{note.title}</span>
              <span className="text-sm text-ink-2">
                {note.next !== null && `${t("ended")} · `}
                {note.session ? day(note.session.date) : nameOf(note.by)} ·{" "}
                {new Date(note.updatedAt).toLocaleDateString(locale, { month: "short", day: "numeric" })}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {data && data.notes.length > FIRST && !all && (
        <Button variant="ghost" size="sm" className="self-start" onClick={() => setAll(true)}>
          {t("allNotes")}
        </Button>
      )}
      {all && more !== null && (
        <Button variant="ghost" size="sm" className="self-start" onClick={more}>
          {t("more")}
        </Button>
      )}
      {data && data.notes.length > 0 && <Tools group={group} />}
      {!archived && <NewNote group={group} onBegun={refresh} />}
    </section>
  );
}

/** Looking through the group's notes, and taking all of them along. */
function Tools({ group }: { readonly group: string }) {
  const t = useTranslations("noteView");
  const [refused, setRefused] = useState<unknown>(null);
  const save = () => {
    setRefused(null);
    download(exportNotes, { id: group }).catch(setRefused);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <Link href={`/groups/search?group=${group}`} className={buttonStyle("secondary", "sm")}>
        <Search aria-hidden className="size-4" />
        {t("searchHere")}
      </Link>
      <Button variant="secondary" size="sm" onClick={save}>
        <Download aria-hidden className="size-4" />
        {t("saveAll")}
      </Button>
      <Problem error={refused} />
    </div>
  );
}

function NewNote({ group, onBegun }: { readonly group: string; readonly onBegun: () => void }) {
  const t = useTranslations("note");
  const router = useRouter();
  const [title, setTitle] = useState<string | null>(null);
  const [template, setTemplate] = useState<Template>("empty");
  const locale = useLocale() as Locale;
  const { busy, refused, act } = useAct();
  if (title === null)
    return (
      <Button variant="secondary" size="sm" className="self-start" onClick={() => setTitle("")}>
        {t("newPage")}
      </Button>
    );
  const begin = async (event: SubmitEvent) => {
    event.preventDefault();
    await act(
      async (kept) => {
        const { id } = await call(createNote, {
          params: { id: group },
          body: { session: null, title, text: templateText(template, locale, null) },
          key: newKey(),
          onKept: kept,
        });
        onBegun();
        router.push(`/groups/${group}/notes/${id}`);
      },
      { leaves: true },
    );
  };
  return (
    <form onSubmit={(event) => void begin(event)} className="flex flex-col gap-3">
      <TextField label={t("title")} autoFocus required maxLength={120} value={title} onChange={(event) => setTitle(event.target.value)} />
      <TemplateChoice value={template} onChange={setTemplate} />
      <Problem error={refused} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" disabled={busy || title.trim() === ""}>
          {t("begin")}
        </Button>
        <Button variant="ghost" onClick={() => setTitle(null)}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
