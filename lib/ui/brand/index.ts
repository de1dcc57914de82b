export { Boki, type BokiProps } from "./Boki";
export type { Mood } from "./bokiMoods";
export { Logo, LogoMark } from "./Logo";
export { MasteryBox, type MasteryBoxProps } from "./MasteryBox";
