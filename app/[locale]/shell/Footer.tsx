import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { LogoMark } from "@/lib/ui/brand";
import { BokiSwitch } from "./BokiSwitch";

export function Footer() {
  const t = useTranslations("shell");
  return (
    <footer className="mt-16 border-t border-line bg-paper-2">
      <div className="mx-auto flex max-w-6xl flex-wrap items-center gap-x-6 gap-y-2 px-4 py-5 text-sm text-ink-2">
        <span className="mr-auto flex items-center gap-2">
          <LogoMark className="size-5 text-ink" />
          <span>
            <b className="text-ink">BoxUp</b> · {t("tagline")}
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-x-3">
          <BokiSwitch />
          {t("bokiIs")}
        </span>
        <Link href="/credits" className="finger inline-flex min-h-9 items-center underline underline-offset-4 hover:text-ink">
          {t("credits")}
        </Link>
      </div>
    </footer>
  );
}
