/** The day's cards as the page sees them, down to the questions of one form. */
import type { Page } from "@playwright/test";
import { questions } from "@/content/_generated/questions";
import { drawQuestion, type DrawnQuestion, type FormName } from "@/lib/questions";
import { readQueue } from "@/lib/wire/review";

const questionOf = ({ topic, item }: { readonly topic: string; readonly item: string }) => questions[topic].find(({ id }) => id === item);

/** After a test: a page asks for its queue whenever it is looked at, and what is on its way then has nobody to answer. */
export const stopAnswering = ({ page }: { readonly page: Page }): Promise<void> => page.unrouteAll({ behavior: "ignoreErrors" });

/** Leaves out every other card of the queue. Answers what tells the instance of the card that is on. */
export async function onlyForm(page: Page, form: FormName): Promise<() => DrawnQuestion> {
  let first: DrawnQuestion | undefined;
  await page.route("**/api/v1/review", async (route) => {
    const response = await route.fetch();
    const queue = readQueue.reply.parse(await response.json());
    const cards = queue.cards.filter((card) => questionOf(card)?.form === form);
    const question = cards.length > 0 ? questionOf(cards[0]) : undefined;
    first = question && drawQuestion(question, cards[0].seed);
    await route.fulfill({ response, json: { ...queue, cards } });
  });
  return () => {
    if (!first) throw new Error(`no question of the form ${form} is due`);
    return first;
  };
}
