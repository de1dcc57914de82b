"use client";

import { useTranslations } from "next-intl";
import { createContext, useContext, type ReactNode } from "react";
import type { PartSettings } from "@/lib/wire/assignmentParts";

/** Titles of all topics and their kinds. */
export type Catalogue = readonly {
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly { readonly id: string; readonly title: string }[];
}[];

const Facts = createContext<Catalogue>([]);

/** Gives the pages inside what their server knew of the catalogue. */
export function Catalogued({ catalogue, children }: { readonly catalogue: Catalogue; readonly children: ReactNode }) {
  return <Facts value={catalogue}>{children}</Facts>;
}

export const useCatalogue = (): Catalogue => useContext(Facts);

/** What topics, kinds, parts and things to answer are called. */
export function useNames() {
  const t = useTranslations("work");
  const catalogue = useCatalogue();
  const topic = (id: string): string => catalogue.find((each) => each.id === id)?.title ?? id;
  const kind = (id: string): string => catalogue.flatMap(({ kinds }) => kinds).find((each) => each.id === id)?.title ?? id;
  const part = (settings: PartSettings): string => {
    switch (settings.type) {
      case "lesson":
        return t("part.lesson", { topic: topic(settings.topic) });
      case "challenge":
        return t("part.challenge", { kind: kind(settings.kind), level: settings.level });
      case "quiz": {
        const topics =
          "topics" in settings.from ? settings.from.topics : settings.from.questions.flatMap((q) => ("topic" in q ? q.topic : []));
        return topics.length === 0 ? t("part.quiz") : t("part.quizOf", { topics: [...new Set(topics)].map(topic).join(", ") });
      }
      case "simulation":
        return t("part.simulation", { topic: topic(settings.topic) });
    }
  };
  /** @param name as statistics pool it: "kind:nms-survivors:2", "question:iou/union" */
  const item = (name: string): string => {
    const [type, of = "", level = ""] = name.split(":");
    if (type === "kind") return t("part.challenge", { kind: kind(of), level });
    if (type === "lesson") return t("part.lesson", { topic: topic(of.split("/")[0]) });
    if (type === "bank") return t("part.ownQuestion");
    if (type === "simulation") return t("part.simulation", { topic: topic(of) });
    return t("part.question", { topic: topic(of.split("/")[0]) });
  };
  return { topic, kind, part, item };
}
