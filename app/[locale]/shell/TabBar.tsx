import { Flag, FlaskConical, Layers, Map, Swords, UserRound, UsersRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { AT_TAB } from "./CountMark";
import { DueWork } from "./DueWork";
import { GroupsLink } from "./GroupsLink";
import { NavLink } from "./NavLink";

/** The menu of a phone, within the thumb's reach. */
export function TabBar() {
  const t = useTranslations("shell");
  return (
    <nav
      aria-label={t("tabs")}
      data-bar="tabs"
      className="inset-x-0 bottom-0 z-40 h-[var(--tab-bar)] border-t border-line bg-paper pb-[env(safe-area-inset-bottom)] tall:fixed md:hidden"
    >
      <div className="mx-auto flex h-full max-w-md items-stretch">
        <NavLink href="/learn" label={t("learn")} icon={<Map aria-hidden="true" className="size-6" />} />
        <NavLink href="/play" label={t("play")} icon={<Swords aria-hidden="true" className="size-6" />} />
        <NavLink href="/review" label={t("review")} badge icon={<Layers aria-hidden="true" className="size-6" />} />
        <NavLink href="/lab" label={t("lab")} icon={<FlaskConical aria-hidden="true" className="size-6" />} />
        <NavLink href="/race" label={t("race")} icon={<Flag aria-hidden="true" className="size-6" />} />
        <GroupsLink label={t("groups")} icon={<UsersRound aria-hidden="true" className="size-6" />} />
        <NavLink
          href="/me"
          label={t("me")}
          icon={<UserRound aria-hidden="true" className="size-6" />}
          mark={<DueWork className={AT_TAB} />}
        />
      </div>
    </nav>
  );
}
