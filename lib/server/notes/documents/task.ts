/** What the server asks of a thread that holds notes as Yjs documents, and what it answers. Plain data, copied between the two. */

/** Where a thread has the note from. */
export interface Basis {
  readonly note: string;
  /** The name of a copy that the thread has; null: all of the note is in `updates`. */
  readonly copy: string | null;
  /** What comes upon that, in the order of the note's edits: its merged state and single edits. */
  readonly updates: readonly Uint8Array[];
}

export type Work =
  /** Judges an edit that nobody has looked at, applies it and says what text it makes. */
  | {
      readonly type: "edit";
      readonly update: Uint8Array;
      /** Whether the note is to be merged with it. */
      readonly merge: boolean;
    }
  | { readonly type: "merge" };

export interface Task {
  readonly basis: Basis;
  readonly work: Work;
}

export type Refusal = "bad-update" | "note-behind" | "note-too-long" | "note-worn";

export type Done =
  /** The thread does not have that copy (any more): give it the whole note. */
  | { readonly type: "missing" }
  | { readonly type: "refused"; readonly why: Refusal }
  | {
      readonly type: "made";
      /** The name of the copy in which the work is done. Whoever does not keep the work forgets the name. */
      readonly copy: string;
      /** The numbers that the edit came under; none of other work. */
      readonly clients: readonly number[];
      readonly text: string;
      /** All of it in one update, where it was to be merged. */
      readonly state: Uint8Array | null;
    };

/** What a thread is at; each has a time of its own. */
export type Lap = "load" | "update" | "merge";

export type Said = { readonly lap: Lap } | { readonly done: Done };
