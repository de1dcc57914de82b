import { mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { kinds } from "@/content/_generated/kinds";
import { challenge } from "@/content/topics/nms/challenges/nms-survivors/challenge";
import { LEVELS, type Level } from "@/lib/challenges/contract";
import { digestInstances } from "@/lib/challenges/digest";
import { until, type Driver } from "./driver";
import { firefox } from "./firefox";
import { webkit } from "./webkit";

const DETECTORS = 9;
const METHODS = 10;
/** Seeds a kind and level for the page that compares instances; tests/engines looks at more. */
const SEEDS = 10;
const SECONDS = 1_000;

const testId = (id: string) => `//*[@data-testid="${id}"]`;
const button = (name: string) => `//button[normalize-space()="${name}" or @aria-label="${name}"]`;
/** In the page: the element at a place, or null. */
const at = (place: string) => `document.evaluate(${JSON.stringify(place)}, document, null, 9, null).singleNodeValue`;

for (const browser of [firefox, webkit]) {
  describe.skipIf(browser.missing !== null)(browser.name, () => {
    let driver: Driver;
    beforeAll(async () => {
      driver = await browser.start(inject("origin"));
    }, 60 * SECONDS);
    afterAll(() => driver?.close());

    /** Waits until the element at a place is there and its text, or one of its attributes, reads so. */
    const reads = (place: string, pattern: RegExp, attribute?: string, limit = 30 * SECONDS): Promise<string> => {
      const value = attribute ? `.getAttribute(${JSON.stringify(attribute)})` : ".textContent";
      return until(
        `${place} ${attribute ?? "text"} ${pattern}`,
        async () => {
          const text = await driver.read(`(${at(place)} && ${at(place)}${value}) ?? null`);
          return typeof text === "string" && pattern.test(text) ? text : null;
        },
        limit,
      );
    };
    /** Clicks, again if need be, until what should come of it is there: a page is in sight before its script is. */
    const clickUntil = (place: string, outcome: () => Promise<unknown>) =>
      until(
        `a click on ${place} to have its effect`,
        async () => {
          await driver.click(place).catch(() => undefined);
          return outcome().then(
            () => true,
            () => null,
          );
        },
        30 * SECONDS,
      );
    /** Nothing went wrong on this page. With BOXUP_PICTURES a picture of it is kept in that folder. */
    const fine = async (page: string) => {
      const folder = process.env.BOXUP_PICTURES;
      if (folder) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(`${folder}/${browser.name}-${page}.png`, await driver.picture());
      }
      // The next page would break off what is still on its way, and Firefox calls that an error of the font.
      await until("the page's fonts", async () => ((await driver.read("document.fonts.status")) === "loaded" ? true : null), 30 * SECONDS);
      expect(await driver.errors()).toEqual([]);
    };

    it("plays the landing page's round and has it settled by the server", async () => {
      await driver.open("/en");
      await reads("//section[@data-kind]", /^playing$/, "data-phase");
      const section = '//section[@data-kind="nms-survivors"]';
      const seed = await reads(section, /./, "data-seed");
      const level = Number(await reads(section, /./, "data-level")) as Level;
      for (const id of challenge.solve(challenge.generate(seed, level)).keep) {
        const chip = `//*[@data-chip="${id}"]`;
        await clickUntil(chip, () => reads(chip, /^true$/, "aria-checked", SECONDS));
      }
      await driver.click(testId("submit"));
      await reads(testId("settlement"), /^settled$/, "data-status");
      await reads(`${testId("verdict")}//*[@role="img"]`, /3 of 3/, "aria-label");
      await fine("landing");
    });

    it("steps through a lesson's simulation and finishes the lesson", async () => {
      await driver.open("/en/learn/nms");
      const step = '(//*[@role="slider" and @aria-label="Step"])[1]';
      await clickUntil(`(${button("3")})[1]`, () => reads(step, /^1 \//, "aria-valuetext", SECONDS));
      // The answer to the guess has come in above it: it is brought to the middle, clear of the bars at the edges.
      const next = `(${button("Next step")})[1]`;
      await driver.read(`${at(next)}.scrollIntoView({ block: "center", behavior: "instant" })`);
      await clickUntil(next, () => reads(step, /^2 \/ \d+: ./, "aria-valuetext", SECONDS));
      await fine("lesson");
      await driver.click(button("I finished this lesson"));
      await reads("//p[@role='status']", /Your review cards are ready/);
      await fine("lesson-finished");
    });

    it("reviews a card", async () => {
      await driver.open("/en/review");
      await reads(testId("card"), /\S/);
      const due = await reads(testId("due-count"), /\d+ \/ \d+/);
      // The lesson's questions: the round was perfect, so that its skill is not due.
      await reads(testId("card"), /^question$/, "data-type");
      // The first of them is to be put in order; as it stands it is right or not, and "again" may be said of both.
      const handIn = `${testId("card")}${button("Check the answer")}`;
      await reads(handIn, /\S/);
      await driver.click(handIn);
      await reads(testId("question-verdict"), /\S/);
      await driver.click(testId("rate-1"));
      await until(
        "the count of due cards to change",
        async () => ((await driver.read(at(testId("due-count")) + ".textContent")) !== due ? true : null),
        30 * SECONDS,
      );
      await fine("review");
    });

    it(`draws all ${METHODS} maps of the Lab`, async () => {
      await driver.open("/en/lab?engine=wasm");
      await reads(testId("grad-cam"), /\d+ ms/, undefined, 60 * SECONDS);
      await reads(testId("maps-done"), new RegExp(`^${METHODS} of ${METHODS} methods$`), undefined, 60 * SECONDS);
      await fine("lab");
    });

    it(`races all ${DETECTORS} detectors`, async () => {
      await driver.open("/en/race?engine=wasm&seed=3");
      // The button is dead until the page's script has its scene.
      const start = `${button("Start the race")}[not(@disabled)]`;
      await reads(start, /./);
      await driver.click(start);
      await until(
        `${DETECTORS} detectors to arrive`,
        async () => ((await driver.read("document.querySelectorAll('[data-done=true]').length")) === DETECTORS ? true : null),
        120 * SECONDS,
      );
      await fine("race");
    });

    it(`draws the instances that Node draws: every kind and level, ${SEEDS} seeds`, async () => {
      await driver.open(`/en/engine?engine=cpu&seeds=${SEEDS}`);
      const rows = `Object.fromEntries([...document.querySelectorAll("[data-testid=digests] tr[data-kind]")].map((row) => [row.dataset.kind, row.dataset.digest]))`;
      await clickUntil(testId("compare"), () => reads(testId("digests"), /\S/, undefined, SECONDS));
      const expected = Object.fromEntries(
        Object.entries(kinds).map(([name, kind]) => [name, LEVELS.map((level) => digestInstances(kind, 0, SEEDS, level)).join("-")]),
      );
      await until(
        "every kind's digests",
        async () => (Object.keys((await driver.read(rows)) as object).length === Object.keys(kinds).length ? true : null),
        60 * SECONDS,
      );
      expect(await driver.read(rows)).toEqual(expected);
      await fine("engine");
    });
  });
}
