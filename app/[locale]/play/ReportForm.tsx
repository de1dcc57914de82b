"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { Button } from "@/lib/ui/components";
import { MESSAGE_LIMIT } from "./useReports";

interface Props {
  readonly message: string;
  readonly busy: boolean;
  readonly onMessage: (message: string) => void;
  readonly onSend: () => void;
}

/** What is wrong with a round, in the learner's words. */
export function ReportForm({ message, busy, onMessage, onSend }: Props) {
  const t = useTranslations("play");
  const field = useId();
  return (
    <form
      className="flex flex-col items-start gap-2 py-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend();
      }}
    >
      <label htmlFor={field} className="text-ink-2">
        {t("reportWhat")}
      </label>
      <textarea
        id={field}
        required
        rows={3}
        maxLength={MESSAGE_LIMIT}
        value={message}
        onChange={(event) => onMessage(event.target.value)}
        className="w-full rounded-(--radius) border border-line-strong bg-paper p-2 text-base text-ink"
      />
      <Button type="submit" variant="secondary" size="sm" disabled={busy || message.trim() === ""}>
        {t("reportSend")}
      </Button>
    </form>
  );
}
