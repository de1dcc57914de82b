"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";
import { useMe } from "@/lib/client/api";
import { browserTimeZone } from "@/lib/client/browser/zone";

const never = () => () => undefined;
/** Whether this browser keeps a zone without a name; false on the server, which knows no browser. */
const nameless = () => browserTimeZone() === undefined;

/** For the few browsers that cannot say: no other page loads it. */
const ZoneQuestion = lazy(async () => ({ default: (await import("./ZoneQuestion")).ZoneQuestion }));

/** Asks once which zone the days follow, where the browser cannot say: until then they follow UTC. */
export function AskZone() {
  const me = useMe();
  const asks = useSyncExternalStore(never, nameless, () => false);
  if (!asks || !me.data?.user || me.data.timeZone !== "UTC") return null;
  return (
    <Suspense>
      <ZoneQuestion />
    </Suspense>
  );
}
