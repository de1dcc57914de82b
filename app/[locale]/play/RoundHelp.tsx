"use client";

import { useTranslations } from "next-intl";
import { useId, useRef, useState } from "react";
import type { Locale } from "@/lib/challenges";
import { ApiError } from "@/lib/client/api";
import { Button, Note } from "@/lib/ui/components";
import { HintLadder } from "./HintLadder";
import type { OpenHints } from "./useHints";
import { MESSAGE_LIMIT } from "./useReports";

interface Props {
  readonly locale: Locale;
  /** Sends the learner's words about this puzzle. */
  readonly report: (message: string) => Promise<void>;
  /** Absent once the answer is graded. */
  readonly hints?: OpenHints;
  readonly takeHint: () => Promise<void>;
  /** Absent where the solution is not to be had. */
  readonly showSolution?: () => Promise<void>;
}

/** For who is stuck, or sees that something is wrong. */
export function RoundHelp({ locale, report, hints, takeHint, showSolution }: Props) {
  const t = useTranslations("play");
  const field = useId();
  const [message, setMessage] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [reporting, setReporting] = useState<"closed" | "open" | "sent">("closed");
  const opener = useRef<HTMLElement>(null);

  const attempt = async (what: () => Promise<void>, failed: string) => {
    setBusy(true);
    setProblem(null);
    try {
      await what();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.text[locale] : failed);
    } finally {
      setBusy(false);
    }
  };
  const sendReport = () =>
    attempt(async () => {
      await report(message.trim());
      setMessage("");
      setReporting("sent");
      opener.current?.focus();
    }, t("notReported"));

  return (
    <div className="flex flex-col gap-1 text-sm">
      {hints && (
        <HintLadder hints={hints} busy={busy} locale={locale} onTake={() => attempt(takeHint, t("noHint"))}>
          {showSolution && (
            <div className="flex flex-wrap items-center gap-3">
              <Button
                variant="secondary"
                size="sm"
                disabled={busy}
                onClick={() => void attempt(showSolution, t("noSolution"))}
                data-testid="show-solution"
              >
                {t("showSolution")}
              </Button>
              <span className="text-ink-2">{t("solutionCost")}</span>
            </div>
          )}
        </HintLadder>
      )}
      <details
        open={reporting === "open"}
        onToggle={({ currentTarget: { open } }) => setReporting((before) => (open ? "open" : before === "open" ? "closed" : before))}
      >
        <summary ref={opener} className="min-h-8 w-fit cursor-pointer py-1 text-ink-2 hover:text-ink">
          {t("report")}
        </summary>
        <form
          className="flex flex-col items-start gap-2 py-2"
          onSubmit={(event) => {
            event.preventDefault();
            void sendReport();
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
            onChange={(event) => setMessage(event.target.value)}
            className="w-full rounded-(--radius) border border-line-strong bg-paper p-2 text-base text-ink"
          />
          <Button type="submit" variant="secondary" size="sm" disabled={busy || message.trim() === ""}>
            {t("reportSend")}
          </Button>
        </form>
      </details>
      <Note>{reporting === "sent" && t("reported")}</Note>
      {problem !== null && (
        <p role="alert" className="m-0 font-semibold text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
