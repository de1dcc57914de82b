import type { Locale } from "@/lib/challenges/text";
import type { StageBox } from "@/lib/ui/stage";
import type { View } from "./instance";
import { nameOf } from "./words";

/** The scene's two objects as boxes of a `Stage`; the one asked for is told apart. */
export const objectsOf = ({ objects, asked }: View, locale: Locale): StageBox[] =>
  objects.map(({ label, box }, i) => {
    const name = nameOf(label)[locale];
    return {
      id: String(i),
      box,
      label: name,
      tone: i === asked ? 1 : 0,
      dash: i === asked ? 0 : 2,
      state: i === asked ? "idle" : "truth",
      description: i === asked ? { ko: `고른 물체: ${name}`, en: `Asked for: ${name}` }[locale] : name,
    };
  });
