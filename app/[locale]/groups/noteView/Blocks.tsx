"use client";

import { useTranslations } from "next-intl";
import { useId, type ReactNode } from "react";
import type { Block, Item } from "@/lib/markdown/tree";
import { Alone } from "./Alone";
import { Formula } from "./Formula";
import { Inlines } from "./Inlines";
import { useNotePlace } from "./NotePlace";

/** Lines of a note, one after the other. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }): ReactNode {
  const seen = new Map<string, number>();
  return blocks.map((block, index) => {
    // A card keeps what is played in it while others write above it.
    const name = block.type === "alone" ? block.href : String(index);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return <Part key={`${block.type} ${name} ${nth}`} block={block} />;
  });
}

function Part({ block }: { readonly block: Block }): ReactNode {
  switch (block.type) {
    case "paragraph":
      return block.tight ? (
        <span className="block">
          <Inlines parts={block.children} />
        </span>
      ) : (
        <p>
          <Inlines parts={block.children} />
        </p>
      );
    case "alone":
      return <Alone href={block.href} parts={block.children} />;
    case "heading":
      return <Heading block={block} />;
    case "quote":
      return (
        <blockquote>
          <Blocks blocks={block.children} />
        </blockquote>
      );
    case "list":
      return <List block={block} />;
    case "code":
      return <Code text={block.text} language={block.language} />;
    case "math":
      return <Formula tex={block.tex} display />;
    case "table":
      return <Table block={block} />;
    case "rule":
      return <hr />;
  }
}

/** A page's title is its own: a note's first heading stands below it. */
function Heading({ block }: { readonly block: Extract<Block, { type: "heading" }> }) {
  const Tag = (["h2", "h3", "h4", "h5", "h6", "h6"] as const)[block.level - 1];
  return (
    <Tag>
      <Inlines parts={block.children} />
    </Tag>
  );
}

function List({ block }: { readonly block: Extract<Block, { type: "list" }> }) {
  const items = block.items.map((item, index) => <Entry key={index} item={item} />);
  return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
}

function Entry({ item: { task, children } }: { readonly item: Item }) {
  const { onTask } = useNotePlace();
  const id = useId();
  if (task === null)
    return (
      <li>
        <Blocks blocks={children} />
      </li>
    );
  const [first, ...others] = children;
  return (
    <li className="task">
      <input
        type="checkbox"
        checked={task.done}
        disabled={onTask === undefined}
        aria-labelledby={id}
        onChange={(event) => onTask?.(task.line, event.target.checked)}
      />
      <div id={id} className={task.done ? "min-w-0 text-ink-3 line-through" : "min-w-0"}>
        <Blocks blocks={[first]} />
      </div>
      <div className="rest">
        <Blocks blocks={others} />
      </div>
    </li>
  );
}

function Code({ text, language }: { readonly text: string; readonly language: string }) {
  const t = useTranslations("noteView");
  return (
    // Wider than a phone, it is scrolled by keyboard too.
    <pre tabIndex={0} role="group" aria-label={language === "" ? t("code") : t("codeIn", { language })}>
      <code>{text}</code>
    </pre>
  );
}

function Table({ block: { align, head, rows } }: { readonly block: Extract<Block, { type: "table" }> }) {
  const t = useTranslations("noteView");
  const at = (column: number) => ({ textAlign: align[column] ?? undefined });
  return (
    <div role="group" aria-label={t("table")} tabIndex={0} className="wide">
      <table>
        <thead>
          <tr>
            {head.map((parts, column) => (
              <th key={column} scope="col" style={at(column)}>
                <Inlines parts={parts} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((parts, column) => (
                <td key={column} style={at(column)}>
                  <Inlines parts={parts} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
