/** What stands in a request's address: the path's parameters and the query. */
import { badFields, notFound } from "./errors";
import { fieldFaults } from "./fieldFaults";
import { refuseUnstorable } from "./storable";
import type { ParamsOf, QueryOf, Route } from "@/lib/wire/route";

/** @throws ApiError bad-text; not-found where a parameter cannot be the name of anything */
export function readParams<R extends Route>(route: R, params: Record<string, string>): ParamsOf<R>;
export function readParams({ params: schema }: Route, params: Record<string, string>): unknown {
  refuseUnstorable(params);
  if (!schema) return undefined;
  const parsed = schema.safeParse(params);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

/**
 * Of a name that is given twice, the first counts.
 * @throws ApiError bad-text, bad-body with the parameter's name
 */
export function readQuery<R extends Route>(route: R, query: URLSearchParams): QueryOf<R>;
export function readQuery({ query: schema }: Route, query: URLSearchParams): unknown {
  const given = Object.fromEntries([...query].reverse());
  refuseUnstorable(given);
  if (!schema) return undefined;
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw badFields(fieldFaults(parsed.error.issues));
}
