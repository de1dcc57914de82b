"use client";

import { createContext, useCallback, useContext, useEffect, useRef, type ReactNode } from "react";

type Report = (field: string, unfit: boolean) => void;
const FieldsContext = createContext<Report>(() => undefined);

/** Tells whether any field below holds something that does not fit: whoever takes the answer waits until none does. */
export function Fields({ onUnfit, children }: { readonly onUnfit: (any: boolean) => void; readonly children: ReactNode }) {
  const unfit = useRef(new Set<string>());
  const report = useCallback<Report>(
    (field, is) => {
      if (is) unfit.current.add(field);
      else unfit.current.delete(field);
      onUnfit(unfit.current.size > 0);
    },
    [onUnfit],
  );
  return <FieldsContext value={report}>{children}</FieldsContext>;
}

/** A field says whether what it holds fits; one that goes away holds nothing. */
export function useFit(field: string, fits: boolean): void {
  const report = useContext(FieldsContext);
  useEffect(() => {
    report(field, !fits);
    return () => report(field, false);
  }, [report, field, fits]);
}
