import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type { Messages } from "@/content/messages";

interface Props {
  /** Whose sentences what stands inside asks for in the browser; `tests/topics/sentences.test.ts` holds the list to what is asked. */
  readonly of: readonly (keyof Messages)[];
  readonly children: ReactNode;
}

/** Gives a page the sentences of its own rooms, and no more: the others would travel with every page for nothing. */
export async function Sentences({ of, children }: Props) {
  const messages: Partial<Messages> = await getMessages();
  const own = Object.fromEntries(of.map((room) => [room, messages[room]]));
  return <NextIntlClientProvider messages={own}>{children}</NextIntlClientProvider>;
}
