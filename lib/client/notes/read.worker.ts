import * as Comlink from "comlink";
import { linesOf, rawLines, readNote } from "@/lib/notes";
import type { NoteReader } from "./reading";

/** Reads notes beside the page: the first one of a long note takes a tenth of a second, and somebody may be typing. */
const reader: NoteReader = {
  read(text, options) {
    const lines = linesOf(text);
    return {
      reading: readNote(text, options),
      lines: rawLines(text).map((raw, i) => ({ raw, text: lines[i].text, task: lines[i].marker === "open-task" })),
    };
  },
};

Comlink.expose(reader);
