"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, TextField } from "@/lib/ui/components";
import type { RowFault } from "@/lib/wire/cohortParts";
import type { RosterCheck } from "@/lib/wire/roster";

type Row = RosterCheck["rows"][number];

interface Props {
  readonly rows: readonly Row[];
  readonly ignored: RosterCheck["ignored"];
  readonly busy: boolean;
  readonly onChange: (rows: readonly Row[]) => void;
  readonly onAdd: () => void;
}

const OF_EMAIL: ReadonlySet<RowFault> = new Set<RowFault>(["bad-email", "twice-email", "known-email"]);

/** What was read: first the rows that cannot be taken, each to be mended or left out; then all others. */
export function RosterRows({ rows, ignored, busy, onChange, onAdd }: Props) {
  const t = useTranslations("roster");
  // What was wrong once stays in view while it is mended, so that nothing jumps away under the hands.
  const [shown] = useState(() => new Set(rows.filter(({ faults }) => faults.length > 0).map(({ line }) => line)));
  const mended = rows.filter(({ line, faults }) => shown.has(line) || faults.length > 0);
  const fine = rows.filter((row) => !mended.includes(row));
  const bad = rows.filter(({ faults }) => faults.length > 0).length;
  const set = (line: number, change: Partial<Row>) => onChange(rows.map((row) => (row.line === line ? { ...row, ...change } : row)));
  return (
    <div className="flex flex-col gap-4" data-testid="rows">
      <p role="status" className="m-0 font-semibold text-ink">
        {bad === 0 ? t("allFine", { count: rows.length }) : t("someBad", { bad, count: rows.length })}
      </p>
      {ignored.length > 0 && (
        <p className="m-0 text-ink-2">
          {t("ignored", { names: ignored.map(({ place, head }) => head ?? t("columnNumber", { place })).join(", ") })}
        </p>
      )}
      {mended.map((row) => (
        <BadRow
          key={row.line}
          row={row}
          onChange={(change) => set(row.line, change)}
          onDrop={() => onChange(rows.filter(({ line }) => line !== row.line))}
        />
      ))}
      {fine.length > 0 && (
        <div className="max-h-80 overflow-auto rounded-(--radius) border border-line" tabIndex={0} role="region" aria-label={t("fine")}>
          <table className="w-full text-left text-sm text-ink">
            <thead>
              <tr className="border-b border-line text-ink-2">
                {(["name", "email"] as const).map((head) => (
                  <th key={head} scope="col" className="px-3 py-2 font-semibold">
                    {t(head)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {fine.map(({ line, name, email }) => (
                <tr key={line} className="border-b border-line last:border-0">
                  <td className="px-3 py-1.5">{name}</td>
                  <td className="break-all px-3 py-1.5 text-ink-2">{email.trim() === "" ? t("schoolAccount") : email}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button className="self-start" disabled={busy || bad > 0 || rows.length === 0} onClick={onAdd}>
        {bad > 0 ? t("mendFirst", { bad }) : t("addNow", { count: rows.length })}
      </Button>
    </div>
  );
}

interface BadRowProps {
  readonly row: Row;
  readonly onChange: (change: Partial<Row>) => void;
  readonly onDrop: () => void;
}

function BadRow({ row: { line, name, email, faults }, onChange, onDrop }: BadRowProps) {
  const t = useTranslations("roster");
  const said = (ofEmail: boolean): string | undefined => {
    const own = faults.filter((fault) => OF_EMAIL.has(fault) === ofEmail);
    return own.length === 0 ? undefined : own.map((fault) => t(`fault.${fault}`)).join(" ");
  };
  return (
    <fieldset
      className="m-0 flex flex-col gap-3 rounded-(--radius) border border-line-strong p-3"
      data-line={line}
      data-fine={faults.length === 0}
    >
      <legend className="px-1 text-sm font-semibold text-ink">{t("line", { line })}</legend>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        <TextField
          label={t("name")}
          value={name}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onChange({ name: event.target.value })}
          problem={said(false)}
        />
        <TextField
          label={t("email")}
          value={email}
          maxLength={300}
          autoComplete="off"
          inputMode="email"
          onChange={(event) => onChange({ email: event.target.value })}
          problem={said(true)}
        />
      </div>
      <Button size="sm" variant="ghost" className="self-start" onClick={onDrop}>
        {t("leaveOut")}
      </Button>
    </fieldset>
  );
}
