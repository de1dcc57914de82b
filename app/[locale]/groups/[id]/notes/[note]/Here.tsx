"use client";

import { useTranslations } from "next-intl";
import { usePresent, type OpenNote } from "@/lib/client/notes";
import type { Person } from "@/lib/wire/groupParts";
import { useNames } from "../../../words";
import { colourOf } from "./colours";

/** Who else has the note open. Somebody with two tabs is here once. */
export function Here({ open, people, me }: { readonly open: OpenNote; readonly people: readonly Person[]; readonly me: string }) {
  const t = useTranslations("note");
  const nameOf = useNames(people);
  const members = [...new Set(usePresent(open).map(({ member }) => member))].filter((member) => member !== me);
  if (members.length === 0) return null;
  return (
    <ul aria-label={t("here")} data-testid="here" className="m-0 flex list-none flex-wrap gap-1.5 p-0">
      {members.map((member) => (
        <li
          key={member}
          className="inline-flex max-w-40 items-center gap-1.5 rounded-full border border-line bg-sheet px-2.5 py-0.5 text-sm text-ink"
        >
          <span aria-hidden className="size-2.5 shrink-0 rounded-full" style={{ background: colourOf(people, member) }} />
          <span className="truncate">{nameOf(member)}</span>
        </li>
      ))}
    </ul>
  );
}
