"use client";

import { useEffect } from "react";
import { useMe } from "@/lib/client/api";

/** Sees to it that nobody finds another one's drafts in this tab. */
export function TabOwner() {
  const { data: me } = useMe();
  const account = me === undefined ? undefined : me.user === null || me.user.guest ? null : me.user.id;
  useEffect(() => {
    // Not with every page's first load: nothing waits for it.
    if (account !== undefined) void import("../play/roundStore").then(({ keepRoundsOf }) => keepRoundsOf(account));
  }, [account]);
  return null;
}
