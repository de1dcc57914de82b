/** Players who do not know the field: what they answer to a question, from its view alone. */
import type { DrawnQuestion } from "@/lib/questions";
import type { ChoiceView } from "@/lib/questions/choice/form";
import type { HotspotView } from "@/lib/questions/hotspot/form";
import type { MatchView } from "@/lib/questions/match/form";
import type { MistakeView } from "@/lib/questions/mistake/form";
import type { MultipleView } from "@/lib/questions/multiple/form";
import type { NumericView } from "@/lib/questions/numeric/form";
import type { OrderView } from "@/lib/questions/order/form";
import { placesOf, type PointView } from "@/lib/questions/point/form";
import type { ShortView } from "@/lib/questions/short/form";
import { seeded, type Random } from "@/lib/engine/random";
import { LOCALES, type Text } from "@/lib/words";
import { numbersIn, wordsOf } from "./options";

type View = ChoiceView | MultipleView | ShortView | HotspotView | NumericView | OrderView | MatchView | PointView | MistakeView;
type Choose = <T>(list: readonly T[]) => T;

/** Puts an answer together from single choices among what the view offers. */
function built(view: View, choose: Choose, arrange: <T>(list: readonly T[]) => readonly T[]): unknown {
  switch (view.form) {
    case "choice":
      return { option: choose(view.options).id };
    case "multiple":
      return { options: [choose(view.options).id] };
    case "short":
      return { text: choose(wordsIn(view.prompt.en)) };
    case "hotspot":
      return { at: { x: choose([0.5, 0, 1]) * view.picture.width, y: choose([0.5, 0, 1]) * view.picture.height } };
    case "numeric":
      return { value: choose(numbersOf(view)) };
    case "order":
      return { order: arrange(view.items).map(({ id }) => id) };
    case "match": {
      const rights = arrange(view.rights);
      return { pairs: view.lefts.map(({ id }, i) => [id, rights[i].id]) };
    }
    case "point":
      return { place: choose(placesOf(view.picture)) };
    case "mistake":
      return { line: `line-${view.lines.indexOf(choose(view.lines)) + 1}` };
  }
}

/** What a guesser writes into a number field: the numbers of the prompt, and the usual ones. */
const numbersOf = ({ prompt, range }: NumericView): readonly number[] =>
  [...numbersIn(prompt.en).map((text) => Number(text.replaceAll(",", ""))), 0, 1, 0.5, 2, 4, 100].filter(
    (value) => Number.isFinite(value) && value >= range.min && value <= range.max,
  );

/** What a guesser types: words that the question itself uses. */
const wordsIn = (text: string): readonly string[] => text.match(/[\p{L}\p{N}-]+/gu) ?? ["?"];

const length = (thing: unknown): number =>
  typeof thing === "object" && thing !== null && "text" in thing
    ? length(thing.text)
    : typeof thing === "object" && thing !== null && "ko" in thing
      ? LOCALES.reduce((sum, locale) => sum + wordsOf((thing as Text)[locale]), 0)
      : 0;
const byLength = <T>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => length(b) - length(a));

export const PLAYERS: Readonly<Record<string, (drawn: DrawnQuestion, random: Random) => unknown>> = {
  "picks at random": ({ view }, random) => built(view, random.pick, (list) => random.shuffle(list)),
  "takes the first, and leaves all as it stands": ({ view }) =>
    built(
      view,
      (list) => list[0],
      (list) => list,
    ),
  "takes the last, and turns all round": ({ view }) =>
    built(
      view,
      (list) => list[list.length - 1],
      (list) => [...list].reverse(),
    ),
  "takes the longest, and sorts by length": ({ view }) => built(view, (list) => byLength(list)[0], byLength),
  "takes the shortest, and sorts by length": ({ view }) =>
    built(
      view,
      (list) => byLength(list)[list.length - 1],
      (list) => [...byLength(list)].reverse(),
    ),
};

export const blindRandom = (name: string): Random => seeded(`blind/${name}`);
