"use client";

import * as Comlink from "comlink";
import { useEffect, useRef, useState } from "react";
import type { NoteReader, ReadNote } from "./reading";

/** How long nobody has to type before the note is read again, in ms. */
const REST_MS = 300;

interface Reader {
  readonly worker: Worker;
  readonly remote: Comlink.Remote<NoteReader>;
}

function start(): Reader {
  const worker = new Worker(new URL("./read.worker.ts", import.meta.url), { type: "module" });
  return { worker, remote: Comlink.wrap<NoteReader>(worker) };
}

/** A text, read in a worker once nobody has typed for a moment; the reading before stands meanwhile. Nothing of it leaves the browser. */
export function useReading(text: string, name: string, today: string) {
  const reader = useRef<Reader | null>(null);
  const [read, setRead] = useState<{ readonly of: string; readonly note: ReadNote } | null>(null);
  const [failed, setFailed] = useState(false);
  const empty = text.trim() === "";

  useEffect(
    () => () => {
      reader.current?.worker.terminate();
      reader.current = null;
    },
    [],
  );

  useEffect(() => {
    if (empty) return;
    let current = true;
    const fail = () => {
      reader.current?.worker.terminate();
      reader.current = null;
      if (current) setFailed(true);
    };
    const wait = setTimeout(() => {
      if (reader.current === null) {
        reader.current = start();
        // A worker whose code does not come answers nothing.
        reader.current.worker.addEventListener("error", fail);
      }
      reader.current.remote.read(text, { name, today }).then((note) => {
        if (!current) return;
        setFailed(false);
        setRead({ of: text, note });
      }, fail);
    }, REST_MS);
    return () => {
      current = false;
      clearTimeout(wait);
    };
  }, [text, name, today, empty]);

  return { note: empty ? null : (read?.note ?? null), busy: !empty && !failed && read?.of !== text, failed: !empty && failed };
}
