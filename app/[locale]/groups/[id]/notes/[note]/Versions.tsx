"use client";

import { History, RotateCcw, Save } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { rewrite, sent, useNoteText, type OpenNote } from "@/lib/client/notes";
import { Button, Note } from "@/lib/ui/components";
import { keepVersion, readVersion, type NoteRead, type NoteVersions } from "@/lib/wire/notes";
import { Problem } from "../../../../shell/Problem";
import { useVersions } from "../../../data";
import { useNames } from "../../../words";
import { Difference } from "./Difference";

type Version = NoteVersions["versions"][number];

const REASONS = { automatic: "keptAutomatic", "by-hand": "keptByHand", "before-restore": "keptBeforeRestore" } as const;

/** How the note stood before: kept now and then and by hand, compared with how it stands, and brought back as an ordinary edit. */
export function Versions({ open, read }: { readonly open: OpenNote; readonly read: NoteRead }) {
  const t = useTranslations("note");
  const [shown, setShown] = useState(false);
  return (
    <section aria-labelledby="versions" className="flex flex-col gap-3 border-t border-line pt-4">
      <h2 id="versions" className="m-0 text-xl font-bold text-ink">
        <Button variant="ghost" aria-expanded={shown} onClick={() => setShown(!shown)}>
          <History aria-hidden className="size-5" />
          {t("versions")}
        </Button>
      </h2>
      {shown && <Kept open={open} read={read} />}
    </section>
  );
}

function Kept({ open, read }: { readonly open: OpenNote; readonly read: NoteRead }) {
  const t = useTranslations("note");
  const locale = useLocale();
  const nameOf = useNames(read.people);
  const params = { id: read.group.id, note: read.id };
  const { data, error, mutate } = useVersions(params.id, params.note);
  const [chosen, setChosen] = useState<(Version & { readonly text: string }) | null>(null);
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const attempt = async (work: () => Promise<void>) => {
    setRefused(null);
    setSaid("");
    try {
      await work();
    } catch (failure) {
      setRefused(failure);
    }
  };
  const keep = () =>
    attempt(async () => {
      await sent(open.sync);
      await call(keepVersion, { params, body: { reason: "by-hand" } });
      setSaid(t("keptNow"));
      void mutate();
    });
  const compare = (version: Version) =>
    attempt(async () => {
      setChosen(await call(readVersion, { params: { ...params, version: version.id } }));
    });
  const restore = (text: string) =>
    attempt(async () => {
      await sent(open.sync);
      await call(keepVersion, { params, body: { reason: "before-restore" } });
      rewrite(open.sync.text, text);
      setChosen(null);
      setSaid(t("restored"));
      void mutate();
    });
  const when = (at: string) => new Date(at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
  return (
    <>
      {read.writes && (
        <Button variant="secondary" size="sm" className="self-start" onClick={() => void keep()}>
          <Save aria-hidden className="size-4" />
          {t("keep")}
        </Button>
      )}
      <Note>{said}</Note>
      <Problem error={refused ?? error} />
      {data?.versions.length === 0 && <p className="m-0 text-ink-2">{t("noVersions")}</p>}
      <ol className="m-0 flex list-none flex-col gap-2 p-0" data-testid="versions">
        {data?.versions.map((version) => (
          <li key={version.id} className="flex flex-col gap-3 rounded-(--radius) border border-line bg-sheet p-3">
            <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="text-ink">
                <span className="font-semibold">{when(version.createdAt)}</span>{" "}
                <span className="text-sm text-ink-2">{t(REASONS[version.reason], { name: nameOf(version.by) })}</span>
              </span>
              <Button
                variant="ghost"
                size="sm"
                aria-expanded={chosen?.id === version.id}
                onClick={() => (chosen?.id === version.id ? setChosen(null) : void compare(version))}
              >
                {t("compare")}
              </Button>
            </div>
            {chosen?.id === version.id && (
              <Compared open={open} text={chosen.text} onRestore={read.writes ? () => void restore(chosen.text) : null} />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}

function Compared({ open, text, onRestore }: { readonly open: OpenNote; readonly text: string; readonly onRestore: (() => void) | null }) {
  const t = useTranslations("note");
  const now = useNoteText(open);
  if (now === text) return <p className="m-0 text-sm text-ink-2">{t("same")}</p>;
  return (
    <>
      <Difference before={text} after={now} />
      {onRestore && (
        <Button variant="secondary" size="sm" className="self-start" onClick={onRestore}>
          <RotateCcw aria-hidden className="size-4" />
          {t("restore")}
        </Button>
      )}
    </>
  );
}
