/** Who teaches on this site: made by an admin, or once by the code on the server's console. */
import * as z from "@/lib/challenges/schema";
import { MOST_TYPED } from "@/lib/groups/code";
import { route, type ReplyOf } from "./route";
import { emailAddress, role } from "./scalars";

/** The code that makes a site's first instructor, once. */
export const useInstructorCode = route({
  method: "POST",
  path: "/instructors/code",
  body: z.strictObject({ code: z.string().min(1).max(MOST_TYPED) }),
  reply: z.object({ teaches: z.literal(true) }),
  access: "user",
  limit: { name: "join", by: "user" },
});

/** Who holds an office; with an address, whose account it is, whatever they hold. */
export const listOffices = route({
  method: "GET",
  path: "/instructors",
  query: z.object({ email: emailAddress.optional() }),
  reply: z.object({
    people: z.array(z.object({ id: z.string(), name: z.string().nullable(), email: z.string().nullable(), role })),
  }),
  access: "admin",
  limit: { name: "write", by: "user" },
});
export type Offices = ReplyOf<typeof listOffices>;
