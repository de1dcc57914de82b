/** What answers a card: the option that was chosen for a question, the attempt that was made for a skill. */
export type CardAnswer = { readonly optionId: string } | { readonly attemptId: string };
