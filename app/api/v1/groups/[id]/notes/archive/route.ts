import { file } from "@/lib/server/http/file";
import { exportNotes } from "@/lib/server/notes/files";
import * as noteFiles from "@/lib/wire/noteFiles";

export const GET = file(noteFiles.exportNotes, ({ user, params, now }) => exportNotes(user.id, params.id, now));
