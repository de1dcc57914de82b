import type { Metadata, Viewport } from "next";
import { hasLocale } from "next-intl";
import { getTranslations, setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import "../site-fonts.css";
import { routing } from "@/i18n/routing";
import { buildName } from "@/lib/server/env";
import "../globals.css";
import { AskZone } from "./shell/AskZone";
import { TabOwner } from "./shell/TabOwner";
import { Footer } from "./shell/Footer";
import { Header } from "./shell/Header";
import { OfflineNote } from "./shell/OfflineNote";
import { Sentences } from "./shell/Sentences";
import { Providers } from "./shell/Providers";
import { RareSyllables } from "./shell/RareSyllables";
import { Syllables } from "./shell/Syllables";
import { TabBar } from "./shell/TabBar";

export const dynamicParams = false;

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fbf7f0" },
    { media: "(prefers-color-scheme: dark)", color: "#15131b" },
  ],
  viewportFit: "cover",
};

type Props = { readonly children: ReactNode; readonly params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) return {};
  const t = await getTranslations({ locale, namespace: "meta" });
  const address = process.env.NEXT_PUBLIC_SITE_URL ?? process.env.NEXTAUTH_URL ?? "http://localhost:3000";
  return {
    metadataBase: new URL(address),
    title: { default: t("title"), template: "%s · BoxUp" },
    description: t("description"),
    applicationName: "BoxUp",
    openGraph: {
      siteName: "BoxUp",
      type: "website",
      locale: locale === "ko" ? "ko_KR" : "en_US",
      title: t("title"),
      description: t("description"),
    },
    twitter: { card: "summary_large_image" },
  };
}

export default async function LocaleLayout({ children, params }: Props) {
  const { locale } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  return (
    <html lang={locale} data-build={buildName() ?? undefined} suppressHydrationWarning>
      <body className="flex flex-col pb-[var(--bottom-bar)]">
        <Syllables />
        <Sentences of={["error", "outbox", "shell"]}>
          <Providers>
            <Header />
            <TabOwner />
            <RareSyllables />
            <AskZone />
            <div className="flex min-h-[calc(100dvh-var(--header))] grow flex-col">{children}</div>
            <Footer />
            <TabBar />
            <OfflineNote />
          </Providers>
        </Sentences>
      </body>
    </html>
  );
}
