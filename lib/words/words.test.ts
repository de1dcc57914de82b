import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  an,
  cellName,
  count,
  inLargeUnit,
  josa,
  large,
  LARGE_UNIT,
  letter,
  list,
  native,
  num,
  ordinal,
  percent,
  plural,
  scientific,
  signed,
  sino,
  tally,
  things,
  unbroken,
} from ".";

describe("cellName", () => {
  it("says row and column, counted from one", () => {
    expect(cellName(0, 3)).toEqual({ ko: "1행 1열", en: "Row 1, column 1" });
    expect(cellName(5, 3)).toEqual({ ko: "2행 3열", en: "Row 2, column 3" });
  });
});

describe("unbroken", () => {
  it.each([
    ["Fast R-CNN", "Fast R-\u2060CNN"],
    ["Grad-CAM과 VGG-16", "Grad-\u2060CAM과 VGG-\u206016"],
    ["two-stage, one-vs-two", "two-stage, one-vs-two"],
    ["a - B", "a - B"],
    ["찬성의 0%를, (3까지)를", "찬성의 0%\u2060를, (3까지)\u2060를"],
    ["‘병’의 맵 (3칸)", "‘병’\u2060의 맵 (3칸)"],
  ])("keeps a name in one piece: %s", (text, kept) => {
    expect(unbroken(text)).toBe(kept);
    expect(unbroken(kept)).toBe(kept);
  });
});

describe("sino", () => {
  it.each([
    ["0", "영"],
    ["10", "십"],
    ["11", "십일"],
    ["101", "백일"],
    ["1,204", "천이백사"],
    ["10000", "만"],
    ["110000", "십일만"],
    ["21000", "이만천"],
    ["100000000", "일억"],
    ["100010000", "일억일만"],
    ["1000000000000", "일조"],
    ["−3.14", "마이너스 삼 점 일사"],
    ["+2", "플러스 이"],
    [".5", "점 오"],
    ["07", "영칠"],
    ["0.50", "영 점 오영"],
    ["123456789012345678901", "일이삼사오육칠팔구영일이삼사오육칠팔구영일"],
  ])("reads %s as %s", (value, reading) => {
    expect(sino(value)).toBe(reading);
  });

  it("says what is not a number", () => {
    for (const bad of ["", "−", "1e5", "삼", "1.2.3"]) expect(() => sino(bad)).toThrow(/value: /);
  });

  it("is read back to the same number", () => {
    const digit = "영일이삼사오육칠팔구";
    const place: Readonly<Record<string, number>> = { 십: 10, 백: 100, 천: 1000 };
    const myriad: Readonly<Record<string, number>> = { 만: 1e4, 억: 1e8, 조: 1e12 };
    const back = (text: string) => {
      let [total, group, ones] = [0, 0, 0];
      for (const s of text) {
        if (s in place) [group, ones] = [group + (ones || 1) * place[s], 0];
        else if (s in myriad) [total, group, ones] = [total + (group + ones || 1) * myriad[s], 0, 0];
        else ones = digit.indexOf(s);
      }
      return total + group + ones;
    };
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e15 }), (n) => {
        expect(back(sino(n))).toBe(n);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("counters", () => {
  it.each([
    ["배", "배 3척", "세 척"],
    ["개", "개 3마리", "세 마리"],
    ["강아지", "강아지 3마리", "세 마리"],
    ["고양이", "고양이 3마리", "세 마리"],
    ["사람", "사람 3명", "세 명"],
    ["상자", "상자 3개", "세 개"],
    ["자동차", "자동차 3대", "세 대"],
    ["사진", "사진 3장", "세 장"],
    ["큰 배", "큰 배 3척", "세 척"],
    ["화분", "화분 3개", "세 개"],
  ])("counts %s as %s and %s", (noun, digits, words) => {
    expect(things(3, { ko: noun, en: "thing" }).ko).toBe(digits);
    expect(tally(3, noun, "words")).toBe(words);
  });

  it.each([
    [1, "한"],
    [2, "두"],
    [4, "네"],
    [5, "다섯"],
    [10, "열"],
    [11, "열한"],
    [20, "스무"],
    [21, "스물한"],
    [34, "서른네"],
    [99, "아흔아홉"],
    [100, "100"],
  ])("says %s before a counter as %s", (n, word) => {
    expect(native(n)).toBe(word);
  });

  it("takes digits where Korean has no native word, and refuses what cannot be counted", () => {
    expect([tally(0, "상자", "words"), tally(1200, "상자", "words")]).toEqual(["0개", "1,200개"]);
    for (const bad of [0, -1, 1.5, Number.NaN]) expect(() => native(bad)).toThrow(/n: /);
  });

  it("the native words from 1 to 99 are all different", () => {
    expect(new Set(Array.from({ length: 99 }, (_, i) => native(i + 1))).size).toBe(99);
  });
});

describe("English", () => {
  it.each([
    ["box", "boxes"],
    ["class", "classes"],
    ["person", "people"],
    ["sheep", "sheep"],
    ["query", "queries"],
    ["key", "keys"],
    ["index", "indices"],
    ["dining table", "dining tables"],
    ["bus", "buses"],
    ["match", "matches"],
    ["CNN", "CNNs"],
    ["GPS", "GPSs"],
    ["RoI", "RoIs"],
    ["anchor box", "anchor boxes"],
  ])("the plural of %s is %s", (one, many) => {
    expect(plural(one)).toBe(many);
  });

  it("counts one thing in the singular, none and several in the plural", () => {
    expect([count(1, "box"), count(0, "box"), count(2, "box"), count(2, "die", "dice")]).toEqual(["1 box", "0 boxes", "2 boxes", "2 dice"]);
    expect(things(1, { ko: "배", en: "boat" })).toEqual({ ko: "배 1척", en: "1 boat" });
    expect(things(2, { ko: "주사위", en: "die", plural: "dice" }).en).toBe("2 dice");
  });

  it.each([
    [
      "a",
      [
        "box",
        "unit",
        "union",
        "user",
        "one-stage detector",
        "European",
        "GIoU",
        "YOLO detector",
        "HOG cell",
        "CNN",
        "12 px gap",
        "1,100",
        "γ",
        "RetinaNet",
        "UI",
        "“boat”",
        "ReLU",
        "uniform prior",
        "COCO score",
      ],
    ],
    [
      "an",
      [
        "anchor",
        "IoU",
        "R-CNN",
        "SSD",
        "mAP",
        "RoI",
        "FPN",
        "NMS",
        "hour",
        "8 px gap",
        "11th box",
        "18",
        "80% drop",
        "11,000",
        "α",
        "object",
        "unimportant box",
        "XP point",
        "“answer”",
        "SVM",
        "MNIST digit",
      ],
    ],
  ] as const)("the article %s stands before what it should", (article, words) => {
    expect(words.map(an)).toEqual(words.map((w) => `${article} ${w}`));
  });
});

describe("ordinals, letters, lists", () => {
  it.each([
    [1, "첫 번째", "1st"],
    [2, "두 번째", "2nd"],
    [3, "세 번째", "3rd"],
    [4, "네 번째", "4th"],
    [11, "열한 번째", "11th"],
    [12, "열두 번째", "12th"],
    [13, "열세 번째", "13th"],
    [20, "스무 번째", "20th"],
    [21, "스물한 번째", "21st"],
    [111, "111번째", "111th"],
    [122, "122번째", "122nd"],
  ])("place %s is %s and %s", (n, ko, en) => {
    expect([ordinal(n, "ko"), ordinal(n, "en")]).toEqual([ko, en]);
  });

  it("letters go on behind Z, each one once", () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(letter)).toEqual(["A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA"]);
    expect(new Set(Array.from({ length: 5000 }, (_, i) => letter(i))).size).toBe(5000);
    for (const bad of [-1, 0.5, Number.NaN]) expect(() => letter(bad)).toThrow(/index: /);
  });

  it("lists join with the particle that fits", () => {
    expect([list([], "ko"), list(["A"], "ko"), list(["A", "M"], "ko"), list(["M", "A"], "ko"), list(["A", "L", "B"], "ko")]).toEqual([
      "",
      "A",
      "A와 M",
      "M과 A",
      "A, L과 B",
    ]);
    expect([list(["M", "A"], "ko", "or"), list(["A", "M"], "ko", "or")]).toEqual(["M이나 A", "A나 M"]);
    expect([list(["A", "B"], "en"), list(["A", "B", "C"], "en"), list(["A", "B", "C"], "en", "or")]).toEqual([
      "A and B",
      "A, B and C",
      "A, B or C",
    ]);
  });
});

describe("numbers", () => {
  it.each([
    [-3, 0, "−3"],
    [1234567.891, 2, "1,234,567.89"],
    [0, 2, "0.00"],
    [-0.001, 2, "0.00"],
    [-0, 0, "0"],
    [999.999, 2, "1,000.00"],
    [Number.NEGATIVE_INFINITY, 0, "−∞"],
    [0.1, 0, "0"],
    [2e21, 0, "2,000,000,000,000,000,000,000"],
  ])("writes %s with %s digits as %s", (value, digits, text) => {
    expect(num(value, digits)).toBe(text);
  });

  it("writes percentages without a space and signs on demand", () => {
    expect([percent(0.857), percent(0.8571, 1), percent(-0.04), percent(1)]).toEqual(["86%", "85.7%", "−4%", "100%"]);
    expect([signed(0.25, 2), signed(-0.25, 2), signed(0.001, 2), signed(0)]).toEqual(["+0.25", "−0.25", "0.00", "0"]);
  });

  it("names the field that is wrong", () => {
    expect(() => num(Number.NaN)).toThrow(/value: /);
    expect(() => num(1, 21)).toThrow(/digits: 21/);
    expect(() => num(1, 0.5)).toThrow(/digits: 0.5/);
  });

  it("is read back to the number it wrote", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.integer({ min: 0, max: 6 }), (value, digits) => {
        const text = num(value, digits);
        expect(Number(text.replaceAll(",", "").replace("−", "-"))).toBe(Number(value.toFixed(digits)) + 0);
        expect(text).not.toMatch(/^−0(\.0*)?$/);
      }),
    );
  });
});

describe("scientific", () => {
  it("writes a power of ten as it is read", () => {
    expect([scientific(5.96e-8, 1), scientific(0, 1), scientific(-1.25e12, 2)]).toEqual(["6.0 × 10⁻⁸", "0", "−1.25 × 10¹²"]);
    expect(josa(scientific(5.96e-8, 1), "이에요/예요")).toBe("6.0 × 10⁻⁸이에요");
    expect(josa(scientific(2e-2, 0), "이에요/예요")).toBe("2 × 10⁻²이에요");
  });
});

describe("large", () => {
  it("says a large number as each language does", () => {
    expect(large(70_200_000, "ko", 1e5)).toBe("7,020만");
    expect(large(70_200_000, "en", 1e5)).toBe("70.2 million");
    expect(large(139_500_000, "ko")).toBe("1억 3,950만");
    expect(large(27_900_000_000, "en")).toBe("27.9 billion");
    expect(large(12_345, "ko")).toBe("1만 2,345");
    expect(large(230_000, "en")).toBe("230,000");
    expect(large(999_960_000, "en", 1e5)).toBe("1 billion");
    expect([large(0, "ko"), large(0, "en"), large(-20_000, "ko"), large(9_999, "ko")]).toEqual(["0", "0", "−2만", "9,999"]);
    expect(large(57_799_999.99999999, "ko", 1e5)).toBe("5,780만");
    expect(large(1_000_000, "en", 1e6)).toBe("1 million");
  });

  it("is said again from its words", () => {
    const size: Readonly<Record<string, number>> = { 조: 1e12, 억: 1e8, 만: 1e4, "": 1, trillion: 1e12, billion: 1e9, million: 1e6 };
    fc.assert(
      fc.property(fc.nat(1e9), fc.constantFrom(1, 1e3), (n, times) => {
        const value = n * times;
        const korean = large(value, "ko")
          .split(" ")
          .map((part) => {
            const [, digits, word] = /^([\d,]+)(\D?)$/.exec(part) ?? [];
            return Number(digits.replaceAll(",", "")) * size[word];
          });
        expect(korean.reduce((a, b) => a + b, 0)).toBe(value);
        const [digits, word = ""] = large(value, "en").split(" ");
        expect(Math.round(Number(digits.replaceAll(",", "")) * size[word])).toBe(value);
      }),
    );
  });

  it("stands without its unit where a column names that once", () => {
    expect(inLargeUnit(57_800_000, "ko", 1e5)).toBe("5,780");
    expect(inLargeUnit(57_800_000, "en", 1e5)).toBe("57.8");
    expect(inLargeUnit(230_000, "en", 1e4)).toBe("0.23");
    expect(LARGE_UNIT.ko).toEqual({ word: "만", size: 1e4 });
  });
});
