import { useTranslations } from "next-intl";
import { minutes } from "@/content/_generated/minutes";
import { topics } from "@/content/_generated/topics";
import type { Locale, Topic, Track } from "@/lib/challenges";
import { Boki } from "@/lib/ui/brand";
import type { MapTopic } from "@/lib/ui/map/mapLayout";
import { MapLegend } from "./MapLegend";
import { TrackMap } from "./TrackMap";

const TRACKS: readonly Track[] = ["detection", "visualization"];

/** The map at a glance: one column a track, one row a topic, lines to what helps to know first. */
export function TopicMap({ locale, heading }: { readonly locale: Locale; readonly heading: "h2" | "h3" }) {
  const t = useTranslations("map");
  const titleOf = new Map(topics.map((topic) => [topic.id, topic.title[locale]]));
  const drawn = (topic: Topic): MapTopic => ({
    id: topic.id,
    track: topic.track,
    group: topic.group === undefined ? null : t(`group.${topic.group}`),
    title: topic.title[locale],
    summary: topic.summary[locale],
    minutes: minutes[topic.id][locale],
    prerequisites: topic.prerequisites.flatMap((id) => {
      const title = titleOf.get(id);
      return title === undefined ? [] : [{ id, title }];
    }),
  });
  const open = TRACKS.map((track) => ({ track, list: topics.filter((topic) => topic.track === track).map(drawn) })).filter(
    ({ list }) => list.length > 0,
  );
  const all = open.flatMap(({ list }) => list);
  const Heading = heading;
  if (all.length === 0) {
    return (
      <div className="flex items-center gap-5 rounded-[var(--radius-lg)] border border-dashed border-line-strong p-6">
        <Boki mood="thinking" className="size-24 shrink-0" />
        <p className="text-ink-2">
          <b className="block text-lg text-ink">{t("empty")}</b>
          {t("emptyHint")}
        </p>
      </div>
    );
  }
  return (
    <div
      className={
        open.length > 1
          ? "grid grid-cols-1 gap-12 lg:grid-cols-2"
          : "grid grid-cols-1 items-start gap-12 lg:grid-cols-[minmax(0,1fr)_18rem]"
      }
    >
      {open.map(({ track, list }) => (
        <div key={track}>
          <Heading className="mb-4 text-xl font-bold text-ink">{t(track)}</Heading>
          <TrackMap track={list} all={all} heading={heading === "h2" ? "h3" : "h4"} />
        </div>
      ))}
      <MapLegend wide={open.length > 1} />
    </div>
  );
}
