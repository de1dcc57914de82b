"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ItemList } from "@/lib/wire/insight";
import { useWords } from "./words";

/** What may be wrong with a question, each with its reason and how many it stands on. */
export function Flags({ flags }: { readonly flags: ItemList["items"][number]["flags"] }) {
  const t = useTranslations("insight");
  const { say } = useWords();
  if (flags.length === 0) return null;
  return (
    <ul className="m-0 mt-1 flex list-none flex-col gap-1 p-0 text-sm text-warn">
      {flags.map(({ id, reason, n }) => (
        <li key={id} className="flex items-start gap-1.5">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span>
            {say(reason)} {t("ofStudents", { n })}
          </span>
        </li>
      ))}
    </ul>
  );
}
