"use client";

import { useState, type SubmitEvent } from "react";
import { groupName } from "@/lib/wire/scalars";

/**
 * What somebody may settle of a group or a class, each change sent at once.
 * @param current its name
 * @param send asks the server; what it throws is `refused`
 */
export function useSettings<Changes>(
  current: string,
  send: (body: Changes | { readonly name: string }) => Promise<unknown>,
  onChanged: () => void,
) {
  const [name, setName] = useState(current);
  const [wrong, setWrong] = useState(false);
  const [saved, setSaved] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  const change = async (body: Changes | { readonly name: string }) => {
    setRefused(null);
    setSaved(false);
    try {
      await send(body);
      setSaved(true);
      onChanged();
    } catch (error) {
      setRefused(error);
    }
  };
  const rename = (event: SubmitEvent) => {
    event.preventDefault();
    const fits = groupName.safeParse(name).success;
    setWrong(!fits);
    if (fits) void change({ name });
  };
  return { name, setName, wrong, saved, refused, change, rename };
}
