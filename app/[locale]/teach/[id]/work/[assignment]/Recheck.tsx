"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { Button, Note, Segmented, Switch, TextArea } from "@/lib/ui/components";
import { regradeItem, voidItem, type RegradedItem, type VoidedItem } from "@/lib/wire/assignments";
import { pointsText } from "../../../../assignments/points";
import { Problem } from "../../../../shell/Problem";
import { useAct } from "../../../../shell/useAct";

type Way = "item" | "try" | "again";
type Outcome = VoidedItem | RegradedItem;

interface Props {
  readonly cohort: string;
  readonly assignment: string;
  readonly item: string;
  /** The one answer that is looked at; without it all answers to the item are meant. */
  readonly answer?: string;
  /** The item, or this answer to it, counts for nobody as it stands. */
  readonly voided: boolean;
  readonly onChanged: () => void;
}

/** For an item that was at fault: what counts is changed for everybody or for one answer, or judged again. Looked at before it is done. */
export function Recheck({ cohort, assignment, item, answer, voided, onChanged }: Props) {
  const t = useTranslations("assign");
  const { busy, refused, act } = useAct();
  const [way, setWay] = useState<Way>("item");
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const [exact, setExact] = useState(false);
  const [seen, setSeen] = useState<Outcome | null>(null);
  const again = way === "again";
  // What is looked at holds for what was chosen then alone.
  const change = (next: () => void) => {
    next();
    setSeen(null);
    setMissing(false);
  };
  const send = (apply: boolean) => {
    const lacking = !again && reason.trim() === "";
    setMissing(lacking);
    if (lacking) return;
    void act(async (kept) => {
      const params = { id: cohort, assignment };
      const what = way === "try" && answer !== undefined ? { try: answer } : { item };
      const outcome: Outcome = again
        ? await call(regradeItem, { params, body: { item, mode: exact ? "exact" : "keep-higher", apply }, onKept: kept })
        : await call(voidItem, { params, body: { what, voided: !voided, reason, apply }, onKept: kept });
      setSeen(outcome);
      if (apply) onChanged();
    });
  };
  const out = voided ? "back" : "out";
  return (
    <div className="flex flex-col gap-4" data-testid="recheck">
      <Segmented<Way>
        label={t("recheck.what")}
        options={[
          { value: "item", label: t(`recheck.${out}.item`) },
          ...(answer === undefined ? [] : [{ value: "try" as const, label: t(`recheck.${out}.try`) }]),
          { value: "again", label: t("recheck.again") },
        ]}
        value={way}
        onChange={(next) => change(() => setWay(next))}
      />
      {again ? (
        <Switch label={t("recheck.exact")} checked={exact} onChange={(next) => change(() => setExact(next))} />
      ) : (
        <TextArea
          label={t("recheck.reason")}
          value={reason}
          maxLength={500}
          onChange={(event) => change(() => setReason(event.target.value))}
          problem={missing ? t("recheck.reasonRule") : undefined}
        />
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" disabled={busy} onClick={() => send(false)}>
          {t("recheck.look")}
        </Button>
        {seen !== null && !seen.applied && (
          <Button disabled={busy} onClick={() => send(true)}>
            {t("recheck.apply")}
          </Button>
        )}
      </div>
      <Changes outcome={seen} />
      <Problem error={refused} />
    </div>
  );
}

/** Whose points change, from what to what. */
function Changes({ outcome }: { readonly outcome: Outcome | null }) {
  const t = useTranslations("assign");
  const points = ({ now, points: of }: { readonly now: number; readonly points: number }) =>
    t("recheck.points", { points: pointsText(now), of });
  return (
    <>
      <Note>
        {outcome !== null &&
          t(outcome.applied ? "recheck.done" : "recheck.would", { items: outcome.items, students: outcome.students.length })}
      </Note>
      {outcome !== null && "kept" in outcome && outcome.kept + outcome.unsaid > 0 && (
        <p className="m-0 text-sm text-ink-2">{t("recheck.left", { kept: outcome.kept, unsaid: outcome.unsaid })}</p>
      )}
      {outcome !== null && outcome.students.length > 0 && (
        <ul className="m-0 list-none divide-y divide-line p-0" data-testid="recheck-students">
          {outcome.students.map(({ member, name, before, after }) => (
            <li key={member} className="flex flex-wrap justify-between gap-x-4 py-2 text-sm text-ink">
              <span className="min-w-0 wrap-anywhere font-semibold">{name}</span>
              <span className="tabular-nums text-ink-2">{t("recheck.change", { before: points(before), after: points(after) })}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
