/** An archived group: its sessions and notes are read, say why nothing can be changed, and lead to each other. */
import { expect, test } from "@playwright/test";
import { beginThread } from "@/lib/wire/discussion";
import { changeGroup } from "@/lib/wire/groups";
import { createNote } from "@/lib/wire/notes";
import { ask, groupScene } from "./group";

test("an archived session says so and still leads to its note, which says so too", async ({ browser, baseURL }) => {
  const url = baseURL ?? "";
  const { id, session, members, close } = await groupScene(browser, url, [{ name: "Ara" }, { name: "Bora" }]);
  const [ara, bora] = members;
  const day = { session, title: "Day 41", text: "IoU" };
  const { id: note } = await ask(ara.context.request, url, createNote, { params: { id }, body: day });
  const on = { note, anchor: "0", quote: "IoU" };
  const { id: thread } = await ask(bora.context.request, url, beginThread, { params: { id }, body: { on, text: "Of which areas?" } });
  const said = bora.page.getByTestId("archived");

  await bora.page.goto(`/en/groups/${id}/sessions/${session}`);
  await expect(bora.page.getByRole("link", { name: "Open the note" })).toBeVisible();
  await expect(said).toHaveCount(0);

  await ask(ara.context.request, url, changeGroup, { params: { id }, body: { archived: true } });
  await expect(said, "heard at once").toHaveText("This group is archived: it can only be read.");
  await expect(bora.page.getByTestId("mine").getByRole("button", { name: "Here", exact: true })).toBeDisabled();
  await bora.page.getByRole("link", { name: "Open the note" }).click();
  await expect(bora.page.getByRole("heading", { level: 1, name: "Day 41" })).toBeVisible();
  await expect(said).toHaveText("This group is archived: it can only be read.");
  await expect(bora.page.getByTestId("note-view")).toContainText("IoU");

  // What should not be read is read here still: it is reported and hidden all the same, and nothing is worded anew.
  await ara.page.goto(`/en/groups/${id}/discussion/${thread}`);
  const asked = ara.page.locator("[data-comment]").first();
  await expect(asked).toContainText("Of which areas?");
  await expect(asked.getByRole("button", { name: "Report" })).toBeVisible();
  await asked.getByRole("button", { name: "Hide", exact: true }).click();
  await expect(asked).toHaveAttribute("data-state", "hidden");
  await bora.page.goto(`/ko/groups/${id}/discussion/${thread}`);
  await expect(bora.page.locator("[data-comment]").first()).toHaveAttribute("data-state", "hidden");
  await expect(bora.page.getByRole("button", { name: "고치기" })).toHaveCount(0);
  await close();
});
