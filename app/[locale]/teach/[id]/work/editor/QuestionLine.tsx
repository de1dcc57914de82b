"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useId, useState, type ReactNode } from "react";
import { Button } from "@/lib/ui/components";

interface Props {
  /** What it asks. */
  readonly text: string;
  /** The line itself, before the button. */
  readonly children: ReactNode;
  /** Behind the button. */
  readonly actions?: ReactNode;
  readonly preview: () => ReactNode;
}

/** A question in a list, which can be looked at as a student meets it. */
export function QuestionLine({ text, children, actions, preview }: Props) {
  const t = useTranslations("assign");
  const [open, setOpen] = useState(false);
  const shown = useId();
  const Icon = open ? EyeOff : Eye;
  return (
    <li className="flex flex-col gap-2 py-1">
      <div className="flex items-center gap-2">
        <div className="min-w-0 grow">{children}</div>
        <Button
          variant="ghost"
          className="shrink-0 px-3"
          aria-label={t(open ? "quiz.hide" : "quiz.look", { text })}
          aria-expanded={open}
          aria-controls={open ? shown : undefined}
          onClick={() => setOpen(!open)}
        >
          <Icon aria-hidden className="size-5" />
        </Button>
        {actions}
      </div>
      {open && (
        <div id={shown} data-testid="question-preview" className="min-w-0 rounded-(--radius) border border-line bg-paper p-4">
          {preview()}
        </div>
      )}
    </li>
  );
}
