/** The card of each form: the one place where a form meets its picture. */
import type { ComponentType } from "react";
import type { CardProps } from "./card";
import { ChoiceCard } from "./choice/Card";
import type { Drawn } from "./contract";
import type { DrawnQuestion, FormName } from "./forms";
import { MatchCard } from "./match/Card";
import { MistakeCard } from "./mistake/Card";
import { NumericCard } from "./numeric/Card";
import { OrderCard } from "./order/Card";
import { PointCard } from "./point/Card";

interface PlacedProps extends Pick<CardProps<unknown, unknown, unknown>, "answer" | "onChange" | "locale" | "keys"> {
  readonly drawn: DrawnQuestion;
  readonly graded: boolean;
}

/** Closes a card over its types: an answer comes from the form's own `startOf`, from this card, or through the form's schema. */
function placed<V, T, A>(Card: ComponentType<CardProps<V, T, A>>): ComponentType<PlacedProps> {
  return function Placed({ drawn, graded, answer, ...rest }: PlacedProps) {
    const { view, truth } = drawn as unknown as Drawn<V, T>;
    return <Card {...rest} view={view} truth={graded ? truth : null} answer={answer as A} />;
  };
}

const CARDS: Readonly<Record<FormName, ComponentType<PlacedProps>>> = {
  choice: placed(ChoiceCard),
  numeric: placed(NumericCard),
  order: placed(OrderCard),
  match: placed(MatchCard),
  point: placed(PointCard),
  mistake: placed(MistakeCard),
};

/** Shows a drawn question's answer and lets it be changed until it is graded. */
export function AnswerCard(props: PlacedProps) {
  const Card = CARDS[props.drawn.view.form];
  return <Card {...props} />;
}

/** Forms whose first choice is the answer; the others are handed in by a button. */
export const INSTANT: readonly FormName[] = ["choice"];
