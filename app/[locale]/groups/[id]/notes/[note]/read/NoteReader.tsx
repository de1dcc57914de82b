"use client";

import { Download, Printer } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Link } from "@/i18n/navigation";
import { download } from "@/lib/client/api/download";
import { Button } from "@/lib/ui/components";
import { exportNote } from "@/lib/wire/noteFiles";
import { Problem } from "../../../../../shell/Problem";
import { NotHere } from "../../../../NotHere";
import { Waiting } from "../../../../../shell/Waiting";
import { useNote } from "../../../../data";
import { useDay } from "../../../../words";
import { NoteView } from "../../../../noteView/NoteView";

/** A note to be read, printed and taken along: without an editor, as paper has it. */
export function NoteReader({ group, note }: { readonly group: string; readonly note: string }) {
  const t = useTranslations("noteView");
  const day = useDay();
  const { data, gone, error, mutate } = useNote(group, note);
  const [refused, setRefused] = useState<unknown>(null);
  if (gone) return <NotHere text={t("notHereNote")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const save = () => {
    setRefused(null);
    download(exportNote, { id: group, note }).catch(setRefused);
  };
  return (
    <article className="flex flex-col gap-5">
      <div>
        <Link href={`/groups/${group}`} className="no-print text-sm text-ink-2 underline-offset-4 hover:underline">
          {data.group.name}
        </Link>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h1 className="m-0 min-w-0 break-words text-3xl font-extrabold text-ink">{data.title}</h1>
          <div className="no-print flex flex-wrap gap-2">
            <Button variant="secondary" size="sm" onClick={() => window.print()}>
              <Printer aria-hidden className="size-4" />
              {t("print")}
            </Button>
            <Button variant="secondary" size="sm" onClick={save}>
              <Download aria-hidden className="size-4" />
              {t("markdown")}
            </Button>
          </div>
        </div>
        {data.session && <p className="m-0 text-sm text-ink-2">{day(data.session.date)}</p>}
        <Problem error={refused} />
      </div>
      <NoteView text={data.text} group={group} note={note} people={data.people} me={data.me} />
    </article>
  );
}
