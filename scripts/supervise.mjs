// What stands between whoever stops `npm start` and the server: hands signals on, and ends as the server ended.

/** How long requests that are under way may take once the server was asked to stop; what listens for longer is cut off. */
const DRAIN_MS = 10_000;
/** How often it looks whether the shell that npm put between is still there. */
const PARENT_MS = 500;

/**
 * Ends this process when `server` (a child process) has ended, with its code: 0 where it was asked to. Asked a second time, or when it
 * takes too long, the server is stopped at once.
 */
export function supervise(server, drainMs = DRAIN_MS) {
  let stopping = false;
  const stop = (signal) => {
    server.kill(stopping ? "SIGKILL" : signal === "SIGHUP" ? "SIGTERM" : signal);
    stopping = true;
    setTimeout(() => server.kill("SIGKILL"), drainMs).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  // npm hands a signal to the shell between us, and some shells end without passing it on: then we have another parent.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event !== undefined) {
    setInterval(() => {
      if (process.ppid !== parent && !stopping) stop("SIGTERM");
    }, PARENT_MS).unref();
  }
  server.on("exit", (code, signal) => process.exit(code ?? (signal && stopping ? 0 : 1)));
}
