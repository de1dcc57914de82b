"use client";

import { useEffect, useRef, useState } from "react";
import type { RaceQuery } from "@/lib/client/race/drawn";
import type { PlacedRaceScene, RaceScene, RaceStamp } from "@/lib/client/race/race";
import { race } from "@/lib/client/race/runner";

export interface Picture {
  readonly scene: RaceScene | null;
  /** What belongs to a drawn scene; null for a seeded one. */
  readonly placed: PlacedRaceScene | null;
}

/**
 * The scene that a race asks for, from the worker. One is made at a time, and then the latest that was asked for: a drag
 * asks sixty times a second.
 */
export function usePicture(query: RaceQuery | null, attempt: number, onError: (error: unknown) => void): Picture {
  const [picture, setPicture] = useState<Picture>({ scene: null, placed: null });
  const wanted = useRef<RaceQuery | null>(null);
  const working = useRef(false);
  useEffect(() => {
    wanted.current = query;
    if (working.current) return;
    working.current = true;
    const make = async () => {
      for (let asked = wanted.current; asked; asked = wanted.current) {
        wanted.current = null;
        const { seed, objects, held, background, items } = asked;
        try {
          if (asked.own) {
            const placed = await race.run("placed", { seed, held, background, items });
            setPicture({ scene: placed.scene, placed });
          } else setPicture({ scene: await race.run("scene", { seed, objects, held }), placed: null });
        } catch (error) {
          onError(error);
        }
      }
      working.current = false;
    };
    void make();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `onError` only words an error
  }, [query, attempt]);
  return picture;
}

/** The palette's pictures, fetched when there is a palette. */
export function useStamps(own: boolean, held: boolean, attempt: number, onError: (error: unknown) => void): readonly RaceStamp[] | null {
  const [stamps, setStamps] = useState<readonly RaceStamp[] | null>(null);
  useEffect(() => {
    if (!own) return;
    const controller = new AbortController();
    const { signal } = controller;
    race.run("stamps", { held }, { signal }).then(setStamps, (error: unknown) => !signal.aborted && onError(error));
    return () => controller.abort();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `onError` only words an error
  }, [own, held, attempt]);
  return stamps;
}
