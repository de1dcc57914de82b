"use client";

import { Copy, UserPlus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { spacedCode } from "@/lib/groups/code";
import { Button, copyText, Note } from "@/lib/ui/components";
import { Problem } from "../shell/Problem";

export interface OpenInvite {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: string;
  readonly uses: number;
  readonly maxUses: number;
  /** What whoever joins by it becomes, where there is more than one thing. */
  readonly mark?: string;
}

interface Props {
  readonly title: string;
  readonly invites: readonly OpenInvite[];
  /** The page that a code leads to, without its language. */
  readonly pathOf: (code: string) => string;
  /** The ways to make one, each with its words; they last seven days. */
  readonly makes: readonly { readonly label: string; readonly make: () => Promise<unknown> }[];
  readonly revoke: (id: string) => Promise<unknown>;
  readonly onChanged: () => void;
  readonly children?: ReactNode;
}

/** The codes that still let people in: to be handed on, or closed. */
export function InviteList({ title, invites, pathOf, makes, revoke, onChanged, children }: Props) {
  const t = useTranslations("invites");
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
  const linkOf = (code: string): string => `${location.origin}/${locale}${pathOf(code)}`;
  const copy = async (code: string) => setNote((await copyText(linkOf(code))) ? t("copied") : linkOf(code));
  return (
    <div className="flex flex-col gap-2 rounded-(--radius) border border-line bg-paper-2 p-4" data-testid="invites">
      <h3 className="m-0 font-bold text-ink">{title}</h3>
      {children}
      <ul className="m-0 list-none divide-y divide-line p-0">
        {invites.map(({ id, code, expiresAt, uses, maxUses, mark }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <span className="min-w-0 grow">
              <code className="font-mono text-lg font-semibold tracking-wider text-ink" data-code={code}>
                {spacedCode(code)}
              </code>
              {mark !== undefined && <span className="ml-3 text-sm font-semibold text-ink">{mark}</span>}
              <span className="block text-sm text-ink-2">
                {t("inviteUntil", {
                  date: new Date(expiresAt).toLocaleString(locale, { month: "long", day: "numeric", hour: "numeric", minute: "2-digit" }),
                  uses,
                  most: maxUses,
                })}
              </span>
            </span>
            <Button size="sm" variant="secondary" className="finger" onClick={() => void copy(code)}>
              <Copy aria-hidden className="size-4" />
              {t("copyLink")}
            </Button>
            <Button size="sm" variant="ghost" className="finger" onClick={() => void act(() => revoke(id), t("inviteClosed"))}>
              {t("revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <Problem error={refused} />
      <Note>{note}</Note>
      <div className="flex flex-wrap gap-2">
        {makes.map(({ label, make }) => (
          <Button key={label} variant="secondary" onClick={() => void act(make, t("inviteMade"))}>
            <UserPlus aria-hidden className="size-5" />
            {label}
          </Button>
        ))}
      </div>
    </div>
  );
}
