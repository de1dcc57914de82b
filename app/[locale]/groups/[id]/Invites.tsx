"use client";

import { useTranslations } from "next-intl";
import { call } from "@/lib/client/api";
import type { GroupHome } from "@/lib/wire/groups";
import { makeInvite, revokeInvite } from "@/lib/wire/invitations";
import { InviteList } from "../../invitations/InviteList";

interface Props {
  readonly group: string;
  readonly invites: NonNullable<GroupHome["invites"]>;
  /** Why to invite somebody, where that is the next thing to do. */
  readonly lead?: string;
  readonly onChanged: () => void;
}

/** The invitations of a group. */
export function Invites({ group, invites, lead, onChanged }: Props) {
  const t = useTranslations("groups");
  return (
    <InviteList
      title={t("invite")}
      invites={invites}
      pathOf={(code) => `/groups/join/${code}`}
      makes={[{ label: t("newInvite"), make: () => call(makeInvite, { params: { id: group }, body: { days: 7, maxUses: 50 } }) }]}
      revoke={(invite) => call(revokeInvite, { params: { id: group, invite } })}
      onChanged={onChanged}
    >
      {lead === undefined ? null : <p className="m-0 text-ink-2">{lead}</p>}
    </InviteList>
  );
}
