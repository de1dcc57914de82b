/** The badge of the inbox, apart from it: every page of somebody with an account has it. */
import * as z from "@/lib/challenges/schema";
import { route } from "./route";

/** For the badge: how many are unread, up to 100. */
export const countInbox = route({
  method: "GET",
  path: "/inbox/unread",
  reply: z.object({ unread: z.number() }),
  access: "user",
});
