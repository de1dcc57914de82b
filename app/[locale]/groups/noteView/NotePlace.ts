import { createContext, useContext } from "react";
import type { Locale } from "@/lib/challenges";
import type { NoteViewProps } from "./NoteView";

type Place = Omit<NoteViewProps, "text"> & { readonly locale: Locale };

const Context = createContext<Place | null>(null);

/** Where the parts of a note stand: whose note it is and who reads it. */
export const NotePlace = Context.Provider;

export function useNotePlace(): Place {
  const place = useContext(Context);
  if (place === null) throw new Error("a part of a note stands outside of one");
  return place;
}
