import { Star } from "lucide-react";

/** Three stars, the earned ones filled. The words beside or inside say how many. */
export function Stars({ earned, label }: { readonly earned: number; readonly label: string }) {
  return (
    <span className="inline-flex items-center gap-0.5">
      <span className="sr-only">{label}</span>
      {[1, 2, 3].map((i) => (
        <Star key={i} aria-hidden="true" className={i <= earned ? "size-5 fill-warn text-warn" : "size-5 text-line-strong"} />
      ))}
    </span>
  );
}
