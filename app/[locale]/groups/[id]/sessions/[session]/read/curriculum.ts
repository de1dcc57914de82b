/** What the topics are called, and what their misconceptions claim ("topic/misconception"), in the page's language. */
export interface Curriculum {
  readonly titles: Readonly<Record<string, string>>;
  readonly claims: Readonly<Record<string, string>>;
}
