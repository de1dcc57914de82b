import type { Content } from "./content";

/** Every misconception that a question names, each once, as "topic/misconception". */
export function slipsOf(content: Content): string[] {
  const named = ((): readonly (string | null)[] => {
    switch (content.kind) {
      case "single":
      case "multiple":
        return content.options.map(({ misconception }) => misconception);
      case "numeric":
      case "short":
        return content.answers.map(({ misconception }) => misconception);
      case "order":
        return [content.reversed];
      case "match":
        return content.wrong.map(({ misconception }) => misconception);
      case "hotspot":
        return content.regions.map(({ misconception }) => misconception);
      case "essay":
      case "description":
        return [];
    }
  })();
  return [...new Set(named.filter((each) => each !== null))].sort();
}
