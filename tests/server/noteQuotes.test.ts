/** What somebody quotes of a note when they ask about a line of it. */
import { expect, it, vi } from "vitest";
import { beginThread, listThreads } from "@/lib/server/discussion/threads";
import { freshKey } from "./setup/client";
import { services } from "./setup/content";
import { eachDatabase } from "./setup/database";
import { groupOf, noteIn } from "./setup/groups";

vi.mock("@/app/api/services", () => import("./setup/content"));

eachDatabase("a quote", (open) => {
  it("says whether it stood in the note; words that were put into it are the asker's", async () => {
    const { id, people } = await groupOf(open(), ["Ara", "Bora"]);
    const [ara, bora] = people;
    const note = await noteIn(bora.id, id, { text: "A\n  - IoU는 넓이의 비\n" });
    for (const quote of ["- IoU는 넓이의 비", "Bora는 아무것도 몰라요", "IoU", ""]) {
      const on = { note, anchor: "0,1.0", quote };
      await beginThread(services.catalog, ara.id, id, freshKey(), { on, text: "why?" }, Date.now());
    }
    const { threads } = await listThreads(bora.id, id, { note }, Date.now());
    const found = threads.map(({ subject }) => (subject.type === "note" ? { quote: subject.quote, seq: subject.seq } : subject));
    expect(found).toHaveLength(4);
    expect(found).toEqual(
      expect.arrayContaining([
        { quote: "- IoU는 넓이의 비", seq: 1 },
        { quote: "Bora는 아무것도 몰라요", seq: null },
        { quote: "IoU", seq: null },
        { quote: "", seq: null },
      ]),
    );
  });
});
