import type { ReactNode } from "react";
import { InboxNews } from "./InboxNews";

export default function GroupsLayout({ children }: { readonly children: ReactNode }) {
  return (
    <>
      {children}
      <InboxNews />
    </>
  );
}
