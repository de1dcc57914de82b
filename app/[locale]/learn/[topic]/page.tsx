import type { Metadata } from "next";
import { setRequestLocale } from "next-intl/server";
import { notFound } from "next/navigation";
import "katex/dist/katex.min.css";
import { figures } from "@/content/_generated/figures";
import { kindFacts } from "@/content/_generated/kindFacts";
import { minutes } from "@/content/_generated/minutes";
import { kindsOfTopic, topics } from "@/content/_generated/topics";
import { LOCALES, type Locale } from "@/lib/challenges";
import { LessonEnd } from "./LessonEnd";
import { LessonHead } from "./LessonHead";
import { LessonContents } from "./LessonContents";
import { LessonProvider } from "./parts/LessonContext";
import { topicParts } from "./parts/topicParts";
import { ReadingProgress } from "./ReadingProgress";
import "./lesson.css";
import { Sentences } from "../../shell/Sentences";

export const dynamicParams = false;

export function generateStaticParams() {
  return LOCALES.flatMap((locale) => topics.map((topic) => ({ locale, topic: topic.id })));
}

type Props = { readonly params: Promise<{ locale: Locale; topic: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, topic: id } = await params;
  const topic = topics.find((x) => x.id === id);
  return topic
    ? {
        title: topic.title[locale],
        description: topic.summary[locale],
        alternates: { languages: { ko: `/ko/learn/${id}`, en: `/en/learn/${id}` } },
      }
    : {};
}

export default async function LessonPage({ params }: Props) {
  const { locale, topic: id } = await params;
  setRequestLocale(locale);
  const place = topics.findIndex((x) => x.id === id);
  if (place < 0) notFound();
  const topic = topics[place];
  const { default: Lesson } = await import(`@/content/topics/${id}/lesson.${locale}.mdx`);
  const kinds = kindsOfTopic[id].map((kind) => ({ kind, title: kindFacts[kind].title[locale], skill: kindFacts[kind].skill[locale] }));
  const parts = topicParts(topic, (await figures[id]?.())?.default ?? {}, locale);
  const lesson = {
    topic: { id, misconceptions: topic.misconceptions },
    kinds,
    locale,
  };
  return (
    <Sentences of={["lesson", "question"]}>
      <LessonProvider lesson={lesson}>
        <ReadingProgress />
        <div className="mx-auto grid w-full max-w-6xl gap-x-10 px-4 xl:grid-cols-[minmax(0,1fr)_15rem]">
          <main id="main" className="min-w-0 pt-8">
            <LessonHead track={topic.track} minutes={minutes[id][locale]} />
            <article id="lesson" className="lesson">
              <Lesson components={parts} />
            </article>
            <LessonEnd previous={neighbour(place - 1, locale)} next={neighbour(place + 1, locale)} />
          </main>
          <LessonContents />
        </div>
      </LessonProvider>
    </Sentences>
  );
}

function neighbour(place: number, locale: Locale) {
  const topic = topics[place];
  return topic ? { id: topic.id, title: topic.title[locale] } : null;
}
