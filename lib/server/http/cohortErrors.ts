/** Answers that only cohorts give. */
import { ApiError } from "./errors";

const make = (status: number, code: string, ko: string, en: string, extra?: { field?: string }): ApiError =>
  new ApiError(status, code, { ko, en }, extra);

export const classAccountNeeded = (): ApiError =>
  make(
    403,
    "account-needed",
    "반에는 가입한 뒤에 들어갈 수 있어요. 지금까지 한 것은 그대로 이어져요.",
    "Classes are for accounts. Sign up first; everything you have done so far stays yours.",
  );
export const cohortArchived = (): ApiError =>
  make(
    409,
    "cohort-archived",
    "보관한 반이라 바꿀 수 없어요. 먼저 보관함에서 꺼내 주세요.",
    "This class is archived. Take it out of the archive first.",
  );
export const cohortFull = (limit: number): ApiError =>
  make(409, "cohort-full", `반 하나에는 ${limit}명까지 들어올 수 있어요.`, `A class has room for ${limit} people.`);
export const tooManyCohorts = (limit: number): ApiError =>
  make(
    409,
    "too-many-cohorts",
    `반은 ${limit}개까지 맡을 수 있어요. 끝난 반에서 먼저 나와 주세요.`,
    `You can teach ${limit} classes. Leave one that is over first.`,
  );
export const tooManyCodes = (limit: number): ApiError =>
  make(
    409,
    "too-many-invites",
    `초대 코드는 한 번에 ${limit}개까지 열어 둘 수 있어요. 쓰지 않는 코드를 먼저 닫아 주세요.`,
    `A class can have ${limit} open invitations. Close one first.`,
  );
export const lastInstructor = (): ApiError =>
  make(
    409,
    "last-instructor",
    "반에는 강사가 한 명은 있어야 해요. 다른 강사를 먼저 초대해 주세요.",
    "A class needs an instructor. Invite another one first.",
  );
export const consentChanged = (): ApiError =>
  make(
    409,
    "consent-changed",
    "강사가 볼 수 있는 것의 설명이 바뀌었어요. 새로고침하고 다시 읽어 주세요.",
    "What instructors can see has been described anew. Reload the page and read it again.",
    { field: "consent" },
  );
export const badCsv = (line: number): ApiError =>
  make(
    422,
    "bad-csv",
    `${line}째 줄의 따옴표가 닫히지 않았어요. 고친 파일을 다시 올려 주세요.`,
    `A quotation mark is not closed in line ${line}. Please mend the file and choose it again.`,
    { field: "text" },
  );
export const noRows = (): ApiError =>
  make(422, "no-rows", "파일에 학생이 한 명도 없어요.", "There is no student in the file.", { field: "text" });
export const tooManyRows = (limit: number): ApiError =>
  make(
    422,
    "too-many-rows",
    `명단은 한 번에 ${limit}명까지 올릴 수 있어요. 나누어 올려 주세요.`,
    `A roster may have ${limit} rows at a time. Please split it.`,
    { field: "text" },
  );
/** @param lines the first rows that cannot be taken, from 1 */
export const badRows = (rows: readonly number[]): ApiError =>
  make(
    422,
    "bad-rows",
    `아무것도 넣지 않았어요. 고쳐야 할 행: ${rows.join(", ")}`,
    `Nothing was taken. Rows that need mending: ${rows.join(", ")}`,
    { field: "rows" },
  );
export const wrongPin = (): ApiError =>
  make(403, "wrong-pin", "지금 PIN이 맞지 않아요.", "The present PIN does not match.", { field: "current" });
export const weakPin = (): ApiError =>
  make(
    422,
    "weak-pin",
    "짐작하기 쉬운 PIN이에요. 같은 숫자나 차례로 이어지는 숫자는 피해 주세요.",
    "This PIN is easy to guess. Avoid one digit over and over, and digits in a row.",
    { field: "pin" },
  );
export const noPin = (): ApiError => make(409, "no-pin", "이 계정은 PIN을 쓰지 않아요.", "This account has no PIN.");
