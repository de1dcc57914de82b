"use client";

import type { ReactNode } from "react";
import { Link, usePathname } from "@/i18n/navigation";
import { classNames } from "@/lib/ui/components";
import { DueBadge } from "./DueBadge";

export interface NavLinkProps {
  readonly href: string;
  readonly label: string;
  /** Shows how many cards are due. */
  readonly badge?: boolean;
  /** Another number at its side. */
  readonly mark?: ReactNode;
  /** Given for the bar of tabs: icon above, name below. */
  readonly icon?: ReactNode;
}

/** A place in a menu. Knows when it is the place one is at, and says so (`aria-current`), not by colour alone. */
export function NavLink({ href, label, badge = false, mark, icon }: NavLinkProps) {
  const path = usePathname();
  const here = path === href || path.startsWith(`${href}/`);
  const tab = icon !== undefined;
  return (
    <Link
      href={href}
      aria-current={here ? "page" : undefined}
      className={classNames(
        "relative flex items-center rounded-[var(--radius)] font-semibold transition-colors duration-150",
        tab ? "h-full min-w-11 flex-1 flex-col justify-center gap-0.5 text-[12px]/4" : "min-h-10 gap-1.5 px-2 text-base lg:px-3",
        here ? "text-ink" : "text-ink-2 hover:text-ink",
      )}
    >
      {icon}
      <span className="relative">{label}</span>
      {badge ? <DueBadge floating={tab} /> : null}
      {mark}
      {here ? (
        <span
          aria-hidden="true"
          className={classNames("absolute rounded-full bg-brand", tab ? "top-0 h-[3px] w-8" : "inset-x-2 bottom-0 h-[3px] lg:inset-x-3")}
        />
      ) : null}
    </Link>
  );
}
