"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { PINS_MAX } from "@/lib/wire/cohortParts";
import { changeCohortMember, endCohortPlace, type CohortHome } from "@/lib/wire/cohorts";
import { drawPins, dropSeat, type Pins } from "@/lib/wire/roster";
import { Confirm } from "../../shell/Confirm";
import { Problem } from "../../shell/Problem";
import { useAct } from "../../shell/useAct";
import { Unfold } from "../../shell/Unfold";
import { useMore } from "../../shell/useMore";
import { PinList } from "./PinList";

const RosterImport = lazy(async () => ({ default: (await import("./RosterImport")).RosterImport }));

/** Students that are shown at a time: a class of a school, and no page without end. */
const AT_A_TIME = 40;

interface Props {
  readonly cohort: CohortHome;
  readonly onChanged: () => void;
}

/** Who learns in the class and whom it waits for: in as a file, out by a tap that asks once more; and the PINs of a school's accounts. */
export function Roster({ cohort, onChanged }: Props) {
  const t = useTranslations("roster");
  const { busy, refused, act: send } = useAct();
  const { most, more } = useMore(cohort.students.length, AT_A_TIME);
  const [pins, setPins] = useState<Pins | null>(null);
  const act = (change: () => Promise<unknown>) =>
    send(async () => {
      await change();
      onChanged();
    });
  const params = { id: cohort.id };
  const draw = (seats: readonly string[]) =>
    act(async () => {
      for (let from = 0; from < seats.length; from += PINS_MAX) {
        const drawn = await call(drawPins, { params, body: { seats: seats.slice(from, from + PINS_MAX) } });
        setPins((before) => (from === 0 || before === null ? drawn : { ...drawn, pins: [...before.pins, ...drawn.pins] }));
      }
    });
  const withoutPin = cohort.waiting.filter(({ school }) => school?.pin === false).map(({ id }) => id);
  const open = !cohort.archived;
  if (pins) return <PinList cohort={cohort.name} pins={pins} onDone={() => setPins(null)} />;
  return (
    <section aria-labelledby="roster" className="flex flex-col gap-3">
      <h2 id="roster" className="m-0 text-xl font-bold text-ink">
        {t("title", { count: cohort.students.length })}
      </h2>
      <Problem error={refused} />
      {cohort.students.length + cohort.waiting.length === 0 && <p className="m-0 text-ink-2">{t("empty")}</p>}
      <ul className="m-0 list-none divide-y divide-line p-0 empty:hidden" data-testid="students">
        {cohort.students.slice(0, most).map((student) => (
          <Student
            key={student.id}
            student={student}
            open={open}
            onPin={(seat) => void draw([seat])}
            onRemove={() => void act(() => call(endCohortPlace, { params: { ...params, member: student.id } }))}
          />
        ))}
      </ul>
      {more}
      {cohort.waiting.length > 0 && (
        <>
          <h3 className="m-0 font-bold text-ink">{t("waiting", { count: cohort.waiting.length })}</h3>
          <ul className="m-0 list-none divide-y divide-line p-0" data-testid="waiting">
            {cohort.waiting.map(({ id, name, email, school, declined }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
                <span className="min-w-0 grow break-words text-ink">
                  <b>{name}</b>{" "}
                  <span className="text-sm text-ink-2">{declined ? t("declined") : (email ?? t(school?.pin ? "pinReady" : "noPin"))}</span>
                </span>
                {open && school && <Confirm label={t("newPin")} sure={t("newPinSure", { name })} onSure={() => void draw([id])} />}
                {open && (
                  <Confirm
                    label={t("drop")}
                    sure={t("dropSure", { name })}
                    onSure={() => void act(() => call(dropSeat, { params: { ...params, seat: id } }))}
                  />
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {open && withoutPin.length > 0 && (
        <div className="flex flex-col gap-2 rounded-(--radius) border border-line bg-paper-2 p-4">
          <p className="m-0 text-ink">{t("pinsNote")}</p>
          <Button className="self-start" disabled={busy} onClick={() => void draw(withoutPin)}>
            {busy ? t("drawing") : t("drawPins", { count: withoutPin.length })}
          </Button>
        </div>
      )}
      {open && (
        <Unfold title={t("add")}>
          <Suspense>
            <RosterImport cohort={cohort.id} onAdded={onChanged} />
          </Suspense>
        </Unfold>
      )}
      {cohort.removed.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="m-0 text-sm font-semibold text-ink-2">{t("removed")}</h3>
          <ul className="m-0 list-none divide-y divide-line p-0">
            {cohort.removed.map(({ id, name }) => (
              <li key={id} className="flex items-center justify-between gap-3 py-1 text-ink-2">
                {name ?? t("nameless")}
                {open && (
                  <Button
                    size="sm"
                    variant="ghost"
                    onClick={() =>
                      void act(() => call(changeCohortMember, { params: { ...params, member: id }, body: { removed: false } }))
                    }
                  >
                    {t("letBack")}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

interface StudentProps {
  readonly student: CohortHome["students"][number];
  readonly open: boolean;
  readonly onPin: (seat: string) => void;
  readonly onRemove: () => void;
}

function Student({ student: { seat, seen }, open, onPin, onRemove }: StudentProps) {
  const t = useTranslations("roster");
  const locale = useLocale();
  const name = seen.rosterName ?? seen.name ?? t("nameless");
  const facts = [
    ...(seen.name !== null && seen.name !== name ? [t("calls", { name: seen.name })] : []),
    ...(seen.email === null ? [] : [seen.proven ? seen.email : t("unproven", { email: seen.email })]),
    ...(seen.school === null ? [] : [t(seen.school.pinDrawn ? "pinDrawn" : "pinOwn")]),
    t("since", { date: new Date(seen.joinedAt).toLocaleDateString(locale, { month: "long", day: "numeric" }) }),
  ];
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 grow break-words text-ink">
        <b>{name}</b>
        <span className="block text-sm text-ink-2">{facts.join(" · ")}</span>
      </span>
      {open && seen.school && seat !== null && <Confirm label={t("newPin")} sure={t("newPinSure", { name })} onSure={() => onPin(seat)} />}
      <Confirm label={t("remove")} sure={t("removeSure", { name })} onSure={onRemove} />
    </li>
  );
}
