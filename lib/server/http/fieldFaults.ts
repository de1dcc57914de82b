/** What is wrong with a body, field by field and in both languages: the field, the limit, and how far off. */
import { josa } from "@/lib/words";
import type { Text } from "@/lib/challenges/text";
import type { core } from "zod";

/** One field that cannot be taken. */
export interface FieldFault {
  /** A path: "email", "answer.boxes.0". */
  readonly field: string;
  /** What the answer is called where this is its first fault. */
  readonly code: string;
  readonly message: Text;
}

/** Fields that people fill in, by the names they read beside them. Any other is named as it is, for whoever writes a client. */
const LABELS: Readonly<Record<string, Text>> = {
  email: { ko: "이메일", en: "The e-mail address" },
  password: { ko: "비밀번호", en: "The password" },
  current: { ko: "지금 비밀번호", en: "The present password" },
  name: { ko: "이름", en: "The name" },
};

/** Fields of forms whose texts are pasted or come from a file, by the last name of their path. */
const PASTED: Readonly<Record<string, Text>> = {
  ...LABELS,
  text: { ko: "글", en: "The text" },
  title: { ko: "제목", en: "The title" },
  nickname: { ko: "닉네임", en: "The nickname" },
  code: { ko: "반 코드", en: "The class code" },
  pin: { ko: "PIN", en: "The PIN" },
  search: { ko: "찾는 말", en: "What is searched for" },
};

/** What people call a field; of several alike, which one. */
export function labelOf(field: string): Text {
  if (field === "") return { ko: "보낸 글", en: "The text" };
  const names = field.split(".");
  const label = PASTED[names[names.length - 1]] ?? { ko: `"${field}"`, en: `"${field}"` };
  const place = names.find((name) => /^\d+$/.test(name));
  if (place === undefined || label.en.startsWith('"')) return label;
  return { ko: `${Number(place) + 1}번째 ${label.ko}`, en: `${label.en} (number ${Number(place) + 1})` };
}

const about = (field: string, ko: string, en: string): Text => {
  const label = LABELS[field] ?? { ko: `"${field}"`, en: `"${field}"` };
  return { ko: `${josa(label.ko, "은/는")} ${ko}`, en: `${label.en} ${en}` };
};

const COUNTED: Readonly<Record<string, Text>> = { string: { ko: "자", en: "characters" }, array: { ko: "개", en: "entries" } };

/** @param ko "이상이어야 해요." @param en "at least" */
const limited = (origin: string, limit: string, ko: string, en: string): readonly [string, string] => {
  const unit = COUNTED[origin];
  return unit ? [`${limit}${unit.ko} ${ko}`, `must have ${en} ${limit} ${unit.en}.`] : [`${limit} ${ko}`, `must be ${en} ${limit}.`];
};

/** The sentence's two ends that follow the field's name. */
function wordsOf(issue: core.$ZodIssue): readonly [ko: string, en: string] {
  switch (issue.code) {
    case "too_small":
      if (issue.origin === "string" && issue.minimum === 1) return ["비워 둘 수 없어요.", "must not be empty."];
      return limited(issue.origin, String(issue.minimum), "이상이어야 해요.", "at least");
    case "too_big":
      return limited(issue.origin, String(issue.maximum), "이하여야 해요.", "at most");
    case "invalid_type":
      return issue.input === undefined ? ["꼭 있어야 해요.", "is missing."] : ["형식이 달라요.", `must be of type ${issue.expected}.`];
    case "invalid_value":
      return [`다음 가운데 하나여야 해요: ${issue.values.join(", ")}`, `must be one of: ${issue.values.join(", ")}`];
    case "unrecognized_keys":
      return ["여기에 쓸 수 없는 항목이에요.", "is not known here."];
    case "custom":
      if (issue.params?.fault === "email")
        return ["주소로 쓸 수 없어요. min@example.com처럼 적어 주세요.", "is not one. Write it like min@example.com."];
      if (issue.params?.fault === "hidden")
        return [
          "보이지 않는 글자나 글 방향을 바꾸는 글자를 쓸 수 없어요.",
          "must not hold characters that are invisible or turn the direction of the text.",
        ];
      return ["받을 수 없는 값이에요.", "is not valid."];
    default:
      return ["쓸 수 없는 글자나 형식이 들어 있어요.", "has characters or a form that is not allowed."];
  }
}

/** The fault of one issue; of keys that are not known, one for each. */
function faultsOf(issue: core.$ZodIssue): FieldFault[] {
  const path = issue.path.map(String);
  const fields = issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key].join(".")) : [path.join(".") || "body"];
  const code = issue.code === "custom" && issue.params?.fault === "email" ? "bad-email" : "bad-body";
  return fields.map((field) => ({ field, code, message: about(field, ...wordsOf(issue)) }));
}

/** Every field that is wrong, once, in the order of the schema. */
export function fieldFaults(issues: readonly core.$ZodIssue[]): FieldFault[] {
  const first = new Map<string, FieldFault>();
  for (const fault of issues.flatMap(faultsOf)) if (!first.has(fault.field)) first.set(fault.field, fault);
  return [...first.values()];
}
