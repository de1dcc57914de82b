/** What somebody hears of their groups and their inbox: that there is something to ask for, and not what. */
import { canReadGroup } from "../policy";
import type { Store } from "../database";
import type { StreamEvent } from "../http/stream";
import type { LiveEvent } from "@/lib/wire/notes";

/** Of these groups, those that somebody is in. */
export async function groupsOf(store: Store, userId: string, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await store.groupMember.findMany({
    where: { userId, groupId: { in: [...ids] } },
    select: { id: true, groupId: true, role: true, leftAt: true },
  });
  return new Set(
    rows.flatMap(({ id, groupId, role, leftAt }) => (canReadGroup({ memberId: id, role, current: leftAt === null }) ? [groupId] : [])),
  );
}

/** Where one waits to be rung for. */
interface Bells {
  attend(groupOrUser: string, ring: () => void): () => void;
}

export interface News {
  /** Groups that are still listened to. */
  readonly groups: () => number;
  /** What there is to tell since it was last asked; everything, the first time: something may have happened before anybody listened. */
  readonly tell: () => AsyncGenerator<StreamEvent<LiveEvent>>;
  readonly leave: () => void;
}

interface Of {
  readonly store: Store;
  readonly userId: string;
  readonly groups: ReadonlySet<string>;
  /** Called when there is something to tell. */
  readonly ring: () => void;
}

/** Begins to listen. A group that one is not in, or not any more, is told of once, so that whoever shows it asks and is refused, and never again. */
export function newsOf(bells: Bells, { store, userId, groups, ring }: Of): News {
  const rung = new Set([...groups, userId]);
  const leaves = new Map(
    [...rung].map((id) => [
      id,
      bells.attend(id, () => {
        rung.add(id);
        ring();
      }),
    ]),
  );
  const left = new Set(groups);
  async function* tell(): AsyncGenerator<StreamEvent<LiveEvent>> {
    if (rung.delete(userId)) yield { id: "inbox.0", data: { type: "inbox" } };
    const written = [...rung];
    rung.clear();
    const theirs = await groupsOf(store, userId, written);
    for (const group of written) {
      yield { id: `${group}.0`, data: { type: "group", group } };
      if (theirs.has(group)) continue;
      left.delete(group);
      leaves.get(group)?.();
      rung.delete(group);
    }
  }
  return { groups: () => left.size, tell, leave: () => leaves.forEach((leave) => leave()) };
}
