/** Answers that only the bank of questions gives. */
import type { Text } from "@/lib/challenges/text";
import { ApiError, make } from "./errors";

/** @param field of the question, as lib/bank names it */
export const badQuestion = (field: string, text: Text): ApiError => new ApiError(422, "bad-question", text, { field: `content.${field}` });
export const bankQuestionChanged = (): ApiError =>
  make(
    409,
    "bank-question-changed",
    "다른 곳에서 먼저 저장한 버전이 있어요. 새로 열어 보고, 여기 적은 것을 옮겨 주세요.",
    "Another version was saved meanwhile. Open the question anew and carry over what you wrote here.",
    { field: "base" },
  );
export const bankFull = (limit: number): ApiError =>
  make(
    409,
    "bank-full",
    `한 사람의 문제는 ${limit}개까지예요. 쓰지 않는 문제를 먼저 지워 주세요.`,
    `A bank holds up to ${limit} questions. Delete some that you do not need.`,
  );
export const bankHeavy = (megabytes: number): ApiError =>
  make(
    409,
    "bank-heavy",
    `문제의 글은 모든 버전을 합해 ${megabytes}MB까지예요. 쓰지 않는 문제를 먼저 지워 주세요.`,
    `The texts of your questions may have ${megabytes} MB with all versions. Delete some that you do not need.`,
  );
export const bankPicturesFull = (count: number, megabytes: number): ApiError =>
  make(
    409,
    "bank-pictures-full",
    `그림은 ${count}장, 모두 ${megabytes}MB까지 올릴 수 있어요.`,
    `You can bring ${count} pictures with ${megabytes} MB in all.`,
  );
export const noQuestions = (): ApiError =>
  make(422, "no-questions", "파일에 문제가 하나도 없어요.", "There is no question in the file.", { field: "text" });
export const tooManyQuestions = (limit: number): ApiError =>
  make(
    422,
    "too-many-questions",
    `한 번에 ${limit}문제까지 들여올 수 있어요. 파일을 나누어 주세요.`,
    `A file may have ${limit} questions. Please split it.`,
    { field: "text" },
  );
/** @param lines of the file, from 1 */
export const badLines = (lines: readonly number[]): ApiError =>
  make(
    422,
    "bad-lines",
    `아무것도 들여오지 않았어요. 고쳐야 할 줄: ${lines.join(", ")}`,
    `Nothing was taken. Lines that need mending: ${lines.join(", ")}`,
    { field: "text" },
  );
