/** What processes tell each other of notes, through the database: that something has changed, and who is here. Rows are the truth. */
import { Prisma } from "../prisma/client";
import type { Store } from "../database";
import type { Present } from "@/lib/wire/notes";

/** Payload: the id of a note that was edited. */
export const EDITED = "boxup_note_edited";
/** Payload: the id of a group in which somebody's place has ended. */
export const PLACES = "boxup_group_places";
/** Payload: the id of a group in which something was written, or of a person whose inbox has something new. */
export const NEWS = "boxup_news";
/** Payload: `Shown` as JSON, which stands nowhere else. */
export const PRESENCE = "boxup_note_presence";

/** Where somebody is in a note; null cursor and `here` false once they leave. */
export interface Shown extends Present {
  readonly note: string;
  readonly here: boolean;
}

const tell = async (store: Store, channel: string, payload: string): Promise<void> =>
  void (await store.$executeRaw(Prisma.sql`SELECT pg_notify(${channel}, ${payload})`));

/** Heard once the transaction is written, and only then. */
export const tellOfEdit = (store: Store, noteId: string): Promise<void> => tell(store, EDITED, noteId);
export const tellOfPlaces = (store: Store, groupId: string): Promise<void> => tell(store, PLACES, groupId);
/** Of any number of groups or people in one statement. */
export const tellNews = async (store: Store, ...groupsOrUsers: readonly string[]): Promise<void> =>
  void (await store.$executeRaw(Prisma.sql`SELECT pg_notify(${NEWS}, "id") FROM unnest(${[...groupsOrUsers]}::text[]) AS t("id")`));
export const tellPresence = (store: Store, shown: Shown): Promise<void> => tell(store, PRESENCE, JSON.stringify(shown));
