"use client";

import { createNavigation } from "next-intl/navigation";
import { useState, type ComponentProps } from "react";
import { routing } from "./routing";

const { Link: Plain } = createNavigation(routing);

type Props = Omit<ComponentProps<typeof Plain>, "prefetch" | "onMouseEnter" | "onFocus" | "onTouchStart">;

/**
 * Next's link with the language of the page kept. What lies behind it is fetched once somebody comes near it, by mouse, key or finger: a
 * list of lessons in sight would otherwise fetch every one of them.
 */
export function Link(props: Props) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  return <Plain {...props} prefetch={near ? null : false} onMouseEnter={come} onFocus={come} onTouchStart={come} />;
}
