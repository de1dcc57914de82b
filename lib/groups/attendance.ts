/** Who was there, and who will be: what each said, and what follows from it for a session at which they have said nothing yet. */

/** How somebody was there. The last two last until they say otherwise. */
export const STATUSES = ["present", "late", "left-early", "absent", "on-leave", "stopped"] as const;
export type Status = (typeof STATUSES)[number];
/** What somebody says of the session after this one. */
export const NOTICES = ["absent", "late"] as const;
export type Notice = (typeof NOTICES)[number];

/** What one member said at one session. */
export interface Said {
  readonly status: Status | null;
  readonly next: Notice | null;
}

const LASTING: readonly Status[] = ["on-leave", "stopped"];
const THERE: readonly Status[] = ["present", "late", "left-early"];

const lasts = (status: Status | null): boolean => status !== null && LASTING.includes(status);
/** Whether somebody took part, even for a while. */
export const wasThere = (status: Status | null): boolean => status !== null && THERE.includes(status);

/**
 * What is to be expected of a member at a session, from what they said at the sessions before it; null where nothing is known.
 * A notice stands on the next session alone; leave and stopping stand until the member says something else.
 * @param before what they said at each earlier session of the group, oldest first; null where nothing
 * @example expectedAfter([{ status: "present", next: "absent" }]) → "absent"; expectedAfter([{ status: "on-leave", next: null }, null]) → "on-leave"
 */
export function expectedAfter(before: readonly (Said | null)[]): Status | null {
  const notice = before.at(-1)?.next ?? null;
  if (notice !== null) return notice;
  const last = before.findLast((said) => said !== null && said.status !== null)?.status ?? null;
  return lasts(last) ? last : null;
}

/** What counts of a member at a session: what they said there, or else what was to be expected. */
export const statusOf = (said: Said | null, before: readonly (Said | null)[]): Status | null => said?.status ?? expectedAfter(before);
