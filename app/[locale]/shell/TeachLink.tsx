"use client";

import { useMe } from "@/lib/client/api";
import { NavLink } from "./NavLink";

/** The way to the classes one teaches, for instructors, where the header has room; a phone has it on one's own page. */
export function TeachLink({ label }: { readonly label: string }) {
  if (useMe().data?.user?.teaches !== true) return null;
  return (
    <span className="hidden lg:contents">
      <NavLink href="/teach" label={label} />
    </span>
  );
}
