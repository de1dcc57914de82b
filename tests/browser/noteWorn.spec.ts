/** A note that was edited so often that it is full: one of its writers goes on in a new one with a tap, the others are led there, and no word is lost. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import * as Y from "yjs";
import { createNote, editNote, readEdits } from "@/lib/wire/notes";
import { NOTE_TEXT } from "@/lib/wire/noteParts";
import { BASE } from "@/lib/wire/route";
import { ask, groupScene, type Member } from "./group";

const WORD = "ABCDEFGH";
const editor = (page: Page) => page.locator(".cm-content");

/** Letters behind each of the word's, one before the other, and deleted again: what is left of each is its place. */
function wearing(doc: Y.Doc, letters: number): string {
  const text = doc.getText(NOTE_TEXT);
  let update: Uint8Array = new Uint8Array();
  doc.once("update", (made: Uint8Array) => (update = made));
  doc.transact(() => {
    for (let letter = WORD.length; letter > 0; letter--) {
      for (let i = 0; i < letters; i++) text.insert(letter, "x");
      text.delete(letter, letters);
    }
  });
  return Buffer.from(update).toString("base64");
}

/** Edits the note until it takes no edit any more, not even a short one. */
async function wearOut({ context: { request } }: Member, url: string, id: string, note: string): Promise<void> {
  const path = `${url}${BASE}${editNote.path.replace(":id", id).replace(":note", note)}`;
  const headers = () => ({ "idempotency-key": crypto.randomUUID(), origin: url });
  const { updates } = readEdits.reply.parse(await (await request.get(path)).json());
  let doc = new Y.Doc();
  for (const { update } of updates) Y.applyUpdate(doc, Buffer.from(update, "base64"));
  for (let letters = 480; letters >= 1; letters = Math.floor(letters / 2)) {
    for (let taken = true; taken;) {
      const before = Y.encodeStateAsUpdate(doc);
      taken = (await request.post(path, { data: { update: wearing(doc, letters) }, headers: headers() })).ok();
      if (taken) continue;
      // What was refused is in nobody's note.
      doc = new Y.Doc();
      Y.applyUpdate(doc, before);
    }
  }
}

test("a note that is full goes on in a new one by one tap, with what could not be saved, and the others are led there", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(300_000);
  const url = baseURL ?? "";
  const { id, session, members, close } = await groupScene(browser, url, [{ name: "Ara" }, { name: "Bora", locale: "ko-KR" }]);
  const [ara, bora] = members;
  const { id: note } = await ask(ara.context.request, url, createNote, { params: { id }, body: { session, title: "Day 41", text: WORD } });
  await wearOut(bora, url, id, note);

  for (const { page, name } of members) {
    await page.goto(`/${name === "Ara" ? "en" : "ko"}/groups/${id}/notes/${note}`);
    await editor(page).focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.insertText(` and ${name}'s last words`.repeat(12));
  }
  const full = ara.page.getByRole("alert").filter({ hasText: "edited so often" });

  await test.step("who writes is told, and goes on where everything stands that they wrote", async () => {
    await expect(full).toBeVisible();
    await expect(ara.page.getByTestId("sync-state")).toHaveAttribute("data-word", "stopped");
    for (const colorScheme of ["light", "dark"] as const) {
      await ara.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await ara.page.screenshot({ path: test.info().outputPath(`full-${colorScheme}.png`) });
      const { violations } = await new AxeBuilder({ page: ara.page }).include("[role=alert]").analyze();
      expect(violations.map(({ id: rule }) => rule)).toEqual([]);
    }
    await full.getByRole("button", { name: "Go on in a new note" }).click();
    await expect(ara.page).not.toHaveURL(new RegExp(note));
    await expect(editor(ara.page)).toContainText(`${WORD} and Ara's last words`);
    await expect(ara.page.getByTestId("sync-state")).toHaveAttribute("data-word", "saved");
    await expect(ara.page.getByRole("heading", { level: 1, name: "Day 41" })).toBeVisible();
  });

  await test.step("who was slower is led there, and told that their last words are not in it", async () => {
    const over = bora.page.getByRole("alert").filter({ hasText: "새 노트에서 이어지고 있어요" });
    await expect(over).toContainText("저장되지 않았고");
    await bora.page.setViewportSize({ width: 390, height: 844 });
    await bora.page.screenshot({ path: test.info().outputPath("goes-on.png") });
    await expect(bora.page.getByTestId("note-view")).toContainText("and Bora's last words");
    await over.getByRole("link", { name: "이어지는 노트로 가기" }).click();
    await expect(bora.page).toHaveURL(ara.page.url().replace("/en/", "/ko/"));
    await expect(editor(bora.page)).toContainText("and Ara's last words");
  });

  await test.step("the session's note is the new one, which leads back; the old one keeps nothing that was carried along", async () => {
    await ara.page.getByRole("link", { name: "The note before" }).click();
    await expect(ara.page.getByRole("link", { name: "Open the new note" })).toBeVisible();
    await expect(ara.page.getByTestId("note-view")).toHaveText(WORD);
    await expect(ara.page.getByText("was not saved")).toHaveCount(0);
    await ara.page.goto(`/en/groups/${id}/sessions/${session}`);
    await ara.page.getByRole("link", { name: "Open the note" }).click();
    await expect(ara.page).toHaveURL(bora.page.url().replace("/ko/", "/en/"));
  });
  await close();
});
