/** The latest question wins: asking again aborts what was asked before. */
export class Latest {
  private controller: AbortController | null = null;

  /** A signal for the question to be asked now. */
  next(): AbortSignal {
    this.stop();
    this.controller = new AbortController();
    return this.controller.signal;
  }

  /** Aborts what was asked last; nothing is asked any more. */
  stop(): void {
    this.controller?.abort();
    this.controller = null;
  }
}
