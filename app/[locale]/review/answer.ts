/** What answers a card: an answer to its question as it was drawn, or the attempt that was made for a skill. */
export type CardAnswer = { readonly answer: unknown; readonly draw: number; readonly version: number } | { readonly attemptId: string };
