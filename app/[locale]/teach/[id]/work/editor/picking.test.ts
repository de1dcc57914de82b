import { expect, it } from "vitest";
import { questions } from "@/content/_generated/questions";
import { topics } from "@/content/_generated/topics";
import { ANY, fitting, nameOf, promptOf, type TopicQuestions, type Wanted } from "./picking";

const nms: TopicQuestions = {
  topic: "nms",
  misconceptions: topics.find(({ id }) => id === "nms")?.misconceptions ?? [],
  questions: questions.nms,
};
const found = (wanted: Partial<Wanted>): string[] => fitting(nms, { ...ANY, ...wanted }).map(({ id }) => id);

it("finds all of a topic where nothing is asked for, and none of another's", () => {
  expect(found({})).toEqual(questions.nms.map(({ id }) => id));
  expect(found({ topic: "nms" })).toEqual(found({}));
  expect(found({ topic: "iou" })).toEqual([]);
});

it("finds by every word, in either language, whatever its case", () => {
  expect(found({ search: "GREEDY" })).toEqual(["first-step", "greedy"]);
  expect(found({ search: "탐욕적" })).toEqual(["first-step", "greedy"]);
  expect(found({ search: "greedy horse" })).toEqual([]);
  expect(found({ search: "horse  rider" })).toEqual(["rider"]);
});

it("finds by the misconception that an answer shows and by the form", () => {
  expect(found({ idea: "nms/fallen-still-suppress" })).toContain("chain");
  expect(found({ idea: "nms/fallen-still-suppress" })).not.toContain("greedy");
  expect(found({ idea: "iou/fallen-still-suppress" })).toEqual([]);
  const choices = found({ form: "choice" });
  expect(choices).toContain("chain");
  expect(choices.length).toBeLessThan(questions.nms.length);
});

it("shows a question by its words, and names one of a bank whatever its version", () => {
  const greedy = questions.nms.find(({ id }) => id === "greedy");
  expect(greedy && promptOf(greedy, "en")).toBe("Why is NMS called greedy?");
  expect(nameOf({ bank: "b1", version: 1 })).toBe(nameOf({ bank: "b1", version: 4 }));
});
