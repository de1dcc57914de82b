import { describe, expect, it } from "vitest";
import { leaksOf } from "./leaks";

const pairs = (view: (i: number) => unknown, solution: (i: number) => unknown) =>
  Array.from({ length: 60 }, (_, i) => ({ view: view(i), solution: solution(i) }));

describe("a view that tells the answer", () => {
  it("is seen whatever its property is called", () => {
    expect(
      leaksOf(
        pairs(
          (i) => ({ order: [i % 7, 1], n: 3 }),
          (i) => ({ keep: [i % 7, 1] }),
        ),
      ),
    ).toEqual(["view.order = answer.keep", "view.order.0 = answer.keep.0"]);
    expect(
      leaksOf(
        pairs(
          (i) => ({ boxes: [{ hint: i % 5 }] }),
          (i) => ({ count: i % 5 }),
        ),
      ),
    ).toEqual(["view.boxes.0.hint = answer.count"]);
  });

  it("is not mistaken for one that shares a constant, or agrees now and then", () => {
    expect(
      leaksOf(
        pairs(
          () => ({ ids: ["A"] }),
          () => ({ keep: ["A"] }),
        ),
      ),
    ).toEqual([]);
    expect(
      leaksOf(
        pairs(
          (i) => ({ n: i % 5 }),
          (i) => ({ count: (i * 3) % 5 }),
        ),
      ),
    ).toEqual([]);
  });
});
