import { useTranslations } from "next-intl";
import { Link } from "@/i18n/navigation";
import { Boki } from "@/lib/ui/brand";
import { buttonStyle } from "@/lib/ui/components/buttonStyle";

export default function NotFound() {
  const t = useTranslations("notFound");
  return (
    <main id="main" className="mx-auto flex w-full max-w-xl grow flex-col items-center justify-center gap-4 px-4 py-16 text-center">
      <Boki mood="puzzled" className="size-36" />
      <h1 className="text-2xl font-bold text-ink">{t("title")}</h1>
      <p className="font-mono text-sm text-ink-2">{t("iou")}</p>
      <p className="text-ink-2">{t("text")}</p>
      <p className="mt-2 flex flex-wrap justify-center gap-3">
        <Link href="/" className={buttonStyle()}>
          {t("home")}
        </Link>
        <Link href="/learn" className={buttonStyle("secondary")}>
          {t("learn")}
        </Link>
      </p>
    </main>
  );
}
