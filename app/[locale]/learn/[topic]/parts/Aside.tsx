import type { ReactNode } from "react";
import { unbroken } from "@/lib/words";

/** Something beside the path: worth knowing, not needed to go on. */
export function Aside({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <aside aria-label={title} className="my-6 border-l-4 border-box-0 bg-paper-2 py-3 pl-5 pr-4 text-ink [&>p+p]:mt-2">
      <p className="mb-1 font-bold">{unbroken(title)}</p>
      {children}
    </aside>
  );
}
