import type { Locale } from "@/lib/challenges/text";
import type ko from "./ko.json";

/** Every sentence of the shell, by room of the page. */
export type Messages = typeof ko;

/** Loads the shell's sentences in one language. */
export async function messagesOf(locale: Locale): Promise<Messages> {
  return (locale === "ko" ? await import("./ko.json") : await import("./en.json")).default;
}
