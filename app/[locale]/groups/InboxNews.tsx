"use client";

import { useMe } from "@/lib/client/api";
import { useUnread } from "@/lib/client/api/unread";
import { useInboxNews } from "@/lib/client/live";

/** Keeps the number at the bell up to date where a connection is open anyway. */
export function InboxNews() {
  const user = useMe().data?.user;
  const { refresh } = useUnread();
  useInboxNews(user != null && !user.guest, () => void refresh());
  return null;
}
