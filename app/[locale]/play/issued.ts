/** What the server issues for a board, and the code that plays it. */
import type { Level } from "@/lib/challenges";
import type { Playable } from "@/lib/ui/play/playable";
import type { IssuedInstance } from "@/lib/wire/play";

/** What is asked for; the server draws what is left open. */
export interface Wish {
  readonly level?: Level;
  readonly seed?: string;
}

export interface Issued {
  readonly ticket: IssuedInstance;
  /** Whether the browser kept the session that began with it; absent where none did. */
  readonly kept?: Promise<boolean>;
  /** Of assigned work: the try that it answers, under which its round is kept, and what was saved of it; null where nothing was. */
  readonly assigned?: { readonly item: string; readonly saved: unknown };
}

/** Asks for an instance and its code together. @throws ApiError */
export type Issue = (kind: string, cardId: string | undefined, wish: Wish) => Promise<Issued & { readonly game: Playable }>;
