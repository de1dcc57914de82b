/** Who may do what is said in lib/server/policy and nowhere else. */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "../..");
const slashes = (path: string): string => path.split(sep).join("/");

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => `${folder}/${slashes(file)}`);
}

const parse = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);

const COMPARING = new Set([
  ts.SyntaxKind.EqualsEqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsEqualsToken,
  ts.SyntaxKind.EqualsEqualsToken,
  ts.SyntaxKind.ExclamationEqualsToken,
]);
const isRole = (node: ts.Node): boolean =>
  (ts.isIdentifier(node) && /^role$/i.test(node.text)) || (ts.isPropertyAccessExpression(node) && node.name.text === "role");

/** Lines of `text` that decide something by a role: comparisons, switches, and look-ups in a list of roles. */
function roleDecisions(file: string, text: string): number[] {
  const source = parse(file, text);
  const lines: number[] = [];
  const visit = (node: ts.Node): void => {
    const decides =
      (ts.isBinaryExpression(node) && COMPARING.has(node.operatorToken.kind) && (isRole(node.left) || isRole(node.right))) ||
      (ts.isSwitchStatement(node) && isRole(node.expression)) ||
      (ts.isCallExpression(node) &&
        ts.isPropertyAccessExpression(node.expression) &&
        ["includes", "has", "indexOf", "some"].includes(node.expression.name.text) &&
        node.arguments.some(isRole));
    if (decides) lines.push(source.getLineAndCharacterOfPosition(node.getStart()).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}

const GENERATED = "lib/server/prisma/";

describe("roles", () => {
  it("are compared in lib/server/policy and nowhere else in the server and its routes", () => {
    const files = [...filesUnder("lib/server"), ...filesUnder("app/api")].filter(
      (f) => !f.startsWith("lib/server/policy/") && !f.startsWith(GENERATED),
    );
    expect(files.length).toBeGreaterThan(40);
    const found = files.flatMap((file) => roleDecisions(file, readFileSync(join(root, file), "utf8")).map((line) => `${file}:${line}`));
    expect(found).toEqual([]);
  });

  it.each([
    [`if (viewer.role === "STUDENT") open();`],
    [`const owned = role !== "ADMIN" ? 1 : 2;`],
    [`const owned = "ADMIN" == call.user.role;`],
    [`switch (user.role) { case "ADMIN": break; }`],
    [`if (["ADMIN", "INSTRUCTOR"].includes(user.role)) open();`],
  ])("would be found in: %s", (text) => {
    expect(roleDecisions("planted.ts", text)).toEqual([1]);
  });
});

/** Files of the use-case folders that ask no predicate, each with why it need not. */
const ASKS_NOBODY: Readonly<Record<string, string>> = {
  "account/export/archive.ts": "packs bytes",
  "account/export/index.ts": "reads the caller's own rows, named by the session alone",
  "account/export/parts.ts": "reads the rows of those that index names",
  "account/password.ts": "writes to the caller's own row, once the password is proven",
  "account/reset.ts": "finds an account by a link that its owner was given",
  "attempts/hash.ts": "hashes",
  "attempts/hint.ts": "whose instance it is, is asked by issued",
  "attempts/level.ts": "a rule over a number",
  "attempts/issued.ts": "whose an instance is, is asked by heir",
  "attempts/open.ts": "issues to the caller, or to a guest that it makes of them",
  "attempts/reveal.ts": "whose instance it is, is asked by issued",
  "attempts/seed.ts": "draws seeds and knows its own",
  "attempts/standing.ts": "reads and writes the caller's own record; whose the instance is, was asked by issued",
  "attempts/submit.ts": "whose instance it is, is asked by issued",
  "attempts/token.ts": "reads and signs; who may use an instance is asked by issued",
  "auth/adapter.ts": "next-auth's storage: finds accounts by what a provider has proven",
  "auth/cookies.ts": "writes and reads cookies",
  "auth/credentials.ts": "proves who somebody is",
  "auth/device.ts": "signs and reads what a browser remembers; it opens nothing",
  "auth/index.ts": "hands on",
  "auth/mail.ts": "sends what it is given",
  "auth/nextAuth.ts": "proves who somebody is",
  "auth/password.ts": "hashes",
  "auth/providers.ts": "configuration",
  "auth/secret.ts": "configuration",
  "auth/signed.ts": "signs and reads what was signed",
  "auth/session.ts": "reads and ends sessions; whose may be ended is asked by devices",
  "auth/strength.ts": "a rule over passwords",
  "auth/tries.ts": "counts",
  "auth/turns.ts": "a queue",
  "auth/users.ts": "makes the visitor's own account and locks the caller's own row",
  "auth/school.ts": "proves who somebody is",
  "cohorts/rosterText.ts": "a rule over text",
  "cohorts/seen.ts": "reads the students that its caller names: of a cohort they teach, or themselves",
  "cohorts/roster.ts": "writes in a cohort that membership lets its caller into",
  "cohorts/home.ts": "reads a cohort that membership lets its caller into",
  "cohorts/erase.ts": "takes the caller out of all their cohorts",
  "grades/book.ts": "reads a cohort that its caller has entered by membership",
  "grades/change.ts": "writes in a cohort that membership lets its caller into",
  "grades/read.ts": "reads a cohort that membership lets its caller into",
  "groups/names.ts": "names",
  "groups/once.ts": "hashes",
  "groups/people.ts": "reads a group that its caller has entered by membership",
  "groups/presence.ts": "reads a group that its caller has entered by membership",
  "invitations/codes.ts": "draws, hashes and counts codes; who may use one is asked by its caller",
  "learn/answered.ts": "a rule over moments",
  "learn/calendar.ts": "a rule over columns",
  "learn/lessons.ts": "writes to the caller's own row, named by the session alone",
  "learn/me.ts": "reads the caller's own row, named by the session alone",
  "learn/progress.ts": "reads the caller's own rows, named by the session alone",
  "learn/record.ts": "writes inside a use case that holds the caller's row",
  "review/cards.ts": "reads the caller's own rows, named by the session alone",
  "notes/documents/copies.ts": "keeps documents in a thread",
  "notes/documents/first.ts": "a rule over text",
  "notes/documents/index.ts": "reads a note that its caller has entered",
  "notes/documents/shape.ts": "a rule over bytes",
  "notes/documents/task.ts": "types",
  "notes/documents/thread.ts": "runs a thread",
  "notes/documents/turns.ts": "a queue",
  "notes/documents/work.ts": "works on what a thread was given",
  "notes/documents/worker.ts": "the door of a thread",
  "notes/hints.ts": "passes on what its caller has written",
  "notes/merge.ts": "merges what stands in a note, for nobody in particular",
  "notes/rooms.ts": "reads a note for those whom events has let in",
  "review/deck.ts": "reads and writes the caller's own rows; whose the reading is, was asked by groups/readings",
  "notes/encode.ts": "encodes bytes",
  "reports/crash.ts": "files what the caller's own request met",
  "reports/file.ts": "whose work a report names, is asked by issued",
  "reports/replay.ts": "run by whoever runs the server",
  "review/queue.ts": "reads the caller's own rows, named by the session alone",
  "review/stamp.ts": "signs and reads what was signed",
};
const FOLDERS = [
  "account",
  "attempts",
  "auth",
  "cohorts",
  "grades",
  "groups",
  "instructors",
  "invitations",
  "learn",
  "notes",
  "reports",
  "review",
] as const;

describe("use cases", () => {
  const files = FOLDERS.flatMap((folder) => filesUnder(`lib/server/${folder}`));
  const asks = (file: string): boolean => /from "\.\.\/policy"/.test(readFileSync(join(root, file), "utf8"));
  const nameOf = (file: string): string => slashes(relative("lib/server", file));

  it("ask a predicate, or stand in the list of those that reach nothing by an id from outside", () => {
    expect(
      files
        .filter((f) => !asks(f))
        .map(nameOf)
        .sort(),
    ).toEqual(Object.keys(ASKS_NOBODY).sort());
  });

  it("are asked of pure functions: the policy imports types and itself only", () => {
    for (const file of filesUnder("lib/server/policy")) {
      const imports = parse(file, readFileSync(join(root, file), "utf8")).statements.filter(ts.isImportDeclaration);
      const values = imports.filter((i) => i.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword);
      expect(
        values.map((i) => (ts.isStringLiteral(i.moduleSpecifier) ? i.moduleSpecifier.text : "")).filter((s) => !s.startsWith("./")),
      ).toEqual([]);
    }
  });
});
