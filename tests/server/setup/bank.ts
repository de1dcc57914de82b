/** Questions of a bank, made as the routes make them. */
import { blank, type Content, type ContentOf } from "@/lib/bank";
import { addQuestion } from "@/lib/server/bank/questions";
import { addPicture } from "@/lib/server/bank/pictures";
import { freshKey } from "./client";
import { services, TOPIC } from "./content";
import { pngOf } from "./pictures";

export const SLIP = `${TOPIC}/slip`;
export const both = (text: string) => ({ ko: text, en: text });

/** A question with one right option; `mark` stands in it. */
export const singleOf = (mark = "mark", more: Partial<ContentOf<"single">> = {}): Content => {
  const content = blank("single") as ContentOf<"single">;
  const options = content.options.map((option, i) => ({ ...option, text: both(`${mark} ${i}`), misconception: i === 1 ? SLIP : null }));
  return { ...content, title: mark, prompt: both(`${mark}?`), topic: TOPIC, options, ...more };
};

export const questionOf = async (userId: string, content: Content = singleOf()): Promise<string> =>
  (await addQuestion(userId, services.catalog, freshKey(), content, Date.now())).id;

/** Of this size, so that another one is another picture. */
export const pictureOf = (userId: string, width = 40) =>
  addPicture({ id: userId, guest: false, role: "INSTRUCTOR" }, new Uint8Array(pngOf(width, 30)), Date.now());

export const GIFT = "::One::Which? {=a ~b}\n\n::Two::True {T}\n";
