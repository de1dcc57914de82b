import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { Logo } from "@/lib/ui/brand";
import { GroupsLink } from "./GroupsLink";
import { InboxLink } from "./InboxLink";
import { LearnerChips } from "./LearnerChips";
import { LocaleSwitch } from "./LocaleSwitch";
import { NavLink } from "./NavLink";
import { OutboxTray } from "./OutboxTray";
import { TeachLink } from "./TeachLink";
import { ThemeSwitch } from "./ThemeSwitch";

export function Header() {
  const t = useTranslations("shell");
  return (
    <header data-bar="top" className="top-0 z-40 h-[var(--header)] border-b border-line bg-paper/95 backdrop-blur tall:sticky">
      <a
        href="#main"
        className="sr-only z-50 rounded-[var(--radius)] bg-brand font-semibold text-brand-ink focus:not-sr-only focus:absolute focus:left-3 focus:top-2 focus:px-4 focus:py-2"
      >
        {t("skip")}
      </a>
      <div className="mx-auto flex h-full max-w-6xl items-center gap-1 px-4 sm:gap-2">
        <Link href="/" aria-label={t("home")} className="finger mr-auto flex min-h-10 items-center md:mr-4">
          <Logo />
        </Link>
        <nav aria-label={t("primary")} className="mr-auto hidden items-center gap-1 md:flex">
          <NavLink href="/learn" label={t("learn")} />
          <NavLink href="/play" label={t("play")} />
          <NavLink href="/review" label={t("review")} badge />
          <NavLink href="/lab" label={t("lab")} />
          <NavLink href="/race" label={t("race")} />
          <GroupsLink label={t("groups")} />
          <TeachLink label={t("teach")} />
        </nav>
        <OutboxTray />
        <InboxLink />
        <LearnerChips />
        <LocaleSwitch />
        <ThemeSwitch />
      </div>
    </header>
  );
}
