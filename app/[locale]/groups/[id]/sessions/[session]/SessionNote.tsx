"use client";

import { NotebookPen } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useRouter } from "@/i18n/navigation";
import { call, newKey } from "@/lib/client/api";
import { Button } from "@/lib/ui/components";
import { createNote } from "@/lib/wire/notes";
import type { PeerSession } from "@/lib/wire/peerSessions";
import { Problem } from "../../../../shell/Problem";
import { useDay } from "../../../words";

/** The way into the session's note; whoever takes it first begins it. */
export function SessionNote({ session }: { readonly session: PeerSession }) {
  const t = useTranslations("note");
  const day = useDay();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setRefused(null);
    try {
      const { id } = await call(createNote, {
        params: { id: session.group.id },
        body: { session: session.id, title: t("titleOf", { date: day(session.date) }), text: "" },
        key: newKey(),
        onKept: () => setBusy(false),
      });
      router.push(`/groups/${session.group.id}/notes/${id}`);
    } catch (error) {
      setRefused(error);
      setBusy(false);
    }
  };
  return (
    <>
      <Button size="lg" className="self-start" disabled={busy} onClick={() => void open()}>
        <NotebookPen aria-hidden className="size-5" />
        {t("writeNote")}
      </Button>
      <Problem error={refused} />
    </>
  );
}
