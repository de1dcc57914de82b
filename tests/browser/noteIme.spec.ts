/**
 * Three people compose Hangul in one line of one note, step by step as a Korean keyboard does it, over a network that is slow and loses answers:
 * the browser's own composition events go through the editor, and nothing that the others write ends one early or takes a letter of it.
 * (lib/client/notes/simulation.test.ts has eight people, and the network's time and losses as they are met.)
 */
import { expect, test, type CDPSession, type Page } from "@playwright/test";
import { seeded } from "@/lib/engine/random";
import { createNote } from "@/lib/wire/notes";
import { ask, groupScene } from "./group";

const SYLLABLES = 15;
/** Of answers one in so many is lost: the edit is kept, and who sent it does not know. */
const LOST = 12;

const editor = (page: Page) => page.locator(".cm-content");
const textIn = (page: Page) =>
  editor(page).evaluate((content) => {
    const copy = content.cloneNode(true) as HTMLElement;
    copy.querySelectorAll(".note-caret").forEach((caret) => caret.remove());
    return copy.textContent;
  });

/** The network between a page and the note's edits: 300 ± 200 ms each way. */
async function slow(page: Page, seed: string): Promise<void> {
  const random = seeded(seed);
  let sent = 0;
  await page.route(/\/updates(\?|$)/, async (route) => {
    const way = () => new Promise<void>((done) => setTimeout(done, 100 + 400 * random.next()));
    await way();
    const answer = await route.fetch();
    await way();
    await (++sent % LOST === 0 ? route.abort() : route.fulfill({ response: answer }));
  });
}

/** What a keyboard shows on its way to the `n`th syllable of a writer: 한 is ㅎ, 하, 한. No two writers have one in common. */
function stepsOf(writer: number, n: number): [string, string, string] {
  const open = 0xac00 + 588 * (3 * writer) + 28 * n;
  return ["ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"[3 * writer], String.fromCharCode(open), String.fromCharCode(open + 4)];
}

interface Typing {
  readonly page: Page;
  readonly keyboard: CDPSession;
  readonly writer: number;
}

/** Answers what the editor's compositions ended with. */
async function type({ page, keyboard, writer }: Typing): Promise<string[]> {
  await editor(page).focus();
  await page.keyboard.press("Control+End");
  await page.evaluate(() => {
    const ended: string[] = [];
    Object.assign(window, { ended });
    document.addEventListener("compositionend", ({ data }) => ended.push(data), true);
  });
  for (let first = 0; first < SYLLABLES; first += 3) {
    for (let n = first; n < Math.min(first + 3, SYLLABLES); n++) {
      const steps = stepsOf(writer, n);
      for (const text of steps) await keyboard.send("Input.imeSetComposition", { text, selectionStart: 1, selectionEnd: 1 });
      await keyboard.send("Input.insertText", { text: steps[2] });
    }
    // Behind what the others have written by now.
    await page.keyboard.press("Control+End");
  }
  return page.evaluate(() => (window as typeof window & { ended: string[] }).ended);
}

test("three people compose Hangul at one place over a slow network: no letter is lost, and none breaks", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const url = baseURL ?? "";
  const size = { width: 390, height: 844 };
  const { id, members, close } = await groupScene(
    browser,
    url,
    ["Ara", "Bora", "Chan"].map((name) => ({ name, size })),
  );
  const body = { session: null, title: "Hangul", text: "오늘 배운 것: " };
  const note = await ask(members[0].context.request, url, createNote, { params: { id }, body });
  const writers: Typing[] = [];
  for (const [writer, { page, context, name }] of members.entries()) {
    await slow(page, name);
    await page.goto(`/en/groups/${id}/notes/${note.id}`);
    await expect(editor(page)).toContainText("오늘 배운 것");
    writers.push({ page, keyboard: await context.newCDPSession(page), writer });
  }
  const ended = await Promise.all(writers.map(type));
  const whole = members.map((_, writer) => Array.from({ length: SYLLABLES }, (__, n) => stepsOf(writer, n)[2]));
  expect(ended).toEqual(whole);
  for (const { page } of members) await expect(page.getByTestId("sync-state")).toHaveAttribute("data-word", "saved", { timeout: 60_000 });
  await expect
    .poll(async () => {
      const [first, ...others] = await Promise.all(members.map(({ page }) => textIn(page)));
      const counts = whole.flat().map((letter) => first.split(letter).length - 1);
      return { same: others.every((text) => text === first), wrong: counts.filter((count) => count !== 1).length, letters: first.length };
    })
    .toEqual({ same: true, wrong: 0, letters: body.text.length + whole.flat().length });
  await close();
});
