"use client";

import { useEffect, useState } from "react";
import { Latest } from "./latest";

/** A `Latest` for the component's life: what is still asked when it leaves the page is aborted. */
export function useLatest(): Latest {
  const [latest] = useState(() => new Latest());
  useEffect(() => () => latest.stop(), [latest]);
  return latest;
}
