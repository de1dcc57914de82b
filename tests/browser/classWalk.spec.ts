/**
 * A class from its roster to its grades: a file with two bad rows is mended and taken, work is given, three students do it (one by keyboard
 * alone, one late, one with extra time), the heat map and the board of wrong ideas move with each, and what is saved is what the page says.
 */
import { expect, test, type Locator, type Page } from "@playwright/test";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { rivals } from "@/content/topics/nms/challenges/nms-survivors/rivals";
import { openSlot } from "@/lib/wire/work";
import { PORT } from "../../playwright.config";
import { DAY_MS, expectAccessible, firstClass, lineOf, savedCsv, somebody, wall, type Somebody } from "./classroom";
import { Keyboard } from "./hands";
import { ask } from "./group";
import { ownServer, type OwnServer } from "./ownServer";

const IDEA = "fallen-still-suppress";
const CLAIM = "“A box that was suppressed still suppresses the boxes it overlaps.”";
const TITLE = "Week 4: who falls";
const QUESTION = /Three boxes of one class\. A \(\.95\) dropped B/;
const [WRONG, RIGHT] = ["It falls because of B", "It survives in the end"];

type View = Parameters<(typeof rivals)["beliefs"][number]["play"]>[0];
/** What somebody answers whose picture this is. */
type Way = (view: View) => readonly string[];
const asWhoHoldsIt: Way = (view) => rivals.beliefs.find(({ misconception }) => misconception === IDEA)?.play(view)?.keep ?? [];
const asWhoKnows: Way = (view) => challenge.solve({ view, truth: null }).keep;

let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer(PORT + 70);
});
test.afterAll(() => server.stop());

test("a roster, work, three students in their own ways, insight and grades that follow, and the file of it", async ({ browser }) => {
  test.setTimeout(480_000);
  const { url } = server;
  const teacher = await somebody(browser, url, "Ara", "en-US", 1280);
  const [bora, chan, dan] = [
    await somebody(browser, url, "Bora", "en-US", 1280),
    await somebody(browser, url, "Chan", "en-US", 390),
    await somebody(browser, url, "Dan", "en-US", 1280),
  ];
  const { page } = teacher;
  const id = await firstClass(server, teacher, "Vision 1");

  await test.step("two bad rows of a roster are named with what is wrong, nothing is taken, and all is once they are mended", async () => {
    await page.goto(`/en/teach/${id}`);
    await page.getByText("Add a roster", { exact: true }).click();
    const file = `﻿name,email\nBora,${bora.email}\n,${chan.email}\nDan,dan at example.org\n`;
    await page.getByLabel("Choose a CSV file").setInputFiles({ name: "roster.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
    const rows = page.getByTestId("rows");
    await expect(rows.getByRole("status")).toHaveText("2 of 3 rows must be mended.");
    await expect(rows.locator("[data-line='3']")).toContainText("The name is missing.");
    await expect(rows.locator("[data-line='4']")).toContainText("This is no e-mail address.");
    await expect(rows.getByRole("button", { name: "First mend 2 rows" })).toBeDisabled();
    await expect(page.getByTestId("waiting")).toHaveCount(0);
    await rows.locator("[data-line='3']").getByLabel("Name").fill("Chan");
    await expect(rows.getByRole("status")).toHaveText("1 of 3 rows must be mended.");
    await rows.locator("[data-line='4']").getByLabel("E-mail").fill(dan.email);
    await expect(rows.getByRole("status")).toHaveText("All 3 rows can be added.");
    await rows.getByRole("button", { name: "Add 3 students" }).click();
    await expect(page.getByTestId("waiting").getByRole("listitem")).toHaveCount(3);
  });

  await test.step("each takes the place that the roster keeps", async () => {
    for (const { page: own } of [bora, chan, dan]) {
      await own.goto("/en/classes");
      const offer = own.getByTestId("offer");
      await offer.getByRole("checkbox").click();
      await offer.getByRole("button", { name: "Join the class" }).click();
      await expect(own.getByTestId("classes").getByRole("listitem").first()).toContainText("Vision 1");
    }
    await page.reload();
    await expect(page.getByTestId("students").getByRole("listitem")).toHaveCount(3);
    await expect(page.getByTestId("waiting")).toHaveCount(0);
  });

  await test.step("insight before: no answers, no wrong ideas", async () => {
    await page.goto(`/en/teach/${id}/insight?view=topics`);
    await expect(page.getByText("There are no answers yet.")).toBeVisible();
    await page.getByRole("radio", { name: "Wrong ideas" }).click();
    await expect(page.getByText("No wrong idea shows again and again in this class.")).toBeVisible();
  });

  const assignment = await test.step("a puzzle and a quiz are given", () => give(page, id));

  await test.step("one student gets extra time and a later due date", async () => {
    await lineOf(page, "Dan").getByRole("button", { name: "Dates and time for Dan" }).click();
    const dialog = page.getByRole("dialog", { name: "Dates and time for Dan" });
    await dialog.getByLabel("Due", { exact: true }).fill(wall(Date.now() + 4 * DAY_MS));
    await dialog.getByLabel("Time they get").fill("150");
    await dialog.getByRole("button", { name: "Save" }).click();
    await expect(dialog).toBeHidden();
    await expect(lineOf(page, "Dan")).toContainText("150% time");
  });

  await test.step("by keyboard alone, with a wrong idea, in time", async () => {
    const keyboard = new Keyboard(bora.page);
    const press = async (element: Locator) => {
      await keyboard.reach(element);
      await keyboard.press("Enter");
    };
    await bora.page.goto("/en/classes");
    await press(bora.page.getByTestId("due").getByRole("link", { name: TITLE }));
    await press(bora.page.getByRole("button", { name: "Begin" }));
    const view = await seen(bora.page, () => press(bora.page.getByRole("link", { name: "Puzzle 1" })));
    for (const box of asWhoHoldsIt(view)) await keyboard.turn(chip(bora.page, box), "aria-checked", true);
    await press(bora.page.getByTestId("submit"));
    await expect(bora.page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
    await press(bora.page.getByTestId("on").getByRole("link", { name: "Next" }));
    await keyboard.reach(option(bora.page, WRONG));
    await keyboard.press("Space");
    await press(bora.page.getByTestId("answer"));
    await expect(bora.page.getByTestId("question-verdict")).toBeVisible();
    await press(bora.page.getByRole("link", { name: "Back to the assignment" }));
    await press(bora.page.getByRole("button", { name: "Hand in" }));
    await press(bora.page.getByRole("group", { name: "Hand in as it is?" }).getByRole("button", { name: "Hand in" }));
    await expect(bora.page.locator("[data-state=handed-in]")).toBeVisible();
  });

  const first = await test.step("the heat map has her, and the board her idea", async () => {
    const heat = await heatOf(page, id);
    expect(heat.names).toEqual(["Bora", "Chan", "Dan"]);
    expect(heat.scores.slice(1)).toEqual(["–", "–"]);
    expect(Number(heat.scores[0])).toBeLessThan(50);
    expect(heat.mean).toBe(heat.scores[0]);
    await expectHolders(page, id, ["Bora"]);
    return heat;
  });

  await server.moveClock(DAY_MS + 3_600_000);

  await test.step("late, on a phone, with the same idea", async () => {
    await begin(chan, assignment);
    await expect(chan.page.locator("[data-state=late]")).toBeVisible();
    await play(chan.page, asWhoHoldsIt, WRONG);
    await expect(chan.page.getByTestId("parts")).toContainText("1 day late");
    await handIn(chan.page);
  });

  await test.step("the board has two now", async () => {
    const heat = await heatOf(page, id);
    expect(heat.scores[0]).toBe(first.scores[0]);
    expect(Number(heat.scores[1])).toBeLessThan(50);
    expect(heat.scores[2]).toBe("–");
    await expectHolders(page, id, ["Bora", "Chan"]);
  });

  await test.step("with extra time, and right", async () => {
    await begin(dan, assignment);
    await expect(dan.page.locator("[data-state=open]")).toBeVisible();
    await expect(dan.page.getByTestId("terms")).toContainText("90 minutes from when you begin");
    await play(dan.page, asWhoKnows, RIGHT);
    await expect(dan.page.getByTestId("parts")).not.toContainText("late");
    await handIn(dan.page);
  });

  await test.step("the heat map's mean has risen, the board's number has not", async () => {
    const heat = await heatOf(page, id);
    expect(heat.scores[2]).toBe("100");
    expect(Number(heat.mean)).toBeGreaterThan(Number(first.mean));
    await expectHolders(page, id, ["Bora", "Chan"]);
    await page.goto(`/en/teach/${id}/insight?view=topics`);
    const saved = await savedCsv(page, page.getByRole("button", { name: "Save Students and topics as CSV" }));
    expect(saved.marked).toBe(true);
    // The file has the half points that the page rounds.
    expect(saved.rows.slice(1).map(([name, mean]) => [name, String(Math.round(Number(mean)))])).toEqual(
      heat.names.map((name, i) => [name, heat.scores[i]]),
    );
  });

  await test.step("the gradebook has what they earned; late costs, but only the late one", async () => {
    await page.goto(`/en/teach/${id}/grades`);
    const [now, then] = [await gradesOf(page, "Now"), await gradesOf(page, "At the due date")];
    expect(now.Dan).toEqual(["100", "100"]);
    expect(then.Dan).toEqual(["100", "100"]);
    expect(then.Bora).toEqual(now.Bora);
    expect(then.Chan).toEqual(["0", "0"]);
    expect(Number(now.Chan[1])).toBeLessThan(Number(now.Bora[1]) + Number(now.Dan[1]));
  });

  await test.step("a score is set in place of the earned one, not without a reason, and its student reads it", async () => {
    await page.getByRole("radio", { name: "Now", exact: true }).click();
    await page.getByRole("button", { name: new RegExp(`^Chan, ${TITLE}`) }).click();
    const form = page.getByTestId("word");
    await form.getByLabel("Score to count instead").fill("62.5");
    await form.getByRole("button", { name: "Set this score" }).click();
    await expect(form.getByText("Give a reason.")).toBeVisible();
    await form.getByLabel("Reason (the student sees it too)").fill('=Explained it, "at the board"');
    await form.getByRole("button", { name: "Set this score" }).click();
    await expect(form).toBeHidden();
    await expect(page.getByRole("button", { name: new RegExp(`^Chan, ${TITLE}: 62\\.5, set by an instructor`) })).toBeVisible();
    await expectAccessible(page);
    await chan.page.goto(`/en/classes/grades/${id}`);
    await expect(chan.page.getByTestId("own-grades")).toContainText("62.5%");
    await expect(chan.page.getByTestId("own-grades")).toContainText("=Explained it");
  });

  await test.step("the file says what the page says, and no cell of it is a formula", async () => {
    const [now, then] = [await gradesOf(page, "Now"), await gradesOf(page, "At the due date")];
    const { marked, rows } = await savedCsv(page, page.getByRole("button", { name: "Download as a table" }));
    expect(marked).toBe(true);
    expect(rows[0]).toEqual(["name", `${TITLE} (×1)`, `${TITLE} (×1) at due`, `${TITLE} (×1) note`, "total", "total at due"]);
    expect(rows).toHaveLength(4);
    for (const [name, score, atDue, note, total, totalAtDue] of rows.slice(1)) {
      expect([total, score], name).toEqual(now[name]);
      expect([totalAtDue, atDue], name).toEqual(then[name]);
      expect(note, name).not.toMatch(/^[=+@-]/);
    }
    expect(rows.find(([name]) => name === "Chan")?.[3]).toContain('Explained it, "at the board"');
  });
  await Promise.all([teacher, bora, chan, dan].map(({ context }) => context.close()));
});

/** Puts a puzzle of the level at which the idea fails and one question about it together, and publishes them: the assignment's id. */
async function give(page: Page, id: string): Promise<string> {
  await page.goto(`/en/teach/${id}/work/new`);
  await page.getByLabel("Title", { exact: true }).fill(TITLE);
  await page.getByLabel("Due", { exact: true }).fill(wall(Date.now() + DAY_MS));
  await page.getByLabel("Taken off for each day late").fill("20");
  await page.getByRole("switch", { name: "Time limit" }).click();
  await page.getByLabel("Minutes from the beginning").fill("60");
  await page.getByRole("button", { name: "Add puzzles" }).click();
  const puzzles = page.getByRole("region", { name: "1. Puzzles" });
  await puzzles.getByLabel("Kind of puzzle").selectOption("nms-survivors");
  await puzzles.getByRole("radio", { name: "4", exact: true }).click();
  await page.getByRole("button", { name: "Add a quiz" }).click();
  const quiz = page.getByRole("region", { name: "2. Quiz" });
  await quiz.getByLabel("Show the questions of").selectOption("nms");
  await quiz.getByRole("checkbox", { name: QUESTION }).click();
  await page.getByRole("button", { name: "Save and publish" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page.getByTestId("student-table").getByRole("row")).toHaveCount(4);
  return /work\/([^/]+)$/.exec(page.url())?.[1] ?? "";
}

const chip = (page: Page, box: string): Locator => page.locator(`section[data-kind=nms-survivors] [data-chip="${box}"]`);
const option = (page: Page, text: string): Locator => page.locator("[data-option]").filter({ hasText: text });

/** What a student is given by opening a slot. */
async function seen(page: Page, open: () => Promise<void>): Promise<View> {
  await open();
  const place = /\/classes\/work\/([^/]+)\/([^/]+)\/(\d+)$/;
  await page.waitForURL(place);
  const [, assignment, part, slot] = place.exec(page.url()) ?? [];
  const { what } = await ask(page.request, server.url, openSlot, { params: { assignment, part, slot }, body: {} });
  return (what as { readonly instance: { readonly view: View } }).instance.view;
}

async function begin({ page }: Somebody, assignment: string): Promise<void> {
  await page.goto(`/en/classes/work/${assignment}`);
  await page.getByRole("button", { name: "Begin" }).click();
}

/** Both slots by pointer, and back. */
async function play(page: Page, way: Way, says: string): Promise<void> {
  const view = await seen(page, () => page.getByRole("link", { name: "Puzzle 1" }).click());
  for (const box of way(view)) {
    await chip(page, box).click();
    await expect(chip(page, box)).toHaveAttribute("aria-checked", "true");
  }
  await page.getByTestId("submit").click();
  await expect(page.getByTestId("settlement")).toHaveAttribute("data-status", "settled");
  await page.getByTestId("on").getByRole("link", { name: "Next" }).click();
  await option(page, says).click();
  await page.getByTestId("answer").click();
  await expect(page.getByTestId("question-verdict")).toBeVisible();
  await page.getByRole("link", { name: "Back to the assignment" }).click();
}

async function handIn(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.getByRole("group", { name: "Hand in as it is?" }).getByRole("button", { name: "Hand in" }).click();
  await expect(page.locator("[data-state=handed-in]")).toBeVisible();
}

/** The heat map's one topic as it is on the screen: the students, their scores, and the mean at its head. */
async function heatOf(page: Page, id: string): Promise<{ names: string[]; scores: string[]; mean: string }> {
  await page.goto(`/en/teach/${id}/insight?view=topics`);
  const heat = page.getByTestId("heat");
  await expect(heat.getByRole("columnheader")).toHaveCount(2);
  return {
    names: await heat.getByRole("rowheader").allInnerTexts(),
    scores: (await heat.getByRole("cell").allInnerTexts()).map((text) => text.trim()),
    mean: (await heat.getByRole("columnheader").nth(1).locator(".font-mono").innerText()).trim(),
  };
}

/** That exactly these hold the idea, by number and by name. */
async function expectHolders(page: Page, id: string, names: readonly string[]): Promise<void> {
  await page.goto(`/en/teach/${id}/insight?view=ideas`);
  const ideas = page.getByTestId("ideas");
  await expect(ideas.getByRole("heading")).toHaveText([CLAIM]);
  await expect(ideas).toContainText(`${names.length} hold it`);
  await expect(ideas.locator("ul").getByRole("link")).toHaveText([...names]);
}

/** Total and score of each student, as the gradebook shows them. */
async function gradesOf(page: Page, which: "Now" | "At the due date"): Promise<Readonly<Record<string, string[]>>> {
  await page.getByRole("radio", { name: which, exact: true }).click();
  const lines = await page.getByTestId("grades").locator("tbody tr").all();
  const read = lines.map(async (line) => [
    await line.getByRole("rowheader").innerText(),
    (await line.getByRole("cell").allInnerTexts()).map((text) => text.trim()),
  ]);
  return Object.fromEntries(await Promise.all(read)) as Record<string, string[]>;
}
