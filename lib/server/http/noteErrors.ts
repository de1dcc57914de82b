/** What is answered where a note, or a picture in it, is not taken as it was sent. */
import { large } from "@/lib/words";
import { make, type ApiError } from "./errors";

export const badUpdate = (): ApiError =>
  make(400, "bad-update", "노트의 수정 내용을 읽을 수 없어요.", "This edit of the note cannot be read.", { field: "update" });
export const noteTooLong = (limit: number): ApiError =>
  make(
    422,
    "note-too-long",
    `노트 하나에는 ${limit / 1024}KB까지 쓸 수 있어요. 새 노트를 열어서 이어 쓰세요.`,
    `A note holds up to ${limit / 1024} kB. Go on in a new note.`,
    { field: "text" },
  );
export const noteBehind = (): ApiError =>
  make(
    409,
    "note-behind",
    "앞의 수정 내용이 아직 도착하지 않았어요. 노트를 다시 맞춘 뒤 보낼게요.",
    "This edit builds on one that has not arrived. The note is brought up to date first.",
    { field: "update" },
  );
export const numberTaken = (): ApiError =>
  make(
    409,
    "number-taken",
    "이 창의 번호를 다른 멤버가 먼저 썼어요. 새 번호로 다시 보낼게요.",
    "Another member has the number of this tab already. It is sent again under a new one.",
    { field: "update" },
  );
export const noteWorn = (): ApiError =>
  make(
    409,
    "note-worn",
    "이 노트는 너무 많이 고쳐서 더 쓸 수 없어요. 새 노트에서 이어 쓰세요.",
    "This note has been edited too often to go on. Go on in a new note.",
  );
export const noteNotWorn = (): ApiError =>
  make(409, "note-not-worn", "이 노트에는 아직 더 쓸 수 있어요.", "This note can still be written in.");
export const editTooHeavy = (): ApiError =>
  make(
    422,
    "edit-too-heavy",
    "이 수정은 노트에 합치는 데 너무 오래 걸려서 저장하지 못했어요. 쓴 내용을 복사해 두고 노트를 새로 열어서 조금씩 나눠 넣어 주세요.",
    "This edit takes too long to put into the note and was not saved. Copy what you wrote, open the note anew and put it in piece by piece.",
    { field: "update" },
  );
export const notesBusy = (retryAfter: number): ApiError =>
  make(
    503,
    "notes-busy",
    "지금은 노트에 쓰는 사람이 몰려 있어요. 잠시 뒤 다시 보낼게요.",
    "Many people are writing in notes right now. It will be sent again shortly.",
    { retryAfter },
  );
export const tooManyNotes = (limit: number): ApiError =>
  make(409, "too-many-notes", `한 그룹의 노트는 ${limit}개까지예요.`, `A group can have ${limit} notes.`);
export const noPicture = (): ApiError =>
  make(
    422,
    "no-picture",
    "PNG, JPEG, WebP 그림이 아니거나 파일이 깨져 있어요.",
    "This is not a PNG, JPEG or WebP picture, or the file is damaged.",
  );
export const tooManyPixels = (millions: number): ApiError =>
  make(
    422,
    "too-many-pixels",
    `그림은 ${large(millions * 1e6, "ko")} 픽셀까지 넣을 수 있어요. 줄여서 다시 넣어 주세요.`,
    `A picture may have up to ${millions} megapixels. Make it smaller and try again.`,
  );
export const noteFull = (limit: number): ApiError =>
  make(409, "note-full", `노트 하나에는 그림을 ${limit}장까지 넣을 수 있어요.`, `A note holds up to ${limit} pictures.`);
export const picturesFull = (megabytes: number): ApiError =>
  make(
    409,
    "pictures-full",
    `한 그룹의 그림은 모두 합해 ${megabytes}MB까지예요. 안 쓰는 노트를 지우면 자리가 나요.`,
    `The pictures of a group may have ${megabytes} MB in all. Deleting notes that nobody needs makes room.`,
  );
export const picturesBusy = (retryAfter: number): ApiError =>
  make(
    503,
    "pictures-busy",
    "지금은 그림이 몰려 있어요. 잠시 뒤 다시 넣어 주세요.",
    "Many pictures are being put in right now. Please try again shortly.",
    { retryAfter },
  );
