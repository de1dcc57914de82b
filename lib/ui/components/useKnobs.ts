"use client";

import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Text } from "@/lib/challenges/text";
import { readKnobs, writeKnobs, type KnobDefaults, type Knobs, type KnobValue } from "./knobState";

const WRITE_AFTER_MS = 250;
/** Nothing to listen to: the query is read when the page renders, and all later changes come from `set`. */
const never = () => () => undefined;

/** Where a simulation's knobs are read from in place of the page's address, and the path at which that simulation stands by itself. */
interface Address {
  readonly search: string;
  readonly path: string;
  /** Of a simulation that somebody set up for others: knobs that are not shown and stay as they were given; resetting leads back to what was given. */
  readonly hidden?: readonly string[];
  /** Told which knobs are shown, for whoever chooses among them. */
  readonly onKnobs?: (knobs: readonly NamedKnob[]) => void;
}
export interface NamedKnob {
  readonly name: string;
  readonly label: Text;
}
const Given = createContext<Address | null>(null);
const NONE: readonly string[] = [];

/** For a simulation inside another page: it begins as its own address says, and leaves the page's alone. */
export const KnobAddress = Given.Provider;

/** What a panel of knobs has to know of the address; null on a page of the simulation's own. */
export const useKnobAddress = (): Address | null => useContext(Given);

/**
 * The knobs of a simulation. Their values live in the page's address as `?<id>.<knob>=…`, so that a link or a reload
 * brings back exactly this picture. The server renders the defaults; the address is read once the page is alive.
 * `put` sets a knob by a name that is not known until it is used, as a list of knobs does; what is not of the default's kind is left.
 * `resetBut` leads back like `reset`, but keeps the knobs it is told: a guess that was made stays made.
 * `defaults` must keep its identity between renders (a constant outside the component).
 */
export function useKnobs<D extends KnobDefaults>(id: string, defaults: D) {
  const given = useContext(Given);
  const origin = useSyncExternalStore(
    never,
    () => window.location.href,
    () => "",
  );
  const [changes, setChanges] = useState<Partial<Knobs<D>>>({});
  const hidden = given?.hidden ?? NONE;
  const setUp = given?.hidden !== undefined;
  const search = given?.search ?? (origin === "" ? "" : new URL(origin).search);
  const knobs = useMemo(
    () => ({ ...defaults, ...readKnobs(search, id, defaults), ...changes }) as Knobs<D>,
    [search, id, defaults, changes],
  );
  const changed = Object.keys(changes).length > 0;

  useEffect(() => {
    if (!changed || given !== null) return;
    const timer = setTimeout(() => {
      const query = writeKnobs(window.location.search, id, defaults, knobs);
      if (query !== window.location.search)
        window.history.replaceState(window.history.state, "", `${window.location.pathname}${query}${window.location.hash}`);
    }, WRITE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [changed, given, id, defaults, knobs]);

  const set = useCallback(
    <K extends keyof D>(name: K, value: Knobs<D>[K]) => {
      if (!hidden.includes(String(name))) setChanges((before) => ({ ...before, [name]: value }));
    },
    [hidden],
  );
  const put = useCallback(
    (name: keyof D & string, value: KnobValue) => {
      if (typeof value === typeof defaults[name] && !hidden.includes(name)) setChanges((before) => ({ ...before, [name]: value }));
    },
    [defaults, hidden],
  );
  const resetBut = useCallback(
    (...kept: readonly (keyof D & string)[]) => {
      const first = setUp ? {} : (defaults as unknown as Knobs<D>);
      setChanges({ ...first, ...(Object.fromEntries(kept.map((name) => [name, knobs[name]])) as Partial<Knobs<D>>) });
    },
    [defaults, knobs, setUp],
  );
  const reset = useCallback(() => resetBut(), [resetBut]);

  let shareUrl = "";
  if (origin !== "") {
    const here = new URL(origin);
    shareUrl = `${here.origin}${given?.path ?? here.pathname}${writeKnobs("", id, defaults, knobs)}`;
  }
  return { knobs, set, put, reset, resetBut, shareUrl };
}
