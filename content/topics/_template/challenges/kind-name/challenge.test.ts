import { describe, expect, it } from "vitest";
import { challenge } from "./challenge";

describe("kind-name", () => {
  it("gives everything for the right count and names the misconception behind one too many", () => {
    expect(challenge.grade({ boxes: 4 }, { count: 4 }).earned).toBe(1);
    expect(challenge.grade({ boxes: 4 }, { count: 5 }).misconceptions).toEqual(["off-by-one"]);
  });
});
