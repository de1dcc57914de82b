/** Lets no line end behind it, and is neither seen nor heard. */
const WORD_JOINER = "\u2060";

/**
 * A text in which a name with a hyphen stays on one line, "R-CNN" never becomes "R-" and "CNN", and no line begins with the particle of what
 * ends in a sign: neither "0%" and "를" nor "(3까지)" and "를". Ordinary compounds may still break.
 * @example unbroken("Fast R-CNN") → "Fast R-\u2060CNN" (with a word joiner behind the hyphen) · unbroken("two-stage") → "two-stage"
 */
export const unbroken = (text: string): string =>
  text.replace(/(?<=[A-Za-z0-9])-(?=[A-Z0-9])/g, `-${WORD_JOINER}`).replace(/(?<=[%)\]’”])(?=[가-힣])/g, WORD_JOINER);
