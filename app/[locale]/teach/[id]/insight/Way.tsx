"use client";

import NextLink from "next/link";
import type { ComponentProps } from "react";

/** A link to another part of this page: an address that begins with "?", so its language and path stay. */
export function Way(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink {...props} prefetch={false} />;
}
