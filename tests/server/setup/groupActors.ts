/** Who may knock at the door of a group, and what each is answered. */

export const ACTORS = ["nobody", "guest", "outsider", "other group", "left", "removed", "member", "owner", "instructor", "admin"] as const;
export type Actor = (typeof ACTORS)[number];
export type Row = { readonly [A in Actor]: number };

export const everyone = (status: number): Row => Object.fromEntries(ACTORS.map((actor) => [actor, status])) as Row;
/** Nobody has a session; for all but those in the group it does not exist. */
export const inside = (member: number, owner = member): Row => ({ ...everyone(404), nobody: 401, member, owner });

/** What an owner may do all the same once the group is archived, or is refused as by no group. */
export const ARCHIVED: Readonly<Record<string, readonly [status: number, code: string | null]>> = {
  "POST /groups": [201, null],
  "DELETE /groups/:id/members/:member": [200, null],
  "DELETE /groups/:id/members/:member # another": [200, null],
  // Of one's own reviews, and stored nowhere.
  "POST /groups/:id/readings/:reading/deck": [200, null],
  "POST /groups/:id/notes/:note/presence": [200, null],
  "POST /invites/:code": [404, "not-found"],
  "POST /invites/:code # a wrong one": [404, "not-found"],
};
