import { defineQuestions, type Question } from "@/lib/questions";
import { rising, sums, worked } from "./asked";

/** Placeholders of the right form: replace every one. At least a third of a topic's questions are not single choice. */
const counting = (n: number): Question => ({
  form: "choice",
  id: `count-${n}`,
  prompt: { ko: `상자가 ${n}개 있어요. 모두 몇 개인가요?`, en: `There are ${n} boxes. How many is that?` },
  options: [
    { id: "same", text: { ko: `${n}개`, en: `${n}` }, correct: true },
    { id: "more", text: { ko: `${n + 1}개`, en: `${n + 1}` }, misconception: "off-by-one" },
    { id: "twice", text: { ko: `${n * 2 + 2}개`, en: `${n * 2 + 2}` }, misconception: "double" },
  ],
  explanation: { ko: `그대로 세면 ${n}개예요.`, en: `Counted as it stands, it is ${n}.` },
});

export const questions = defineQuestions([...[2, 3, 4, 5, 6, 7, 8, 9].map(counting), ...sums, rising, worked]);
