/** What is wrong with a question: at which field, and why, in both languages. The page and the server ask the same. */
import type { Text } from "@/lib/challenges/text";
import { plainest } from "@/lib/questions/short/pattern";
import { LIMITS, type Content, type Option } from "./content";

export interface Fault {
  /** A path: "prompt", "options.1.text". */
  readonly field: string;
  /** Names the field and the limit. */
  readonly text: Text;
}

/** How a field is called. Numbers count from 1. */
const NAMES: Readonly<Record<string, Text>> = {
  title: { ko: "제목", en: "Title" },
  category: { ko: "분류", en: "Category" },
  idNumber: { ko: "식별 번호", en: "ID number" },
  tags: { ko: "태그", en: "Tags" },
  prompt: { ko: "문제", en: "Question" },
  explanation: { ko: "설명", en: "Explanation" },
  options: { ko: "보기", en: "Option" },
  answers: { ko: "답", en: "Answer" },
  items: { ko: "항목", en: "Item" },
  pairs: { ko: "짝", en: "Pair" },
  extra: { ko: "남는 짝", en: "Extra partner" },
  regions: { ko: "영역", en: "Region" },
  text: { ko: "글", en: "text" },
  said: { ko: "글", en: "text" },
  feedback: { ko: "피드백", en: "feedback" },
  otherwise: { ko: "다른 답의 피드백", en: "Feedback for other answers" },
  value: { ko: "값", en: "value" },
  tolerance: { ko: "허용 오차", en: "tolerance" },
  credit: { ko: "점수", en: "points" },
  left: { ko: "왼쪽", en: "left side" },
  right: { ko: "오른쪽", en: "right side" },
  unit: { ko: "단위", en: "Unit" },
  ends: { ko: "양끝 이름", en: "Names of the ends" },
  picture: { ko: "그림", en: "Picture" },
  caption: { ko: "그림 설명", en: "Description of the picture" },
  wrong: { ko: "틀린 짝", en: "Wrong pair" },
};

/** "options.1.text" → "보기 2 글" / "Option 2, text". */
export function fieldName(field: string): Text {
  const parts = field.split(".").filter((part) => part !== "ko" && part !== "en");
  const said = (locale: "ko" | "en") =>
    parts.map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : (NAMES[part]?.[locale] ?? ""))).filter((part) => part !== "");
  return { ko: said("ko").join(" "), en: said("en").join(" ") };
}

const fault = (field: string, ko: string, en: string): Fault => {
  const name = fieldName(field);
  return { field, text: { ko: `${name.ko}: ${ko}`, en: `${name.en}: ${en}` } };
};

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

function tooLong(field: string, text: string, most: number): Fault[] {
  return text.length <= most ? [] : [fault(field, `${grouped(most)}자까지 쓸 수 있어요.`, `has a limit of ${grouped(most)} characters.`)];
}

const lengths = (field: string, text: Text, most: number): Fault[] => [
  ...tooLong(`${field}.ko`, text.ko, most),
  ...tooLong(`${field}.en`, text.en, most),
];

/** Written in one language at least, and short enough. */
function written(field: string, text: Text, most: number): Fault[] {
  if (text.ko === "" && text.en === "") return [fault(field, "한 언어로는 적어 주세요.", "write it in one language at least.")];
  return lengths(field, text, most);
}

function counted(field: string, count: number, { least, most }: { readonly least: number; readonly most: number }): Fault[] {
  return count >= least && count <= most
    ? []
    : [fault(field, `${least}개부터 ${most}개까지 둘 수 있어요.`, `there can be ${least} to ${most} of them.`)];
}

function twice(field: (i: number) => string, texts: readonly string[]): Fault[] {
  return texts.flatMap((text, i) =>
    text !== "" && texts.indexOf(text) < i
      ? [fault(field(i), `${texts.indexOf(text) + 1}번째와 똑같아요.`, `is the same as number ${texts.indexOf(text) + 1}.`)]
      : [],
  );
}

/** What a text says, whatever the language: two that say the same in either are one. */
const keyOf = ({ ko, en }: Text): string => JSON.stringify([ko || en, en || ko]);
const keys = (texts: readonly Text[]): string[] => texts.map((text) => (text.ko === "" && text.en === "" ? "" : keyOf(text)));

const ENOUGH = 0.01;
const rightOnes = (options: readonly { readonly credit: number }[]) => options.filter(({ credit }) => credit === 100).length;

function optionFaults(options: readonly Option[]): Fault[] {
  return [
    ...counted("options", options.length, LIMITS.options),
    ...options.flatMap(({ text, feedback }, i) => [
      ...written(`options.${i}.text`, text, LIMITS.item),
      ...lengths(`options.${i}.feedback`, feedback, LIMITS.feedback),
    ]),
    ...twice((i) => `options.${i}.text`, keys(options.map(({ text }) => text))),
  ];
}

/** What the shape alone does not settle, kind by kind. */
function own(content: Content): Fault[] {
  switch (content.kind) {
    case "single": {
      const { options } = content;
      const right = rightOnes(options);
      return [
        ...optionFaults(options),
        ...(right === 0 ? [fault("options", "맞는 보기를 하나 정해 주세요.", "mark the one that is right.")] : []),
        ...(right > 0 && right === options.length
          ? [fault("options", "틀린 보기가 하나는 있어야 해요.", "one of them has to be wrong.")]
          : []),
      ];
    }
    case "multiple": {
      const sum = content.options.reduce((all, { credit }) => all + Math.max(0, credit), 0);
      const shown = String(Number(sum.toFixed(2)));
      return [
        ...optionFaults(content.options),
        ...(Math.abs(sum - 100) <= ENOUGH
          ? []
          : [
              fault(
                "options",
                `맞는 보기의 점수를 모두 더하면 100이어야 해요. 지금은 ${shown}점이에요.`,
                `the points of the right ones must add up to 100; they make ${shown}.`,
              ),
            ]),
      ];
    }
    case "numeric":
      return [
        ...counted("answers", content.answers.length, LIMITS.answers),
        ...(rightOnes(content.answers) === 0
          ? [fault("answers", "100점인 답이 하나는 있어야 해요.", "one of them needs 100 points.")]
          : []),
        ...content.answers.flatMap(({ value, tolerance, feedback }, i) => [
          ...numbered(`answers.${i}.value`, value, -LIMITS.value),
          ...numbered(`answers.${i}.tolerance`, tolerance, 0),
          ...lengths(`answers.${i}.feedback`, feedback, LIMITS.feedback),
        ]),
        ...twice(
          (i) => `answers.${i}.value`,
          content.answers.map(({ value, tolerance }) => `${value}:${tolerance}`),
        ),
        ...lengths("unit", content.unit, LIMITS.unit),
        ...lengths("otherwise", content.otherwise, LIMITS.feedback),
      ];
    case "short":
      return [
        ...counted("answers", content.answers.length, LIMITS.answers),
        ...(rightOnes(content.answers) === 0
          ? [fault("answers", "100점인 답이 하나는 있어야 해요.", "one of them needs 100 points.")]
          : []),
        ...content.answers.flatMap(({ said, credit, feedback }, i) => [
          ...(said === "" ? [fault(`answers.${i}.said`, "비어 있어요.", "is empty.")] : tooLong(`answers.${i}.said`, said, LIMITS.short)),
          ...(credit === 100 && said !== "" && plainest(said).trim() === ""
            ? [fault(`answers.${i}.said`, "무엇을 적어도 맞게 돼요. 글자를 넣어 주세요.", "takes whatever is typed; put letters in.")]
            : []),
          ...lengths(`answers.${i}.feedback`, feedback, LIMITS.feedback),
        ]),
        ...twice(
          (i) => `answers.${i}.said`,
          content.answers.map(({ said }) => said),
        ),
      ];
    case "order":
      return [
        ...counted("items", content.items.length, LIMITS.items),
        ...content.items.flatMap((text, i) => written(`items.${i}`, text, LIMITS.item)),
        ...twice((i) => `items.${i}`, keys(content.items)),
        ...lengths("ends", content.ends.first, LIMITS.unit * 3),
        ...lengths("ends", content.ends.last, LIMITS.unit * 3),
      ];
    case "match": {
      const { pairs, extra, wrong } = content;
      const rights = [...pairs.map(({ right }) => right), ...extra];
      return [
        ...counted("pairs", pairs.length, LIMITS.pairs),
        ...counted("extra", extra.length, { least: 0, most: LIMITS.rights - pairs.length }),
        ...pairs.flatMap(({ left, right }, i) => [
          ...written(`pairs.${i}.left`, left, LIMITS.item),
          ...written(`pairs.${i}.right`, right, LIMITS.item),
        ]),
        ...extra.flatMap((text, i) => written(`extra.${i}`, text, LIMITS.item)),
        ...twice((i) => `pairs.${i}.left`, keys(pairs.map(({ left }) => left))),
        ...twice((i) => (i < pairs.length ? `pairs.${i}.right` : `extra.${i - pairs.length}`), keys(rights)),
        ...wrong.flatMap(({ left, right }, i) =>
          left < pairs.length && right < rights.length && left !== right
            ? []
            : [
                fault(
                  `wrong.${i}`,
                  "있는 것끼리의 틀린 짝이어야 해요.",
                  "has to join two things that are here and do not belong together.",
                ),
              ],
        ),
      ];
    }
    case "hotspot": {
      const { picture, regions, caption } = content;
      return [
        ...(picture === null ? [fault("picture", "그림을 올려 주세요.", "bring a picture.")] : []),
        ...lengths("caption", caption, LIMITS.caption),
        ...counted("regions", regions.length, LIMITS.regions),
        ...(regions.some(({ right }) => right)
          ? []
          : [fault("regions", "맞는 영역이 하나는 있어야 해요.", "one of them has to be right.")]),
        ...regions.flatMap(({ box: [x1, y1, x2, y2] }, i) =>
          x1 < x2 && y1 < y2 && (picture === null || (x2 <= picture.width && y2 <= picture.height))
            ? []
            : [fault(`regions.${i}`, "그림 안에 있어야 해요.", "has to lie inside the picture.")],
        ),
      ];
    }
    case "essay":
    case "description":
      return [];
  }
}

function numbered(field: string, value: number, least: number): Fault[] {
  const fine = Number.isFinite(value) && value >= least && value <= LIMITS.value && Number(value.toFixed(LIMITS.decimals)) === value;
  return fine
    ? []
    : [
        fault(
          field,
          `${least === 0 ? "0" : "−1조"}부터 1조까지의 수이고, 소수점 아래는 ${LIMITS.decimals}자리까지예요.`,
          `has to be a number from ${least === 0 ? "0" : "−10^12"} to 10^12 with at most ${LIMITS.decimals} decimals.`,
        ),
      ];
}

const credits = (content: Content): readonly { readonly credit: number }[] =>
  "options" in content ? content.options : "answers" in content ? content.answers : [];
const listName = (content: Content): string => ("options" in content ? "options" : "answers");

/** Everything that keeps a question from being saved; of tidied content. Empty: it can be. */
export function faultsOf(content: Content): Fault[] {
  return [
    ...tooLong("title", content.title, LIMITS.title),
    ...tooLong("category", content.category, LIMITS.category),
    ...tooLong("idNumber", content.idNumber, LIMITS.idNumber),
    ...(content.tags.length > LIMITS.tags
      ? [fault("tags", `${LIMITS.tags}개까지 달 수 있어요.`, `there can be ${LIMITS.tags} of them.`)]
      : []),
    ...content.tags.flatMap((tag) => tooLong("tags", tag, LIMITS.tag)),
    ...written("prompt", content.prompt, LIMITS.prompt),
    ...lengths("explanation", content.explanation, LIMITS.explanation),
    ...credits(content).flatMap(({ credit }, i) =>
      Number.isFinite(credit) && credit >= -100 && credit <= 100
        ? []
        : [fault(`${listName(content)}.${i}.credit`, "−100부터 100까지예요.", "has to be from −100 to 100.")],
    ),
    ...own(content),
  ];
}

/** What works and is probably not meant. */
export function doubtsOf(content: Content): Fault[] {
  if (content.kind !== "multiple") return [];
  const all = content.options.reduce((sum, { credit }) => sum + credit, 0);
  return all >= 100 - ENOUGH && content.options.some(({ credit }) => credit <= 0)
    ? [
        fault(
          "options",
          "보기를 모두 고르면 만점이에요. 틀린 보기에는 0보다 작은 점수를 주세요.",
          "choosing all of them earns everything; give the wrong ones less than 0 points.",
        ),
      ]
    : [];
}
