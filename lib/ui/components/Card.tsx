"use client";

import type { ComponentProps } from "react";
import { classNames } from "./classNames";

/** A sheet of paper that lies a little above the page. */
export function Card({ className, ...rest }: ComponentProps<"div">) {
  return <div className={classNames("rounded-[var(--radius-lg)] border border-line bg-sheet p-5 shadow-1", className)} {...rest} />;
}
