/** A server that says nothing for this long is not reached, in milliseconds. */
const PATIENCE_MS = 30_000;

/**
 * The browser's `fetch`, the only one: given up when nothing comes for `patience` milliseconds, neither the answer nor the next piece of
 * it. A large file may take as long as it needs while it comes.
 * @throws as `fetch` does; reading the body of what stops coming fails as well
 */
export async function fetchWithin(url: string, init: RequestInit = {}, patience = PATIENCE_MS): Promise<Response> {
  const giveUp = new AbortController();
  const { signal } = init;
  const follow = () => giveUp.abort(signal?.reason);
  if (signal?.aborted) follow();
  else signal?.addEventListener("abort", follow, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => {
    clearTimeout(timer);
    signal?.removeEventListener("abort", follow);
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => giveUp.abort(new DOMException("Nothing came for too long", "TimeoutError")), patience);
  };
  wait();
  try {
    const response = await fetch(url, { ...init, signal: giveUp.signal });
    if (response.body === null) {
      stop();
      return response;
    }
    const reader = response.body.getReader();
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      async pull(controller) {
        // Pieces are asked for one by one: between them nobody waits for the server.
        wait();
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          controller.close();
        } catch (error) {
          controller.error(giveUp.signal.aborted ? giveUp.signal.reason : error);
        } finally {
          clearTimeout(timer);
        }
        stop();
      },
      cancel: (reason) => {
        stop();
        return reader.cancel(reason);
      },
    });
    clearTimeout(timer);
    const { status, statusText, headers } = response;
    return new Response(body, { status, statusText, headers });
  } catch (error) {
    stop();
    throw error;
  }
}

/** `work`, given up after the same patience: for libraries that fetch by themselves. @throws TimeoutError */
export async function withinPatience<T>(work: Promise<T>, patience = PATIENCE_MS): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException("Nothing came for too long", "TimeoutError")), patience);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
