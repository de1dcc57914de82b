import type { Locale } from "@/lib/challenges/text";
import { ApiError } from "@/lib/client/api";

/**
 * Shows what the server found wrong at the fields of a form, all at once. Answers whether every fault has its field there.
 * @param show as react-hook-form's setError; `first` for the one to go to
 */
export function showFaults<Name extends string>(
  error: unknown,
  fields: readonly Name[],
  show: (name: Name, message: { type: "server"; message: string }, first: boolean) => void,
  locale: Locale,
): boolean {
  const faults = error instanceof ApiError ? error.faults : [];
  const placed = faults.flatMap(({ field, message }) => {
    const name = fields.find((known) => known === field);
    return name === undefined ? [] : [{ name, message }];
  });
  placed.forEach(({ name, message }, i) => show(name, { type: "server", message: message[locale] }, i === 0));
  return placed.length > 0 && placed.length === faults.length;
}
