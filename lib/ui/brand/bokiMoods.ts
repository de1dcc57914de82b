import type { Text } from "@/lib/challenges/text";

export const MOODS = ["curious", "thinking", "delighted", "puzzled", "asleep"] as const;
export type Mood = (typeof MOODS)[number];

/** Boki wears its own score, as every detected box does. */
export const TAGS: Readonly<Record<Mood, string>> = { curious: "?", thinking: "…", delighted: "0.99", puzzled: "0.51", asleep: "zzz" };

/** What a screen reader says where Boki carries meaning. */
export const MOOD_NAMES: Readonly<Record<Mood, Text>> = {
  curious: { ko: "궁금해하는 복이", en: "Boki, curious" },
  thinking: { ko: "생각하는 복이", en: "Boki, thinking" },
  delighted: { ko: "기뻐하는 복이", en: "Boki, delighted" },
  puzzled: { ko: "갸웃하는 복이", en: "Boki, puzzled" },
  asleep: { ko: "잠든 복이", en: "Boki, asleep" },
};
