import { DETECTION } from "./terms/detection";
import { EVALUATION } from "./terms/evaluation";
import { PRODUCT } from "./terms/product";
import type { Term } from "./terms/term";
import { VISUALIZATION } from "./terms/visualization";

export type { Term };

/** One word for each thing, in both languages. tests/words holds every lesson, message, question and label to it. */
export const GLOSSARY: readonly Term[] = [...DETECTION, ...EVALUATION, ...VISUALIZATION, ...PRODUCT];
