"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/lib/challenges";
import { Button, buttonStyle } from "@/lib/ui/components";
import { useNames } from "../../../../../assignments/Catalogued";
import { Nothing } from "../../../../../shell/Nothing";
import { Waiting } from "../../../../../shell/Waiting";
import { takes, useWork } from "../../../data";
import { nextSlot } from "../../../slots";
import { WorkHead } from "../../../WorkHead";
import { OpenTry } from "./OpenTry";

const PastTries = lazy(async () => ({ default: (await import("./PastTries")).PastTries }));

interface Props {
  readonly assignment: string;
  readonly part: string;
  readonly slot: number;
  readonly locale: Locale;
}

/** One thing to answer: the board or card while a try is open, and what came of the tries before. */
export function SlotRoom({ assignment, part: partId, slot: number, locale }: Props) {
  const t = useTranslations("work");
  const names = useNames();
  const { data, error, mutate, gone, who } = useWork(assignment);
  // A further try is drawn when the student asks for one; what is on the board stays there until they go on.
  const [onBoard, setOnBoard] = useState<number | null>(null);
  const part = data?.parts.find(({ id }) => id === partId);
  const slot = part?.slots.find((each) => each.slot === number);
  const home = `/classes/work/${assignment}`;
  if (gone || (data && (!part || !slot))) return <Nothing title={t("notHere")} text={t("notHereNote")} href={home} way={t("toWork")} />;
  if (!data || !part || !slot || !who) return <Waiting error={error} onRetry={() => void mutate()} />;
  const changed = () => void mutate();
  const open = takes(data);
  const { settings } = part;
  // What is judged at the end can be answered anew until then.
  const anew = settings.type === "quiz" && settings.feedback === "end";
  const waits = open && (anew || slot.tries.length === 0 || slot.tries.some(({ answeredAt, voided }) => answeredAt === null && !voided));
  const shown = onBoard !== null || waits;
  const next = open ? nextSlot(data.parts, part.id, slot.slot) : null;
  const again = open && !waits && slot.triesLeft > 0;
  const on = (
    <div className="flex flex-wrap items-center gap-2" data-testid="on">
      {next !== null && (
        <Link href={`${home}/${next}`} className={buttonStyle("primary", "lg")}>
          {t("slot.next")}
        </Link>
      )}
      {again && (
        <Button variant="secondary" size="lg" onClick={() => setOnBoard((before) => (before ?? 0) + 1)}>
          {t("slot.again", { count: slot.triesLeft })}
        </Button>
      )}
      <Link href={home} className={buttonStyle(next === null ? "primary" : "ghost", "lg")}>
        {t("toWork")}
      </Link>
    </div>
  );
  return (
    <div className="flex flex-col gap-5">
      <WorkHead
        work={data}
        back={{ href: home, label: data.title }}
        title={`${names.part(part.settings)} ${part.slots.length > 1 ? `· ${slot.slot + 1}/${part.slots.length}` : ""}`.trim()}
        onOver={changed}
      />
      {data.standing.startedAt === null ? (
        <div className="flex flex-col items-start gap-3">
          <p className="m-0 text-ink">{t("beginFirst")}</p>
          <Link href={home} className={buttonStyle()}>
            {t("toWork")}
          </Link>
        </div>
      ) : shown ? (
        <OpenTry
          key={onBoard ?? 0}
          learner={who}
          assignment={assignment}
          part={part}
          slot={slot}
          locale={locale}
          on={on}
          onOpened={changed}
          onAnswered={() => {
            setOnBoard((before) => before ?? 0);
            changed();
          }}
        />
      ) : (
        <>
          {!open && <p className="m-0 text-ink-2">{t("closedNote")}</p>}
          <Suspense fallback={<p role="status">{t("loading")}</p>}>
            <PastTries slot={slot} type={part.settings.type} timeZone={data.cohort.timeZone} />
          </Suspense>
          {on}
        </>
      )}
    </div>
  );
}
