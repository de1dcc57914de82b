/** Formulas that would be out of all proportion to their length once they are drawn. */

/** The most cells of a formula's tables. */
const CELLS = 400;

/**
 * What defines a name, and names of KaTeX's own insides ("\df@tag" says again what "\tag" was given): two hundred uses of a name that stands
 * for a thousand letters fit into the length of a formula, and keep a page busy for a minute.
 */
const NAMES = /\\(?:[egx]?def|(?:future)?let|global|long|(?:re)?newcommand|providecommand)(?![A-Za-z@])|\\[A-Za-z]*@/;

/** Whether a formula of TeX is shown as it was typed, and not drawn. */
export const isOutgrown = (tex: string): boolean => NAMES.test(tex) || tex.split("&").length > CELLS;
