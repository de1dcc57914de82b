import { createContext, useContext } from "react";
import type { Fault } from "@/lib/bank";
import type { Locale } from "@/lib/challenges";
import type { TopicFacts } from "../facts";

/** What every field of the editor knows. */
interface World {
  readonly locale: Locale;
  /** The language that a phone shows; a wide screen shows both. */
  readonly shown: Locale;
  readonly topics: readonly TopicFacts[];
  /** The question's topic. */
  readonly topic: string | null;
  readonly faults: readonly Fault[];
  readonly locked: boolean;
}

const Context = createContext<World | null>(null);
export const EditorWorld = Context.Provider;

export function useWorld(): World {
  const world = useContext(Context);
  if (world === null) throw new Error("a field of the editor stands outside of it");
  return world;
}

/** What is wrong at a field, in the page's language; undefined where nothing is. */
export function useProblem(field: string): string | undefined {
  const { faults, locale } = useWorld();
  return faults.find((fault) => fault.field === field)?.text[locale];
}
