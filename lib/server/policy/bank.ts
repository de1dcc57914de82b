/** Who may see and change questions of a bank: whoever wrote them, and nobody else. */
import type { Person, Viewer } from "./facts";
import { mayMakeCohort } from "./cohorts";

/** Whoever may make a class, or teaches one, writes questions. */
export const mayWriteQuestions = (viewer: Pick<Viewer, "role"> & { readonly guest: boolean; readonly teaches: boolean }): boolean =>
  mayMakeCohort(viewer) || (!viewer.guest && viewer.teaches);

/** Reading one's own needs no office: what was written stays with who wrote it. */
export const canReadQuestion = (viewer: Person, question: { readonly userId: string | null }): boolean => question.userId === viewer.id;

/** A picture of a question is seen by whoever was asked the question, and by who teaches them. */
export const canReadAskedPicture = (_viewer: Person, picture: { readonly asked: boolean }): boolean => picture.asked;

/** Pinned work hangs on a question that was used: it is archived instead. */
export const canDeleteQuestion = (viewer: Person, question: { readonly userId: string | null; readonly used: boolean }): boolean =>
  canReadQuestion(viewer, question) && !question.used;
