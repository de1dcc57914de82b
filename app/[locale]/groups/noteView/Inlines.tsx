"use client";

import { useTranslations } from "next-intl";
import { Fragment, useState, type ReactNode } from "react";
import { Link } from "@/i18n/navigation";
import { addressOf } from "@/lib/client/api/download";
import { mentionsIn } from "@/lib/markdown/mentions";
import { topicNamed } from "@/lib/markdown/topicName";
import { readNoteImage } from "@/lib/wire/noteImages";
import type { Inline } from "@/lib/markdown/tree";
import { Formula } from "./Formula";
import { useNoteFacts } from "./NoteFacts";
import { useNotePlace } from "./NotePlace";

/** What stands in a line. */
export function Inlines({ parts }: { readonly parts: readonly Inline[] }): ReactNode {
  return parts.map((part, index) => <Part key={index} part={part} />);
}

function Part({ part }: { readonly part: Inline }): ReactNode {
  switch (part.type) {
    case "text":
      return <Words text={part.text} />;
    case "break":
      return <br />;
    case "code":
      return <code>{part.text}</code>;
    case "math":
      return <Formula tex={part.tex} display={part.display} />;
    case "strong":
      return (
        <strong>
          <Inlines parts={part.children} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Inlines parts={part.children} />
        </em>
      );
    case "strike":
      return (
        <s>
          <Inlines parts={part.children} />
        </s>
      );
    case "link":
      return (
        <NoteLink href={part.href}>
          <Inlines parts={part.children} />
        </NoteLink>
      );
    case "image":
      return <Picture id={part.id} alt={part.alt} />;
    case "elsewhere":
      return <Elsewhere alt={part.alt} href={part.href} />;
    case "topic":
      return <Topic name={part.name} />;
  }
}

/** A link that somebody of the group wrote: it gets nothing of this page along, and nothing of its standing. */
export function NoteLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const away = /^https?:/i.test(href);
  return (
    <a href={href} rel="noopener nofollow ugc" target={away ? "_blank" : undefined}>
      {children}
    </a>
  );
}

/** Text, in which members are mentioned. Whoever is not in the group any more is a word like any other. */
function Words({ text }: { readonly text: string }): ReactNode {
  const { people, me } = useNotePlace();
  if (!text.includes("@")) return text;
  const here = people.filter(({ state, name }) => state === "in" && name !== null);
  const mentions = mentionsIn(
    text,
    here.map(({ name }) => name ?? ""),
  );
  return (
    <>
      {mentions.map(({ from, to, name }, index) => {
        const mine = here.some((person) => person.name === name && person.id === me);
        return (
          <Fragment key={from}>
            {text.slice(mentions[index - 1]?.to ?? 0, from)}
            <span data-mention="" className={`rounded px-0.5 font-semibold ${mine ? "bg-brand-wash text-brand-strong" : "text-brand"}`}>
              {text.slice(from, to)}
            </span>
          </Fragment>
        );
      })}
      {text.slice(mentions.at(-1)?.to ?? 0)}
    </>
  );
}

function Topic({ name }: { readonly name: string }) {
  const t = useTranslations("noteView");
  const { topics } = useNoteFacts();
  const id = topicNamed(name, topics);
  const own = topics.find((topic) => topic.id === id);
  if (own)
    return (
      <Link href={`/learn/${own.id}`} data-topic={own.id} title={own.title}>
        {name}
      </Link>
    );
  return (
    <span
      data-topic={id ?? ""}
      className="border-b border-dotted border-line-strong text-ink-2"
      title={t(id === null ? "topicUnknown" : "topicToCome")}
    >
      {name}
      <span className="sr-only"> ({t(id === null ? "topicUnknown" : "topicToCome")})</span>
    </span>
  );
}

function Picture({ id, alt }: { readonly id: string; readonly alt: string }) {
  const t = useTranslations("noteView");
  const { group, note } = useNotePlace();
  const [gone, setGone] = useState(false);
  if (gone) return <span className="text-ink-3">{t("pictureGone", { alt })}</span>;
  return (
    // eslint-disable-next-line @next/next/no-img-element -- the server has made it as small as it is going to be
    <img
      src={addressOf(readNoteImage, { id: group, note, image: id })}
      alt={alt === "" ? t("picture") : alt}
      loading="lazy"
      decoding="async"
      onError={() => setGone(true)}
    />
  );
}

/** A picture of another site is not fetched: it would tell that site who reads the note, and when. */
function Elsewhere({ alt, href }: { readonly alt: string; readonly href: string | null }) {
  const t = useTranslations("noteView");
  const text = t("pictureElsewhere", { alt });
  return href === null ? <span className="text-ink-3">{text}</span> : <NoteLink href={href}>{text}</NoteLink>;
}
