"use client";

import type { ReactNode } from "react";
import { useMe } from "@/lib/client/api";
import { NavLink } from "./NavLink";

/** The way to one's groups, in either menu: for who has an account, since a guest can be in none. */
export function GroupsLink({ label, icon }: { readonly label: string; readonly icon?: ReactNode }) {
  const user = useMe().data?.user;
  return user && !user.guest ? <NavLink href="/groups" label={label} icon={icon} /> : null;
}
