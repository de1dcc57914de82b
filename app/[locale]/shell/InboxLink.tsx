"use client";

import { lazy, Suspense } from "react";
import { useMe } from "@/lib/client/api";

const Bell = lazy(() => import("./InboxBell"));

/** The bell, for who can have an inbox, or as the mark of a tab its number alone; nobody else loads it. */
export function InboxLink({ mark }: { readonly mark?: string }) {
  const user = useMe().data?.user;
  return (
    user &&
    !user.guest && (
      <Suspense fallback={null}>
        <Bell mark={mark} />
      </Suspense>
    )
  );
}
