"use client";

import { useLocale, useTranslations } from "next-intl";
import type { Person } from "@/lib/wire/groupParts";

/** A group's day, in words. */
export function useDay() {
  const locale = useLocale();
  return (date: string, style: Intl.DateTimeFormatOptions = { month: "long", day: "numeric", weekday: "short" }): string =>
    new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { ...style, timeZone: "UTC" });
}

/** What somebody in a group is called, by the id of their place; who has gone has no name left. */
export function useNames(people: readonly Person[]) {
  const t = useTranslations("groups");
  return (id: string | null): string => {
    const person = people.find((each) => each.id === id);
    if (person === undefined || person.state === "erased") return t("former");
    return person.name ?? t("nameless");
  };
}
