import { file } from "@/lib/server/http/file";
import { exportNote } from "@/lib/server/notes/files";
import * as noteFiles from "@/lib/wire/noteFiles";

export const GET = file(noteFiles.exportNote, ({ user, params, now }) => exportNote(user.id, params, now));
