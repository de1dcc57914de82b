"use client";

import { Crown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { call } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { changeMember, endMembership, type GroupHome } from "@/lib/wire/groups";
import { Problem } from "../../shell/Problem";
import { useNames } from "../words";
import { Invites } from "./Invites";

interface Props {
  readonly group: GroupHome;
  readonly onChanged: () => void;
}

/** Who is in the group, and what owners may do about it. What cannot be taken back asks once more, in its place. */
export function Members({ group, onChanged }: Props) {
  const t = useTranslations("groups");
  const router = useRouter();
  const nameOf = useNames(group.people);
  /** What was asked for and waits to be confirmed. */
  const [asked, setAsked] = useState<string | null>(null);
  /** What was refused, told where it was asked for. */
  const [refused, setRefused] = useState<{ readonly leaving: boolean; readonly error: unknown } | null>(null);
  const attempt = async (change: () => Promise<unknown>, after: () => void, leaving: boolean) => {
    setRefused(null);
    setAsked(null);
    try {
      await change();
      after();
    } catch (error) {
      setRefused({ leaving, error });
    }
  };
  const act = (change: () => Promise<unknown>) => attempt(change, onChanged, false);
  const end = (member: string) => call(endMembership, { params: { id: group.id, member } });
  const set = (member: string, body: Parameters<typeof call<typeof changeMember>>[1]["body"]) =>
    call(changeMember, { params: { id: group.id, member }, body });
  const here = group.people.filter(({ state }) => state === "in");
  /** Nobody would own what the others are in. */
  const needed = group.owner && !group.archived && here.length > 1 && here.filter(({ role }) => role === "owner").length === 1;
  const removed = group.people.filter(({ state }) => state === "removed");
  return (
    <section aria-labelledby="members" className="flex flex-col gap-3">
      <h2 id="members" className="m-0 text-xl font-bold text-ink">
        {t("members")}
      </h2>
      <Problem error={refused?.leaving === false ? refused.error : null} />
      <ul className="m-0 list-none divide-y divide-line p-0" data-testid="members">
        {here.map(({ id, role }) => (
          <li key={id} data-member={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="flex min-h-9 min-w-0 grow items-center gap-2 font-semibold text-ink">
              <span className="min-w-0 break-words">{nameOf(id)}</span>
              {role === "owner" && <Crown aria-label={t("owner")} className="size-4 shrink-0 text-warn" />}
              {id === group.me && <span className="text-sm font-normal text-ink-2">{t("you")}</span>}
            </span>
            {group.owner && !group.archived && id !== group.me && asked !== id && (
              <>
                <Button
                  size="sm"
                  variant="ghost"
                  className="finger"
                  onClick={() => void act(() => set(id, { role: role === "owner" ? "member" : "owner" }))}
                >
                  {t(role === "owner" ? "makeMember" : "makeOwner")}
                </Button>
                <Button size="sm" variant="ghost" className="finger" onClick={() => setAsked(id)}>
                  {t("remove")}
                </Button>
              </>
            )}
            {asked === id && (
              <span className="flex flex-wrap items-center gap-2 text-sm text-ink" role="group" aria-label={t("remove")}>
                {t("removeSure", { name: nameOf(id) })}
                <Button size="sm" variant="danger" className="finger" autoFocus onClick={() => void act(() => end(id))}>
                  {t("removeNow")}
                </Button>
                <Button size="sm" variant="ghost" className="finger" onClick={() => setAsked(null)}>
                  {t("cancel")}
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      {group.owner && removed.length > 0 && (
        <div className="flex flex-col gap-1">
          <h3 className="m-0 text-sm font-semibold text-ink-2">{t("removedPeople")}</h3>
          <ul className="m-0 list-none divide-y divide-line p-0">
            {removed.map(({ id }) => (
              <li key={id} className="flex items-center justify-between gap-3 py-1 text-ink-2">
                {nameOf(id)}
                <Button size="sm" variant="ghost" className="finger" onClick={() => void act(() => set(id, { removed: false }))}>
                  {t("letBack")}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      {/* Who is alone is asked at the top of the page. */}
      {group.invites && !group.archived && here.length > 1 && <Invites group={group.id} invites={group.invites} onChanged={onChanged} />}
      <Problem error={refused?.leaving ? refused.error : null} />
      {asked === "leave" ? (
        <div className="flex flex-col gap-3 rounded-(--radius) border border-bad p-4" role="group" aria-label={t("leave")}>
          <p className="m-0 text-ink">{t(needed ? "leaveNeeded" : here.length === 1 ? "leaveLast" : "leaveSure")}</p>
          <div className="flex flex-wrap gap-2">
            {!needed && (
              <Button
                variant="danger"
                autoFocus
                onClick={() =>
                  void attempt(
                    () => end(group.me),
                    () => router.replace("/groups"),
                    true,
                  )
                }
              >
                {t("leaveNow")}
              </Button>
            )}
            <Button variant="ghost" autoFocus={needed} onClick={() => setAsked(null)}>
              {t("cancel")}
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="ghost" size="sm" className="finger self-start" onClick={() => setAsked("leave")}>
          {t("leave")}
        </Button>
      )}
    </section>
  );
}
