/** Names of prepared statements: a connection that has seen a name parses and plans its text no more. */

/** Texts that are named: all that the server sends in its daily work, which are far fewer. A list of ids makes another text for each length. */
export const MOST_NAMES = 300;

/** One name for each text, and none ("") for those that come when all names are given away. */
export function statementNames(): (query: { readonly sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    if (names.size >= MOST_NAMES) return "";
    const name = `s${names.size}`;
    names.set(sql, name);
    return name;
  };
}
