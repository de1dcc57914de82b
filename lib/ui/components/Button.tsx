"use client";

import type { ComponentProps } from "react";
import { buttonStyle, type ButtonSize, type ButtonVariant } from "./buttonStyle";
import { classNames } from "./classNames";

export interface ButtonProps extends ComponentProps<"button"> {
  readonly variant?: ButtonVariant;
  readonly size?: ButtonSize;
}

/** One primary button per screen: the one thing to do next. Its label says what is missing while it cannot be pressed. */
export function Button({ variant = "primary", size = "md", type = "button", className, ...rest }: ButtonProps) {
  return <button type={type} className={classNames(buttonStyle(variant, size), className)} {...rest} />;
}
