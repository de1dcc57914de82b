import { ChevronLeft } from "lucide-react";
import type { ReactNode } from "react";
import { Link } from "@/i18n/navigation";

/** The way up from a page, above its title: a finger wide, the same everywhere. */
export function BackLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link
      href={href}
      className="-ml-1 inline-flex min-h-11 min-w-11 max-w-full items-center gap-1 self-start text-sm text-ink-2 underline-offset-4 hover:text-ink hover:underline print:hidden"
    >
      <ChevronLeft aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 break-words">{children}</span>
    </Link>
  );
}
