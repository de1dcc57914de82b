import { partsOf, type View } from "./instance";
import { costSaid, shown } from "./words";

/** What stands in a cell: the pair's cost, or the three parts of it one under another. */
export function CellContent({ view, query, object }: { readonly view: View; readonly query: number; readonly object: number }) {
  if (view.shown === "cost") return <span>{costSaid(view, query, object)}</span>;
  const { p, l1, giou } = partsOf(view, query, object);
  return (
    <>
      <span>{shown(p)}</span>
      <span>{shown(l1)}</span>
      <span>{shown(giou)}</span>
    </>
  );
}
