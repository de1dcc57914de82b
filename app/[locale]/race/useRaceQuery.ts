"use client";

import { useEffect, useRef, useState } from "react";
import { readQuery, writeQuery, type RaceQuery } from "@/lib/client/race/drawn";

/** The address follows a drag at this distance, in milliseconds: browsers refuse more than a few changes a second. */
const SETTLE = 250;

/** What the address asks for, once `open` was called; changes are written back into it. */
export function useRaceQuery(): { readonly query: RaceQuery | null; open(): void; change(by: Partial<RaceQuery>): void } {
  const [query, setQuery] = useState<RaceQuery | null>(null);
  const changed = useRef(false);
  useEffect(() => {
    if (!query || !changed.current) return;
    const timer = setTimeout(() => window.history.replaceState(null, "", writeQuery(window.location.search, query)), SETTLE);
    return () => clearTimeout(timer);
  }, [query]);
  return {
    query,
    open: () => setQuery((known) => known ?? readQuery(window.location.search)),
    change: (by) => {
      changed.current = true;
      setQuery((known) => (known ? { ...known, ...by } : known));
    },
  };
}
