"use client";

import { useSearchParams } from "next/navigation";

export const VIEWS = ["people", "topics", "ideas", "items", "plan"] as const;
export type View = (typeof VIEWS)[number];

/** What narrows the answers behind a figure. */
export interface Narrowed {
  readonly item?: string;
  readonly band?: string;
  readonly member?: string;
  readonly topic?: string;
  readonly idea?: string;
}
const NAMES = ["item", "band", "member", "topic", "idea"] as const;

/** Which part of the page is open, and whose answers are listed: in the address, so that a link and a step back show the same. */
export function useView() {
  const search = useSearchParams();
  const asked = search.get("view");
  const view: View = VIEWS.find((each) => each === asked) ?? "people";
  const narrowed: Narrowed = Object.fromEntries(NAMES.flatMap((name) => (search.has(name) ? [[name, search.get(name) ?? ""]] : [])));
  return {
    view,
    item: search.get("item"),
    assignment: search.get("assignment") ?? undefined,
    /** Answers are listed where `answers` is in the address. */
    tries: search.has("answers") ? narrowed : null,
  };
}

/** The address of a part of the page. */
export function queryOf(view: View, more: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams({ view });
  for (const [name, value] of Object.entries(more)) if (value !== undefined) query.set(name, value);
  return `?${query}`;
}
