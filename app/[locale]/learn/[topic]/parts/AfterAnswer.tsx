import type { ReactNode } from "react";

/** What answers the prediction or question right above it: out of sight until the reader has answered (lesson.css). On paper all is seen. */
export function AfterAnswer({ children }: { readonly children: ReactNode }) {
  return <div data-after-answer="">{children}</div>;
}
