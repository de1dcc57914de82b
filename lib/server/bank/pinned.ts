/** Questions for who asks them: a quiz pins the version that it was made with. */
import type { Content } from "@/lib/bank";
import type { Store } from "../database";
import { asContent } from "./rows";

export interface PinnedQuestion {
  readonly id: string;
  readonly version: number;
  readonly content: Content;
}

/**
 * The latest versions of these questions, to be pinned: from now on they count as used, so that they are archived instead of deleted. In the
 * order of `ids`; what is not there any more is left out. Whose they are, the caller has asked (`ownQuestions`).
 */
export async function pinnedQuestions(store: Store, ids: readonly string[], now = Date.now()): Promise<PinnedQuestion[]> {
  if (ids.length === 0) return [];
  const among = { id: { in: [...ids] } };
  // Used before they are read: what deletes questions holds their rows and looks at this.
  await store.bankQuestion.updateMany({ where: { ...among, usedAt: null }, data: { usedAt: new Date(now) } });
  const rows = await store.bankQuestion.findMany({ where: among, select: { id: true, version: true } });
  const versions = await store.bankVersion.findMany({ where: { OR: rows.map(({ id, version }) => ({ questionId: id, version })) } });
  const found = new Map(
    versions.map(({ questionId, version, content }) => [questionId, { id: questionId, version, content: asContent(content) }]),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** A version as it was pinned; null where there is none. */
export async function pinnedVersion(store: Store, id: string, version: number): Promise<Content | null> {
  const row = await store.bankVersion.findUnique({ where: { questionId_version: { questionId: id, version } }, select: { content: true } });
  return row === null ? null : asContent(row.content);
}

/** Ids among `ids` that are questions of this person and not archived. */
export async function ownQuestions(store: Store, userId: string, ids: readonly string[]): Promise<string[]> {
  const rows = await store.bankQuestion.findMany({ where: { id: { in: [...ids] }, userId, archivedAt: null }, select: { id: true } });
  return rows.map(({ id }) => id);
}
