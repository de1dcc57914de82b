/** Who may knock at the door of a group, and what each is answered. */

export const ACTORS = ["nobody", "guest", "outsider", "other group", "left", "removed", "member", "owner", "instructor", "admin"] as const;
export type Actor = (typeof ACTORS)[number];
export type Row = { readonly [A in Actor]: number };

export const everyone = (status: number): Row => Object.fromEntries(ACTORS.map((actor) => [actor, status])) as Row;
/** Nobody has a session; for all but those in the group it does not exist. */
export const inside = (member: number, owner = member): Row => ({ ...everyone(404), nobody: 401, member, owner });
