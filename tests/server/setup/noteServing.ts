/**
 * A server of notes without HTTP, for tests that kill it. It opens the database in a folder, or on the server at an address, and answers a
 * line of JSON with a line of JSON. Prints "open" first, and each event of what it listens to.
 */
import { createInterface } from "node:readline";
import { adoptDatabase } from "../../../lib/server/database";
import { openEmbedded } from "../../../lib/server/database/embedded";
import { fromPGlite, openServer } from "../../../lib/server/database/open";
import { editNote } from "../../../lib/server/notes/edit";
import { readEdits } from "../../../lib/server/notes/edits";
import { listenToNotes } from "../../../lib/server/notes/events";
import { asApiError } from "../../../lib/server/http/failure";
import type { NotePath } from "../../../lib/server/notes/enter";

export type Asked = { readonly n: number; readonly user: string; readonly path: NotePath } & (
  | { readonly kind: "edit"; readonly key: string; readonly update: string }
  | { readonly kind: "since"; readonly after: number }
  | { readonly kind: "listen" }
);

const say = (what: unknown): void => void process.stdout.write(`${JSON.stringify(what)}\n`);

async function hear(user: string, note: string): Promise<void> {
  for await (const { data } of await listenToNotes(user, { at: new Map([[note, 0]]), groups: new Set() }, new AbortController().signal))
    say({ event: data });
}

async function answer(asked: Asked): Promise<unknown> {
  if (asked.kind === "edit") return editNote(asked.user, asked.path, asked.key, { update: asked.update }, Date.now());
  if (asked.kind === "since") return readEdits(asked.user, asked.path, asked.after);
  void hear(asked.user, asked.path.note);
  return {};
}

/** @param where a folder, or the address of a server's database */
export async function serve(where: string): Promise<void> {
  if (where.startsWith("postgres")) adoptDatabase(await openServer(where));
  else {
    const embedded = await openEmbedded(where);
    adoptDatabase(await fromPGlite(embedded.database, embedded.close));
  }
  say("open");
  for await (const line of createInterface({ input: process.stdin })) {
    const asked = JSON.parse(line) as Asked;
    answer(asked).then(
      (reply) => say({ n: asked.n, reply }),
      (error: unknown) => {
        const { status, code, text } = asApiError(error);
        say({ n: asked.n, error: { status, code, text } });
      },
    );
  }
}
