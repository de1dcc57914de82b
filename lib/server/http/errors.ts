import type { Text } from "@/lib/challenges/text";
import { labelOf, type FieldFault } from "./fieldFaults";

/** An answer other than success, in both languages. Thrown anywhere under a route; anything else thrown becomes "internal". */
export class ApiError extends Error {
  override readonly name = "ApiError";
  constructor(
    readonly status: number,
    /** kebab-case and stable: clients decide by it. */
    readonly code: string,
    readonly text: Text,
    readonly extra: {
      readonly field?: string;
      readonly fields?: readonly Pick<FieldFault, "field" | "message">[];
      readonly retryAfter?: number;
    } = {},
  ) {
    super(`${code}: ${text.en}`);
  }

  toResponse(): Response {
    const headers = new Headers({ "Cache-Control": "no-store" });
    if (this.extra.retryAfter !== undefined) headers.set("Retry-After", String(this.extra.retryAfter));
    return Response.json({ error: { code: this.code, message: this.text, ...this.extra } }, { status: this.status, headers });
  }
}

export const make = (status: number, code: string, ko: string, en: string, extra?: { field?: string; retryAfter?: number }): ApiError =>
  new ApiError(status, code, { ko, en }, extra);

export const badJson = (): ApiError => make(400, "bad-json", "요청 본문이 올바른 JSON이 아니에요.", "The request body is not valid JSON.");
/** @param faults at least one; the first gives the answer its code */
export const badFields = (faults: readonly FieldFault[]): ApiError => {
  const all = (language: "ko" | "en") => faults.map(({ message }) => message[language]).join(" ");
  const fields = faults.map(({ field, message }) => ({ field, message }));
  return new ApiError(422, faults[0].code, { ko: all("ko"), en: all("en") }, { field: faults[0].field, fields });
};
export const badBody = (field: string, ko: string, en: string): ApiError =>
  make(422, "bad-body", `요청의 "${field}" 항목이 올바르지 않아요: ${ko}`, `The field "${field}" of the request is not valid: ${en}`, {
    field,
  });
/** @param field its path; empty where the body as a whole is meant */
export const badText = (field: string): ApiError => {
  const { ko, en } = labelOf(field);
  return make(
    422,
    "bad-text",
    `저장할 수 없는 문자가 있어요: ${ko}. 보이지 않는 문자일 수 있으니 지우고 다시 적어 주세요.`,
    `${en} holds a character that cannot be stored. It may be an invisible one: delete it and type the text again.`,
    field === "" ? {} : { field },
  );
};
export const tooDeep = (limit: number): ApiError =>
  make(422, "too-deep", `본문은 최대 ${limit}단계까지만 중첩할 수 있어요.`, `The body may be nested at most ${limit} levels deep.`);
export const wrongType = (): ApiError =>
  make(415, "wrong-content-type", "Content-Type은 application/json이어야 해요.", "The Content-Type must be application/json.", {
    field: "Content-Type",
  });
export const wrongUpload = (types: readonly string[]): ApiError =>
  make(
    415,
    "wrong-content-type",
    `Content-Type은 ${types.join(", ")} 가운데 하나여야 해요.`,
    `The Content-Type must be one of ${types.join(", ")}.`,
    { field: "Content-Type" },
  );
export const tooLarge = (limit: number): ApiError =>
  make(413, "too-large", `요청 본문은 ${limit}바이트까지만 보낼 수 있어요.`, `The request body may have at most ${limit} bytes.`);
export const lengthRequired = (): ApiError =>
  make(
    411,
    "length-required",
    "요청에 본문의 길이(Content-Length)가 있어야 해요.",
    "The request must say how long its body is (Content-Length).",
  );
export const badRequest = (): ApiError => make(400, "bad-request", "주소를 읽을 수 없어요.", "The address cannot be read.");
/** Nobody is there to hear it. @param cause what ended the request */
export const cutOff = (cause: unknown): ApiError =>
  Object.assign(make(400, "cut-off", "요청이 도중에 끊겼어요.", "The request ended before its body did."), { cause });
export const crossSite = (): ApiError =>
  make(403, "cross-site", "다른 사이트에서 보낸 요청은 받지 않아요.", "Requests from another site are refused.");
export const badKey = (): ApiError =>
  make(
    400,
    "bad-idempotency-key",
    "Idempotency-Key 헤더에 16~64자의 영문·숫자·-·_ 값이 필요해요.",
    "The Idempotency-Key header must hold 16 to 64 letters, digits, - or _.",
    { field: "Idempotency-Key" },
  );
export const badAnsweredAt = (): ApiError =>
  make(
    400,
    "bad-answered-at",
    "Answered-At 헤더에는 2026-01-31T09:00:00.000Z 같은 시각이 필요해요.",
    "The Answered-At header must hold a moment such as 2026-01-31T09:00:00.000Z.",
    { field: "Answered-At" },
  );
export const otherLearner = (): ApiError =>
  make(
    409,
    "other-learner",
    "다른 사람으로 로그인했을 때 한 일이에요. 그 사람으로 다시 로그인하면 보낼게요.",
    "This was done under another sign-in. It is sent once that learner is signed in again.",
  );
export const keyReused = (): ApiError =>
  make(409, "key-reused", "같은 Idempotency-Key로 다른 내용을 보냈어요.", "The same Idempotency-Key was used for a different request.", {
    field: "Idempotency-Key",
  });
export const nobody = (): ApiError =>
  make(401, "no-session", "먼저 시작하기를 눌러 주세요.", "There is no session. Start as a guest or sign in.");
export const forbidden = (): ApiError => make(403, "forbidden", "이 작업을 할 권한이 없어요.", "You may not do this.");
export const notFound = (): ApiError => make(404, "not-found", "찾을 수 없어요.", "Not found.");
export const rateLimited = (retryAfter: number): ApiError =>
  make(
    429,
    "rate-limited",
    `요청이 너무 잦아요. ${retryAfter}초 뒤에 다시 해 주세요.`,
    `Too many requests. Try again in ${retryAfter} seconds.`,
    { retryAfter },
  );
export const tooManyStreams = (limit: number, retryAfter: number): ApiError =>
  make(
    429,
    "too-many-streams",
    `실시간 연결은 한 번에 ${limit}개까지 열 수 있어요. 쓰지 않는 탭을 닫아 주세요.`,
    `At most ${limit} live connections can be open at once. Close a tab that you do not use.`,
    { retryAfter },
  );
export const busy = (retryAfter: number): ApiError =>
  make(503, "busy", "지금은 채점이 몰려 있어요. 잠시 뒤 다시 보낼게요.", "Grading is busy. Please send it again shortly.", { retryAfter });
export const signInBusy = (retryAfter: number): ApiError =>
  make(
    503,
    "sign-in-busy",
    `지금은 로그인이 몰려 있어요. ${retryAfter}초 뒤에 다시 해 주세요.`,
    `Many people are signing in right now. Try again in ${retryAfter} seconds.`,
    { retryAfter },
  );
export const unavailable = (retryAfter: number): ApiError =>
  make(
    503,
    "unavailable",
    "데이터베이스에 닿을 수 없어요. 저장되지 않았으니 잠시 뒤 다시 해 주세요.",
    "The database cannot be reached. Nothing was saved; please try again shortly.",
    { retryAfter },
  );
export const internal = (id: string): ApiError =>
  make(
    500,
    "internal",
    `서버에 문제가 생겼어요. 저장되지 않았어요. (오류 번호 ${id})`,
    `Something went wrong on the server. Nothing was saved. (Error ${id})`,
  );

export const forgedToken = (): ApiError =>
  make(
    400,
    "forged-token",
    "이 문제의 서명이 올바르지 않아요. 새 문제를 받아 주세요.",
    "This instance's signature is not valid. Draw a new one.",
    { field: "token" },
  );
export const expiredToken = (): ApiError =>
  make(410, "expired-token", "이 문제의 제출 시간이 지났어요. 새 문제를 받아 주세요.", "This instance has expired. Draw a new one.", {
    field: "token",
  });
export const foreignToken = (): ApiError =>
  make(403, "foreign-token", "이 문제는 다른 사람에게 나간 문제예요.", "This instance was issued to somebody else.", { field: "token" });
export const staleVersion = (): ApiError =>
  make(
    409,
    "stale-version",
    "이 문제의 규칙이 바뀌었어요. 새 문제를 받아 주세요.",
    "This challenge's rules have changed since. Draw a new instance.",
    { field: "token" },
  );
export const unknownKind = (): ApiError =>
  make(404, "unknown-kind", "그런 문제가 없어요.", "There is no such challenge.", { field: "kind" });
export const unknownTopic = (): ApiError =>
  make(404, "unknown-topic", "그런 주제가 없어요.", "There is no such topic.", { field: "topic" });
export const badAnswer = (field: string, problem: string): ApiError =>
  make(422, "bad-answer", `답의 "${field}" 항목이 올바르지 않아요: ${problem}`, `The answer's field "${field}" is not valid: ${problem}`, {
    field,
  });
export const notReady = (missing: Text): ApiError => new ApiError(422, "not-ready", missing, { field: "answer" });

/** A fault of the challenge, not of the answer: 4xx, since sending the same again would meet the same fault. */
export const brokenInstance = (): ApiError =>
  make(
    422,
    "broken-instance",
    "이 문제에 오류가 있어서 채점하지 못했어요. 시도로 세지 않았고 문제를 신고해 두었어요. 새 문제를 받아 주세요.",
    "This instance is broken and could not be graded. It does not count as an attempt and has been reported. Draw a new one.",
    { field: "token" },
  );
export const brokenKind = (retryAfter: number): ApiError =>
  make(
    503,
    "broken-kind",
    "지금은 이 종류의 문제를 낼 수 없어요. 신고해 두었으니 다른 문제를 먼저 풀어 주세요.",
    "This challenge cannot be drawn right now. It has been reported; please play another one first.",
    { retryAfter },
  );

export const badEmail = (): ApiError =>
  make(422, "bad-email", "이메일 주소를 다시 확인해 주세요.", "Please check the e-mail address.", { field: "email" });
export const emailTaken = (): ApiError =>
  make(409, "email-taken", "이미 가입된 이메일이에요. 로그인해 주세요.", "This e-mail address has an account. Please sign in.", {
    field: "email",
  });
export const alreadySignedUp = (): ApiError =>
  make(409, "already-signed-up", "이미 가입한 계정으로 쓰고 있어요.", "You already have an account.");
export const wrongPassword = (field: string): ApiError =>
  make(403, "wrong-password", "비밀번호가 맞지 않아요.", "The password does not match.", { field });
export const noPassword = (): ApiError =>
  make(
    409,
    "no-password",
    "이 계정에는 비밀번호가 없어요. 이메일이 있으면 재설정 링크로 만들 수 있어요.",
    "This account has no password. With an e-mail address, a reset link sets one.",
  );
export const staleResetLink = (): ApiError =>
  make(
    410,
    "stale-reset-link",
    "이미 썼거나 기한이 지난 링크예요. 새 링크를 받아 주세요.",
    "This link has been used or has expired. Please ask for a new one.",
    { field: "token" },
  );
export const wrongWord = (word: Text): ApiError =>
  make(422, "wrong-word", `지우려면 이 낱말을 그대로 적어 주세요: ${word.ko}`, `To confirm, type this word: ${word.en}`, { field: "word" });
export const badTimeZone = (): ApiError =>
  make(422, "bad-time-zone", "알 수 없는 시간대예요.", "This time zone is not known.", { field: "timeZone" });
export const ownRole = (): ApiError => make(409, "own-role", "자신의 역할은 바꿀 수 없어요.", "You cannot change your own role.");
export const guestRole = (): ApiError =>
  make(409, "guest-role", "손님에게는 역할을 줄 수 없어요. 먼저 가입해야 해요.", "A guest cannot have a role; they must sign up first.");

export const cardMismatch = (): ApiError =>
  make(409, "card-mismatch", "이 시도는 그 카드의 복습이 아니에요.", "This attempt does not answer that card.", { field: "attemptId" });
export const cardGone = (): ApiError =>
  make(410, "card-gone", "이 질문은 더는 없어요.", "This question no longer exists.", { field: "cardId" });
export const cardNotDue = (): ApiError =>
  make(409, "card-not-due", "오늘 복습할 카드가 아니에요.", "This card is not due today.", { field: "cardId" });
export const cardMoved = (): ApiError =>
  make(409, "card-moved", "그 사이에 이 카드를 이미 복습했어요.", "This card has been reviewed since it was shown.", { field: "cardId" });
export const notAnAnswer = (): ApiError =>
  make(422, "not-an-answer", "이 질문에 맞는 답이 아니에요.", "This is no answer to that question.", { field: "answer" });
export const questionChanged = (): ApiError =>
  make(
    409,
    "question-changed",
    "질문이 그사이에 바뀌었어요. 새로고침하고 다시 풀어 주세요.",
    "The question has changed meanwhile. Reload and answer it anew.",
    {
      field: "version",
    },
  );
export const nothingToUndo = (): ApiError => make(409, "nothing-to-undo", "되돌릴 복습이 없어요.", "There is no review to undo.");

export const accountNeeded = (): ApiError =>
  make(
    403,
    "account-needed",
    "스터디 그룹은 가입한 뒤에 쓸 수 있어요. 지금까지 한 것은 그대로 이어져요.",
    "Study groups are for accounts. Sign up first; everything you have done so far stays yours.",
  );
export const groupArchived = (): ApiError =>
  make(409, "group-archived", "보관한 그룹이라 읽기만 할 수 있어요.", "This group is archived: it can be read, not changed.");
export const groupFull = (limit: number): ApiError =>
  make(409, "group-full", `이 그룹은 ${limit}명이 다 찼어요.`, `This group has its ${limit} members already.`);
export const tooManyGroups = (limit: number): ApiError =>
  make(
    409,
    "too-many-groups",
    `그룹은 ${limit}개까지 함께할 수 있어요. 쓰지 않는 그룹에서 먼저 나와 주세요.`,
    `You can be in ${limit} groups. Leave one that you no longer use first.`,
  );
export const tooManyInvites = (limit: number): ApiError =>
  make(
    409,
    "too-many-invites",
    `초대 코드는 한 번에 ${limit}개까지 열어 둘 수 있어요. 쓰지 않는 코드를 먼저 닫아 주세요.`,
    `A group can have ${limit} open invitations. Close one first.`,
  );
export const tooManyItems = (limit: number): ApiError =>
  make(
    409,
    "too-many-items",
    `열린 질문과 할 일은 ${limit}개까지예요. 끝난 것을 먼저 닫아 주세요.`,
    `A group can have ${limit} open items. Close some that are done first.`,
  );
export const tooManyReadings = (limit: number): ApiError =>
  make(
    409,
    "too-many-readings",
    `한 세션에서 한 사람이 노트를 ${limit}번까지 읽을 수 있어요.`,
    `One person can read notes into a session ${limit} times.`,
  );
export const readingsFull = (): ApiError =>
  make(
    409,
    "readings-full",
    "이 세션에는 노트에서 읽어 온 것이 가득 찼어요. 다른 세션에 읽어 주세요.",
    "This session holds no more of what was read out of notes. Read it into another one.",
  );
export const tooManyThreads = (limit: number): ApiError =>
  make(409, "too-many-threads", `여기에는 질문을 ${limit}개까지 올릴 수 있어요.`, `There is room for ${limit} questions here.`);
export const tooManyComments = (limit: number): ApiError =>
  make(
    409,
    "too-many-comments",
    `질문 하나에 댓글은 ${limit}개까지예요. 새 질문으로 이어 가 주세요.`,
    `A question holds ${limit} replies. Go on in a new question.`,
  );
export const commentTooLong = (limit: number): ApiError =>
  make(422, "comment-too-long", `댓글 하나에는 ${limit / 1024}KB까지 쓸 수 있어요.`, `A comment holds up to ${limit / 1024} kB.`, {
    field: "text",
  });
export const commentGone = (): ApiError =>
  make(409, "comment-gone", "지운 댓글은 고칠 수 없어요.", "A comment that was taken back cannot be changed.");
export const lastOwner = (): ApiError =>
  make(
    409,
    "last-owner",
    "그룹장이 한 명은 있어야 해요. 다른 멤버에게 먼저 넘기거나 그룹을 보관해 주세요.",
    "A group needs an owner. Make another member one first, or archive the group.",
  );
export const agendaMoved = (): ApiError =>
  make(
    409,
    "agenda-moved",
    "그사이에 다른 사람이 안건을 고쳤어요. 새 안건을 보고 다시 저장해 주세요.",
    "Somebody else has changed the agenda meanwhile. Look at theirs and save yours again.",
    { field: "agenda" },
  );
export const itemClosed = (): ApiError =>
  make(409, "item-closed", "그사이에 다른 사람이 먼저 닫았어요.", "Somebody else has closed this already.", { field: "closed" });
