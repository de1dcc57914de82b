/**
 * Where a key leads in a row of things that are one Tab stop: the arrows to the neighbours and round the ends, Home and End to the ends;
 * null for every other key.
 * @param index where the focus is, 0 … count − 1
 */
export function roved({ key }: { readonly key: string }, index: number, count: number): number | null {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return (index + 1) % count;
    case "ArrowLeft":
    case "ArrowUp":
      return (index - 1 + count) % count;
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return null;
  }
}
