/** Two members at one session: what one does is on the other's page at once, over the one connection of their browser. */
import { expect, test } from "@playwright/test";
import { changeNote, createNote } from "@/lib/wire/notes";
import { readGroup } from "@/lib/wire/groups";
import { addItem } from "@/lib/wire/peerSessions";
import { ask, groupScene } from "./group";

/** Three changes, each within this, cannot come of looking every twenty seconds. */
const SOON = { timeout: 5_000 };

test("attendance, a question, a task in the inbox and a new title come at once, and a second tab listens with the first", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  const { id, session, members, close } = await groupScene(browser, url, [
    { name: "Ara", size: { width: 1280, height: 900 } },
    { name: "Bora", locale: "ko-KR" },
  ]);
  const [ara, bora] = members.map(({ page }) => page);
  const [askAra] = members.map(({ context }) => context.request);
  const connections: string[] = [];
  members[0].context.on("request", (request) => {
    if (request.url().includes("/notes/events")) connections.push(request.url());
  });
  const heard = ara.waitForResponse((response) => response.url().includes("/notes/events") && response.ok());
  await ara.goto(`/en/groups/${id}/sessions/${session}`);
  await bora.goto(`/ko/groups/${id}/sessions/${session}`);
  await heard;

  await test.step("each tap of one is on the other's page", async () => {
    const row = ara.getByTestId("others").getByRole("listitem").filter({ hasText: "Bora" }).getByRole("combobox");
    const mine = bora.getByTestId("mine");
    for (const [word, status] of [
      ["왔어요", "present"],
      ["늦었어요", "late"],
      ["먼저 갔어요", "left-early"],
      ["왔어요", "present"],
    ] as const) {
      await mine.getByRole("button", { name: word, exact: true }).click();
      await expect(row).toHaveValue(status, SOON);
    }
  });

  await test.step("and each question", async () => {
    for (const question of ["4번 상자는 왜 남나요?", "IoU가 같으면요?"]) {
      await bora.getByTestId("new-item").getByRole("textbox", { name: "질문" }).fill(question);
      await bora.getByRole("button", { name: "더하기" }).click();
      await expect(ara.getByTestId("arose")).toContainText(question, SOON);
    }
  });

  await test.step("a task is at the bell, and in the inbox that is open", async () => {
    const inbox = await members[1].context.newPage();
    await inbox.goto("/ko/inbox");
    await expect(inbox.getByText("아직 알림이 없어요.")).toBeVisible();
    const { people } = await ask(askAra, url, readGroup, { params: { id } });
    const assignee = people.find(({ name }) => name === "Bora")?.id ?? "";
    for (const text of ["Read Soft-NMS", "Read Mask R-CNN"]) {
      await ask(askAra, url, addItem, { params: { id }, body: { session, type: "task", text, assignee } });
      await expect(inbox.getByTestId("inbox")).toContainText(text, SOON);
    }
    await inbox.close();
    await ask(askAra, url, addItem, { params: { id }, body: { session, type: "task", text: "Read DETR", assignee } });
    await expect(bora.getByTestId("unread").filter({ visible: true })).toHaveText(/1/, SOON);
  });

  await test.step("a second tab of the same browser hears it too, without a connection of its own", async () => {
    const second = await members[0].context.newPage();
    await second.goto(`/en/groups/${id}/sessions/${session}`);
    await expect(second.getByTestId("arose")).toContainText("IoU가 같으면요?");
    // Opening it asked for nothing new: the group was listened to before.
    const before = connections.length;
    await bora.getByTestId("mine").getByRole("button", { name: "못 와요" }).click();
    await expect(second.getByTestId("others")).toContainText("Absent at the next session", SOON);
    await bora.getByTestId("mine").getByRole("button", { name: "늦어요", exact: true }).click();
    await expect(second.getByTestId("others")).toContainText("Late at the next session", SOON);
    expect(connections.length).toBe(before);
    await second.close();
  });

  await test.step("a note is named anew on its page, and is called so on the other's", async () => {
    const note = await ask(askAra, url, createNote, { params: { id }, body: { session: null, title: "Day 41", text: "IoU" } });
    await ara.goto(`/en/groups/${id}/notes/${note.id}`);
    await bora.goto(`/ko/groups/${id}/notes/${note.id}`);
    await expect(bora.getByRole("heading", { level: 1, name: "Day 41" })).toBeVisible();
    await ara.getByRole("button", { name: "Rename" }).click();
    const field = ara.getByLabel("Title of the note");
    await expect(field).toHaveValue("Day 41");
    await field.fill("   ");
    await ara.getByRole("button", { name: "Save title" }).click();
    await expect(ara.getByText("Enter a title of 1–120 visible characters.")).toBeVisible();
    await field.fill("Day 42: suppression");
    await ara.getByRole("button", { name: "Save title" }).click();
    await expect(ara.getByRole("heading", { level: 1, name: "Day 42: suppression" })).toBeVisible();
    await expect(bora.getByRole("heading", { level: 1, name: "Day 42: suppression" })).toBeVisible(SOON);
    await ask(askAra, url, changeNote, { params: { id, note: note.id }, body: { title: "Day 43" } });
    await expect(bora.getByRole("heading", { level: 1, name: "Day 43" })).toBeVisible(SOON);
  });
  await close();
});
