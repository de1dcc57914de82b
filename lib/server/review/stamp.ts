/** When a learner was shown their queue: signed, so that it can come back with a rating that arrives late. */
import * as z from "zod";
import { readSigned, sign } from "../auth/signed";

const PURPOSE = "review";
const claims = z.strictObject({ user: z.string(), shown: z.number().int() });

export const stampFor = (userId: string, now: number): string => sign(PURPOSE, { user: userId, shown: now });

/** Null where there is no stamp, or none of ours for this learner: the rating counts all the same, for the moment it arrives. */
export function shownAt(stamp: string | undefined, userId: string): number | null {
  const read = stamp === undefined ? null : claims.safeParse(readSigned(PURPOSE, stamp));
  return read?.success && read.data.user === userId ? read.data.shown : null;
}
