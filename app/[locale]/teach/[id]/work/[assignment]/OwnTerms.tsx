"use client";

import { useLocale, useTranslations } from "next-intl";
import { useId, useLayoutEffect, useRef, useState, type SubmitEvent } from "react";
import { instantOf, wallOf } from "@/lib/assignments";
import type { Locale } from "@/lib/challenges";
import { ApiError, call } from "@/lib/client/api";
import { Button, Fields, NumberField, TextArea, TextField } from "@/lib/ui/components";
import { closeWorks, setExtension, setTimePercent, type AssignmentHome } from "@/lib/wire/assignments";
import { useMoments } from "../../../../assignments/useMoments";
import { Confirm } from "../../../../shell/Confirm";
import { Problem } from "../../../../shell/Problem";
import { useAct } from "../../../../shell/useAct";
import type { Work } from "./sorted";

interface Props {
  readonly home: AssignmentHome;
  readonly work: Work;
  readonly onClose: () => void;
  readonly onChanged: () => void;
}

/** A student's own terms: another due date, further tries, more time; and the end of their work. */
export function OwnTerms({ home, work, onClose, onChanged }: Props) {
  const t = useTranslations("assign");
  const locale = useLocale() as Locale;
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const { timeZone } = home.cohort;
  const { zone } = useMoments(timeZone);
  const wall = (instant: string | null | undefined) => (instant ? wallOf(instant, timeZone) : "");
  const [dueAt, setDueAt] = useState(() => wall(work.extension?.dueAt));
  const [closesAt, setClosesAt] = useState(() => wall(work.extension?.closesAt));
  const [extraTries, setExtraTries] = useState(work.extension?.extraTries ?? 0);
  const [reason, setReason] = useState(work.extension?.reason ?? "");
  const [percent, setPercent] = useState(work.timePercent);
  const [unfit, setUnfit] = useState(false);
  const [wrong, setWrong] = useState<{ readonly dueAt?: string; readonly closesAt?: string }>({});
  const { busy, refused, act: send } = useAct();
  // Before it leaves the page, so that the focus goes back to what opened it.
  useLayoutEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  const params = { id: home.cohort.id, assignment: home.id };
  const act = (change: () => Promise<unknown>) =>
    send(async () => {
      await change();
      onChanged();
    });
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const moment = (typed: string) => (typed === "" ? null : instantOf(typed, timeZone));
    const faults = {
      ...(dueAt !== "" && moment(dueAt) === null ? { dueAt: t("fault.moment") } : {}),
      ...(closesAt !== "" && moment(closesAt) === null ? { closesAt: t("fault.moment") } : {}),
    };
    setWrong(faults);
    if (Object.keys(faults).length > 0 || unfit) return;
    const body = { dueAt: moment(dueAt), closesAt: moment(closesAt), extraTries, reason: reason.trim() };
    void act(async () => {
      await call(setExtension, { params: { ...params, member: work.member }, body });
      if (percent !== work.timePercent)
        await call(setTimePercent, { params: { id: home.cohort.id, member: work.member }, body: { percent } });
    });
  };
  const told = (field: string): string | undefined =>
    refused instanceof ApiError ? refused.faults.find((fault) => fault.field === field)?.message[locale] : undefined;
  const running = work.standing.state === "open" || work.standing.state === "late";
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={onClose}
      className="m-auto w-[min(34rem,calc(100vw-2rem))] rounded-(--radius-lg) border border-line bg-sheet p-5 text-ink backdrop:bg-black/60"
    >
      <Fields onUnfit={setUnfit}>
        <form onSubmit={save} noValidate className="flex flex-col gap-4">
          <h3 id={id} className="m-0 text-lg font-bold text-ink">
            {t("own.title", { name: work.name })}
          </h3>
          <p className="m-0 text-sm text-ink-2">{t("own.note", { zone: zone ?? timeZone })}</p>
          <div className="grid gap-3 sm:grid-cols-2">
            <TextField
              type="datetime-local"
              label={t("own.dueAt")}
              value={dueAt}
              onChange={(event) => setDueAt(event.target.value)}
              problem={wrong.dueAt ?? told("dueAt")}
            />
            <TextField
              type="datetime-local"
              label={t("own.closesAt")}
              value={closesAt}
              onChange={(event) => setClosesAt(event.target.value)}
              problem={wrong.closesAt ?? told("closesAt")}
            />
          </div>
          <div className="grid items-start gap-3 sm:grid-cols-2">
            <NumberField
              label={t("own.extraTries")}
              value={extraTries}
              min={0}
              max={20}
              step={1}
              onChange={setExtraTries}
              locale={locale}
            />
            <NumberField
              label={t("own.percent")}
              unit="%"
              value={percent}
              min={100}
              max={400}
              step={25}
              onChange={setPercent}
              locale={locale}
            />
          </div>
          <p className="m-0 text-sm text-ink-2">{t("own.percentNote")}</p>
          <TextArea
            label={t("own.reason")}
            hint={t("own.reasonHint")}
            value={reason}
            maxLength={500}
            onChange={(event) => setReason(event.target.value)}
            problem={told("reason")}
          />
          <Problem error={refused} />
          <div className="flex flex-wrap gap-2">
            <Button type="submit" disabled={busy}>
              {t("own.save")}
            </Button>
            <Button variant="secondary" onClick={onClose}>
              {t("own.close")}
            </Button>
            {running && (
              <Confirm
                size="md"
                label={t("closeOne")}
                sure={t("closeOneSure")}
                onSure={() => void act(() => call(closeWorks, { params, body: { member: work.member } }))}
              />
            )}
          </div>
        </form>
      </Fields>
    </dialog>
  );
}
