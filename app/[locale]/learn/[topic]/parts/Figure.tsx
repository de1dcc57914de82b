import { useTranslations } from "next-intl";
import { printed, sampleOf, type Figures } from "@/lib/challenges/figures";
import type { Locale } from "@/lib/challenges";
import { particle, type Pair } from "@/lib/words";
import { FigureNote } from "./FigureNote";

export interface FigureProps {
  /** An id of the topic's figures.json. */
  readonly id: string;
  /** The number itself (by default), what a method that ignores the question has, or the sample: "장면 300개". */
  readonly show?: "value" | "baseline" | "sample";
  /** The particle behind the number, in Korean. */
  readonly josa?: Pair;
}

interface Place {
  readonly topic: string;
  readonly figures: Figures;
  readonly locale: Locale;
}

/** A measured number in the text. It comes from the topic's figures.json and opens a note that says how it was measured. */
export function Figure({ id, show = "value", josa, topic, figures, locale }: FigureProps & Place) {
  const t = useTranslations("lesson.figure");
  const figure = figures[id];
  if (!figure) throw new Error(`lesson of "${topic}": figures.json has no "${id}"`);
  const blind = figure.baseline ? printed({ ...figure, value: figure.baseline.value }) : null;
  if (show === "baseline" && blind === null) throw new Error(`lesson of "${topic}": the figure "${id}" has no baseline`);
  const sample = sampleOf(figure)[locale];
  const text = { value: printed(figure), baseline: blind ?? "", sample }[show];
  return (
    <>
      <FigureNote id={id} text={text} how={t("how")}>
        <span className="block">{figure.conditions[locale]}</span>
        <span className="mt-2 block break-words text-ink-2">
          {t("sample", { sample })} {t("seeds", { seeds: figure.seeds })}
        </span>
        {figure.baseline && blind !== null ? (
          <span className="block text-ink-2">
            {t("baseline", { value: blind, of: figure.baseline.of[locale], josa: particle(blind, "이에요/예요") })}
          </span>
        ) : null}
        <code className="mt-2 block font-mono text-xs break-words text-ink-2">{figure.script}</code>
      </FigureNote>
      {/* A word joiner: without it a line may break between the number and the particle or comma behind it. */}
      {"\u2060"}
      {josa ? particle(text, josa) : null}
    </>
  );
}
