// The rooms of the house and the doors between them: one table, read by the lint rule and by its test.
// A room is the first entry whose pattern fits the file. `rooms`: which rooms it may import from (its own always); `types`: from which
// rooms it may take types alone, which leave no import behind.
// `packages`: which packages (a name, or a prefix ending in "/*"); "*" means any.

const REACT = ["react", "react-dom", "react/*", "framer-motion", "framer-motion/*", "lucide-react"];
const TENSOR = ["@tensorflow/*"];

export const ROOMS = [
  // Tests and tools stand outside the house: they may look into every room.
  { name: "tests", pattern: /(^tests\/|\.test\.tsx?$|^bench\/|^scripts\/|\.config\.(ts|mjs)$)/, rooms: "*", packages: "*" },
  {
    name: "generated",
    pattern: /^content\/_generated\//,
    rooms: ["topic", "topic-tasks", "topic-ui", "challenges", "questions", "engine", "ui"],
    packages: REACT,
  },
  { name: "words", pattern: /^lib\/words\//, rooms: [], packages: [] },
  { name: "engine-gpu", pattern: /^lib\/engine\/(.*\.gpu\.ts$|.*\/gpu\.ts$|tensor\/)/, rooms: ["engine"], packages: TENSOR },
  { name: "engine", pattern: /^lib\/engine\//, rooms: [], packages: [] },
  { name: "challenges", pattern: /^lib\/challenges\//, rooms: ["engine", "words"], types: ["engine-gpu"], packages: ["zod"] },
  {
    name: "questions-ui",
    pattern: /^lib\/questions\/.*\.tsx$/,
    rooms: ["questions", "engine", "challenges", "words", "ui"],
    packages: REACT,
  },
  { name: "questions", pattern: /^lib\/questions\//, rooms: ["engine", "challenges", "words"], packages: [] },
  {
    name: "bank",
    pattern: /^lib\/bank\//,
    rooms: ["questions", "engine", "challenges", "words"],
    packages: ["csv-parse/sync", "csv-stringify/sync", "fast-xml-parser"],
  },
  { name: "review", pattern: /^lib\/review\//, rooms: ["challenges", "engine", "words"], packages: ["ts-fsrs"] },
  // Where a comment stands in a note is asked of the note's own document.
  { name: "note-anchors", pattern: /^lib\/notes\/anchors\.ts$/, rooms: ["notes"], packages: ["yjs"] },
  { name: "notes", pattern: /^lib\/notes\//, rooms: [], packages: [] },
  { name: "markdown", pattern: /^lib\/markdown\//, rooms: ["notes", "challenges", "words"], packages: ["markdown-it"] },
  { name: "insight", pattern: /^lib\/insight\//, rooms: ["challenges", "words"], packages: [] },
  { name: "groups", pattern: /^lib\/groups\//, rooms: ["review"], packages: [] },
  { name: "assignments", pattern: /^lib\/assignments\//, rooms: ["review"], packages: [] },
  { name: "wire", pattern: /^lib\/wire\//, rooms: ["challenges", "questions", "bank", "groups", "notes"], packages: [] },
  { name: "gradebook", pattern: /^lib\/gradebook\//, rooms: [], packages: [] },
  { name: "wire", pattern: /^lib\/wire\//, rooms: ["challenges", "questions", "groups", "notes"], packages: [] },
  {
    name: "ui",
    pattern: /^lib\/ui\//,
    rooms: ["engine", "challenges", "words"],
    packages: [...REACT, "radix-ui", "@base-ui/react/*", "d3-scale", "d3-shape"],
  },
  {
    name: "client",
    pattern: /^lib\/client\//,
    rooms: ["engine", "engine-gpu", "challenges", "questions", "notes", "note-anchors", "wire", "words", "generated"],
    packages: ["react", "swr", "swr/*", "comlink", "idb", "yjs", "next-auth/react", ...TENSOR],
  },
  { name: "grading-thread", pattern: /^lib\/server\/grading\/worker\.ts$/, rooms: ["challenges", "words", "generated"], packages: [] },
  {
    name: "server",
    pattern: /^lib\/server\//,
    rooms: [
      "engine",
      "challenges",
      "questions",
      "review",
      "notes",
      "markdown",
      "groups",
      "assignments",
      "insight",
      "bank",
      "gradebook",
      "wire",
      "words",
    ],
    packages: "*",
  },
  {
    name: "topic-ui",
    pattern: /^content\/topics\/.*\.tsx$/,
    rooms: ["topic", "engine", "challenges", "words", "ui"],
    types: ["topic-tasks"],
    packages: REACT,
  },
  // A topic's functions for the engine worker: the one place of a topic that may reach for a tensor backend.
  {
    name: "topic-tasks",
    pattern: /^content\/topics\/[^/]+\/tasks\.ts$/,
    rooms: ["topic", "engine", "engine-gpu", "challenges", "words"],
    packages: [],
  },
  { name: "topic", pattern: /^content\/topics\//, rooms: ["engine", "challenges", "questions", "words"], packages: [] },
  { name: "content", pattern: /^content\//, rooms: ["challenges", "words"], packages: [] },
  {
    name: "shell",
    pattern: /^(app\/|i18n\/|proxy\.ts$|instrumentation\.ts$|mdx-components\.tsx$)/,
    rooms: [
      "engine",
      "challenges",
      "questions",
      "questions-ui",
      "bank",
      "review",
      "notes",
      "markdown",
      "note-anchors",
      "groups",
      "assignments",
      "insight",
      "gradebook",
      "wire",
      "words",
      "ui",
      "client",
      "server",
      "generated",
      "content",
    ],
    packages: "*",
  },
];

/** Packages that only one room may touch, whatever the table above allows. */
export const RESERVED = [
  {
    package: /^(@prisma\/|prisma$|pglite-prisma-adapter$|@electric-sql\/|pg$|next-auth(?!\/react$)|@next-auth\/)/,
    rooms: ["server", "tests"],
  },
];

export function roomOf(file) {
  return ROOMS.find((room) => room.pattern.test(file)) ?? null;
}

function packageAllowed(room, name) {
  if (room.packages === "*") return true;
  return room.packages.some((p) => (p.endsWith("/*") ? name.startsWith(p.slice(0, -1)) : p === name));
}

/**
 * Why `file` (repository path) may not import `specifier`, or null when it may.
 * `target` is the repository path that a relative or "@/" specifier resolves to; null for a package. `typesOnly`: nothing but types.
 */
export function importProblem(file, specifier, target, typesOnly = false) {
  const room = roomOf(file);
  if (room === null) return null;
  if (target === null) {
    const bare = specifier.replace(/^node:/, "");
    const reserved = RESERVED.find((r) => r.package.test(bare));
    if (reserved && !reserved.rooms.includes(room.name)) return `only ${reserved.rooms[0]} may use "${specifier}"`;
    return packageAllowed(room, specifier) ? null : `the room "${room.name}" may not use the package "${specifier}"`;
  }
  const other = roomOf(target);
  if (other === null || other.name === room.name || room.rooms === "*") {
    const topic = /^content\/topics\/([^/]+)\//;
    const [mine, theirs] = [topic.exec(file)?.[1], topic.exec(target)?.[1]];
    return mine && theirs && mine !== theirs ? `the topic "${mine}" may not reach into the topic "${theirs}"` : null;
  }
  const allowed = room.rooms.includes(other.name) || (typesOnly && (room.types ?? []).includes(other.name));
  if (!allowed) return `the room "${room.name}" may not import from the room "${other.name}"`;
  const topic = /^content\/topics\/([^/]+)\//;
  const [mine, theirs] = [topic.exec(file)?.[1], topic.exec(target)?.[1]];
  return mine && theirs && mine !== theirs ? `the topic "${mine}" may not reach into the topic "${theirs}"` : null;
}
