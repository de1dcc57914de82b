"use client";

import { Mic, PenLine } from "lucide-react";
import { useTranslations } from "next-intl";
import { takenOver } from "@/lib/groups/rotation";
import { Button, Select } from "@/lib/ui/components";
import type { PeerSession, SessionChange } from "@/lib/wire/peerSessions";
import { useNames } from "../../../words";

interface Props {
  readonly session: PeerSession;
  readonly onChange: (change: SessionChange, shown: Partial<PeerSession>) => void;
}

const ICONS = { moderator: Mic, scribe: PenLine } as const;

/** Who moderates and who writes down, as the rotation proposes it: one tap takes a role over; whoever leads the session gives it to anybody. */
export function Roles({ session, onChange }: Props) {
  const t = useTranslations("peer");
  const nameOf = useNames(session.people);
  const here = session.people.filter(({ state }) => state === "in");
  const give = (role: "moderator" | "scribe", to: string | null) =>
    onChange({ [role]: to }, takenOver({ moderator: session.moderator, scribe: session.scribe }, role, to));
  return (
    <section aria-label={t("roles")} className="grid gap-3 sm:grid-cols-2" data-testid="roles">
      {(["moderator", "scribe"] as const).map((role) => {
        const Icon = ICONS[role];
        const who = session[role];
        return (
          <div key={role} data-role={role} className="flex flex-col gap-2 rounded-(--radius) border border-line bg-sheet p-4">
            <p className="m-0 flex items-center gap-2 text-sm text-ink-2">
              <Icon aria-hidden className="size-5" />
              {t(role)}
            </p>
            {session.marksAll && !session.group.archived ? (
              <Select
                label={t("who")}
                value={who ?? ""}
                options={[{ value: "", label: t("nobody") }, ...here.map(({ id }) => ({ value: id, label: nameOf(id) }))]}
                onChange={(value) => give(role, value === "" ? null : value)}
              />
            ) : (
              <p className="m-0 text-lg font-bold text-ink">{who === null ? t("nobody") : nameOf(who)}</p>
            )}
            {!session.group.archived && who !== session.me && (
              <Button size="sm" variant="secondary" className="self-start" onClick={() => give(role, session.me)}>
                {t("takeOver")}
              </Button>
            )}
          </div>
        );
      })}
    </section>
  );
}
