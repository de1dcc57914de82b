/** Whether a text may be put into a note at once. */
import { NOTE_BYTES } from "@/lib/wire/noteParts";

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * Whether a note that reads `before` may come to read `after` by one paste: within what a note holds, or no longer than it is. What would
 * never be kept must not come into the shared text: taken out again it would still be sent along.
 */
export const fits = (before: string, after: string): boolean =>
  // A sign is three bytes at most for each unit of its length.
  after.length * 3 <= NOTE_BYTES || bytesOf(after) <= Math.max(NOTE_BYTES, bytesOf(before));
