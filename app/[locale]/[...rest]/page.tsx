import { notFound } from "next/navigation";

// Unknown addresses are answered when asked for; nothing of them is kept.
export const dynamic = "force-dynamic";
export const dynamicParams = true;

export default function UnknownPage(): never {
  notFound();
}
