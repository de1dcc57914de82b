import type { NoteSync } from "./noteSync";

/** Done once the server has all that was typed until now; answers false where it cannot have it as things stand. */
export async function sent(sync: NoteSync): Promise<boolean> {
  await sync.flush();
  const over = (): boolean => {
    const { waiting, reached, refused, renewed, tooLong } = sync.state;
    return waiting === 0 || !reached || refused !== null || renewed || tooLong;
  };
  if (!over())
    await new Promise<void>((resolve) => {
      const stop = sync.subscribe(() => {
        if (!over()) return;
        stop();
        resolve();
      });
    });
  return sync.state.waiting === 0;
}
