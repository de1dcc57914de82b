/** A note as it is read: laid out, with a picture pasted into it, a shared round played in it, on paper, and found again. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { createGroup } from "@/lib/wire/groups";
import { createNote, readNote } from "@/lib/wire/notes";
import { BASE } from "@/lib/wire/route";
import { pngOf } from "../server/setup/pictures";
import { answering } from "./hands";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** A PNG of 8 × 8 pixels. */
const PNG = pngOf(8, 8).toString("base64");

const TEXT = `# 강의 복습 내용

**IoU(겹침)**은 $\\frac{A \\cap B}{A \\cup B}$ 이고, [[NMS]]와 [[차원 축소]], [[점심]]에서 나와요. @Ara가 정리했어요.

$$\\sum_{i=1}^{n} x_i$$

- [ ] 논문 읽기

- [x] 문제 풀기

| 방법 | mAP |
|:-|-:|
| R-CNN | 58.5 |

\`\`\`python
print("<script>alert(1)</script>")
\`\`\`

<img src=x onerror="document.title='broken'">

다른 사이트의 글은 [밖](https://example.org/page)으로 나가고, 그림은 ![추적](https://example.org/pixel.png)처럼 이름만 보여요.

ORIGIN/ko/play/iou-estimate?level=1&seed=shared

https://example.org/ko/play/iou-estimate?level=1&seed=shared
`;

async function post(page: Page, path: string, data: object): Promise<{ id: string }> {
  const headers = { "idempotency-key": crypto.randomUUID() };
  const answer = await page.request.post(`${BASE}${path}`, { data, headers: { ...headers, origin: new URL(page.url()).origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return (await answer.json()) as { id: string };
}

/** Somebody with an account and a group, in which a note of `text` stands. */
async function aNote(page: Page, text: string): Promise<{ group: string; note: string; read: () => Promise<string> }> {
  await page.goto("/en/signin?next=/groups");
  const button = page.getByRole("button", { name: "Sign up", exact: true });
  await answering(button);
  await page.getByLabel("Name").fill("Ara");
  await page.getByLabel("E-mail").fill(`ara-page-${Date.now()}-${test.info().workerIndex}@example.org`);
  await page.getByLabel("Password").fill("a long sentence to remember");
  await button.click();
  await expect(page).toHaveURL(/\/en\/groups$/);
  const { id: group } = await post(page, createGroup.path, { name: "Boxes", sharesReview: false });
  const at = createNote.path.replace(":id", group);
  const body = { session: null, title: "Day 41", text: text.replaceAll("ORIGIN", new URL(page.url()).origin) };
  const { id: note } = await post(page, at, body);
  const read = async () => readNote.reply.parse(await (await page.request.get(`${BASE}${at}/${note}`)).json()).text;
  return { group, note, read };
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  }
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), "scrolls sideways").toBe(width);
  }
}

test("a note is laid out, a shared round in it is played, and on paper it is ink on white", async ({ page }) => {
  test.setTimeout(240_000);
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  const { group, note } = await aNote(page, TEXT);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/en/groups/${group}/notes/${note}/read`);
  const view = page.getByTestId("note-view");

  await test.step("everything in it is drawn, and nothing of it runs or is fetched from elsewhere", async () => {
    await expect(view.getByRole("heading", { level: 2, name: "강의 복습 내용" })).toBeVisible();
    await expect(view.locator("[data-formula] .katex")).toHaveCount(2);
    await expect(view.locator("[data-bad]")).toHaveCount(0);
    await expect(view.getByRole("checkbox")).toHaveCount(2);
    const done = view.getByRole("checkbox", { name: "문제 풀기" });
    await expect(done).toBeChecked();
    const tops = [done, view.getByText("문제 풀기")].map((part) => part.evaluate((node) => node.getBoundingClientRect().top));
    const [box, words] = await Promise.all(tops);
    expect(box, "its words begin beside the box").toBeGreaterThanOrEqual(words);
    await expect(view.getByRole("link", { name: "NMS" })).toHaveAttribute("href", "/en/learn/nms");
    await expect(view.locator("[data-topic='dimensionality-reduction']")).toContainText("topic without a lesson yet");
    await expect(view.locator("[data-topic='']")).toContainText("unknown topic");
    await expect(view.locator("[data-mention]")).toHaveText("@Ara");
    await expect(view.getByRole("link", { name: "밖" })).toHaveAttribute("rel", "noopener nofollow ugc");
    await expect(view.getByRole("link", { name: "A picture of another site: 추적" })).toBeVisible();
    await expect(view.locator("img")).toHaveCount(0);
    await expect(view.getByText("<img src=x onerror=\"document.title='broken'\">")).toBeVisible();
    await expect(page).not.toHaveTitle("broken");
    expect(asked.filter((url) => !url.startsWith(new URL(page.url()).origin) && !/^(data|blob):/.test(url))).toEqual([]);
  });

  await test.step("the link of ours is a card, and its round is played in place", async () => {
    const card = view.getByTestId("note-card");
    await expect(card).toHaveCount(1);
    await expect(card).toContainText("Level 1");
    await card.getByRole("button", { name: "Play here" }).click();
    const board = card.locator("[data-phase='playing']");
    await expect(board).toHaveAttribute("data-seed", "shared", { timeout: 60_000 });
    await expect(board).toHaveAttribute("data-level", "1");
    await expectAccessible(page);
  });

  await test.step("on paper: black on white, where links lead, and nothing of the site", async () => {
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(page.getByRole("navigation", { name: "Main" })).toBeHidden();
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    const looks = await view.evaluate((node) => ({
      ink: getComputedStyle(node).color,
      paper: getComputedStyle(document.documentElement).backgroundColor,
      after: getComputedStyle(node.querySelector("a[href^='http']") as Element, "::after").content,
    }));
    expect(looks).toEqual({ ink: "rgb(0, 0, 0)", paper: "rgb(255, 255, 255)", after: expect.stringContaining("https://example.org/page") });
    await expect(view.locator(".address")).toBeVisible();
    await page.emulateMedia({ media: "screen" });
  });

  await test.step("it is found by words that stand together in it", async () => {
    await page.goto("/en/groups/search");
    const field = page.getByLabel("Look for");
    await answering(field);
    await field.fill("iou(겹침");
    await page.getByRole("button", { name: "Search" }).click();
    await expect(page.getByTestId("found-notes").getByRole("link", { name: "Day 41" })).toBeVisible();
    await expect(page.locator("mark").first()).toHaveText("IoU(겹침");
    await expectAccessible(page);
  });
});

test("a picture that is pasted stands where the cursor was, and a task is ticked where it is read", async ({ page }) => {
  test.setTimeout(240_000);
  const { group, note, read } = await aNote(page, "앞\n\n뒤\n\n- [ ] 읽기\n");
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`/en/groups/${group}/notes/${note}`);
  const editor = page.locator(".cm-content");
  await expect(editor).toBeVisible();

  await test.step("side by side on a wide screen", async () => {
    await expect(page.getByTestId("note-view")).toContainText("앞");
    await expect(page.getByRole("radio", { name: "Read" })).toHaveCount(0);
  });

  await test.step("pasted behind the first line, it is seen there", async () => {
    await editor.getByText("앞").click();
    await page.keyboard.press("End");
    await editor.evaluate((node, base64) => {
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      const data = new DataTransfer();
      data.items.add(new File([bytes], "heat map.png", { type: "image/png" }));
      node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, PNG);
    const picture = page.getByTestId("note-view").getByRole("img", { name: "heat map" });
    await expect(picture).toBeVisible();
    await expect.poll(() => picture.evaluate((node: HTMLImageElement) => node.naturalWidth)).toBe(8);
    await expect.poll(read).toMatch(/^앞!\[heat map\]\(images\/[a-z0-9]+\.webp\)\n\n뒤/);
    const address = await picture.evaluate((node: HTMLImageElement) => node.currentSrc);
    const { "cache-control": kept, "content-security-policy": may } = (await page.request.get(address)).headers();
    expect([kept, may], "this browser keeps it, and nobody between").toEqual([
      "private, max-age=31536000, immutable",
      "default-src 'none'; frame-ancestors 'none'; sandbox",
    ]);
    const none = await page.request.get(address.replace(/[^/]+$/, "none"));
    expect([none.status(), none.headers()["cache-control"]]).toEqual([404, "no-store"]);
  });

  await test.step("ticking a task is an edit of the note", async () => {
    await page.getByTestId("note-view").getByRole("checkbox", { name: "읽기" }).click();
    await expect.poll(read).toContain("- [x] 읽기");
    await expect(editor).toContainText("[x] 읽기");
  });

  await test.step("one after the other on a phone", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expect(page.getByTestId("note-view")).toBeHidden();
    await page.getByRole("radio", { name: "Read" }).click();
    await expect(page.getByTestId("note-view").getByRole("img", { name: "heat map" })).toBeVisible();
    await expectAccessible(page);
  });
});
