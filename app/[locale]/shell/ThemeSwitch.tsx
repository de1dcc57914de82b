"use client";

import { Moon, Sun } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTheme } from "next-themes";

/** Light or dark. Until it is pressed for the first time, the system decides. */
export function ThemeSwitch() {
  const t = useTranslations("shell");
  const { resolvedTheme, setTheme } = useTheme();
  return (
    <button
      type="button"
      aria-label={t("theme")}
      onClick={() => setTheme(resolvedTheme === "dark" ? "light" : "dark")}
      className="finger flex size-10 cursor-pointer items-center justify-center rounded-[var(--radius)] text-ink-2 hover:bg-paper-2 hover:text-ink"
    >
      {/* Both are drawn and the style sheet shows one, so that the server's page fits either theme. */}
      <Moon aria-hidden="true" className="size-5 dark:hidden" />
      <Sun aria-hidden="true" className="hidden size-5 dark:block" />
    </button>
  );
}
