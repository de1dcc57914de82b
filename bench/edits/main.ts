import { loadavg } from "node:os";
import { setTimeout as wait } from "node:timers/promises";
import * as Y from "yjs";
import { GET as health } from "@/app/api/v1/health/route";
import { POST as editNote } from "@/app/api/v1/groups/[id]/notes/[note]/updates/route";
import { adoptDatabase } from "@/lib/server/database";
import { readEdits } from "@/lib/server/notes/edits";
import { Visitor, freshKey } from "@/tests/server/setup/client";
import { crowding } from "@/tests/server/setup/crowding";
import { groupOf, noteIn, typed } from "@/tests/server/setup/groups";
import { openEmbedded, openPostgres } from "../databases";
import { demand } from "../timing";
import type { Database } from "@/lib/server/database/open";

/** What the hostile member's edits crowd behind: each letter of it, with as many as one edit may put behind a letter. */
const WORD = "ABCDEFGH";
/** Edits of the hostile member, one after the other; and the seconds after which no more are sent. */
const EDITS = 80;
const SECONDS = 40;

const nth = (list: readonly number[], share: number): string => {
  const sorted = [...list].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0)} ms`;
};

async function measure(open: Database): Promise<void> {
  const { id, owner, people } = await groupOf(open, ["Ara", "Bora"]);
  const [theirs, mine] = [await noteIn(owner.id, id, { text: WORD }), await noteIn(owner.id, id, { text: "B" })];
  const bytes = (await readEdits(owner.id, { id, note: theirs }, 0)).updates[0].update;
  const [{ id: first }] = Y.decodeUpdate(Buffer.from(bytes, "base64")).structs;
  const letters = [...WORD].map((_, i) => Y.createID(first.client, first.clock + i));
  const asked: number[] = [];
  const written: number[] = [];
  const refused = new Map<string, number>();
  let over = false;
  const every = async (ms: number, times: number[], act: () => Promise<number>) => {
    while (!over) {
      // From when it was to be asked: a process that is busy with something else asks late, and a visitor would have waited all the same.
      const due = performance.now() + ms;
      await wait(ms);
      const status = await act();
      demand(status === 200 || status === 503, `it answers (${status})`);
      times.push(performance.now() - due);
    }
  };
  const edit = (who: Visitor, note: string, update: string) =>
    who.send(editNote, { params: { id, note }, body: { update }, key: freshKey() });
  const meanwhile = [
    every(25, asked, async () => (await new Visitor().get(health)).status),
    every(250, written, async () => (await edit(owner.visitor, mine, typed("word "))).status),
  ];
  const begun = performance.now();
  let sent = 0;
  for (; sent < EDITS && performance.now() - begun < SECONDS * 1000; sent++) {
    const { status, code } = await edit(
      people[1].visitor,
      theirs,
      Buffer.from(crowding(first.client + 1 + sent, letters)).toString("base64"),
    );
    if (status !== 200) refused.set(code ?? "", (refused.get(code ?? "") ?? 0) + 1);
  }
  const seconds = (performance.now() - begun) / 1000;
  over = true;
  await Promise.all(meanwhile);
  const said = [...refused].map(([code, count]) => `${count} ${code}`).join(", ") || "none";
  console.log(
    `${open.kind}: ${sent} hostile edits in ${seconds.toFixed(1)} s (refused: ${said}), load ${loadavg()[0].toFixed(1)}\n` +
      `  /health            median ${nth(asked, 0.5)}, 99 % ${nth(asked, 0.99)}, slowest ${nth(asked, 1)} of ${asked.length}\n` +
      `  another note's edits median ${nth(written, 0.5)}, slowest ${nth(written, 1)} of ${written.length}`,
  );
}

export async function main(): Promise<void> {
  process.env.NEXTAUTH_SECRET ??= "a secret of the benchmarks, long enough for anybody";
  for (const openOne of [openEmbedded, openPostgres]) {
    const open = await openOne();
    adoptDatabase(open);
    try {
      await measure(open);
    } finally {
      adoptDatabase(undefined);
      await open.close();
    }
  }
  process.exit(0);
}
