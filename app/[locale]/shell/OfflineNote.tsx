"use client";

import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { STAYED } from "@/i18n/Link";

/** Says why a link did nothing: there is no network. It goes once there is one again, or when it is closed. */
export function OfflineNote() {
  const t = useTranslations("shell");
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const show = () => setShown(true);
    const hide = () => setShown(false);
    window.addEventListener(STAYED, show);
    window.addEventListener("online", hide);
    return () => {
      window.removeEventListener(STAYED, show);
      window.removeEventListener("online", hide);
    };
  }, []);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(var(--bottom-bar)+1rem)] z-50 flex justify-center px-4"
      data-testid="offline"
    >
      {shown ? (
        <p className="pointer-events-auto m-0 flex max-w-md items-center gap-2 rounded-(--radius) border border-line-strong bg-sheet py-2 pl-4 pr-2 text-ink shadow-(--shadow-2)">
          {t("offline")}
          <button
            type="button"
            aria-label={t("close")}
            onClick={() => setShown(false)}
            className="flex size-10 shrink-0 items-center justify-center rounded-(--radius) hover:bg-paper-2"
          >
            <X aria-hidden size={18} />
          </button>
        </p>
      ) : null}
    </div>
  );
}
