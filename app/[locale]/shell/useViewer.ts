"use client";

import { useMe } from "@/lib/client/api";

/**
 * Who is looking, for the key of what is theirs to see: null until it is known. A key that names nobody first asks twice, and what the first
 * answer brought is gone from the page when the second is asked for.
 */
export function useViewer(): string | null {
  const me = useMe().data;
  return me === undefined ? null : (me.user?.id ?? "nobody");
}
