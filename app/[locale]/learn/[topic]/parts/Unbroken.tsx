import { Children, type ComponentProps, type ReactNode } from "react";
import { unbroken } from "@/lib/words";

/** What stands between two tags, its names with a hyphen kept on one line. */
export const kept = (children: ReactNode): ReactNode =>
  Children.map(children, (child) => (typeof child === "string" ? unbroken(child) : child));

/** The tags of a lesson's running text. */
export const P = ({ children, ...props }: ComponentProps<"p">) => <p {...props}>{kept(children)}</p>;
export const Li = ({ children, ...props }: ComponentProps<"li">) => <li {...props}>{kept(children)}</li>;
export const Td = ({ children, ...props }: ComponentProps<"td">) => <td {...props}>{kept(children)}</td>;
export const Th = ({ children, ...props }: ComponentProps<"th">) => <th {...props}>{kept(children)}</th>;
export const Strong = ({ children, ...props }: ComponentProps<"strong">) => <strong {...props}>{kept(children)}</strong>;
