/** A group as the access matrix meets it, and what stands in it for one row or another. */
import { addCorrection } from "@/lib/server/groups/corrections";
import { makeInvite } from "@/lib/server/groups/invites";
import { confirmReading, listReadings } from "@/lib/server/groups/readings";
import { addNoteImage } from "@/lib/server/notes/images";
import { freshKey, type Send } from "./client";
import { services } from "./content";
import { answer as replyTo, readOf, wonder, type InGroup } from "./groups";
import { picture } from "./pictures";
import type { Database } from "@/lib/server/database/open";

export interface Scene {
  readonly open: Database;
  readonly group: string;
  readonly owner: InGroup;
  /** Somebody else in the group. */
  readonly other: InGroup;
  /** The actor's own place, or another's where they have none. */
  readonly own: string;
  readonly session: string;
  readonly yesterday: string;
  readonly today: string;
  /** Of the session. */
  readonly note: string;
}

export const inGroup = ({ group: id }: Scene, body?: unknown, params: Record<string, string> = {}): Send => ({
  params: { id, ...params },
  ...(body === undefined ? {} : { body }),
});
export const invite = (scene: Scene) => makeInvite(scene.owner.id, scene.group, { days: 1, maxUses: 50 }, Date.now());
/** A reading of the owner's with one slip. */
export const reading = async ({ owner, group, session }: Scene) => {
  const { id } = await confirmReading(services.catalog, owner.id, { id: group, session }, freshKey(), readOf(), Date.now());
  const { slips } = await listReadings(services.catalog, owner.id, group, session, Date.now());
  return { id, slip: slips[0].id };
};
export const correction = async ({ owner, group, session, yesterday }: Scene) =>
  (await addCorrection(owner.id, group, freshKey(), { session, ofSession: yesterday, statement: "A", text: "B" }, Date.now())).id;

export const pictureIn = async ({ owner, group: id, note }: Scene) =>
  (await addNoteImage(owner.id, { id, note }, new Uint8Array(await picture().arrayBuffer()), Date.now())).id;
/** A question of another's, and one of the owner's, with what others said in it. */
export const threadOf = ({ other, group }: Scene) => wonder(other.id, group);
export const repliedTo = async (scene: Scene) => {
  const thread = await wonder(scene.owner.id, scene.group);
  return { thread, comment: await replyTo(scene.other.id, scene.group, thread, "because") };
};
/** A reply of the actor's own, where they are in the group; of another's otherwise. */
export const ownReply = async (scene: Scene) => {
  const { userId } = await scene.open.client.groupMember.findUniqueOrThrow({ where: { id: scene.own }, select: { userId: true } });
  const here = await scene.open.client.groupMember.count({ where: { id: scene.own, leftAt: null } });
  const thread = await wonder(scene.owner.id, scene.group);
  return { comment: await replyTo(here === 1 && userId !== null ? userId : scene.other.id, scene.group, thread, "mine") };
};

/** What an owner may do all the same once the group is archived, or is refused as by no group. */
export const ARCHIVED: Readonly<Record<string, readonly [status: number, code: string | null]>> = {
  "POST /groups": [201, null],
  "DELETE /groups/:id/members/:member": [200, null],
  "DELETE /groups/:id/members/:member # another": [200, null],
  // Of one's own reviews, and stored nowhere.
  "POST /groups/:id/readings/:reading/deck": [200, null],
  "POST /groups/:id/notes/:note/presence": [200, null],
  // What should not be read is read in an archived group still.
  "PATCH /groups/:id/comments/:comment # hiding": [200, null],
  "PUT /groups/:id/complaints": [200, null],
  "PUT /groups/:id/notes/:note/hidden": [200, null],
  "POST /invites/:code": [404, "not-found"],
  "POST /invites/:code # a wrong one": [404, "not-found"],
};
