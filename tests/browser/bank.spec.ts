/** An instructor writes questions of every kind, sees them as a student would, brings in a file with a bad line, and takes all out again. */
import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { XMLParser } from "fast-xml-parser";
import { PORT } from "../../playwright.config";
import { pngOf } from "../server/setup/pictures";
import { enter, wrongAnswer } from "./answers";
import { answering } from "./hands";
import { ownServer, type OwnServer } from "./ownServer";
import { toQuestion } from "@/lib/bank";
import { readCsv } from "@/lib/bank/csv/read";
import { readGift } from "@/lib/bank/gift/read";
import { drawQuestion, solutionOf, type DrawnQuestion } from "@/lib/questions";
import { readQuestion } from "@/lib/wire/bank";
import { BASE } from "@/lib/wire/route";

const CODE = /it works once: ([0-9A-Z]{10})/;

/** One of its own: the code on its console works once. */
let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer(PORT + 50);
});
test.afterAll(() => server.stop());

/** Signs up and enters the code on the console. */
async function becomeInstructor(page: Page): Promise<void> {
  await page.goto("/ko/teach");
  await page.getByRole("link", { name: "가입하고 시작하기" }).click();
  const button = page.getByRole("button", { name: "가입하기", exact: true });
  await answering(button);
  await page.getByLabel("이름", { exact: true }).fill("Ara");
  await page.getByLabel("이메일").fill("ara-bank@example.org");
  await page.getByLabel("비밀번호").fill("a long sentence to remember");
  await button.click();
  await expect.poll(() => server.said()).toMatch(CODE);
  await page.getByLabel("콘솔의 코드").fill(CODE.exec(server.said())?.[1] ?? "");
  await page.getByRole("button", { name: "강사로 등록하기" }).click();
  await expect(page.getByRole("link", { name: "내 문제 보기" })).toBeVisible();
}

const ko = (label: string) => `${label} (한국어)`;

async function begin(page: Page, kind: string): Promise<void> {
  await page.goto("/ko/teach/questions");
  await page.getByLabel("어떤 문제를 쓸까요?").selectOption(kind);
  await page.getByRole("link", { name: "새 문제 쓰기" }).click();
  await expect(page.getByTestId("preview")).toBeVisible();
}
const rows = (page: Page) => page.locator("[data-row]");
const fill = (page: Page, row: number, label: string, text: string) => rows(page).nth(row).getByLabel(label, { exact: true }).fill(text);
async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "저장하기" }).click();
  await expect(page.getByTestId("state")).toContainText("버전 1");
}

const SAVED = /\/teach\/questions\/[a-z0-9]{20,}$/;

/** What the preview asks, from what was saved. */
async function previewed(page: Page): Promise<DrawnQuestion> {
  const id = page.url().split("/").at(-1) ?? "";
  const { content } = readQuestion.reply.parse(await (await page.request.get(`${BASE}/bank/questions/${id}`)).json());
  const question = toQuestion(content, { id: "preview", srcOf: (picture) => picture });
  if (question === null) throw new Error("a preview that asks nothing");
  return drawQuestion(question, "preview");
}

/** As a student meets it: answered rightly by mouse and wrongly by keyboard, and open to everybody before and after. */
async function answeredInPreview(page: Page): Promise<void> {
  await expect(page).toHaveURL(SAVED);
  for (const [by, right] of [
    ["mouse", true],
    ["keyboard", false],
  ] as const) {
    await page.reload();
    const drawn = await previewed(page);
    const card = page.locator("[data-preview=ko]");
    await answering(card.getByTestId("hand-in"));
    const violations = async () => (await new AxeBuilder({ page }).include("[data-preview=ko]").analyze()).violations;
    expect(await violations()).toEqual([]);
    await enter(card, drawn, right ? solutionOf(drawn) : wrongAnswer(drawn), by);
    await expect(card.getByTestId("question-verdict")).toHaveAttribute("data-outcome", right ? "right" : "wrong");
    expect(await violations()).toEqual([]);
  }
}

test("an instructor writes, brings in and takes out questions", async ({ browser }) => {
  test.setTimeout(420_000);
  const page = await (await browser.newContext({ baseURL: server.url, locale: "ko", viewport: { width: 1280, height: 900 } })).newPage();
  await becomeInstructor(page);

  await test.step("one right option, with a formula and what has to be mended", async () => {
    await begin(page, "single");
    await page.getByLabel(ko("문제"), { exact: true }).fill("**IoU**는 $\\frac{교}{합}$이에요. 무엇을 나눌까요?");
    await page.getByRole("button", { name: "저장하기" }).click();
    await expect(page.getByTestId("faults")).toContainText("고칠 것");
    await expect(rows(page).nth(0).getByText("보기 1 글: 한 언어로는 적어 주세요.").first()).toBeVisible();
    for (const [i, text] of ["교집합", "중심", "둘레"].entries()) await fill(page, i, ko("글"), text);
    const preview = page.locator("[data-preview=ko]");
    await expect(preview.locator("strong")).toHaveText("IoU");
    await expect(preview.locator(".katex")).toBeVisible();
    // Kept through a reload.
    await page.reload();
    await expect(page.getByTestId("note")).toContainText("저장하지 않은 내용");
    await expect(rows(page).nth(1).getByLabel(ko("글"), { exact: true })).toHaveValue("중심");
    await preview.getByRole("button", { name: "교집합" }).click();
    await expect(preview.getByTestId("question-verdict")).toHaveAttribute("data-outcome", "right");
    await rows(page).nth(1).getByLabel("흔한 오해").selectOption({ index: 1 });
    await save(page);
    await expect(page.getByTestId("state")).toContainText("영어가 비어 있어요");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step("a second version, and the first brought back", async () => {
    await page.getByLabel(ko("문제"), { exact: true }).fill("다른 물음");
    await page.getByRole("button", { name: "새 버전으로 저장" }).click();
    await expect(page.getByTestId("state")).toContainText("버전 2");
    await page.getByRole("button", { name: "버전 1 가져오기" }).click();
    await expect(page.getByLabel(ko("문제"), { exact: true })).toHaveValue(/IoU/);
  });

  await test.step("several right options, by keyboard alone", async () => {
    await begin(page, "multiple");
    await page.getByLabel(ko("문제"), { exact: true }).focus();
    await page.keyboard.type("IoU에 드는 것은?");
    for (const [i, text] of ["intersection", "union", "score"].entries()) {
      await rows(page).nth(i).getByLabel(ko("글"), { exact: true }).focus();
      await page.keyboard.type(text);
    }
    await page.getByRole("button", { name: "저장하기" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByTestId("state")).toContainText("버전 1");
    await answeredInPreview(page);
  });

  await test.step("a number, a word, an order, pairs", async () => {
    await begin(page, "numeric");
    await page.getByLabel(ko("문제"), { exact: true }).fill("2/3은?");
    await fill(page, 0, "값", "0.67");
    await fill(page, 0, "허용 오차 (±)", "0.01");
    await save(page);
    await begin(page, "short");
    await page.getByLabel(ko("문제"), { exact: true }).fill("무엇이라고 부를까요?");
    await fill(page, 0, "답으로 받을 글", "Grad*CAM");
    await save(page);
    await answeredInPreview(page);
    await begin(page, "order");
    await page.getByLabel(ko("문제"), { exact: true }).fill("순서대로");
    for (const [i, text] of ["R-CNN", "Fast R-CNN", "Faster R-CNN"].entries()) await fill(page, i, ko("글"), text);
    await save(page);
    await begin(page, "match");
    await page.getByLabel(ko("문제"), { exact: true }).fill("짝을 맞춰요");
    for (const i of [0, 1, 2]) {
      await fill(page, i, ko("왼쪽"), `왼쪽 ${i}`);
      await fill(page, i, ko("그 짝"), `짝 ${i}`);
    }
    await save(page);
  });

  await test.step("a spot on a picture, its region drawn by mouse and by keyboard", async () => {
    await begin(page, "hotspot");
    await page.getByLabel(ko("문제"), { exact: true }).fill("어디일까요?");
    await page.getByLabel("그림 고르기").setInputFiles({ name: "cat.png", mimeType: "image/png", buffer: pngOf(400, 300) });
    const region = page.locator("[data-box=region-0]");
    await expect(region).toBeVisible();
    const before = await region.getAttribute("x");
    await region.focus();
    await page.keyboard.press("Shift+ArrowRight");
    await expect(region).not.toHaveAttribute("x", before ?? "");
    const [x, box] = [await region.getAttribute("x"), await region.boundingBox()];
    if (box === null) throw new Error("no region");
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2 - 40, box.y + box.height / 2 - 20, { steps: 4 });
    await page.mouse.up();
    await expect(region).not.toHaveAttribute("x", x ?? "");
    await save(page);
    await expect(page.locator("[data-preview=ko] image")).toHaveAttribute("href", /\/api\/v1\/bank\/pictures\//);
    await answeredInPreview(page);
  });

  await test.step("a file with a bad line, mended, then taken", async () => {
    await page.goto("/ko/teach/questions");
    await expect(page.getByTestId("bank-count")).toHaveText("문제 7개");
    const gift = "::One::Which? {=a ~b}\n\n::Two::How many? {#two}\n\nTrue. {T}\n";
    await page.getByLabel("파일 고르기").setInputFiles({ name: "q.gift.txt", mimeType: "text/plain", buffer: Buffer.from(gift) });
    await expect(page.locator("[data-line='3']")).toContainText("3째 줄: 수로 읽지 못했어요: “two”.");
    await expect(page.getByRole("button", { name: "고칠 문제 1개" })).toBeDisabled();
    await page.getByLabel("또는 여기에 붙여 넣어요").fill(gift.replace("#two", "#2"));
    await page.getByRole("button", { name: "살펴보기" }).click();
    await page.getByRole("button", { name: "문제 3개 들여오기" }).click();
    await expect(page.getByTestId("bank-count")).toHaveText("문제 10개");
    await page.getByLabel("찾기").fill("how many");
    await expect(page.getByTestId("bank-count")).toHaveText("문제 1개");
    await page.getByLabel("찾기").fill("");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  });

  await test.step("everything as GIFT, CSV and XML", async () => {
    const taken = async (name: string): Promise<string> => {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(`export-${name}`).click()]);
      return readFileSync(await file.path(), "utf8");
    };
    const gift = readGift(await taken("gift"), { language: "ko", toMarkdown: (text) => text });
    expect(gift.map(({ faults }) => faults.length)).toEqual(Array(10).fill(0));
    const csv = readCsv(await taken("csv"));
    expect(csv.map(({ content }) => content)).toEqual(gift.map(({ content }) => content));
    const xml = new XMLParser({ ignoreAttributes: false }).parse(await taken("xml")) as { quiz: { question: readonly unknown[] } };
    expect(xml.quiz.question).toHaveLength(10);
  });
});
