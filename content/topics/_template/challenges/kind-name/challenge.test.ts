import { describe, expect, it } from "vitest";
import { describeContract } from "@/tests/contract/describeContract";
import { topic } from "../../topic";
import { challenge } from "./challenge";
import golden from "./golden.json";
import { rivals } from "./rivals";

describeContract(challenge, { rivals, golden, topic });

describe("kind-name", () => {
  const four = { view: { boxes: [6, 18, 30, 42] }, truth: null };

  it("gives everything for the right count and names the misconception behind one too many", () => {
    expect(challenge.grade(four, { count: 4 }).earned).toBe(1);
    expect(challenge.grade(four, { count: 5 }).misconceptions).toEqual(["off-by-one"]);
  });
});
