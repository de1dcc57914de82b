/** The card of each form: the one place where a form meets its picture. */
import { lazy, type ComponentType } from "react";
import type { CardProps } from "./card";
import type { Drawn } from "./contract";
import type { DrawnQuestion, FormName } from "./forms";

interface PlacedProps extends Pick<CardProps<unknown, unknown, unknown>, "answer" | "onChange" | "locale" | "keys"> {
  readonly drawn: DrawnQuestion;
  readonly graded: boolean;
}

/** Closes a card over its types: an answer comes from the form's own `startOf`, from this card, or through the form's schema. */
function placed<V, T, A>(load: () => Promise<ComponentType<CardProps<V, T, A>>>): ComponentType<PlacedProps> {
  return lazy(async () => {
    const Card = await load();
    return {
      default: function Placed({ drawn, graded, answer, ...rest }: PlacedProps) {
        const { view, truth } = drawn as unknown as Drawn<V, T>;
        return <Card {...rest} view={view} truth={graded ? truth : null} answer={answer as A} />;
      },
    };
  });
}

const LOADS = {
  choice: async () => (await import("./choice/Card")).ChoiceCard,
  multiple: async () => (await import("./multiple/Card")).MultipleCard,
  numeric: async () => (await import("./numeric/Card")).NumericCard,
  short: async () => (await import("./short/Card")).ShortCard,
  order: async () => (await import("./order/Card")).OrderCard,
  match: async () => (await import("./match/Card")).MatchCard,
  point: async () => (await import("./point/Card")).PointCard,
  hotspot: async () => (await import("./hotspot/Card")).HotspotCard,
  mistake: async () => (await import("./mistake/Card")).MistakeCard,
} satisfies Readonly<Record<FormName, () => Promise<unknown>>>;

/** Each comes when a question of its form is shown: a lesson asks two or three of nine forms. */
const CARDS: Readonly<Record<FormName, ComponentType<PlacedProps>>> = {
  choice: placed(LOADS.choice),
  multiple: placed(LOADS.multiple),
  numeric: placed(LOADS.numeric),
  short: placed(LOADS.short),
  order: placed(LOADS.order),
  match: placed(LOADS.match),
  point: placed(LOADS.point),
  hotspot: placed(LOADS.hotspot),
  mistake: placed(LOADS.mistake),
};

/** Fetches the cards of all forms, so that a review goes on when the network is gone in the middle of it. */
export async function fetchCards(): Promise<void> {
  // What does not come now is asked for again when it is shown.
  await Promise.allSettled(Object.values(LOADS).map((load) => load()));
}

/** Shows a drawn question's answer and lets it be changed until it is graded. Stands inside a `Suspense`. */
export function AnswerCard(props: PlacedProps) {
  const Card = CARDS[props.drawn.view.form];
  return <Card {...props} />;
}

/** Forms whose first choice is the answer; the others are handed in by a button. */
export const INSTANT: readonly FormName[] = ["choice"];
