"use client";

import { useEffect, useState, type ComponentType } from "react";
import { startOutbox } from "@/lib/client/outbox";

/** Sends what waits for the server, and shows what could not be sent at once. */
export function OutboxTray() {
  const [List, setList] = useState<ComponentType | null>(null);
  useEffect(startOutbox, []);
  useEffect(() => {
    // Apart, so that no first paint waits for it; but now, since without a network it could not be fetched when it is needed.
    const load = () =>
      void import("./OutboxList").then(
        ({ OutboxList }) => setList(() => OutboxList),
        () => undefined,
      );
    load();
    window.addEventListener("online", load);
    return () => window.removeEventListener("online", load);
  }, []);
  return List === null ? null : <List />;
}
