"use client";

import { Bell } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Link } from "@/i18n/navigation";
import { useUnread } from "@/lib/client/api/unread";
import { hears } from "@/lib/client/live/hears";
import { CountMark } from "./CountMark";

/** How often the badge looks while somebody is on the page and nothing tells it. */
const LOOK_MS = 30_000;

/** The way to the inbox with what is new in it; with `mark` (its classes) the number alone. On a phone its number stands at the groups' tab, and the way on the pages of one's groups and classes. */
export default function InboxBell({ mark }: { readonly mark?: string }) {
  const t = useTranslations("shell");
  const { refresh } = useUnread();
  useEffect(() => {
    const timer = setInterval(() => !hears() && document.visibilityState === "visible" && void refresh(), LOOK_MS);
    return () => clearInterval(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `refresh` is another function at each render and does the same
  }, []);
  if (mark !== undefined) return <UnreadBadge className={mark} />;
  return (
    <Link
      href="/inbox"
      className="relative hidden size-10 items-center justify-center rounded-[var(--radius)] text-ink-2 hover:bg-paper-2 hover:text-ink sm:inline-flex"
    >
      <Bell aria-hidden className="size-5" />
      <span className="sr-only">{t("inbox")}</span>
      <UnreadBadge className="absolute right-0 top-0.5" />
    </Link>
  );
}

/** How much is new; nothing where nothing is. */
export function UnreadBadge({ className = "" }: { readonly className?: string }) {
  const t = useTranslations("shell");
  const { unread } = useUnread();
  return <CountMark count={unread} label={t("unread", { count: unread })} testId="unread" className={className} />;
}
