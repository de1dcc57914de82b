import { createContext, useContext } from "react";
import type { Locale } from "@/lib/challenges";
import type { Person } from "@/lib/wire/groupParts";

export interface NoteViewProps {
  /** Its Markdown. */
  readonly text: string;
  readonly group: string;
  readonly note: string;
  readonly people: readonly Person[];
  /** One's own place in the group. */
  readonly me?: string;
  /** Ticks a task: an edit of the text (`taskEdit` of lib/markdown). Absent: it is only read. @param line counted from 0 */
  readonly onTask?: (line: number, done: boolean) => void;
}

type Place = Omit<NoteViewProps, "text"> & { readonly locale: Locale };

const Context = createContext<Place | null>(null);

/** Where the parts of a note stand: whose note it is and who reads it. */
export const NotePlace = Context.Provider;

export function useNotePlace(): Place {
  const place = useContext(Context);
  if (place === null) throw new Error("a part of a note stands outside of one");
  return place;
}
