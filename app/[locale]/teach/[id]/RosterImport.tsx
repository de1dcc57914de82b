"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { call, newKey } from "@/lib/client/api";
import { Button, Note, TextArea } from "@/lib/ui/components";
import { ROSTER_MAX } from "@/lib/wire/cohortParts";
import { faultsOfRows } from "@/lib/wire/rosterRules";
import { addRoster, checkRoster, type RosterCheck } from "@/lib/wire/roster";
import { Problem } from "../../shell/Problem";
import { useAct } from "../../shell/useAct";
import { TextFile, type Unread } from "../TextFile";
import { RosterRows } from "./RosterRows";

type Row = RosterCheck["rows"][number];

/** A roster out of a file or the clipboard: looked at row by row, mended here or left out, then taken whole. */
export function RosterImport({ cohort, onAdded }: { readonly cohort: string; readonly onAdded: () => void }) {
  const t = useTranslations("roster");
  const [typed, setTyped] = useState("");
  const [check, setCheck] = useState<RosterCheck | null>(null);
  const [unread, setUnread] = useState<Unread["unread"] | null>(null);
  const { busy, refused, act: send } = useAct();
  const [note, setNote] = useState("");
  const act = (work: (kept: () => void) => Promise<void>) => {
    setNote("");
    return send(work);
  };
  const look = (text: string | Unread) =>
    act(async () => {
      setCheck(null);
      const why = typeof text !== "string" ? text.unread : text.length > ROSTER_MAX.text ? "tooLong" : null;
      setUnread(why);
      if (typeof text !== "string" || why !== null) return;
      setCheck(await call(checkRoster, { params: { id: cohort }, body: { text } }));
    });
  const judged = (rows: readonly Row[]): Row[] => {
    const faults = faultsOfRows(rows, check?.known ?? { emails: [], nicknames: [] });
    return rows.map((row, i) => ({ ...row, faults: faults[i] }));
  };
  const change = (rows: readonly Row[]) => check && setCheck({ ...check, rows: judged(rows) });
  const add = (rows: readonly Row[]) =>
    act(async (kept) => {
      const body = { rows: rows.map(({ name, email }) => ({ name, email })) };
      const { invited, accounts } = await call(addRoster, { params: { id: cohort }, body, key: newKey(), onKept: kept });
      setCheck(null);
      setTyped("");
      setNote(t("added", { invited, accounts }));
      onAdded();
    });
  return (
    <div className="flex flex-col gap-4">
      <p className="m-0 text-ink-2">{t("addNote")}</p>
      <TextFile
        label={t("file")}
        accept=".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain"
        most={ROSTER_MAX.file}
        onText={look}
      />
      <form
        className="flex flex-col gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void look(typed);
        }}
      >
        <TextArea label={t("paste")} value={typed} onChange={(event) => setTyped(event.target.value)} rows={4} spellCheck={false} />
        <Button type="submit" variant="secondary" className="self-start" disabled={busy || typed.trim() === ""}>
          {t("look")}
        </Button>
      </form>
      {unread !== null && (
        <p role="alert" className="m-0 rounded-(--radius) border border-bad p-3 text-sm text-ink">
          {t(unread, { rows: ROSTER_MAX.rows, most: ROSTER_MAX.text })}
        </p>
      )}
      <Problem error={refused} />
      <Note>{note}</Note>
      {check && <RosterRows rows={check.rows} ignored={check.ignored} busy={busy} onChange={change} onAdd={() => void add(check.rows)} />}
    </div>
  );
}
