/** What an owner is asked to look at: a comment and a note are reported, hidden and shown again; and the link that ends mails. */
import { expect, test } from "@playwright/test";
import { beginThread } from "@/lib/wire/discussion";
import { readMe } from "@/lib/wire/me";
import { createNote } from "@/lib/wire/notes";
import { sign } from "@/lib/server/auth/signed";
import { ask, groupScene } from "./group";

const picture = async (page: import("@playwright/test").Page, name: string) => {
  await page.screenshot({ path: `${process.env.BOXUP_TEST_PICTURES ?? test.info().outputDir}/${name}.png`, fullPage: true });
};

test("a comment and a note are reported, the owner sees why and not by whom, hides them, and shows them again", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const url = baseURL ?? "";
  const { id, members, close } = await groupScene(browser, url, [
    { name: "Ara", locale: "ko-KR" },
    { name: "Bora", size: { width: 1280, height: 900 } },
    { name: "Chan" },
  ]);
  const [ara, bora, chan] = members.map(({ page }) => page);
  const askChan = members[2].context.request;
  const note = await ask(askChan, url, createNote, { params: { id }, body: { session: null, title: "Day 41", text: "Rude words here" } });
  const on = { note: note.id, anchor: "a,", quote: "Rude words here" };
  const { id: thread } = await ask(askChan, url, beginThread, { params: { id }, body: { on, text: "You are all slow." } });

  await test.step("a member reports the comment, and the note", async () => {
    await bora.goto(`/en/groups/${id}/discussion`);
    const card = bora.locator(`[data-thread="${thread}"]`);
    await card.getByRole("button", { name: "Report" }).click();
    await bora.getByLabel("What is wrong with it?").selectOption({ label: "It is unkind to somebody" });
    await bora.getByRole("button", { name: "Tell the owners" }).click();
    await expect(card.getByText("Reported")).toBeVisible();
    await expect(bora.getByTestId("complaints")).toHaveCount(0);
    await bora.goto(`/en/groups/${id}/notes/${note.id}`);
    await bora.getByRole("radio", { name: "Discussion" }).click();
    await bora.getByText("Report this note").click();
    await bora.getByRole("button", { name: "Tell the owners" }).click();
    await expect(bora.getByTestId("note-talk").getByRole("status").filter({ hasText: "Reported" })).toBeVisible();
  });

  const complaints = ara.getByTestId("complaints");
  await test.step("the owner sees both, and no name of who reported them", async () => {
    await ara.goto(`/ko/groups/${id}/discussion`);
    await expect(complaints.getByRole("listitem")).toHaveCount(2);
    await expect(complaints).toContainText("You are all slow.");
    await expect(complaints).toContainText("다른 사람을 불편하게 해요 1명");
    await expect(complaints).toContainText("Chan 님이 썼어요");
    await expect(complaints).not.toContainText("Bora");
    await picture(ara, "complaints-390-ko");
  });

  await test.step("what is hidden is gone for the others, and still there for who wrote it", async () => {
    for (const [what, count] of [
      ["You are all slow.", 1],
      ["Day 41", 2],
    ] as const) {
      await complaints.getByRole("listitem").filter({ hasText: what }).getByRole("button", { name: "가리기" }).click();
      await expect(complaints.getByRole("button", { name: "다시 보이기" })).toHaveCount(count);
    }
    // The note that was open is closed at once.
    await expect(bora.getByText("An owner has hidden this note.", { exact: false })).toBeVisible();
    await expect(bora.getByText("Rude words here")).toHaveCount(0);
    await bora.goto(`/en/groups/${id}/discussion`);
    await expect(bora.getByText("An owner has hidden this comment.")).toBeVisible();
    await expect(bora.getByText("You are all slow.")).toHaveCount(0);
    await chan.goto(`/en/groups/${id}/discussion`);
    await expect(chan.getByText("You are all slow.")).toBeVisible();
    await expect(chan.getByText("the other members do not see it", { exact: false })).toBeVisible();
    await picture(bora, "hidden-1280-en");
  });

  await test.step("and is there again for all once it is shown", async () => {
    for (const left of [1, 0]) {
      await complaints.getByRole("button", { name: "다시 보이기" }).first().click();
      await expect(complaints.getByRole("button", { name: "다시 보이기" })).toHaveCount(left);
    }
    await expect(bora.getByText("You are all slow.")).toBeVisible();
    await bora.goto(`/en/groups/${id}/notes/${note.id}`);
    await expect(bora.getByText("Rude words here").first()).toBeVisible();
  });
  await close();
});

test("the link in a mail ends the mails by a press, a cut or forged one says so, and opening it does nothing", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const url = baseURL ?? "";
  const { members, close } = await groupScene(browser, url, [{ name: "Ara", locale: "ko-KR" }]);
  const [{ context, page }] = members;
  const { user } = await ask(context.request, url, readMe);
  // As the server signs it: with the secret that the tests' server has.
  process.env.NEXTAUTH_SECRET = "browser-tests-only-0123456789abcdef";
  const token = sign("inbox-mail", { user: user?.id });
  const sent: string[] = [];
  page.on("request", (request) => sent.push(...(request.url().includes("/inbox/mail") ? [request.method()] : [])));

  await page.goto("/ko/inbox/off#cut");
  await page.getByRole("button", { name: "메일 끄기" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("링크가 잘렸어요");
  await page.goto("/ko/credits");
  await page.goto(`/ko/inbox/off#${token.slice(0, -4)}AAAA`);
  await page.getByRole("button", { name: "메일 끄기" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await picture(page, "off-forged-390-ko");
  expect(sent).toEqual(["POST"]);

  // Whoever has the mail, signed in or not.
  const stranger = await (await browser.newContext({ locale: "en-US", baseURL: url })).newPage();
  await stranger.goto(`/en/inbox/off#${token}`);
  await stranger.getByRole("button", { name: "Stop the e-mails" }).click();
  await expect(stranger.getByRole("status").filter({ hasText: "The e-mails are off." })).toBeVisible();
  await picture(stranger, "off-1280-en");
  await stranger.context().close();
  await close();
});
