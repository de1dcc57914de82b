/** The badge of the inbox, apart from it: every page of somebody with an account has it. */
import * as z from "@/lib/challenges/schema";
import { route } from "./route";
import { UNREAD_PATH } from "./unreadPath";

/** For the badge: how many are unread, up to 100. */
export const countInbox = route({
  method: "GET",
  path: UNREAD_PATH,
  reply: z.object({ unread: z.number() }),
  access: "user",
});
