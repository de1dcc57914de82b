/** A tab whose Yjs number another member wrote under, and a note that is not sent again for what is written elsewhere in its group. */
import { expect, test, type Page } from "@playwright/test";
import * as Y from "yjs";
import { createNote, editNote, readEdits, readNote, showPresence, type NoteRead } from "@/lib/wire/notes";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { addItem } from "@/lib/wire/peerSessions";
import { BASE } from "@/lib/wire/route";
import { ask, groupScene } from "./group";

const at = (path: string, id: string, note: string): string => `${BASE}${path.replace(":id", id).replace(":note", note)}`;
const editor = (page: Page) => page.locator(".cm-content");
const state = (page: Page) => page.getByTestId("sync-state");

test("a tab goes on under another number where its own was taken, and nothing that was typed is lost", async ({ browser, baseURL }) => {
  const url = baseURL ?? "";
  const { id, members, close } = await groupScene(browser, url, [{ name: "Ara" }, { name: "Bora" }]);
  const [ara, bora] = members;
  const { id: note } = await ask(ara.context.request, url, createNote, {
    params: { id },
    body: { session: null, title: "Day", text: "first\n" },
  });

  // Nobody hears of Ara's number before Bora writes under it.
  const number = new Promise<number>((tell) => {
    void ara.page.route(`**${at(showPresence.path, id, note)}`, async (route) => {
      tell((route.request().postDataJSON() as { client: number }).client);
      await route.abort();
    });
  });
  await ara.page.goto(`/en/groups/${id}/notes/${note}`);
  await expect(editor(ara.page)).toContainText("first");
  const edits = readEdits.reply.parse(await (await bora.context.request.get(`${url}${at(readEdits.path, id, note)}`)).json());
  const doc = new Y.Doc();
  doc.clientID = await number;
  for (const { update } of edits.updates) Y.applyUpdate(doc, Buffer.from(update, "base64"));
  const before = Y.encodeStateVector(doc);
  doc.getText(NOTE_TEXT).insert(0, "taken ");
  const update = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");

  await test.step("while the number is being taken, Ara types, not connected", async () => {
    await ara.context.setOffline(true);
    await editor(ara.page).focus();
    await ara.page.keyboard.press("Control+End");
    await ara.page.keyboard.type("typed meanwhile");
    await expect(state(ara.page)).toHaveAttribute("data-word", /^offline/);
    await ask(bora.context.request, url, editNote, { params: { id, note }, body: { update } });
  });

  await test.step("back again, the note holds both, once each, and she goes on writing", async () => {
    const refused = ara.page.waitForResponse((response) => response.url().endsWith("/updates") && response.status() === 409);
    await ara.page.unroute(`**${at(showPresence.path, id, note)}`);
    await ara.context.setOffline(false);
    await refused;
    const read = async () => (await ask(bora.context.request, url, readNote, { params: { id, note } })).text;
    await expect.poll(read).toBe("taken first\ntyped meanwhile");
    await expect(editor(ara.page)).toContainText("taken first");
    await expect(editor(ara.page)).toContainText("typed meanwhile");
    await editor(ara.page).focus();
    await ara.page.keyboard.press("Control+End");
    await ara.page.keyboard.type(", and after");
    await expect.poll(read).toBe("taken first\ntyped meanwhile, and after");
    await expect(state(ara.page)).toHaveAttribute("data-word", "saved");
  });
  await close();
});

test("what is written elsewhere in the group does not send the note's text again", async ({ browser, baseURL }) => {
  const url = baseURL ?? "";
  const { id, session, members, close } = await groupScene(browser, url, [{ name: "Ara" }, { name: "Bora" }]);
  const [ara, bora] = members;
  const { id: note } = await ask(ara.context.request, url, createNote, {
    params: { id },
    body: { session: null, title: "Day", text: "first\n" },
  });
  await ara.page.goto(`/en/groups/${id}/notes/${note}/read`);
  await expect(ara.page.getByTestId("note-view")).toContainText("first");
  const answers: NoteRead[] = [];
  await ara.page.route(
    ({ pathname }) => pathname === at(readNote.path, id, note),
    async (route) => {
      const response = await route.fetch();
      answers.push(readNote.reply.parse(await response.json()));
      await route.fulfill({ response });
    },
  );
  const item = { session, type: "task" as const, text: "Read it", assignee: null };
  await ask(bora.context.request, url, addItem, { params: { id }, body: item });
  await expect.poll(() => answers, "asked for, without its text").toContainEqual(expect.objectContaining({ same: true, text: "", seq: 1 }));
  await expect(ara.page.getByTestId("note-view")).toContainText("first");
  await close();
});
