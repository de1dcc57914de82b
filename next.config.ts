import createMDX from "@next/mdx";
import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";
import { API_BUT_PICTURES, NOTHING_LOADED, SECURITY_HEADERS } from "./lib/server/http/securityHeaders";

const config: NextConfig = {
  pageExtensions: ["ts", "tsx", "md", "mdx"],
  // Packages that load their own files (WebAssembly, native addons, worker threads) at run time and must not be bundled; and yjs, which
  // knows its own by their classes and must be one in a process.
  serverExternalPackages: ["@electric-sql/pglite", "pglite-prisma-adapter", "@node-rs/argon2", "piscina", "pg", "yjs"],
  poweredByHeader: false,
  reactStrictMode: true,

  // `npm test` has looked at the types before it builds.
  typescript: { tsconfigPath: "tsconfig.json", ignoreBuildErrors: process.env.BOXUP_TYPES_CHECKED === "1" },
  // Schemas of routes, forms and answers stand in every page; the library behind them is for the server.
  turbopack: { resolveAlias: { zod: { browser: "./lib/challenges/smallSchema.ts" } } },
  // Pictures are SVG and model files: nothing for the image optimiser, so its attack surface stays off.
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: SECURITY_HEADERS },
    {
      // What stands here is written over what a route says of itself.
      source: API_BUT_PICTURES,
      headers: [
        { key: "Content-Security-Policy", value: NOTHING_LOADED },
        { key: "Cache-Control", value: "no-store" },
      ],
    },
  ],
};

// Turbopack takes plugins by name only.
const withMDX = createMDX({
  options: {
    remarkPlugins: [["remark-frontmatter"], ["remark-gfm"], ["remark-math"]],
    rehypePlugins: [["rehype-slug"], ["rehype-katex", { strict: true, throwOnError: true }]],
  },
});

// Sentences are taken apart when the site is built: no page carries a parser for them.
const withMessages = createNextIntlPlugin({
  requestConfig: "./i18n/request.ts",
  experimental: { messages: { path: "./content/messages", format: "json", locales: "infer", precompile: true } },
});

export default withMessages(withMDX(config));
