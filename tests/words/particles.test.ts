import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import ko from "@/content/messages/ko.json";
import { EXCEPTIONS } from "./exceptions";
import { BOTH, BY_HAND, slipsOf, SOURCES } from "./templates";
import { sentences } from "./texts";

describe("the scan for particles written by hand", () => {
  it.each([
    ["const a = `${name}를 지워요.`;", 1],
    ["const a = `${name}이에요`;", 1],
    ["const a = `“${name}”으로`;", 1],
    ["const a = `${name}(IoU)와의 차이`;", 1],
    ["const a = name + '을 골라요';", 1],
    ["const a = <p>{name}은 상자예요</p>;", 1],
    ["const a = '을(를) 골라요'; const b = `${name}을(를)`;", 2],
    ["const a = `${josa(name, '을/를')} 지워요.`;", 0],
    ["const a = `${josa(name, '과/와')}는 달라요.`;", 0],
    ["const a = `${n}개를, ${n}과목을, ${name}의 상자`;", 0],
    ["const a = `앵커(IoU ${value})가 가장 좋아요`;", 0],
    ["const a = `${n}마다 ${n}도`;", 0],
  ])("finds in %s: %i", (code, count) => {
    expect(slipsOf("planted.tsx", code).length > 0).toBe(count > 0);
  });
});

describe("Korean particles behind a value", () => {
  const slips = new Map(SOURCES.map((file) => [file, slipsOf(file, readFileSync(file, "utf8"))]));

  it("are chosen by lib/words in every source", () => {
    const found = [...slips].filter(([file]) => !EXCEPTIONS.particles.includes(file));
    expect(found.flatMap(([file, all]) => all.map(({ line, text }) => `${file}:${line} ${text}`))).toEqual([]);
  });

  it("have a list of exceptions that only shrinks: a clean file leaves it, and only challenges stand in it", () => {
    expect(EXCEPTIONS.particles.filter((file) => (slips.get(file) ?? []).length === 0)).toEqual([]);
    expect(EXCEPTIONS.particles.filter((file) => !/^content\/topics\/[^/]+\/challenges\//.test(file))).toEqual([]);
  });

  it("are chosen by lib/words in the shell's sentences too", () => {
    const byHand = sentences(ko).filter(
      ([, text]) => BOTH.test(text) || [...text.matchAll(/[}#]/g)].some(({ index }) => BY_HAND.test(text.slice(index + 1))),
    );
    expect(byHand).toEqual([]);
  });

  it("reach every sentence that asks for one: {josa} stands right behind a value, and its caller fills it", () => {
    const asking = sentences(ko).filter(([, text]) => text.includes("{josa}"));
    expect(asking.length).toBeGreaterThan(5);
    expect(asking.filter(([, text]) => !/\}["'”’)]*\{josa\}/.test(text))).toEqual([]);
    const app = SOURCES.filter((file) => file.startsWith("app/")).map((file) => readFileSync(file, "utf8"));
    const unfilled = asking.filter(([path]) => {
      const key = path.split(".").at(-1) ?? path;
      const calls = app.flatMap((code) =>
        [...code.matchAll(new RegExp(`"${key}"[^;]{0,20}[,:][^;]*?\\{([^}]*)\\}`, "g"))].map(([call]) => call),
      );
      return !calls.some((call) => call.includes("josa:"));
    });
    expect(unfilled).toEqual([]);
  });
});
