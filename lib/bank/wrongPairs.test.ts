import { expect, it } from "vitest";
import { blank } from "./blank";
import type { ContentOf } from "./content";
import { withWrongPairs } from "./wrongPairs";

const text = (ko: string) => ({ ko, en: ko });
const pair = (n: number) => ({ left: text(`left ${n}`), right: text(`right ${n}`) });
const wrong = (left: number, right: number) => ({ left, right, misconception: `nms/${left}-${right}` });
const match = (): ContentOf<"match"> => ({
  ...(blank("match") as ContentOf<"match">),
  pairs: [pair(0), pair(1), pair(2)],
  extra: [text("a"), text("b")],
  wrong: [wrong(0, 1), wrong(2, 4)],
});
const places = ({ wrong: all }: ContentOf<"match">) => all.map(({ left, right, misconception }) => [left, right, misconception]);

it("goes along with what moves", () => {
  const before = match();
  const [one, two, three] = before.pairs;
  expect(places(withWrongPairs(before, { pairs: [two, one, three] }))).toEqual([
    [1, 0, "nms/0-1"],
    [2, 4, "nms/2-4"],
  ]);
  expect(places(withWrongPairs(before, { extra: before.extra.toReversed() }))).toEqual([
    [0, 1, "nms/0-1"],
    [2, 3, "nms/2-4"],
  ]);
});

it("stays where a text is written anew", () => {
  const before = match();
  expect(places(withWrongPairs(before, { pairs: [before.pairs[0], pair(9), before.pairs[2]] }))).toEqual(places(before));
  expect(places(withWrongPairs(before, { extra: [before.extra[0], text("c")] }))).toEqual(places(before));
});

it("goes with what is taken away, and moves up where something before it goes or comes", () => {
  const before = match();
  expect(places(withWrongPairs(before, { pairs: before.pairs.slice(1) }))).toEqual([[1, 3, "nms/2-4"]]);
  expect(places(withWrongPairs(before, { pairs: [...before.pairs, pair(3)] }))).toEqual([
    [0, 1, "nms/0-1"],
    [2, 5, "nms/2-4"],
  ]);
  expect(places(withWrongPairs(before, { extra: [before.extra[0]] }))).toEqual([[0, 1, "nms/0-1"]]);
});
