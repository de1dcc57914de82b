// npm start: from a fresh clone to a served page. A second start skips whatever is done already.
import { spawn } from "node:child_process";
import { bin, build, generate, install, prepareDatabase, root } from "./setup.mjs";

/** How long requests that are under way may take once the server was asked to stop; what listens for longer is cut off. */
const DRAIN_MS = 10_000;

const port = process.env.PORT ?? "3000";
install();
generate();
prepareDatabase();
build();

const url = process.env.NEXTAUTH_URL ?? `http://localhost:${port}`;
const server = spawn(process.execPath, [bin("next/dist/bin/next"), "start", "-p", port], {
  stdio: ["inherit", "pipe", "inherit"],
  cwd: root,
  env: { ...process.env, NODE_ENV: "production", PORT: port },
});
let announced = false;
server.stdout.on("data", (chunk) => {
  process.stdout.write(chunk);
  if (!announced && /ready/i.test(String(chunk))) {
    announced = true;
    console.log(`\nBoxUp is ready: ${url}\n`);
  }
});

let stopping = false;
/** Asks the server to end what is under way and stop. Asked a second time, or when it takes too long, it is stopped at once. */
function stop(signal) {
  server.kill(stopping ? "SIGKILL" : signal === "SIGHUP" ? "SIGTERM" : signal);
  stopping = true;
  setTimeout(() => server.kill("SIGKILL"), DRAIN_MS).unref();
}
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
// npm hands a signal to the shell between us, and some shells end without passing it on: then we have another parent.
const parent = process.ppid;
if (process.env.npm_lifecycle_event !== undefined) {
  setInterval(() => {
    if (process.ppid !== parent && !stopping) stop("SIGTERM");
  }, 500).unref();
}
server.on("exit", (code, signal) => process.exit(code ?? (signal && stopping ? 0 : 1)));
