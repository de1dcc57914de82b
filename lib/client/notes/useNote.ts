"use client";

import { useMemo, useSyncExternalStore } from "react";
import { OpenNote, type NotePlace } from "./openNote";
import type { Present } from "@/lib/wire/notes";
import type { SyncState } from "./noteSync";

/** Opens the note when somebody begins to show it and closes it when nobody does. */
function opening(place: NotePlace) {
  let open: OpenNote | null = null;
  return {
    get: () => open,
    subscribe: (listener: () => void) => {
      const opened = new OpenNote(place);
      open = opened;
      void opened.sync.load();
      listener();
      return () => {
        open = null;
        opened.close();
      };
    },
  };
}

/** A note in this tab, from the first time it is shown until it is not; null before. */
export function useOpenNote({ group, note, learner }: NotePlace): OpenNote | null {
  const { subscribe, get } = useMemo(() => opening({ group, note, learner }), [group, note, learner]);
  return useSyncExternalStore(subscribe, get, () => null);
}

const NOBODY: readonly Present[] = [];

export const useSyncState = (open: OpenNote): SyncState & { readonly connected: boolean } => {
  const state = useSyncExternalStore(
    (listener) => open.subscribe(listener),
    () => open.sync.state,
  );
  const connected = useSyncExternalStore(
    (listener) => open.subscribe(listener),
    () => open.connected,
  );
  return { ...state, connected };
};

export const usePresent = (open: OpenNote): readonly Present[] =>
  useSyncExternalStore(
    (listener) => open.presence.subscribe(listener),
    () => open.presence.others,
    () => NOBODY,
  );

/** The text as it stands; changes with every edit. */
export const useNoteText = ({ sync: { text } }: OpenNote): string =>
  useSyncExternalStore(
    (listener) => {
      text.observe(listener);
      return () => text.unobserve(listener);
    },
    () => text.toString(),
  );
