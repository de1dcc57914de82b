/** Notes taken out: one as Markdown, or all of a group with their pictures beside them, so that their text shows them as it is. */
import { imagePath } from "@/lib/markdown/links";
import { localDate, type Calendar } from "@/lib/review";
import { archive, type ArchiveFile } from "../account/export/archive";
import { prisma, type Store } from "../database";
import { enterGroup } from "../groups/membership";
import { notFound } from "../http/errors";
import { canManageGroup, canReadNote, canReadNoteText } from "../policy";

interface NoteFile {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly createdAt: Date;
  readonly session: { readonly localDate: string } | null;
}

/** The group's day that a note belongs to: its session's, or the one on which it was begun. */
const dayOf = ({ session, createdAt }: Pick<NoteFile, "session" | "createdAt">, calendar: Calendar): string =>
  session?.localDate ?? localDate(createdAt.getTime(), calendar);

/** Bytes of a title in a file's name: with a day, an id and an ending they are fewer than the 255 that file systems take. */
const NAME_BYTES = 200;

/** As many of a text's signs as fit into so many bytes. */
function fitting(text: string, most: number): string {
  let bytes = 0;
  return [...text].filter((sign) => (bytes += Buffer.byteLength(sign)) <= most).join("");
}

/** A name that every file system takes. @example "a/b: c?" → "a b c" */
const fileName = (title: string): string => {
  const fit = title
    .normalize("NFC")
    .replace(/[\\/:*?"<>|\p{C}]+/gu, " ")
    .replace(/\s+/g, " ")
    .replace(/^[. ]+|[. ]+$/g, "");
  return fitting(fit, NAME_BYTES).trimEnd() || "note";
};

/** A note's text under its title, as it is kept outside. */
const withTitle = ({ title, text }: NoteFile): string => (/^# /.test(text) ? text : `# ${title}\n\n${text}`).replace(/\n*$/, "\n");

const KEPT = { id: true, title: true, text: true, createdAt: true, session: { select: { localDate: true } } } as const;

/** One piece of a file. */
async function* once<T>(piece: T): AsyncGenerator<T> {
  yield piece;
}

interface Sent {
  readonly name: string;
  readonly pieces: AsyncGenerator<Uint8Array>;
}

/** @throws ApiError not-found */
export async function exportNote(
  userId: string,
  { id: groupId, note: id }: { readonly id: string; readonly note: string },
  now: number,
): Promise<Sent> {
  const store = await prisma();
  const { place, calendar } = await enterGroup(store, userId, groupId, now);
  const note = await store.note.findFirst({ where: { id, groupId }, select: { ...KEPT, hiddenAt: true } });
  if (note === null || !canReadNoteText(place, { hidden: note.hiddenAt !== null })) throw notFound();
  return { name: `note-${dayOf(note, calendar)}.md`, pieces: once(Buffer.from(withTitle(note))) };
}

/** Notes in memory at a time. */
const PAGE = 20;

/** @throws ApiError not-found */
export async function exportNotes(userId: string, groupId: string, now: number): Promise<Sent> {
  const store = await prisma();
  const { place, calendar, today } = await enterGroup(store, userId, groupId, now);
  if (!canReadNote(place)) throw notFound();
  return { name: `notes-${today}.zip`, pieces: archive(filesOf(store, { groupId, calendar }, canManageGroup(place)), new Date(now)) };
}

/** @param hidden whether those are among them that an owner hid */
async function* filesOf(
  store: Store,
  { groupId, calendar }: { readonly groupId: string; readonly calendar: Calendar },
  hidden: boolean,
): AsyncGenerator<ArchiveFile> {
  const kept = hidden ? { groupId } : { groupId, hiddenAt: null };
  const names = new Set<string>();
  for (let after = ""; ;) {
    const page = await store.note.findMany({ where: { ...kept, id: { gt: after } }, orderBy: { id: "asc" }, take: PAGE, select: KEPT });
    for (const note of page) {
      const name = `${dayOf(note, calendar)} ${fileName(note.title)}`;
      // Two notes of one name on one day; some file systems see no capitals.
      yield { name: `${names.has(name.toLowerCase()) ? `${name} ${note.id}` : name}.md`, pieces: once(withTitle(note)) };
      names.add(name.toLowerCase());
    }
    if (page.length < PAGE) break;
    after = page[page.length - 1].id;
  }
  for (let after = ""; ;) {
    const image = await store.noteImage.findFirst({
      where: { note: kept, id: { gt: after } },
      orderBy: { id: "asc" },
      select: { id: true, bytes: true },
    });
    if (image === null) return;
    yield { name: imagePath(image.id), pieces: once(image.bytes) };
    after = image.id;
  }
}
