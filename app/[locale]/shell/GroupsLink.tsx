"use client";

import type { ReactNode } from "react";
import { useMe } from "@/lib/client/api";
import { AT_TAB } from "./CountMark";
import { InboxLink } from "./InboxLink";
import { NavLink } from "./NavLink";

/** The way to one's groups, in either menu: for who has an account, since a guest can be in none. */
export function GroupsLink({ label, icon }: { readonly label: string; readonly icon?: ReactNode }) {
  const user = useMe().data?.user;
  if (!user || user.guest) return null;
  // The header of a phone has no room for the bell.
  const badge = icon !== undefined && <InboxLink mark={AT_TAB} />;
  return <NavLink href="/groups" label={label} icon={icon} mark={badge} />;
}
