// The production server for the browser tests, on a fresh embedded database. A second port lets a test pull the plug:
// POST http://localhost:3418/restart kills the server (SIGKILL, as a power cut would) and starts it again on the same data;
// GET http://localhost:3418/console answers what the server has printed, as whoever runs it reads it.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PORT = Number(process.env.BOXUP_TEST_PORT ?? 3417);
const data = mkdtempSync(join(tmpdir(), "boxup-browser-"));
const env = {
  ...process.env,
  NODE_ENV: "production",
  PORT: String(PORT),
  BOXUP_DATA_DIR: data,
  NEXTAUTH_URL: `http://localhost:${PORT}`,
  NEXTAUTH_SECRET: "browser-tests-only-0123456789abcdef",
};
delete env.DATABASE_URL;

const prepared = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/database.ts", "migrate"], { env, stdio: "inherit" });
if (prepared.status !== 0) process.exit(1);

let server;
let printed = "";
function start() {
  const command = ["node_modules/next/dist/bin/next", "start", "-p", String(PORT)];
  server = spawn(process.execPath, command, { env, stdio: ["inherit", "pipe", "inherit"] });
  server.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
    process.stdout.write(text);
  });
}

async function healthy() {
  for (let i = 0; i < 300; i++) {
    try {
      const response = await fetch(`http://localhost:${PORT}/api/v1/health`);
      if (response.ok) return true;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

start();
createServer(async (request, response) => {
  if (request.method === "POST" && request.url === "/restart") {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGKILL");
    await gone;
    start();
    response.statusCode = (await healthy()) ? 200 : 500;
    response.end();
  } else if (request.method === "GET" && request.url === "/console") response.end(printed);
  else {
    response.statusCode = 404;
    response.end();
  }
}).listen(PORT + 1);

function stop() {
  server.kill("SIGKILL");
  rmSync(data, { recursive: true, force: true });
  process.exit(0);
}
process.on("SIGTERM", stop);
process.on("SIGINT", stop);
