import { describe, expect, expectTypeOf, it } from "vitest";
import { defineTopic, type Topic } from "./topic";

const both = (text: string) => ({ ko: text, en: text });

describe("what a topic says of itself", () => {
  it("is handed on as it was written, with its types", () => {
    const topic: Topic = {
      id: "lines",
      version: 2,
      track: "visualization",
      order: 3,
      title: both("Lines"),
      summary: both("Dots on lines."),
      prerequisites: ["points"],
      misconceptions: [{ id: "mirrored", claim: both("left is right"), correction: both("it is not") }],
      references: [],
    };
    expect(defineTopic(topic)).toBe(topic);
    expectTypeOf(defineTopic).returns.toEqualTypeOf<Topic>();
  });
});
