import { useTranslations } from "next-intl";
import { setRequestLocale } from "next-intl/server";
import { use } from "react";
import type { Locale } from "@/lib/challenges";
import { topics } from "@/content/_generated/topics";
import { HeroChallenge } from "./HeroChallenge";
import { Continue } from "./home/Continue";
import { HowItWorks } from "./home/HowItWorks";
import { TopicMap } from "./learn/TopicMap";
import { Sentences } from "./shell/Sentences";

export default function Home({ params }: { readonly params: Promise<{ locale: Locale }> }) {
  const { locale } = use(params);
  setRequestLocale(locale);
  const t = useTranslations("home");
  return (
    <Sentences of={["home", "map", "play"]}>
      <main id="main" className="mx-auto w-full max-w-6xl px-4">
        <section className="grid items-start gap-x-12 gap-y-20 pb-16 pt-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:pt-16">
          <div className="flex flex-col gap-4">
            <h1 className="text-[min(2.25rem,11vw)] leading-[1.15] font-extrabold text-ink sm:text-5xl">{t("title")}</h1>
            <p className="text-lg text-ink-2">{t("lead")}</p>
            <p className="text-ink-2">{t("rule")}</p>
            <Continue topics={topics.map(({ id, track, title, prerequisites }) => ({ id, track, title: title[locale], prerequisites }))} />
          </div>
          <HeroChallenge locale={locale} />
        </section>
        <section aria-labelledby="map" className="border-t border-line py-14">
          <h2 id="map" className="text-3xl font-extrabold text-ink">
            {t("mapTitle")}
          </h2>
          <p className="mb-8 mt-2 text-ink-2">{t("mapLead")}</p>
          <TopicMap locale={locale} heading="h3" />
        </section>
        <section aria-labelledby="how" className="border-t border-line pt-14">
          <h2 id="how" className="mb-8 text-3xl font-extrabold text-ink">
            {t("how")}
          </h2>
          <HowItWorks />
        </section>
      </main>
    </Sentences>
  );
}
