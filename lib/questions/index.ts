export type { ChoiceQuestion, Option } from "./choice/form";
export { known, type Belief, type Drawable, type Drawn, type Item, type QuestionGrade } from "./contract";
export { drawnUntil } from "./draw";
export * from "./forms";
export type { MatchQuestion } from "./match/form";
export type { MistakeQuestion } from "./mistake/form";
export type { NumericQuestion } from "./numeric/form";
export type { OrderQuestion } from "./order/form";
export type { BoxPicture, GridPicture, PlaceBox, PointQuestion } from "./point/form";
