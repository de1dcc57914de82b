"use client";

import { useTranslations } from "next-intl";
import { call } from "@/lib/client/api";
import { Button, Note } from "@/lib/ui/components";
import { beginWork, type WorkHome } from "@/lib/wire/work";
import { num } from "@/lib/words";
import { useNames } from "../../../assignments/Catalogued";
import { pointsText } from "../../../assignments/points";
import { StateMark } from "../../../assignments/StateMark";
import { TermLines } from "../../../assignments/TermLines";
import { NoteView } from "../../../groups/noteView/NoteView";
import { Nothing } from "../../../shell/Nothing";
import { Problem } from "../../../shell/Problem";
import { useAct } from "../../../shell/useAct";
import { Waiting } from "../../../shell/Waiting";
import { countsNothing, refreshWorkList, takes, useWork } from "../data";
import { WorkHead } from "../WorkHead";
import { HandIn } from "./HandIn";
import { SlotRow } from "./SlotRow";

/** An assignment for who does it: its terms in words, what there is to do and how it stands, the beginning and the end. */
export function WorkRoom({ assignment }: { readonly assignment: string }) {
  const t = useTranslations("work");
  const names = useNames();
  const { data, error, mutate, gone, who } = useWork(assignment);
  const { busy, refused, act } = useAct();
  if (gone) return <Nothing title={t("notHere")} text={t("notHereNote")} href="/classes" way={t("toClasses")} />;
  if (!data) return <Waiting error={error} onRetry={() => void mutate()} />;
  const { standing } = data;
  const changed = () => {
    void mutate();
    refreshWorkList(who);
  };
  const begin = () =>
    act(async (kept) => {
      await call(beginWork, { params: { assignment }, body: {}, onKept: kept });
      await mutate();
    });
  // What holds for this student is what is shown: extensions and extra time are in it.
  const terms = { ...data, dueAt: standing.dueAt, closesAt: standing.closesAt };
  return (
    <div className="flex flex-col gap-6">
      <WorkHead work={data} back={{ href: "/classes", label: t("toClasses") }} title={data.title} onOver={changed} />
      <section aria-label={t("terms.title")} className="flex flex-col gap-3">
        <TermLines terms={terms} timeZone={data.cohort.timeZone} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          <StateMark standing={standing} />
          {!countsNothing(data) && (
            <>
              <span className="text-sm tabular-nums text-ink-2">{t("done", { done: standing.done, slots: standing.slots })}</span>
              <Points standing={standing} />
            </>
          )}
        </div>
      </section>
      {data.about.trim() !== "" && (
        <section aria-label={t("about")}>
          <NoteView text={data.about} group="" note="" people={[]} />
        </section>
      )}
      {countsNothing(data) && standing.state !== "not-open" && <p className="m-0 text-ink">{t("countsNothing")}</p>}
      {standing.state === "not-begun" && !countsNothing(data) && (
        <div className="flex flex-col items-start gap-2 rounded-(--radius-lg) border border-line bg-paper-2 p-4">
          {data.minutes !== null && <p className="m-0 text-ink">{t("beginMinutes")}</p>}
          <Button size="lg" disabled={busy} onClick={() => void begin()}>
            {t("begin")}
          </Button>
        </div>
      )}
      <Problem error={refused} />
      <ol className="m-0 flex list-none flex-col gap-5 p-0" data-testid="parts">
        {data.parts.map((part) => (
          <li key={part.id} className="flex flex-col gap-2">
            <h2 className="m-0 flex flex-wrap items-baseline justify-between gap-x-4 text-lg font-bold text-ink">
              {names.part(part.settings)}
              <span className="text-sm font-normal tabular-nums text-ink-2">{t("points", { points: part.points })}</span>
            </h2>
            <ul className="m-0 list-none divide-y divide-line rounded-(--radius) border border-line bg-sheet p-0">
              {part.slots.map((slot) => (
                <SlotRow key={slot.slot} assignment={assignment} part={part} slot={slot} open={standing.startedAt !== null} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {takes(data) && !countsNothing(data) && <HandIn work={data} onHandedIn={changed} />}
      <Note>{standing.state === "handed-in" && t("handedIn")}</Note>
    </div>
  );
}

function Points({ standing }: Pick<WorkHome, "standing">) {
  const t = useTranslations("work");
  if (standing.startedAt === null) return null;
  const { override, now, points } = standing;
  const text =
    override !== null
      ? t("override", { percent: num(override) })
      : now === null
        ? t("pointsHidden")
        : t("pointsOf", { earned: pointsText(now), points });
  return <span className="text-sm tabular-nums text-ink-2">{text}</span>;
}
