"use client";

import { useLocale, useTranslations } from "next-intl";
import { useLayoutEffect, useRef, useState } from "react";
import { call } from "@/lib/client/api";
import { Button, Checkbox, NumberField, TextArea } from "@/lib/ui/components";
import { overrideGrade, type GradeCell, type Gradebook, type Override } from "@/lib/wire/grades";
import { Problem } from "../../../shell/Problem";
import { useAct } from "../../../shell/useAct";
import { shown } from "./GradeTable";

interface Props {
  readonly cohort: string;
  readonly archived: boolean;
  readonly student: Gradebook["students"][number];
  readonly assignment: Gradebook["assignments"][number];
  readonly cell: GradeCell;
  readonly onDone: () => void;
  readonly onLeave: () => void;
}

/** What one student earned of one assignment, and an instructor's word in its place, with the reason for it. */
export function OverrideForm({ cohort, archived, student, assignment, cell, onDone, onLeave }: Props) {
  const t = useTranslations("grades");
  const locale = useLocale();
  const { override } = cell;
  const [percent, setPercent] = useState<number | null>(
    override === null ? (cell.now === null ? null : Math.round(cell.now * 1000) / 10) : override.percent,
  );
  const [excused, setExcused] = useState(override !== null && override.percent === null);
  const [reason, setReason] = useState(override?.reason ?? "");
  const [tried, setTried] = useState(false);
  const { busy, refused, act } = useAct();
  const dialog = useRef<HTMLDialogElement>(null);
  const head = useRef<HTMLHeadingElement>(null);
  // Over the table, which stays where it is; before it leaves the page, so that the focus goes back to the cell.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    head.current?.focus();
    return () => current?.close();
  }, []);
  const fits = reason.trim() !== "" && (excused || percent !== null);
  const send = (word: Override | null) =>
    act(
      async () => {
        await call(overrideGrade, { params: { id: cohort, assignment: assignment.id, member: student.member }, body: { override: word } });
        onDone();
      },
      { leaves: true },
    );
  return (
    <dialog
      ref={dialog}
      aria-labelledby="word"
      onCancel={onLeave}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-(--radius-lg) border border-line bg-sheet p-5 text-ink backdrop:bg-black/60 print:hidden"
      data-testid="word"
    >
      <div className="flex flex-col gap-4">
        <h2 id="word" ref={head} tabIndex={-1} className="m-0 wrap-anywhere text-xl font-bold text-ink outline-none">
          {student.name} · {assignment.title}
        </h2>
        <p className="m-0 text-ink-2">
          {cell.now === null
            ? t("spared")
            : t("earned", { now: shown(cell.now, "–"), atDue: shown(cell.atDue, "–"), points: assignment.points })}
        </p>
        {override !== null && (
          <p className="m-0 text-ink-2">
            {t("wordOf", {
              name: override.by ?? t("somebody"),
              date: new Date(override.at).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" }),
            })}
          </p>
        )}
        {!archived && (
          <form
            noValidate
            className="flex flex-col gap-4"
            onSubmit={(event) => {
              event.preventDefault();
              setTried(true);
              if (fits) void send({ percent: excused ? null : percent, reason: reason.trim() });
            }}
          >
            <Checkbox label={t("excuse")} checked={excused} onChange={setExcused} />
            {!excused && (
              <div className="max-w-56">
                <NumberField
                  label={t("percent")}
                  unit="%"
                  value={percent}
                  min={0}
                  max={200}
                  step={0.1}
                  locale={locale}
                  onChange={setPercent}
                  problem={tried && percent === null ? t("percentRule") : undefined}
                />
              </div>
            )}
            <TextArea
              label={t("reason")}
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
              problem={tried && reason.trim() === "" ? t("reasonRule") : undefined}
            />
            <Problem error={refused} />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" disabled={busy}>
                {t("setWord")}
              </Button>
              {override !== null && (
                <Button variant="secondary" disabled={busy} onClick={() => void send(null)}>
                  {t("takeBack")}
                </Button>
              )}
              <Button variant="ghost" onClick={onLeave}>
                {t("cancel")}
              </Button>
            </div>
          </form>
        )}
      </div>
    </dialog>
  );
}
