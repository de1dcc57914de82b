"use client";

import { useMemo, useSyncExternalStore } from "react";
import { OpenNote, type NotePlace } from "./openNote";
import type { Present } from "@/lib/wire/notes";
import type { SyncState } from "./world";

/** Opens the note when somebody begins to show it, anew when it asks for that, and closes it when nobody shows it. */
function opening(place: NotePlace) {
  let open: OpenNote | null = null;
  /** @param before what has to be stored first */
  const begin = (listener: () => void, before: () => Promise<void>): void => {
    const opened = new OpenNote(place);
    open = opened;
    const stop = opened.sync.subscribe(() => {
      if (!opened.sync.state.renewed || open !== opened) return;
      stop();
      // The editor lets go of the old text first: what is typed until then is stored as the old one closes, and read by the new one.
      begin(listener, async () => {
        await new Promise((resolve) => setTimeout(resolve));
        await opened.close();
      });
    });
    listener();
    void before().then(() => opened.sync.load());
  };
  return {
    get: () => open,
    subscribe: (listener: () => void) => {
      begin(listener, () => Promise.resolve());
      return () => {
        void open?.close();
        open = null;
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
