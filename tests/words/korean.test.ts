import { describe, expect, it } from "vitest";
import { GLOSSARY } from "@/content/glossary";
import { particle, type Pair } from "@/lib/words";
import { pieces, type Piece } from "./texts";

/** Particles and copulas with two forms; longer ones first, so that 이에요 is not taken for 이. */
const PAIRS: readonly Pair[] = [
  ..."이었어요/였어요 으로부터/로부터 으로서/로서 으로써/로써 으로는/로는 으로도/로도 이에요/예요 이라고/라고 이라는/라는 이라서/라서 이라도/라도 이라면/라면".split(
    " ",
  ),
  ..."이지만/지만 이니까/니까 이므로/므로 이거나/거나 으로/로 이라/라 이나/나 이면/면 이고/고 이며/며 이죠/죠 을/를 은/는 과/와 이/가".split(
    " ",
  ),
] as Pair[];
const FORMS = PAIRS.flatMap((pair) => pair.split("/").map((form) => ({ form, pair }))).sort((a, b) => b.form.length - a.form.length);
/** A word in Latin letters or digits, with a Korean ending right behind it. */
const ENDED = new RegExp(
  `(?<![\\w.,/−-])([A-Za-z0-9][\\w.,/-]*?%?(?:\\([^)]*\\))?)(${FORMS.map(({ form }) => form).join("|")})(?:의|는|도|만)?(?![가-힣])`,
  "g",
);

/** Endings that do not fit the word before them, as it is read aloud: "deconvnet예요 → 이에요". */
const misfits = (text: string) =>
  [...text.matchAll(ENDED)].flatMap(([, word, form]) => {
    // Stands for a value: tests/words/particles.test.ts looks after those.
    if (/^0(?:\(0\))?$/.test(word)) return [];
    const pair = FORMS.find((entry) => entry.form === form)?.pair;
    const right = pair && particle(word, pair);
    // The copula may keep its 이 behind a vowel (0.45이고, 9이면); only 이에요 has a form of its own there.
    const full = pair !== "이에요/예요" && form === `이${right}`;
    return right === undefined || right === form || full ? [] : [`${word}${form} → ${right}`];
  });

/** Word for word from English, or a figure of speech that Korean does not have; what to say instead stands behind. */
const CALQUES: readonly (readonly [RegExp, string])[] = [
  // 물다 is also "to bite": 새를 물은 맵. (물음을 듣다 too, which no reader hears.)
  [/(?<![가-힣])물(?:은|음|었|으면|어본)|묻(?:는 클래스|든)|[을를] 물어도/, "…에 대한 맵, 보려는 클래스, 질문"],
  [/겹침의 자(?![가-힣])|쓴 자(?:도|는|가)/, "기준, 겹침"],
  [/값을? 치[르러를른]|값이에요\. 치르/, "계산이 들다"],
  [/한 호흡/, "한눈에 정리"],
  [/눈먼/, "아무렇게나"],
  [/선생님/, "배울 앵커"],
  [/합집합 위의 교집합/, "교집합 ÷ 합집합"],
  [/싸우지 않아요/, "지우지 않아요"],
  [/버리는 데에는 값이/, "잃는 것이"],
  // "Nothing" goes with a negation.
  [/아무것도 (?:그대로|같|모두)/, "바뀌는 것이 없다"],
];
const calquesIn = (text: string) => CALQUES.filter(([wrong]) => wrong.test(text)).map(([wrong, right]) => `${wrong.source} → ${right}`);

/** 개 behind what has a counter of its own: 배 3척, 개 3마리, 사람 3명. */
const COUNTED = /(?<![가-힣])(?:배|사람|강아지|고양이|새|말|소|양|개)(?:가|는|이|를|을)? (?:\d+|한|두|세|네|다섯|여섯) ?개(?![월국])/;

const korean: Piece[] = [
  ...pieces().filter(({ locale }) => locale === "ko"),
  ...GLOSSARY.map(({ id, meaning }) => ({ file: "content/terms", at: id, locale: "ko" as const, text: meaning.ko })),
];
const found = (slips: (text: string) => readonly string[]) =>
  korean.flatMap(({ file, at, text }) => slips(text).map((slip) => `${file}:${at} ${slip}`));

describe("the reading of Korean texts", () => {
  it.each([
    ["deconvnet예요", 1],
    ["deconvnet이에요", 0],
    ["2예요", 0],
    ["2이에요", 1],
    ["−3라", 0],
    ["R-CNN를 써요", 1],
    ["Grad-CAM은", 0],
    ["IoU는 0.5로", 0],
    ["사람를", 0],
    ["0.3으로", 0],
    ["86%은", 1],
  ])("finds in “%s” %i endings that do not fit", (text, count) => {
    expect(misfits(text)).toHaveLength(count);
  });

  it.each([["배 3개가 보여요"], ["사람 두 개"], ["강아지가 2개"]])("finds the wrong counter in “%s”", (text) => {
    expect(text).toMatch(COUNTED);
  });

  it.each([["배 3척"], ["상자 3개"], ["사람 상자 2개"], ["새 1개월"]])("lets “%s” stand", (text) => {
    expect(text).not.toMatch(COUNTED);
  });
});

describe("every Korean text", () => {
  it("ends a Latin word or a number with the form that fits its reading", () => {
    expect(found(misfits)).toEqual([]);
  });

  it("says it as Korean does, not word for word from English", () => {
    expect(found(calquesIn)).toEqual([]);
  });

  it("quotes with “ ” in what is read", () => {
    const prose = korean.filter(({ file }) => /\.mdx$|questions\.ts$|asked\.ts$/.test(file));
    expect(
      prose.filter(({ text }) => text.replace(/<[^>]*>/g, "").includes('"')).map(({ file, at, text }) => `${file}:${at} ${text}`),
    ).toEqual([]);
  });

  it("counts people, animals and boats with their own counters", () => {
    expect(found((text) => COUNTED.exec(text) ?? [])).toEqual([]);
  });

  it("shows no asterisk that was meant to be bold", () => {
    const texts = pieces().filter(({ file }) => /^content\/(?:messages|topics)\//.test(file) && !file.endsWith(".mdx"));
    // A star multiplies between names, numbers and brackets of code (a*b), and where it stands alone among signs.
    const rest = (text: string) => text.replace(/(?<=[\w)])\*(?=[\w(])| \* (?=[-+−/])/g, "");
    expect(texts.filter(({ text }) => rest(text).includes("*")).map(({ file, at, text }) => `${file}:${at} ${text}`)).toEqual([]);
  });
});
