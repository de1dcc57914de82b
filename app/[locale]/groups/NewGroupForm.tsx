"use client";

import { useTranslations } from "next-intl";
import { useState, type SubmitEvent } from "react";
import { useRouter } from "@/i18n/navigation";
import { ApiError, call, newKey } from "@/lib/client/api";
import { browserTimeZone } from "@/lib/client/browser/zone";
import { Button, TextField } from "@/lib/ui/components";
import { createGroup } from "@/lib/wire/groups";
import { groupName } from "@/lib/wire/scalars";
import { Problem } from "../shell/Problem";
import { useAct } from "../shell/useAct";
import { ShareChoice } from "./ShareChoice";

/** A group of one's own: its name, and whether its members see what the others review. */
export function NewGroupForm({ onMade }: { readonly onMade: () => void }) {
  const t = useTranslations("groups");
  const router = useRouter();
  const [name, setName] = useState("");
  const [shares, setShares] = useState<boolean | null>(null);
  const [wrong, setWrong] = useState(false);
  const { busy, refused, act } = useAct();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const fits = groupName.safeParse(name).success;
    setWrong(!fits);
    if (!fits || shares === null) return;
    await act(
      async (kept) => {
        const body = { name, sharesReview: shares, timeZone: browserTimeZone() };
        const { id } = await call(createGroup, { body, key: newKey(), onKept: kept });
        onMade();
        router.push(`/groups/${id}`);
      },
      { leaves: true },
    );
  };
  const here = refused instanceof ApiError && refused.field === "name";
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="flex flex-col gap-3 rounded-(--radius-lg) border border-line bg-paper-2 p-4"
    >
      <h2 className="m-0 text-lg font-bold text-ink">{t("make")}</h2>
      <TextField
        label={t("name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
        autoComplete="off"
        problem={wrong || here ? t("nameRule") : undefined}
      />
      <ShareChoice value={shares} onChange={setShares} />
      {!here && <Problem error={refused} />}
      <Button type="submit" className="self-start" disabled={busy || shares === null}>
        {shares === null ? t("chooseShare") : t("makeNow")}
      </Button>
    </form>
  );
}
