"use client";

import { createContext, useContext, useState, useSyncExternalStore, type ReactNode } from "react";

/** A place in the picture, 0 … 1 from the left and from the top. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** One place for all maps on the page; kept outside React's state, as it changes with every move. */
class SharedPlace {
  private place: Place | null = null;
  private readonly listeners = new Set<() => void>();
  readonly get = () => this.place;
  readonly set = (place: Place | null) => {
    this.place = place;
    this.listeners.forEach((listener) => listener());
  };
  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
}

const Shared = createContext<SharedPlace | null>(null);

/** Maps inside share one cursor. */
export function SharedCursor({ children }: { readonly children: ReactNode }) {
  const [shared] = useState(() => new SharedPlace());
  return <Shared value={shared}>{children}</Shared>;
}

const nowhere = () => null;
const silent = () => () => undefined;

/** The shared place and how to move it. */
export function useSharedPlace(): { readonly place: Place | null; readonly move: (place: Place | null) => void } {
  const shared = useContext(Shared);
  const place = useSyncExternalStore(shared?.subscribe ?? silent, shared?.get ?? nowhere, nowhere);
  return { place, move: shared?.set ?? nowhere };
}
