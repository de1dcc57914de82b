"use client";

import { Copy, UserPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { call } from "@/lib/client/api";
import { spacedCode } from "@/lib/groups/code";
import { Button, copyText, Note } from "@/lib/ui/components";
import { makeInvite, revokeInvite } from "@/lib/wire/invitations";
import type { GroupHome } from "@/lib/wire/groups";
import { Problem } from "../../shell/Problem";

interface Props {
  readonly group: string;
  readonly invites: NonNullable<GroupHome["invites"]>;
  /** Why to invite somebody, where that is the next thing to do. */
  readonly lead?: string;
  readonly onChanged: () => void;
}

/** The codes that still let people in: to be handed on, or closed. */
export function Invites({ group, invites, lead, onChanged }: Props) {
  const t = useTranslations("groups");
  const locale = useLocale();
  const [note, setNote] = useState("");
  const [refused, setRefused] = useState<unknown>(null);
  const act = async (change: () => Promise<unknown>, said: string) => {
    setRefused(null);
    setNote("");
    try {
      await change();
      setNote(said);
      onChanged();
    } catch (error) {
      setRefused(error);
    }
  };
  const linkOf = (code: string): string => `${location.origin}/${locale}/groups/join/${code}`;
  const copy = async (code: string) => setNote((await copyText(linkOf(code))) ? t("copied") : linkOf(code));
  const make = () => act(() => call(makeInvite, { params: { id: group }, body: { days: 7, maxUses: 50 } }), t("inviteMade"));
  return (
    <div className="flex flex-col gap-2 rounded-(--radius) border border-line bg-paper-2 p-4" data-testid="invites">
      <h3 className="m-0 font-bold text-ink">{t("invite")}</h3>
      {lead !== undefined && <p className="m-0 text-ink-2">{lead}</p>}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {invites.map(({ id, code, expiresAt, uses, maxUses }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 grow">
              <code className="font-mono text-lg font-semibold tracking-wider text-ink" data-code={code}>
                {spacedCode(code)}
              </code>
              <span className="block text-sm text-ink-2">
                {t("inviteUntil", {
                  date: new Date(expiresAt).toLocaleString(locale, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" }),
                  uses,
                  most: maxUses,
                })}
              </span>
            </span>
            <Button size="sm" variant="secondary" onClick={() => void copy(code)}>
              <Copy aria-hidden className="size-4" />
              {t("copyLink")}
            </Button>
            <Button
              size="sm"
              variant="ghost"
              onClick={() => void act(() => call(revokeInvite, { params: { id: group, invite: id } }), t("inviteClosed"))}
            >
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <Problem error={refused} />
      <Note>{note}</Note>
      <Button variant="secondary" className="self-start" onClick={() => void make()}>
        <UserPlus aria-hidden className="size-5" />
        {t("newInvite")}
      </Button>
    </div>
  );
}
