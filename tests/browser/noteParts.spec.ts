/** What goes into a note besides words: a simulation that is played in place, pictures dropped and picked, templates; and what stays out. */
import { expect, test, type Page } from "@playwright/test";
import { createNote, readNote } from "@/lib/wire/notes";
import { NOTE_BYTES } from "@/lib/wire/noteParts";
import { addItem } from "@/lib/wire/peerSessions";
import { pngOf } from "../server/setup/pictures";
import { ask, groupScene } from "./group";

const PNG = pngOf(8, 8);
const editor = (page: Page) => page.locator(".cm-content");
const saved = (page: Page) => expect(page.getByTestId("sync-state")).toHaveAttribute("data-word", "saved");
/** Pictures for whoever looks: only where somebody asks for them. */
const picture = async (page: Page, name: string) => {
  await page.screenshot({ path: `${process.env.BOXUP_TEST_PICTURES ?? test.info().outputDir}/${name}.png`, fullPage: true });
};

/** Puts data on the clipboard's way into the editor, as the browser does for a paste or a drop. */
const give = (page: Page, how: "paste" | "drop", what: { readonly text?: string; readonly png?: string; readonly name?: string }) =>
  editor(page).evaluate(
    (node, [way, { text, png, name }]) => {
      const data = new DataTransfer();
      if (text !== undefined) data.setData("text/plain", text);
      if (png !== undefined) {
        const bytes = Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0));
        data.items.add(new File([bytes], name ?? "", { type: "image/png" }));
      }
      const { left, top } = node.getBoundingClientRect();
      const at = { clientX: left + 20, clientY: top + 20, bubbles: true, cancelable: true };
      node.dispatchEvent(
        way === "paste"
          ? new ClipboardEvent("paste", { clipboardData: data, ...at })
          : new DragEvent("drop", { dataTransfer: data, ...at }),
      );
    },
    [how, what] as const,
  );

test("a simulation as somebody left it is a card that is played in the note, on a phone in Korean", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  const { id, members, close } = await groupScene(browser, url, [{ name: "Ara", locale: "ko-KR" }]);
  const [{ page, context }] = members;
  const text = `어제 본 것\n\n${url}/en/learn/nms?nms.t=0.3\n\n${url}/ko/learn/nms\n`;
  const note = await ask(context.request, url, createNote, { params: { id }, body: { session: null, title: "시뮬레이션", text } });
  await page.goto(`/ko/groups/${id}/notes/${note.id}/read`);
  const card = page.getByTestId("note-card");
  await expect(card).toHaveCount(1);
  await expect(card).toHaveAttribute("data-card", "simulation");
  await expect(card).toContainText("공유한 모습 그대로");
  await card.getByRole("button", { name: "여기서 보기" }).click();
  const knob = card.getByRole("slider").first();
  await expect(knob).toBeVisible({ timeout: 60_000 });
  await expect(card.getByText("0.30").first()).toBeVisible();
  await picture(page, "simulation-390-ko");
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const before = page.url();
  const threshold = card.getByRole("slider", { name: /임계값/ }).first();
  await threshold.focus();
  await threshold.press("ArrowRight");
  await expect(card.getByText("0.30")).toHaveCount(0);
  expect(page.url(), "the note's own address stays as it is").toBe(before);
  await card.getByRole("button", { name: "접기" }).click();
  await expect(card.getByRole("slider")).toHaveCount(0);
  await close();
});

test("a picture is dropped where it is let go, and one is picked from the device", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  const { id, members, close } = await groupScene(browser, url, [{ name: "Ara", size: { width: 1280, height: 900 } }]);
  const [{ page, context }] = members;
  const note = await ask(context.request, url, createNote, {
    params: { id },
    body: { session: null, title: "Pictures", text: "above\n\nbelow\n" },
  });
  const textOf = async () => (await ask(context.request, url, readNote, { params: { id, note: note.id } })).text;
  await page.goto(`/en/groups/${id}/notes/${note.id}`);
  await expect(editor(page)).toContainText("above");
  const view = page.getByTestId("note-view");

  await test.step("dropped", async () => {
    await editor(page).click();
    await page.keyboard.press("Control+End");
    await give(page, "drop", { png: PNG.toString("base64"), name: "dropped.png" });
    await expect(view.getByRole("img", { name: "dropped" })).toBeVisible();
    // Not where the cursor stands.
    await expect.poll(textOf).toMatch(/^[above]*!\[dropped\]\(images\/[a-z0-9]+\.webp\)[above]*\n\nbelow\n$/);
  });

  await test.step("pasted, and what is typed next stands behind it", async () => {
    await editor(page).click();
    await page.keyboard.press("Control+End");
    await give(page, "paste", { png: pngOf(10, 10).toString("base64"), name: "pasted.png" });
    await expect(view.getByRole("img", { name: "pasted" })).toBeVisible();
    await page.keyboard.type(" behind it ");
    await expect.poll(textOf).toMatch(/below\n!\[pasted\]\([^)]*\) behind it $/);
  });

  await test.step("picked", async () => {
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Add a picture" }).click();
    await (
      await chooser
    ).setFiles([
      { name: "picked.png", mimeType: "image/png", buffer: pngOf(12, 12) },
      { name: "second.png", mimeType: "image/png", buffer: pngOf(9, 9) },
    ]);
    const img = view.getByRole("img", { name: "picked" });
    await expect(img).toBeVisible();
    await expect.poll(() => img.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(12);
    await expect.poll(textOf).toMatch(/ behind it !\[picked\]\([^)]*\)!\[second\]\([^)]*\)$/);
  });

  await test.step("a file that only says it is a picture is refused, and the text stays", async () => {
    const before = await textOf();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Add a picture" }).click();
    await (await chooser).setFiles({ name: "no.png", mimeType: "image/png", buffer: Buffer.from("<svg onload=alert(1)>") });
    await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
    expect(await textOf()).toBe(before);
    await picture(page, "pictures-1280-en");
  });
  await close();
});

test("a paste beyond what a note holds stays out, in either editor, and nothing that was written is lost", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  const { id, members, close } = await groupScene(browser, url, [{ name: "Ara", locale: "ko-KR" }]);
  const [{ page, context }] = members;
  const note = await ask(context.request, url, createNote, { params: { id }, body: { session: null, title: "긴 글", text: "처음\n" } });
  const textOf = async () => (await ask(context.request, url, readNote, { params: { id, note: note.id } })).text;
  await page.goto(`/ko/groups/${id}/notes/${note.id}`);
  await expect(editor(page)).toContainText("처음");
  const notice = page.getByTestId("paste-too-long");
  const megabyte = "가나다라 mAP 0.5\n".repeat(50_000);
  expect(Buffer.byteLength(megabyte)).toBeGreaterThan(1_000_000);

  await test.step("in the editor", async () => {
    await editor(page).click();
    await page.keyboard.press("Control+End");
    await give(page, "paste", { text: megabyte });
    await expect(notice).toContainText("64KB");
    await expect(notice).toBeInViewport();
    await picture(page, "paste-390-ko");
    await page.keyboard.type("다음");
    await expect(notice).toHaveCount(0);
    await saved(page);
    expect(await textOf()).toBe("처음\n다음");
    await give(page, "paste", { text: "!".repeat(NOTE_BYTES / 2) });
    await expect.poll(async () => (await textOf()).length).toBe("처음\n다음".length + NOTE_BYTES / 2);
    await page.keyboard.press("Control+z");
    await expect.poll(textOf).toBe("처음\n다음");
  });

  await test.step("in the plain field", async () => {
    await page.getByRole("switch", { name: "기본 글상자로 쓰기" }).click();
    const field = page.getByRole("textbox", { name: "노트 내용 (마크다운)" });
    await expect(field).toHaveValue("처음\n다음");
    const taken = await field.evaluate((node, text) => {
      const data = new DataTransfer();
      data.setData("text/plain", text);
      return node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, megabyte);
    expect(taken, "the browser is told not to put it in").toBe(false);
    await expect(notice).toContainText("64KB");
    await field.press("Control+End");
    await field.pressSequentially(" 끝");
    await expect(notice).toHaveCount(0);
    await expect.poll(textOf).toBe("처음\n다음 끝");
  });
  await close();
});

test("a session's note begins with the template of one's choice, which knows what the session knows", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  const { id, session, members, close } = await groupScene(browser, url, [{ name: "Ara", locale: "ko-KR" }]);
  const [{ page, context }] = members;
  const item = { session, type: "question", text: "4번 상자는 왜 남나요?", assignee: null } as const;
  await ask(context.request, url, addItem, { params: { id }, body: item });
  await page.goto(`/ko/groups/${id}/sessions/${session}`);
  const choice = page.getByRole("radiogroup", { name: "노트를 무엇으로 시작할까요?" });
  await expect(choice.getByRole("radio", { name: "복습 노트" })).toBeChecked();
  await page.getByRole("button", { name: "노트 쓰기" }).click();
  for (const words of ["진행: Ara", "## 강의 복습 내용", "## 얻은 지식", "## 좀더 찾아보기", "## 피어세션 정리"])
    await expect(editor(page)).toContainText(words);
  await picture(page, "template-390-ko");

  await page.goto(`/en/groups/${id}`);
  await page.getByRole("button", { name: "New note" }).click();
  await page.getByLabel("Title of the note").fill("Minutes of Monday");
  await page.getByRole("radio", { name: "Minutes" }).click();
  await page.getByRole("button", { name: "Start the note" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Minutes of Monday" })).toBeVisible();
  for (const words of ["## Agenda", "## Discussed", "## Decided", "## To do", "## Next time"])
    await expect(editor(page)).toContainText(words);
  await page.goto(`/en/groups/${id}`);
  await page.getByRole("button", { name: "New note" }).click();
  await page.getByLabel("Title of the note").fill("Nothing yet");
  await page.getByRole("button", { name: "Start the note" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nothing yet" })).toBeVisible();
  await expect(editor(page).locator(".cm-placeholder")).toBeVisible();
  await close();
});

test("of more than a hundred notes the rest comes when it is asked for", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const url = baseURL ?? "";
  const { id, members, close } = await groupScene(browser, url, [{ name: "Ara" }, { name: "Bora" }]);
  const [{ page }] = members;
  // In turn: each may begin sixty a minute.
  for (let n = 1; n <= 103; n++)
    await ask(members[n % 2].context.request, url, createNote, { params: { id }, body: { session: null, title: `Page ${n}`, text: "" } });
  await page.goto(`/en/groups/${id}`);
  const notes = page.getByTestId("notes").getByRole("listitem");
  await expect(notes).toHaveCount(8);
  await page.getByRole("button", { name: "Show all notes" }).click();
  await expect(notes).toHaveCount(100);
  await page.getByTestId("notes").getByRole("button", { name: "Show more" }).click();
  await expect(notes).toHaveCount(103);
  await expect(notes.last()).toContainText("Page 1");
  await expect(page.getByTestId("notes").getByRole("button", { name: "Show more" })).toHaveCount(0);
  await close();
});
