"use client";

import { useEffect } from "react";
import { useMe } from "@/lib/client/api";
import { keepRoundsOf } from "../play/roundStore";

/** Sees to it that nobody finds another one's drafts in this tab. */
export function TabOwner() {
  const { data: me } = useMe();
  const account = me === undefined ? undefined : me.user === null || me.user.guest ? null : me.user.id;
  useEffect(() => {
    if (account !== undefined) keepRoundsOf(account);
  }, [account]);
  return null;
}
