import { createContext, useContext, type ReactNode } from "react";
import { unbroken } from "@/lib/words";

/** How a question's texts are shown: those of topics are plain words; who shows others (Markdown, say) provides how. */
export interface Saying {
  /** `block`: the text stands alone, and may have paragraphs; otherwise it stands in a line. */
  readonly show: (text: string, block: boolean) => ReactNode;
  /** The same as a plain string, for lists of the system's own. */
  readonly plain: (text: string) => string;
}

const PLAIN: Saying = { show: unbroken, plain: (text) => text };
const Context = createContext<Saying>(PLAIN);

export const SayingProvider = Context.Provider;
export const useSaying = (): Saying => useContext(Context);
/** Whether texts may have paragraphs of their own, which no heading holds. */
export const useRichSaying = (): boolean => useContext(Context) !== PLAIN;

/** A text of a question. */
export function Said({ text, block = false }: { readonly text: string; readonly block?: boolean }) {
  return useSaying().show(text, block);
}
