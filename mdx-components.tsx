import type { MDXComponents } from "mdx/types";
import { AfterAnswer } from "./app/[locale]/learn/[topic]/parts/AfterAnswer";
import { Aside } from "./app/[locale]/learn/[topic]/parts/Aside";
import { Ask } from "./app/[locale]/learn/[topic]/parts/Ask";
import { Challenge } from "./app/[locale]/learn/[topic]/parts/Challenge";
import { Span } from "./app/[locale]/learn/[topic]/parts/Formula";
import { H2, H3 } from "./app/[locale]/learn/[topic]/parts/Headings";
import type { CommonPart } from "./app/[locale]/learn/[topic]/parts/names";
import { Predict } from "./app/[locale]/learn/[topic]/parts/Predict";
import { Simulation } from "./app/[locale]/learn/[topic]/parts/Simulation";
import { Table } from "./app/[locale]/learn/[topic]/parts/Table";
import { Li, P, Strong, Td, Th } from "./app/[locale]/learn/[topic]/parts/Unbroken";

/** What a lesson may use without importing it; what it uses of its topic comes from `topicParts`. */
const components: MDXComponents = {
  h2: H2,
  h3: H3,
  p: P,
  li: Li,
  td: Td,
  th: Th,
  strong: Strong,
  table: Table,
  span: Span,
  ...({ AfterAnswer, Aside, Ask, Challenge, Predict, Simulation } satisfies Record<CommonPart, unknown>),
};

export function useMDXComponents(): MDXComponents {
  return components;
}
