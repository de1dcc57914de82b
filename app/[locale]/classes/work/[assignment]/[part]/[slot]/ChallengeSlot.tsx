"use client";

import { useTranslations } from "next-intl";
import { useCallback, useRef } from "react";
import { playables } from "@/content/_generated/playables";
import { readDraft } from "@/lib/client/work";
import type { OpenedSlot } from "@/lib/wire/work";
import { ChallengePlayer } from "../../../../../play/ChallengePlayer";
import type { Issue } from "../../../../../play/issued";
import type { OpenProps } from "./slotProps";

/** A puzzle whose seed stays on the server: what is on its board is kept while it is played. */
export function ChallengeSlot({ opened, reopen, saved, learner, locale, part, slot, on, onChange, onEnd, onAnswered }: OpenProps) {
  const t = useTranslations("work");
  // The page has asked for the first one already; a token that ran out, or a puzzle that broke, asks anew.
  const first = useRef<{ readonly opened: OpenedSlot; readonly saved: unknown } | null>({ opened, saved });
  const issue: Issue = useCallback(
    async (kind) => {
      const there = first.current;
      first.current = null;
      const [game, now] = await Promise.all([playables[kind](), there?.opened ?? reopen()]);
      if (now.what.type !== "challenge") throw new TypeError("a slot of a challenge opened something else");
      const stands = there ? there.saved : (readDraft(learner, now.id) ?? now.saved ?? null);
      return { game, ticket: now.what.instance, assigned: { item: now.id, saved: stands } };
    },
    [learner, reopen],
  );
  const settled = useCallback(() => {
    onEnd();
    onAnswered();
  }, [onAnswered, onEnd]);
  if (part.settings.type !== "challenge") return null;
  return (
    <>
      {/* The verdict's own headings stand below it. */}
      <h2 className="sr-only">{t("slot.challenge", { number: slot.slot + 1 })}</h2>
      <ChallengePlayer
        issue={issue}
        kind={part.settings.kind}
        level={part.settings.level}
        locale={locale}
        compact
        onAnswer={onChange}
        onSettled={settled}
        after={on}
      />
    </>
  );
}
