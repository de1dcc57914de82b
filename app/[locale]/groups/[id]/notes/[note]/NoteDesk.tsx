"use client";

import { useTranslations } from "next-intl";
import { useCallback, useState, useSyncExternalStore } from "react";
import { Link } from "@/i18n/navigation";
import { useNoteText, useOpenNote, useSyncState, type OpenNote } from "@/lib/client/notes";
import { taskEdit } from "@/lib/markdown/task";
import { Segmented } from "@/lib/ui/components";
import type { NoteRead } from "@/lib/wire/notes";
import { Problem } from "../../../../shell/Problem";
import { Archived } from "../../../Archived";
import { NotHere } from "../../../NotHere";
import { Waiting } from "../../../../shell/Waiting";
import { useNote } from "../../../data";
import { markCaret } from "../../../noteView/mark";
import { NoteView } from "../../../noteView/NoteView";
import { Pictures } from "../../../noteView/Pictures";
import { useDay } from "../../../words";
import { Here } from "./Here";
import { NoteEditor } from "./NoteEditor";
import { SyncBadge } from "./SyncBadge";
import { Title } from "./Title";
import type { Place } from "../../../discussion/ThreadCard";
import { NoteTalk } from "./NoteTalk";
import { Versions } from "./Versions";
import { Worn } from "./Worn";

/** A note: who is in it, whether it is saved, the text to write in or to read, and how it stood before. */
export function NoteDesk({ note, ...place }: Shown & { readonly note: string }) {
  const t = useTranslations("note");
  const { data, gone, error, mutate, who } = useNote(place.group, note);
  if (gone) return <NotHere text={t("notHereNote")} />;
  if (!data || who === null) return <Waiting error={error} onRetry={() => void mutate()} />;
  if (data.hidden && !data.owner) return <NotHere text={t("hidden")} />;
  return <Desk key={`${note} ${who}`} read={data} learner={who} place={place} onChanged={() => void mutate()} />;
}

type Shown = Pick<Place, "group" | "locale" | "titles">;

interface DeskProps {
  readonly read: NoteRead;
  readonly learner: string;
  readonly place: Shown;
  readonly onChanged: () => void;
}

function Desk({ read, learner, place, onChanged }: DeskProps) {
  const t = useTranslations("note");
  const view = useTranslations("noteView");
  const day = useDay();
  const open = useOpenNote({ group: read.group.id, note: read.id, learner });
  return (
    <div className="flex flex-col gap-4">
      <header className="flex flex-col gap-1">
        <nav aria-label={t("way")} className="flex flex-wrap gap-x-4 text-sm">
          <Link href={`/groups/${read.group.id}`} className="py-1 text-ink-2 underline-offset-4 hover:underline">
            {read.group.name}
          </Link>
          <Link
            href={`/groups/${read.group.id}/notes/${read.id}/read`}
            className="order-last py-1 text-ink-2 underline-offset-4 hover:underline"
          >
            {view("readOrPrint")}
          </Link>
          {read.former !== null && (
            <Link href={`/groups/${read.group.id}/notes/${read.former}`} className="py-1 text-ink-2 underline-offset-4 hover:underline">
              {t("toFormer")}
            </Link>
          )}
          {read.session && (
            <Link
              href={`/groups/${read.group.id}/sessions/${read.session.id}`}
              className="py-1 text-ink-2 underline-offset-4 hover:underline"
            >
              {t("ofSession", { date: day(read.session.date) })}
            </Link>
          )}
        </nav>
        <Title read={read} onChanged={onChanged} />
        {read.group.archived && <Archived />}
      </header>
      {open === null ? (
        <NoteView text={read.text} {...shownIn(read)} />
      ) : (
        <Opened open={open} read={read} place={place} onChanged={onChanged} />
      )}
    </div>
  );
}

/** Whose note it is, for what shows it. */
const shownIn = ({ group, id, people, me }: NoteRead) => ({ group: group.id, note: id, people, me });

type Side = "write" | "view" | "talk";

/** Room for the text beside what it looks like. */
const WIDE = "(min-width: 80rem)";
const onWide = (change: () => void) => {
  const media = window.matchMedia(WIDE);
  media.addEventListener("change", change);
  return () => media.removeEventListener("change", change);
};
const useWide = (): boolean =>
  useSyncExternalStore(
    onWide,
    () => window.matchMedia(WIDE).matches,
    () => false,
  );

interface OpenedProps extends Pick<DeskProps, "read" | "place" | "onChanged"> {
  readonly open: OpenNote;
}

function Opened({ open, read, place, onChanged }: OpenedProps) {
  const t = useTranslations("note");
  const state = useSyncState(open);
  const text = useNoteText(open);
  const [side, setSide] = useState<Side>(read.writes ? "write" : "view");
  const wide = useWide();
  const tick = useCallback(
    (line: number, done: boolean) => {
      const shared = open.sync.text;
      const edit = taskEdit(shared.toString(), line, done);
      if (edit === null) return;
      shared.doc?.transact(() => {
        shared.delete(edit.from, edit.to - edit.from);
        shared.insert(edit.from, edit.insert);
      });
    },
    [open],
  );
  if (state.refused?.code === "not-found") return <NotHere text={t("notHereNote")} />;
  const worn = read.next !== null || state.refused?.code === "note-worn";
  const writes = read.writes && state.loaded;
  // While there is nothing to write in, or beside the editor where both have room, the text is read.
  const shown = side === "write" && !writes ? "view" : side === "view" && writes && wide ? "write" : side;
  return (
    <>
      <div className="sticky top-(--top-bar) z-10 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-paper px-4 py-2">
        <SyncBadge state={state} />
        <Here open={open} people={read.people} me={read.me} />
      </div>
      {worn ? <Worn open={open} read={read} unsaved={state.waiting > 0} onChanged={onChanged} /> : <Problem error={state.refused} />}
      {state.tooLong && (
        <p role="alert" className="m-0 rounded-(--radius) bg-warn-wash p-3 text-sm text-warn">
          {t("tooLong")}
        </p>
      )}
      <Segmented
        label={t("side")}
        value={shown}
        onChange={setSide}
        options={[
          ...(writes ? [{ value: "write" as const, label: t("write") }] : []),
          // Beside the editor, where there is room for both.
          ...(writes && wide ? [] : [{ value: "view" as const, label: t("view") }]),
          { value: "talk" as const, label: t("talk") },
        ]}
      />
      {/* The editor stays where it is while the text is read: a letter half composed, and what can be taken back, stay with it. */}
      <div className={writes && wide && shown === "write" ? "grid grid-cols-2 items-start gap-8" : "contents"}>
        {writes && (
          <div hidden={shown !== "write"} className="min-w-0">
            <Pictures group={read.group.id} note={read.id} mark={(place, point) => markCaret(place, open, point)}>
              <NoteEditor open={open} people={read.people} />
            </Pictures>
          </div>
        )}
        {(shown === "view" || (shown === "write" && wide)) && (
          <NoteView text={state.loaded ? text : read.text} {...shownIn(read)} onTask={writes ? tick : undefined} />
        )}
      </div>
      {shown === "talk" && state.loaded && <NoteTalk {...place} open={open} read={read} text={text} />}
      <Versions open={open} read={read} />
    </>
  );
}
