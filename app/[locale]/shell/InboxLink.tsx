"use client";

import dynamic from "next/dynamic";
import { useMe } from "@/lib/client/api";

const InboxBell = dynamic(() => import("./InboxBell").then((module) => module.InboxBell), { ssr: false });

/** The bell, for who can have an inbox; nobody else loads it. */
export function InboxLink() {
  const user = useMe().data?.user;
  return user && !user.guest ? <InboxBell /> : null;
}
