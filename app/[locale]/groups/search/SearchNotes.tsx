"use client";

import { Search } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useSearchParams } from "next/navigation";
import { useState, type SubmitEvent } from "react";
import useSWR from "swr";
import useSWRInfinite from "swr/infinite";
import { Link } from "@/i18n/navigation";
import { call, useMe } from "@/lib/client/api";
import { Button, Select, TextField } from "@/lib/ui/components";
import { listGroups } from "@/lib/wire/groups";
import { searchNotes, type FoundNotes } from "@/lib/wire/noteSearch";
import { particle } from "@/lib/words";
import { Problem } from "../../shell/Problem";

const ALL = "all";

/** The question stands in the address: a reload and a step back bring it back. */
function nameInAddress(q: string, group: string): void {
  const search = new URLSearchParams({ q, ...(group === ALL ? {} : { group }) });
  window.history.replaceState(null, "", `?${search}`);
}

/** Looks for words in the notes of one's groups. */
export function SearchNotes() {
  const t = useTranslations("noteSearch");
  const search = useSearchParams();
  const user = useMe().data?.user ?? null;
  const [text, setText] = useState(search.get("q") ?? "");
  const [group, setGroup] = useState(search.get("group") ?? ALL);
  const [asked, setAsked] = useState({ q: search.get("q") ?? "", group: search.get("group") ?? ALL });
  const groups = useSWR(user && ["groups", user.id], () => call(listGroups)).data?.groups ?? [];
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const q = text.trim();
    setAsked({ q, group });
    nameInAddress(q, group);
  };
  return (
    <div className="flex flex-col gap-6">
      <div>
        <Link href="/groups" className="text-sm text-ink-2 underline-offset-4 hover:underline">
          {t("toGroups")}
        </Link>
        <h1 className="m-0 text-3xl font-extrabold text-ink">{t("title")}</h1>
      </div>
      <form role="search" onSubmit={submit} className="flex flex-col gap-3">
        <TextField
          label={t("label")}
          hint={t("hint")}
          type="search"
          name="q"
          maxLength={100}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        {groups.length > 1 && (
          <Select
            label={t("where")}
            value={group}
            onChange={setGroup}
            options={[{ value: ALL, label: t("all") }, ...groups.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        <Button type="submit" className="self-start">
          <Search aria-hidden className="size-5" />
          {t("search")}
        </Button>
      </form>
      {asked.q !== "" && user !== null && <Found learner={user.id} {...asked} />}
    </div>
  );
}

function Found({ learner, q, group }: { readonly learner: string; readonly q: string; readonly group: string }) {
  const t = useTranslations("noteSearch");
  const { data, error, size, setSize, mutate, isValidating } = useSWRInfinite(
    (index, before: FoundNotes | null) => (index > 0 && !before?.after ? null : ["note-search", learner, q, group, before?.after ?? null]),
    ([, , words, where, after]: readonly [string, string, string, string, string | null]) =>
      call(searchNotes, { query: { q: words, group: where === ALL ? undefined : where, after: after ?? undefined } }),
    { revalidateFirstPage: false },
  );
  const notes = data?.flatMap((page) => page.notes) ?? [];
  const more = data?.at(-1)?.after != null;
  const said = () => {
    if (data === undefined) return t("loading");
    if (data[0]?.asked === false) return t("short");
    if (notes.length === 0) return t("none", { q, josa: particle(q, "이/가") });
    return t(more ? "foundMore" : "found", { count: notes.length });
  };
  if (error !== undefined && data === undefined)
    return (
      <div className="flex flex-col items-start gap-3">
        <Problem error={error} />
        <Button variant="secondary" onClick={() => void mutate()}>
          {t("retry")}
        </Button>
      </div>
    );
  return (
    <section aria-label={t("title")} className="flex flex-col gap-4">
      <p role="status" className="m-0 text-ink-2">
        {said()}
      </p>
      <ul className="m-0 flex list-none flex-col gap-3 p-0" data-testid="found-notes">
        {notes.map((note) => (
          <FoundNote key={note.id} note={note} />
        ))}
      </ul>
      {more && (
        <Button variant="secondary" className="self-start" disabled={isValidating} onClick={() => void setSize(size + 1)}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function FoundNote({ note }: { readonly note: FoundNotes["notes"][number] }) {
  const t = useTranslations("noteSearch");
  const locale = useLocale();
  const day = new Date(note.date === null ? note.updatedAt : `${note.date}T00:00:00Z`);
  return (
    <li className="rounded-(--radius-lg) border border-line bg-sheet p-4 shadow-1">
      <Link href={`/groups/${note.group.id}/notes/${note.id}`} className="text-lg font-bold text-ink underline-offset-4 hover:underline">
        {note.title}
      </Link>
      <p className="m-0 text-sm text-ink-2">
        {note.group.name} · {day.toLocaleDateString(locale, { dateStyle: "medium", timeZone: note.date === null ? undefined : "UTC" })}
      </p>
      <ul className="m-0 mt-2 flex list-none flex-col gap-1 p-0">
        {note.lines.map(({ line, pieces }) => (
          <li key={line} className="break-words text-ink">
            <span className="mr-2 text-sm text-ink-3">{line === 0 ? t("titleLine") : t("line", { line })}</span>
            {pieces.map(({ text, hit }, index) =>
              hit ? (
                <mark key={index} className="rounded bg-warn-wash px-0.5 font-semibold text-ink">
                  {text}
                </mark>
              ) : (
                <span key={index}>{text}</span>
              ),
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
