"use client";

import { CloudOff, CloudUpload, CircleAlert, Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { useSyncState } from "@/lib/client/notes";

type State = ReturnType<typeof useSyncState>;

/** "Saved" is said once the server has acknowledged every edit, and "waits here" once this browser has stored it; not before. */
function wordOf({ loaded, waiting, stored, reached, refused, tooLong, connected }: State): Word {
  if (refused !== null) return "stopped";
  if (tooLong) return "tooLongShort";
  if (!stored) return "saving";
  if (!reached || !connected) return waiting > 0 ? "offlineWaiting" : "offline";
  if (!loaded) return "loading";
  return waiting > 0 ? "saving" : "saved";
}
type Word = "stopped" | "tooLongShort" | "offlineWaiting" | "offline" | "loading" | "saving" | "saved";

const LOOKS: Readonly<Record<Word, readonly [icon: typeof Check, colour: string]>> = {
  saved: [Check, "text-good"],
  saving: [CloudUpload, "text-ink-2"],
  loading: [CloudUpload, "text-ink-2"],
  offline: [CloudOff, "text-warn"],
  offlineWaiting: [CloudOff, "text-warn"],
  tooLongShort: [CircleAlert, "text-bad"],
  stopped: [CircleAlert, "text-bad"],
};

/** Whether what was written here is kept by the server. */
export function SyncBadge({ state }: { readonly state: State }) {
  const t = useTranslations("note");
  const word = wordOf(state);
  const [Icon, colour] = LOOKS[word];
  return (
    <p
      role="status"
      data-testid="sync-state"
      data-word={word}
      className={`m-0 inline-flex items-center gap-1.5 text-sm font-semibold ${colour}`}
    >
      <Icon aria-hidden className="size-4 shrink-0" />
      {t(word, { count: state.waiting })}
    </p>
  );
}
