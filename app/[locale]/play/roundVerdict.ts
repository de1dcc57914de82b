/** What a verdict is made of, and what of it counts. */
import { counted, type Hints, type Text } from "@/lib/challenges";
import type { Evidence } from "@/lib/client/engine/protocol";
import type { Reveal } from "@/lib/ui/play/playable";
import type { AttemptResult } from "@/lib/wire/play";

/** What the server said of the attempt so far. The page's own verdict is provisional until "settled". */
export type Settlement =
  | { readonly status: "sending" }
  /** Not reached yet: it is sent by itself, and this settles then. */
  | { readonly status: "kept" }
  | { readonly status: "settled"; readonly result: AttemptResult }
  | { readonly status: "unsent"; readonly problem: Text };

export interface RoundVerdict {
  readonly reveal: Reveal;
  /** Opened on this page before the answer was given. */
  readonly hints: Hints;
  readonly gradeMs: number;
  /** Null where the kind needs no tensors, or the engine worker could not run. */
  readonly evidence: Evidence | null;
  readonly settlement: Settlement;
  /** It was shown before, and came back with the page. */
  readonly again: boolean;
}

/** The score that counts and the hints that it counts after: the server's word once it is there, since it knows of other tabs. */
export function countsOf({ settlement, reveal, hints }: RoundVerdict): { readonly score: number; readonly hints: number } {
  return settlement.status === "settled" ? settlement.result : { score: counted(reveal.score, hints), hints };
}
