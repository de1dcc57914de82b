/** From a note to tomorrow's cards: pasted, looked at, confirmed; who cannot come; and the deck, served the next day. */
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { textOf } from "@/tests/notes/fixtures";
import { signUp } from "@/lib/wire/account";
import { createGroup, readGroup } from "@/lib/wire/groups";
import { joinGroup, makeInvite } from "@/lib/wire/invitations";
import { createNote } from "@/lib/wire/notes";
import { startSession } from "@/lib/wire/peerSessions";
import { readQueue } from "@/lib/wire/review";
import { BASE, type BodyOf, type ParamsOf, type ReplyOf, type Route } from "@/lib/wire/route";
import { PORT } from "../../playwright.config";
import { answering, Keyboard } from "./hands";
import { ownServer, type OwnServer } from "./ownServer";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const HOUR = 3_600_000;

/** A call with somebody's own cookie, past the page's buttons. */
async function ask<R extends Route>(
  request: APIRequestContext,
  url: string,
  route: R,
  { params, body }: { readonly params?: ParamsOf<R>; readonly body?: BodyOf<R> } = {},
): Promise<ReplyOf<R>> {
  const path = Object.entries((params ?? {}) as Record<string, string>).reduce(
    (at, [name, value]) => at.replace(`:${name}`, value),
    route.path as string,
  );
  const headers = { "idempotency-key": crypto.randomUUID(), origin: url };
  const response = await request.fetch(`${url}${BASE}${path}`, { method: route.method, data: body, headers });
  expect(response.ok(), await response.text()).toBe(true);
  return route.reply.parse(await response.json()) as ReplyOf<R>;
}

const joinAs = (request: APIRequestContext, url: string, name: string, mail: string) =>
  ask(request, url, signUp, {
    body: { name, email: `${mail}@example.org`, password: "a long sentence to remember", timeZone: "Asia/Seoul" },
  });

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-theme", colorScheme);
    const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
    expect(violations.map(({ id, nodes }) => `${id} ${nodes.map(({ target }) => target.join(" ")).join(" | ")}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  const size = page.viewportSize() ?? { width: 390, height: 844 };
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ ...size, width });
    const widths = () => page.evaluate(() => [window.innerWidth, document.documentElement.scrollWidth]);
    await expect.poll(widths, "scrolls sideways").toEqual([width, width]);
  }
  await page.setViewportSize(size);
}

/** Pictures for whoever looks: only where somebody asks for them. */
const picture = async (page: Page, name: string) => {
  const folder = process.env.BOXUP_TEST_PICTURES;
  await page.screenshot({ path: `${folder ?? test.info().outputDir}/${name}.png`, fullPage: true });
};

test.describe("the original note", () => {
  let server: OwnServer;
  test.beforeAll(async () => {
    test.setTimeout(240_000);
    server = await ownServer(PORT + 30);
  });
  test.afterAll(() => server.stop());

  test("is pasted, confirmed, and tomorrow's review serves its deck; attendance shows who cannot come", async ({ page, browser }) => {
    test.setTimeout(400_000);
    const { url } = server;
    await page.setViewportSize({ width: 1280, height: 900 });
    await joinAs(page.request, url, "민지", "minji");
    const { id } = await ask(page.request, url, createGroup, {
      body: { name: "박스업 스터디", sharesReview: true, timeZone: "Asia/Seoul" },
    });
    const { code } = await ask(page.request, url, makeInvite, { params: { id }, body: { days: 7, maxUses: 10 } });
    const others = await Promise.all(
      ["김성익", "상진"].map(async (name, i) => ({ name, context: await browser.newContext(), mail: `other-${i}` })),
    );
    for (const { name, context, mail } of others) {
      await joinAs(context.request, url, name, mail);
      await ask(context.request, url, joinGroup, { params: { code }, body: { sharesReview: true } });
    }
    const { today } = await ask(page.request, url, readGroup, { params: { id } });
    const session = await ask(page.request, url, startSession, { params: { id }, body: { date: today } });
    const at = `${url}/ko/groups/${id}/sessions/${session.id}`;
    const findings = page.getByTestId("findings");

    await test.step("what stands in it is found, in the browser alone", async () => {
      await page.goto(at);
      await page.getByRole("link", { name: "노트에서 가져오기" }).click();
      await expect(page).toHaveURL(/\/read$/);
      const field = page.getByLabel("노트 붙여넣기");
      await answering(field);
      const sent: string[] = [];
      page.on("request", (request) => sent.push(...(request.method() === "GET" ? [] : [request.url()])));
      await field.fill(textOf("00-review-note.ko.txt"));
      await expect(findings.getByTestId("slips").locator("li[data-keep]")).toHaveCount(10);
      await expect(findings.getByTestId("people").locator("li[data-keep]")).toHaveCount(2);
      await expect(findings.getByTestId("items").locator("li[data-keep]")).toHaveCount(3);
      await expect(findings.getByTestId("topics").getByRole("button", { pressed: true })).toHaveCount(32);
      await expect(page.getByTestId("lines").locator("li[data-mark=slip]")).toHaveCount(10);
      const cam = findings
        .getByTestId("slips")
        .getByRole("listitem")
        .filter({ has: page.locator("a[href='#line-208']") });
      await expect(cam.getByRole("link", { name: /수업/ })).toHaveAttribute("href", /\/learn\/cam$/);
      await expect(findings.getByLabel("“성익” 님은 누구인가요?").locator("option:checked")).toHaveText("김성익");
      expect(sent).toEqual([]);
      await picture(page, "read-1280-ko-light");
      await expectAccessible(page);
    });

    await test.step("what was chosen survives a reload", async () => {
      const first = findings.getByTestId("slips").locator("li[data-keep]").first();
      await first.getByRole("checkbox").click();
      await expect(first).toHaveAttribute("data-keep", "false");
      await expect
        .poll(() => page.evaluate(() => Object.values(sessionStorage).some((kept: string) => kept.includes('"keep":false'))))
        .toBe(true);
      await page.reload();
      await expect(first).toHaveAttribute("data-keep", "false");
      await expect(page.getByTestId("summary")).toContainText("바로잡을 말 9개");
    });

    await test.step("it is confirmed at once, and the session has it", async () => {
      await page.getByRole("button", { name: "확인하고 적기" }).click();
      await expect(page.getByTestId("written")).toBeVisible();
      await expect(page.getByTestId("deck")).toContainText("복습할 카드 20장");
      await page.getByRole("link", { name: "세션으로 가기" }).click();
      await expect(page.getByTestId("arose").locator("[data-item]")).toHaveCount(3);
      await expect(page.getByTestId("session-slips").getByRole("listitem")).toHaveCount(9);
      const others = page.getByTestId("others").getByRole("listitem");
      await expect(others.filter({ hasText: "김성익" })).toContainText("다음 세션에는 못 와요");
      await expect(others.filter({ hasText: "상진" }).getByRole("combobox")).toHaveValue("on-leave");
      await picture(page, "session-1280-ko-light");
      await expectAccessible(page);
    });

    await test.step("somebody else of the group takes the deck with one tap", async () => {
      const theirs = await others[0].context.newPage();
      await theirs.setViewportSize({ width: 390, height: 844 });
      await theirs.goto(`${url}/ko/groups/${id}`);
      await theirs.getByTestId("decks").getByRole("button", { name: "받기" }).click();
      await expect(theirs.getByTestId("decks").locator("[data-taken=true]"), "it says for which day").toContainText("복습 카드 20장");
      await expect(theirs.locator("[data-taken=true] p").first(), "the button is gone, the place is not").toBeFocused();
      await theirs.reload();
      await expect(theirs.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(theirs.getByTestId("decks")).toHaveCount(0);
      await theirs.goto(at);
      await expect(theirs.getByTestId("decks").locator("[data-taken=true]")).toContainText("20장");
      await picture(theirs, "session-390-ko-light");
    });

    await test.step("tomorrow the review serves it and says where it is from", async () => {
      expect((await ask(page.request, url, readQueue)).cards).toEqual([]);
      // A day ahead is the next day at every hour; a few hours more would be the day after next from midnight to four.
      await server.moveClock(24 * HOUR);
      const { cards } = await ask(page.request, url, readQueue);
      expect(cards).toHaveLength(20);
      expect(cards.map(({ item }) => item)).toContain("mend-the-note");
      await page.goto(`${url}/ko/review`);
      await expect(page.getByTestId("due-count")).toHaveText(/^0 \/ 20/);
      await expect(page.getByTestId("from")).toHaveText("어제 피어세션에서");
      await picture(page, "review-1280-ko-light");
    });

    await test.step("and the day's session knows who cannot come", async () => {
      const next = await ask(page.request, url, readGroup, { params: { id } });
      const { id: following } = await ask(page.request, url, startSession, { params: { id }, body: { date: next.today } });
      await page.goto(`${url}/ko/groups/${id}/sessions/${following}`);
      const row = page.getByTestId("others").getByRole("listitem").filter({ hasText: "김성익" });
      await expect(row).toContainText("예정: 못 왔어요");
    });
    for (const { context } of others) await context.close();
  });
});

test("minutes are read in by keyboard alone, in English, and a file in older Korean letters is read", async ({ page, baseURL }) => {
  test.setTimeout(180_000);
  const url = baseURL ?? "";
  await page.setViewportSize({ width: 390, height: 844 });
  await joinAs(page.request, url, "Mina", `mina-${test.info().workerIndex}-${test.info().retry}`);
  const { id } = await ask(page.request, url, createGroup, { body: { name: "Boxes at nine", sharesReview: true, timeZone: "Asia/Seoul" } });
  const { today } = await ask(page.request, url, readGroup, { params: { id } });
  const session = await ask(page.request, url, startSession, { params: { id }, body: { date: today } });
  await page.goto(`/en/groups/${id}/sessions/${session.id}/read`);
  const keyboard = new Keyboard(page);
  const field = page.getByLabel("Paste a note");
  await answering(field);

  await test.step("a file as older Korean editors write it", async () => {
    // "성익님 내일 뷁 못 오심" in CP949.
    const bytes = [
      0xbc, 0xba, 0xc0, 0xcd, 0xb4, 0xd4, 0x20, 0xb3, 0xbb, 0xc0, 0xcf, 0x20, 0x94, 0xee, 0x20, 0xb8, 0xf8, 0x20, 0xbf, 0xc0, 0xbd, 0xc9,
    ];
    await page.getByTestId("note-file").setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from(bytes) });
    await expect(field).toHaveValue("성익님 내일 뷁 못 오심");
    await page
      .getByTestId("note-file")
      .setInputFiles({ name: "a.png", mimeType: "image/png", buffer: Buffer.from([0x89, 0x50, 0, 0, 1, 2]) });
    await expect(page.getByText("This file cannot be read as text.")).toBeVisible();
    await keyboard.reach(page.getByRole("button", { name: "Clear" }));
    await keyboard.press("Enter");
    await expect(field).toHaveValue("");
  });

  await keyboard.reach(field);
  await page.keyboard.insertText(textOf("06-minutes-crlf.en.txt"));
  const slips = page.getByTestId("slips").locator("li[data-keep]");
  await expect(slips.first()).toBeVisible();
  await expect(page.getByTestId("other-day")).toContainText("2021");
  const count = await slips.count();
  expect(count).toBeGreaterThan(3);
  await keyboard.turn(slips.first().getByRole("checkbox"), "aria-checked", false);
  await expect(page.getByTestId("summary")).toContainText(`To put right: ${count - 1}`);
  const lines = page.getByTestId("lines");
  await keyboard.reach(lines.locator("summary"));
  await keyboard.press("Enter");
  await expect(lines.locator("li[data-mark=slip]").first()).toBeVisible();
  await picture(page, "read-390-en-light");
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, "read-390-en-dark");
  await keyboard.reach(page.getByRole("button", { name: "Confirm and write" }));
  await keyboard.press("Enter");
  await expect(page.getByTestId("written")).toContainText("Written into the session");
  await expect(page.getByTestId("written")).toContainText(/people who are not in the group were written down by name only/);
  await expect(page.getByTestId("written").getByRole("heading")).toBeFocused();
  await keyboard.reach(page.getByRole("link", { name: "To the session" }));
  await keyboard.press("Enter");
  await expect(page.getByTestId("session-slips").getByRole("listitem")).toHaveCount(count - 1);
  await picture(page, "session-390-en-dark");
});

test("a note of the group is handed over by its address, and a draft that stands is not lost to it", async ({ page, baseURL }) => {
  const url = baseURL ?? "";
  await joinAs(page.request, url, "Jun", `jun-${test.info().workerIndex}-${test.info().retry}`);
  const { id } = await ask(page.request, url, createGroup, { body: { name: "Boxes at ten", sharesReview: true, timeZone: "Asia/Seoul" } });
  const { today } = await ask(page.request, url, readGroup, { params: { id } });
  const session = await ask(page.request, url, startSession, { params: { id }, body: { date: today } });
  const text = "- [ ] NMS 구현하기";
  const note = await ask(page.request, url, createNote, { params: { id }, body: { session: session.id, title: "오늘", text } });
  await page.goto(`/ko/groups/${id}/sessions/${session.id}/read?source=${note.id}`);
  const field = page.getByLabel("노트 붙여넣기");
  await expect(field).toHaveValue(text);
  await expect(page.getByTestId("items").locator("li[data-keep]")).toHaveCount(1);
  await field.fill("- [ ] IoU 구현하기");
  await expect
    .poll(() => page.evaluate(() => Object.values(sessionStorage).some((kept: string) => kept.includes("IoU 구현하기"))))
    .toBe(true);
  await page.reload();
  await expect(field).toHaveValue("- [ ] IoU 구현하기");
});
