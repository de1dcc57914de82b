import { countInbox } from "@/lib/wire/unread";
import { useMe, useReply } from "./hooks";

/** How much is new in the inbox. Only who has an account can be in a group, and so have one. */
export function useUnread(): { readonly unread: number; readonly refresh: () => Promise<void>; readonly tell: (unread: number) => void } {
  const user = useMe().data?.user;
  const reply = useReply(countInbox, user !== null && user !== undefined && !user.guest);
  return { unread: reply.data?.unread ?? 0, refresh: reply.refresh, tell: (unread) => reply.tell({ unread }) };
}
