/**
 * A class from its first instructor on: the code on the console, a roster with two bad rows, a student who agrees and joins, an account of
 * a school without e-mail. In both languages by turns.
 */
import { expect, test, type Browser, type Page } from "@playwright/test";
import { BASE } from "@/lib/wire/route";
import { readCohort } from "@/lib/wire/cohorts";
import { PORT } from "../../playwright.config";
import { CODE, expectAccessible } from "./classroom";
import { answering } from "./hands";
import { ownServer, type OwnServer } from "./ownServer";

const PASSWORD = "a long sentence to remember";
const address = (name: string): string => `${name}-${test.info().workerIndex}-${test.info().retry}@example.org`;

async function signUp(page: Page, name: string, email: string, words: { name: string; email: string; password: string; button: string }) {
  const button = page.getByRole("button", { name: words.button, exact: true });
  await answering(button);
  await page.getByLabel(words.name, { exact: true }).fill(name);
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password).fill(PASSWORD);
  await button.click();
}
const KO = { name: "이름", email: "이메일", password: "비밀번호", button: "가입하기" };
const EN = { name: "Name", email: "E-mail", password: "Password", button: "Sign up" };

// Who teaches has one more place in the menu than anybody else.
const accessible = (page: Page) => expectAccessible(page, [320, 390, 768, 1024, 1280]);

async function somebody(browser: Browser, baseURL: string, locale: string, size = { width: 390, height: 844 }): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale, viewport: size });
  return context.newPage();
}

/** One of its own: the code on its console works once. */
let server: OwnServer;
test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await ownServer(PORT + 40);
});
test.afterAll(() => server.stop());

test("an instructor by the code on the console brings a class in, and its students come with what they agreed to", async ({ browser }) => {
  test.setTimeout(300_000);
  const { url } = server;
  const page = await somebody(browser, url, "ko-KR", { width: 1280, height: 900 });
  const [bora, pupil] = [await somebody(browser, url, "en-US"), await somebody(browser, url, "ko-KR")];

  await test.step("whoever runs the server becomes an instructor by the code on its console", async () => {
    await page.goto("/ko/teach");
    await page.getByRole("link", { name: "가입하고 시작하기" }).click();
    await signUp(page, "아라", address("ara"), KO);
    await expect(page).toHaveURL(/\/ko\/teach$/);
    await expect.poll(() => server.said()).toMatch(CODE);
    const code = CODE.exec(server.said())?.[1] ?? "";
    await page.getByLabel("콘솔의 코드").fill("ABCDE-FGHJK");
    await page.getByRole("button", { name: "강사로 등록하기" }).click();
    await expect(page.getByText("맞지 않거나 이미 쓴 코드예요.")).toBeVisible();
    await page.getByLabel("콘솔의 코드").fill(code);
    await page.getByRole("button", { name: "강사로 등록하기" }).click();
    await expect(page.getByRole("heading", { name: "반 만들기" })).toBeVisible();
    await expect(page.getByRole("navigation", { name: "주 메뉴" }).getByRole("link", { name: "가르치기" })).toBeVisible();
    await accessible(page);
  });

  await test.step("a class is made", async () => {
    await page.goto("/en/teach");
    await page.getByLabel("Class name").fill("Computer vision, group 1");
    await page.getByRole("button", { name: "Make the class" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Computer vision, group 1" })).toBeVisible();
  });
  const id = /teach\/([^/]+)$/.exec(page.url())?.[1] ?? "";
  const home = async () => readCohort.reply.parse(await (await page.request.get(`${BASE}/cohorts/${id}`)).json());

  await test.step("a roster as an older Korean spreadsheet saves it is looked at, mended where two rows are bad, and taken whole", async () => {
    await page.getByText("Add a roster", { exact: true }).click();
    // 이름,이메일 · 똠방각하,(address) · ,nobody@example.org · 찬,no address · 다온: CP949, with a syllable that EUC-KR does not have.
    const cp949 = Buffer.concat([
      Buffer.from("c0ccb8a72cc0ccb8dec0cf0a8c63b9e6b0a2c7cf2c", "hex"),
      Buffer.from(`${address("bora")}\n,nobody@example.org\n`),
      Buffer.from("c2f9", "hex"),
      Buffer.from(",no address\n"),
      Buffer.from("b4d9bfc2", "hex"),
      Buffer.from("\n"),
    ]);
    await page.getByLabel("Choose a CSV file").setInputFiles({ name: "roster.csv", mimeType: "text/csv", buffer: cp949 });
    const rows = page.getByTestId("rows");
    await expect(rows.getByRole("status")).toHaveText("2 of 4 rows must be mended.");
    await expect(rows.locator("[data-line='3']")).toContainText("The name is missing.");
    await expect(rows.locator("[data-line='4']")).toContainText("This is no e-mail address.");
    await expect(rows.getByRole("table")).toContainText("똠방각하");
    await expect(rows.getByRole("button", { name: "First mend 2 rows" })).toBeDisabled();
    await accessible(page);
    expect((await home()).waiting, "nothing half-imported").toEqual([]);
    await rows.locator("[data-line='3']").getByLabel("Name").fill("라온");
    await rows.locator("[data-line='4']").getByLabel("E-mail").fill("");
    await expect(rows.getByRole("status")).toHaveText("All 4 rows can be added.");
    await rows.getByRole("button", { name: "Add 4 students" }).click();
    await expect(page.getByText(/Added\. Invited: 2\..*School accounts: 2\./)).toBeVisible();
    await expect(page.getByTestId("waiting").getByRole("listitem")).toHaveCount(4);
  });

  await test.step("PINs are shown once, to be printed", async () => {
    await page.getByRole("button", { name: "Make 2 PINs" }).click();
    await expect(page.getByTestId("pins").getByRole("row")).toHaveCount(3);
    await accessible(page);
  });
  const slip = page.getByTestId("pins").getByRole("row").filter({ hasText: "다온" });
  const [classCode, pin] = [
    (await slip.getByRole("cell").nth(0).locator("span").first().textContent()) ?? "",
    (await slip.getByRole("cell").nth(1).textContent()) ?? "",
  ];
  await expect(slip).toContainText("/signin/class");
  await page.getByRole("button", { name: "I have handed them out" }).click();
  await expect(page.getByText(pin)).toHaveCount(0);

  await test.step("whose address stands in the roster finds the invitation on signing up, reads what is seen, and joins", async () => {
    await bora.goto("/en/signin");
    await signUp(bora, "Bora", address("bora"), EN);
    await expect(bora.getByText("1 invitation waits for you.")).toBeVisible();
    await bora.getByRole("link", { name: "See my classes" }).click();
    const offer = bora.getByTestId("offer");
    await expect(offer).toContainText("Computer vision, group 1");
    await expect(offer).toContainText("What you play on your own, your reviews, XP and streak");
    await expect(offer.getByRole("button", { name: "First read this and agree" })).toBeDisabled();
    await accessible(bora);
    await offer.getByRole("checkbox").click();
    await offer.getByRole("button", { name: "Join the class" }).click();
    await expect(bora.getByTestId("classes").getByRole("listitem").first()).toContainText("Computer vision, group 1");
    await bora.getByText("What is seen of me").click();
    for (const shown of ["Bora", "똠방각하", address("bora"), "wording 1"]) await expect(bora.getByTestId("seen")).toContainText(shown);
    await accessible(bora);
  });

  await test.step("a pupil without e-mail signs in with the slip, agrees, and chooses a PIN", async () => {
    await pupil.goto("/ko/signin?mode=in");
    await pupil.getByRole("link", { name: "반 코드와 PIN으로 로그인하기" }).click();
    await answering(pupil.getByRole("button", { name: "로그인", exact: true }));
    await accessible(pupil);
    await pupil.getByLabel("반 코드").fill(classCode);
    await pupil.getByLabel("별명").fill(" 다 온");
    await pupil.getByLabel("PIN").fill("000000");
    await pupil.getByRole("button", { name: "로그인", exact: true }).click();
    await expect(pupil.getByText("반 코드나 별명, PIN이 맞지 않아요.")).toBeVisible();
    await pupil.getByLabel("PIN").fill(pin);
    await pupil.getByRole("button", { name: "로그인", exact: true }).click();
    await expect(pupil).toHaveURL(/\/ko\/classes$/);
    await pupil.getByTestId("offer").getByRole("checkbox").click();
    await pupil.getByRole("button", { name: "반에 들어가기" }).click();
    await expect(pupil.getByTestId("classes")).toContainText("Computer vision, group 1");
    await pupil.getByLabel("지금 PIN").fill(pin);
    await pupil.getByLabel("새 PIN").fill("271828");
    await pupil.getByRole("button", { name: "PIN 바꾸기" }).click();
    await expect(pupil.getByText("PIN을 바꿨어요.")).toBeVisible();
    await accessible(pupil);
  });

  await test.step("the roster shows both, and who followed a link besides", async () => {
    await page.reload();
    await page.getByRole("button", { name: "Invite students" }).click();
    const code = await page.locator("[data-code]").first().getAttribute("data-code");
    const chan = await somebody(browser, url, "en-US");
    await chan.goto(`/en/classes/join/${code}`);
    await expect(chan.getByRole("heading", { name: "You are invited to the class “Computer vision, group 1”" })).toBeVisible();
    await chan.getByRole("link", { name: "Sign up and start" }).click();
    await signUp(chan, "Chan", address("chan"), EN);
    await expect(chan).toHaveURL(new RegExp(`/en/classes/join/${code}$`));
    await accessible(chan);
    await chan.getByRole("checkbox").click();
    await chan.getByRole("button", { name: "Join the class" }).click();
    await expect(chan).toHaveURL(/\/en\/classes$/);
    await chan.context().close();
    await page.goto(`/ko/teach/${id}`);
    const students = page.getByTestId("students").getByRole("listitem");
    await expect(students).toHaveCount(3);
    await expect(students.filter({ hasText: "똠방각하" })).toContainText("계정 이름 Bora");
    await expect(students.filter({ hasText: "다온" })).toContainText("PIN을 스스로 바꿨어요");
    await accessible(page);
  });

  await test.step("who leaves is gone from the roster, and no student sees the page of those who teach", async () => {
    await bora.goto(`/en/teach/${id}`);
    await expect(bora.getByTestId("not-here")).toBeVisible();
    await bora.goto("/en/classes");
    await bora.getByRole("button", { name: "Leave the class" }).click();
    await bora.getByRole("group", { name: "Leave the class" }).getByRole("button", { name: "Leave", exact: true }).click();
    await expect(bora.getByText("You are in no class yet.")).toBeVisible();
    await page.reload();
    await expect(page.getByTestId("students").getByRole("listitem")).toHaveCount(2);
    await expect(page.getByText("똠방각하")).toHaveCount(0);
  });
  await Promise.all([page, bora, pupil].map((each) => each.context().close()));
});
