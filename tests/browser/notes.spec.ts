/** Four people in one note: they see each other and each other's cursors, one goes offline and comes back, one is frozen, one is removed. */
import { expect, test, type Browser, type Page } from "@playwright/test";
import { makeInvite, joinGroup } from "@/lib/wire/invitations";
import { createGroup, readGroup } from "@/lib/wire/groups";
import { startSession } from "@/lib/wire/peerSessions";
import { signUp as signingUp } from "@/lib/wire/account";
import { BASE, type Route } from "@/lib/wire/route";

/** Asks as the page would. */
async function ask<R extends Route>(page: Page, { method, path, reply }: R, params: Record<string, string> = {}, body?: unknown) {
  const url = `${BASE}${path.replace(/:(\w+)/g, (_, name: string) => params[name])}`;
  const answer = await page.evaluate(
    async ([to, verb, sent]) => {
      const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
      const response = await fetch(to, { method: verb, headers, body: sent });
      return { ok: response.ok, json: (await response.json()) as unknown };
    },
    [url, method, body === undefined ? undefined : JSON.stringify(body)] as const,
  );
  expect(answer.ok, JSON.stringify(answer.json)).toBe(true);
  return reply.parse(answer.json) as ReturnType<R["reply"]["parse"]>;
}

async function somebody(browser: Browser, name: string, size: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ locale: "en-US", viewport: size });
  const page = await context.newPage();
  await page.goto("/en/credits");
  const email = `${name}-notes-${test.info().workerIndex}-${test.info().retry}@example.org`.toLowerCase();
  await ask(page, signingUp, {}, { email, password: "a long sentence to remember", name, timeZone: "Asia/Seoul" });
  return page;
}

const editor = (page: Page) => page.locator(".cm-content");
const state = (page: Page) => page.getByTestId("sync-state");
const saved = (page: Page) => expect(state(page)).toHaveAttribute("data-word", "saved");
/** What stands in the editor, without the names at others' cursors. */
const textIn = (page: Page) =>
  editor(page).evaluate((content) =>
    [...content.querySelectorAll(".cm-line")]
      .map((line) => {
        const copy = line.cloneNode(true) as HTMLElement;
        copy.querySelectorAll(".note-caret").forEach((caret) => caret.remove());
        return copy.textContent;
      })
      .join("\n"),
  );

/** Writes at the end of the note. */
async function write(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.keyboard.type(text);
}

const converged = (pages: readonly Page[], parts: readonly string[]) =>
  expect
    .poll(async () => {
      const texts = await Promise.all(pages.map(textIn));
      const [first] = texts;
      return { same: texts.every((text) => text === first), counts: parts.map((part) => first.split(part).length - 1) };
    })
    .toEqual({ same: true, counts: parts.map(() => 1) });

test("a note is written together, over a lost network and a frozen tab, and not read by whoever is removed", async ({ browser }) => {
  test.setTimeout(300_000);
  const phone = { width: 390, height: 844 };
  const [ara, bora, chan, duri] = await Promise.all([
    somebody(browser, "Ara", { width: 1280, height: 900 }),
    somebody(browser, "Bora", phone),
    somebody(browser, "Chan", phone),
    somebody(browser, "Duri", phone),
  ]);
  const { id } = await ask(ara, createGroup, {}, { name: "Boxes at nine", sharesReview: true });
  const { code } = await ask(ara, makeInvite, { id }, { days: 1, maxUses: 10 });
  for (const page of [bora, chan, duri]) await ask(page, joinGroup, { code }, { sharesReview: false });
  const { today } = await ask(ara, readGroup, { id });
  const { id: session } = await ask(ara, startSession, { id }, { date: today });

  await test.step("the session leads to its note, which is saved as it is written", async () => {
    await ara.goto(`/en/groups/${id}/sessions/${session}`);
    await ara.getByRole("button", { name: "Write the note" }).click();
    await expect(editor(ara)).toBeVisible();
    await write(ara, "# Review\n- IoU of two boxes\n");
    await saved(ara);
  });
  const url = ara.url();

  await test.step("whoever is there is seen, with a cursor and a name", async () => {
    await bora.goto(`/en/groups/${id}/sessions/${session}`);
    await expect(bora.getByRole("button", { name: "Write the note" })).toHaveCount(0);
    await bora.getByRole("link", { name: "Open the note" }).click();
    await bora.waitForURL(url);
    await chan.goto(url);
    for (const page of [bora, chan]) await expect(editor(page)).toContainText("IoU of two boxes");
    await expect(ara.getByTestId("here").getByRole("listitem")).toHaveText(["Bora", "Chan"]);
    await expect(bora.getByTestId("here").getByRole("listitem")).toHaveText(["Ara", "Chan"]);
    await write(bora, "bora's line ");
    await expect(ara.locator(".note-caret-name")).toContainText(["Bora"]);
    await converged([ara, bora, chan], ["bora's line "]);
    await Promise.all([write(ara, "from ara. "), write(chan, "from chan. ")]);
    await Promise.all([ara, bora, chan].map(saved));
    await expect.poll(() => textIn(bora)).toContain("bora's line");
    const [a, b, c] = await Promise.all([textIn(ara), textIn(bora), textIn(chan)]);
    expect([b, c]).toEqual([a, a]);
  });

  await test.step("it says saved once the server has answered, and not before", async () => {
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await chan.route(/\/updates$/, async (route) => {
      await held;
      await route.continue();
    });
    const asked = chan.waitForRequest((request) => request.method() === "POST" && request.url().endsWith("/updates"));
    await write(chan, "\nheld back");
    await asked;
    await expect(state(chan)).toHaveAttribute("data-word", "saving");
    expect(await textIn(ara)).not.toContain("held back");
    answer();
    await saved(chan);
    await chan.unroute(/\/updates$/);
    await converged([ara, bora, chan], ["held back"]);
  });

  await test.step("who is offline goes on, is told that it waits, and merges on return", async () => {
    await bora.context().setOffline(true);
    await write(bora, "\nwritten offline");
    await expect(state(bora)).toHaveAttribute("data-word", "offlineWaiting");
    await expect(state(bora)).toBeInViewport();
    await write(ara, "\nwritten meanwhile");
    await saved(ara);
    await converged([ara, chan], ["written meanwhile"]);
    expect(await textIn(ara)).not.toContain("written offline");
    await bora.context().setOffline(false);
    await converged([ara, bora, chan], ["written meanwhile", "written offline"]);
    await saved(bora);
  });

  await test.step("a frozen tab comes back to what was written", async () => {
    const cdp = await chan.context().newCDPSession(chan);
    await cdp.send("Page.setWebLifecycleState", { state: "frozen" });
    await write(ara, "\nwhile chan was frozen");
    await saved(ara);
    await cdp.send("Page.setWebLifecycleState", { state: "active" });
    await write(chan, "\nchan is back");
    await converged([ara, bora, chan], ["while chan was frozen", "chan is back"]);
  });

  await test.step("what was written survives the tab that wrote it, without a network", async () => {
    await bora.context().setOffline(true);
    await write(bora, "\nbefore the crash");
    await expect(state(bora)).toHaveAttribute("data-word", "offlineWaiting");
    await bora.close({ runBeforeUnload: true });
  });
  const again = await bora.context().newPage();
  await test.step("and is sent by the next", async () => {
    await again.context().setOffline(false);
    await again.goto(url);
    await converged([ara, again, chan], ["before the crash"]);
    await saved(again);
  });

  await test.step("a version is kept, compared and brought back", async () => {
    const before = await textIn(ara);
    await ara.getByRole("button", { name: "Earlier versions" }).click();
    await ara.getByRole("button", { name: "Keep a version now" }).click();
    await expect(ara.getByTestId("versions").getByRole("listitem")).toHaveCount(1);
    await write(ara, "\na slip");
    await saved(ara);
    await ara.getByRole("button", { name: "Compare with now" }).click();
    await expect(ara.getByTestId("difference").locator("ins")).toContainText("a slip");
    await ara.getByRole("button", { name: "Restore this version" }).click();
    await expect.poll(() => textIn(chan)).toBe(before);
    await expect(ara.getByTestId("versions").getByRole("listitem")).toHaveCount(2);
  });

  await test.step("whoever is removed while reading loses it", async () => {
    await duri.goto(url);
    await expect(editor(duri)).toContainText("IoU of two boxes");
    const { people } = await ask(ara, readGroup, { id });
    const member = people.find(({ name }) => name === "Duri")?.id ?? "";
    await ask(
      ara,
      { method: "DELETE", path: "/groups/:id/members/:member", reply: readGroup.reply.pick({ id: true }), access: "user" },
      { id, member },
    );
    await expect(duri.getByTestId("not-here")).toBeVisible();
    await expect(duri.getByText("IoU of two boxes")).toHaveCount(0);
    await write(ara, "\nafter duri");
    await converged([ara, chan], ["after duri"]);
  });

  await test.step("the plain field writes in the same text", async () => {
    await chan.getByRole("switch", { name: "Write in a plain text box" }).click();
    const field = chan.getByRole("textbox", { name: "Text of the note (Markdown)" });
    await expect(field).toHaveValue(/after duri/);
    await field.press("Control+End");
    await field.pressSequentially(" plainly");
    await expect.poll(() => textIn(ara)).toContain("after duri plainly");
    await write(ara, " and richly");
    await expect(field).toHaveValue(/after duri plainly and richly/);
  });

  await test.step("two tabs of one browser share one connection, and the second goes on when the first is closed", async () => {
    const second = await ara.context().newPage();
    const connections: string[] = [];
    second.on("request", (request) => {
      if (request.url().includes("/notes/events")) connections.push(request.url());
    });
    await second.goto(url);
    await write(again, "\nto both tabs");
    await converged([ara, second, again], ["to both tabs"]);
    expect(connections).toEqual([]);
    await ara.close();
    await write(again, "\nto the one that is left");
    await converged([second, again], ["to the one that is left"]);
    await expect.poll(() => connections.length).toBeGreaterThan(0);
    await second.close();
  });
  await Promise.all([ara, again, chan, duri].map((page) => page.context().close()));
});
