"use client";

import { createNavigation } from "next-intl/navigation";
import { useState, type ComponentProps, type MouseEvent } from "react";
import { routing } from "./routing";

const { Link: Plain } = createNavigation(routing);

type Props = Omit<ComponentProps<typeof Plain>, "prefetch" | "onMouseEnter" | "onFocus" | "onTouchStart">;

/** Told to the window when a link was not followed, since there is no network to fetch what lies behind it. */
export const STAYED = "boxup:stayed";

/**
 * Next's link with the language of the page kept. What lies behind it is fetched once somebody comes near it, by mouse, key or finger: a
 * list of lessons in sight would otherwise fetch every one of them. Offline the page stays: the browser's own error page would take its
 * place.
 */
export function Link(props: Props) {
  const [near, setNear] = useState(false);
  const come = () => setNear(true);
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    props.onClick?.(event);
    if (navigator.onLine || event.defaultPrevented) return;
    event.preventDefault();
    window.dispatchEvent(new Event(STAYED));
  };
  return <Plain {...props} onClick={follow} prefetch={near ? null : false} onMouseEnter={come} onFocus={come} onTouchStart={come} />;
}
