/** Answers that only assignments give. */
import { YEARS, type TermFault } from "@/lib/assignments";
import { ApiError, badFields, make } from "./errors";
import type { FieldFault } from "./fieldFaults";

const fault = (field: string, ko: string, en: string): FieldFault => ({ field, code: "bad-terms", message: { ko, en } });

const TERM_FAULTS: Readonly<Record<TermFault["fault"], (field: string) => FieldFault>> = {
  "before-opening": (field) =>
    field === "dueAt"
      ? fault("dueAt", "마감은 여는 때보다 늦어야 해요.", "The due date must not lie before the opening.")
      : fault("closesAt", "닫는 때는 여는 때보다 늦어야 해요.", "The end must lie after the opening."),
  "before-due": () => fault("closesAt", "닫는 때는 마감보다 빠를 수 없어요.", "The end must not lie before the due date."),
  "too-far": (field) =>
    fault(
      field,
      `날짜는 ${YEARS.first}년부터 ${YEARS.last}년 사이여야 해요.`,
      `The date must lie between ${YEARS.first} and ${YEARS.last}.`,
    ),
};
/** @param at what the fields are named under */
export const badTerms = (faults: readonly TermFault[], at = "terms."): ApiError =>
  badFields(faults.map(({ field, fault: why }) => ({ ...TERM_FAULTS[why](field), field: `${at}${field}` })));

/** @param part from 0 */
const partFault = (part: number, field: string, ko: string, en: string): ApiError =>
  badFields([
    { field: `parts.${part}.${field}`, code: "bad-part", message: { ko: `${part + 1}번째 항목: ${ko}`, en: `Part ${part + 1}: ${en}` } },
  ]);
export const unknownPart = (part: number, field: string, name: string): ApiError =>
  partFault(part, field, `"${name}" 이름으로는 아무것도 없어요.`, `there is nothing called "${name}".`);
export const poolTooSmall = (part: number, count: number, pool: number): ApiError =>
  partFault(
    part,
    "settings.from.count",
    `질문 ${count}개를 뽑기에는 ${pool}개뿐이에요.`,
    `${count} questions cannot be drawn from ${pool}.`,
  );
export const samePartTwice = (part: number): ApiError =>
  partFault(part, "id", "같은 항목이 두 번 들어 있어요.", "the same part is there twice.");
export const sameQuestionTwice = (part: number): ApiError =>
  partFault(part, "settings.from.questions", "같은 질문이 두 번 들어 있어요.", "the same question is there twice.");
export const noParts = (): ApiError =>
  make(422, "no-parts", "학생에게 내려면 할 일이 하나는 있어야 해요.", "There must be something to do before students get it.", {
    field: "parts",
  });
export const unknownStudent = (): ApiError =>
  make(422, "unknown-student", "이 반의 학생이 아닌 사람이 들어 있어요.", "Somebody named is no student of this class.", {
    field: "students",
  });
export const unknownIdea = (): ApiError =>
  make(422, "unknown-idea", "그런 흔한 오해가 없어요.", "There is no such wrong idea.", { field: "review" });
/** @param title of the review that is there */
export const reviewThere = (title: string): ApiError =>
  make(
    409,
    "review-there",
    `이미 낸 복습이 있어요(${title}). 그 복습의 기한이 지나거나 거둔 다음에 다시 낼 수 있어요.`,
    `There is a review already (${title}). Another can be given once that one is past its due date or withdrawn.`,
    { field: "review" },
  );
export const tooManyAssignments = (limit: number): ApiError =>
  make(409, "too-many-assignments", `한 반에는 과제를 ${limit}개까지 둘 수 있어요.`, `A class has room for ${limit} assignments.`);
export const assignmentMoved = (): ApiError =>
  make(
    409,
    "assignment-moved",
    "그사이에 다른 강사가 이 과제를 고쳤어요. 새로고침해서 보고 다시 저장해 주세요.",
    "Another instructor has changed this assignment meanwhile. Reload it, look, and save again.",
    { field: "revision" },
  );
export const assignmentBegun = (): ApiError =>
  make(
    409,
    "assignment-begun",
    "이미 시작한 학생이 있어요. 지우거나 초안으로 되돌릴 수 없고, 거둘 수는 있어요.",
    "A student has begun it: it cannot be deleted or become a draft again, but it can be withdrawn.",
  );

export const workNotOpen = (): ApiError => make(409, "not-open", "아직 열리지 않은 과제예요.", "This assignment is not open yet.");
export const workNotBegun = (): ApiError =>
  make(409, "not-begun", "먼저 시작하기를 눌러 주세요. 그때부터 시간을 재요.", "Begin first: the time runs from there.");
export const workClosed = (): ApiError =>
  make(409, "work-closed", "끝난 과제라 더 받지 않아요.", "This assignment is over and takes nothing more.");
export const noTriesLeft = (limit: number): ApiError =>
  make(
    409,
    "no-tries-left",
    `이 문제는 ${limit}번까지 풀 수 있어요.`,
    limit === 1 ? "This can be answered once." : `This can be answered ${limit} times.`,
  );
export const voidedSlot = (): ApiError =>
  make(409, "voided", "강사가 무효로 한 문제라 풀지 않아도 돼요.", "An instructor has voided this; it need not be answered.");
export const itemAnswered = (): ApiError =>
  make(409, "item-answered", "이미 답한 문제예요. 첫 답을 그대로 두었어요.", "This has been answered already. The first answer stands.", {
    field: "answer",
  });
export const wrongWay = (): ApiError =>
  make(422, "not-an-answer", "이 항목에 맞는 답이 아니에요.", "This is no answer to that part.", { field: "answer" });
export const solutionLater = (): ApiError =>
  make(
    409,
    "assigned",
    "과제로 받은 문제라 답한 뒤에 풀이를 볼 수 있어요.",
    "This is assigned work: its solution is shown once it has been answered.",
    { field: "token" },
  );
export const nothingToVoid = (): ApiError =>
  make(404, "nothing-to-void", "이 과제에 그런 항목이 없어요.", "There is no such item in this assignment.", { field: "what" });
