type Draw = (typeof import("./drawFormula"))["drawFormula"];

let drawer: Draw | null = null;

/** KaTeX and its sheet. They come with the first formula; from then on `formulas()` has them at hand. */
export async function loadFormulas(): Promise<Draw> {
  const { drawFormula } = await import("./drawFormula");
  drawer = drawFormula;
  return drawFormula;
}

/** What draws formulas, where it has come already. */
export const formulas = (): Draw | null => drawer;
