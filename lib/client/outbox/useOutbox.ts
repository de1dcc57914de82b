"use client";

import { useSyncExternalStore } from "react";
import { outbox } from "./browser";
import type { Entry } from "./entry";

const NONE: readonly Entry[] = [];

/** What waits for the server, in order. */
export const useOutbox = (): readonly Entry[] => useSyncExternalStore(outbox.subscribe, outbox.entries, () => NONE);
