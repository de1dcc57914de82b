"use client";

import { CalendarDays } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { shifted } from "@/lib/groups/week";
import { Button } from "@/lib/ui/components";
import { startSession, type PeerSession } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../../shell/Problem";
import { useDay } from "../../../../words";
import { NO_DRAFT, writeNoteDraft, type Draft } from "./draft";

/** A session can be written down for a year. */
const WRITTEN_DOWN = 366;

interface Props {
  readonly found: string | null;
  readonly who: string;
  readonly session: PeerSession;
  readonly draft: Draft;
}

/** Says so where the note is of another day than the session, and takes the note to that day's session. */
export function DateNotice({ found, who, session, draft }: Props) {
  const t = useTranslations("reading");
  const day = useDay();
  const router = useRouter();
  const [refused, setRefused] = useState<unknown>(null);
  if (found === null || found === session.date) return null;
  const possible = found <= session.today && found >= shifted(session.today, -WRITTEN_DOWN);
  const style = { year: "numeric", month: "long", day: "numeric", weekday: "short" } as const;
  const move = async () => {
    setRefused(null);
    try {
      const { id } = await call(startSession, { params: { id: session.group.id }, body: { date: found } });
      writeNoteDraft(who, id, draft);
      writeNoteDraft(who, session.id, NO_DRAFT);
      router.push(`/groups/${session.group.id}/sessions/${id}/read`);
    } catch (error) {
      setRefused(error);
    }
  };
  return (
    <div className="flex flex-col gap-3 rounded-(--radius) border border-warn bg-warn-wash p-4" data-testid="other-day">
      <p className="m-0 flex items-start gap-3 text-ink">
        <CalendarDays aria-hidden className="mt-0.5 size-5 shrink-0 text-warn" />
        {t("otherDay", { found: day(found, style), date: day(session.date, style) })}
      </p>
      {possible && (
        <Button variant="secondary" size="sm" className="self-start" onClick={() => void move()}>
          {t("moveThere", { date: day(found) })}
        </Button>
      )}
      <Problem error={refused} />
    </div>
  );
}
