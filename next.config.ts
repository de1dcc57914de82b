import createMDX from "@next/mdx";
import createNextIntlPlugin from "next-intl/plugin";
import type { NextConfig } from "next";

// Sent with everything; the Content-Security-Policy of pages is made per page in proxy.ts.
const HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Permissions-Policy", value: "camera=(self), microphone=(), geolocation=(), browsing-topics=()" },
];

const config: NextConfig = {
  pageExtensions: ["ts", "tsx", "md", "mdx"],
  // Packages that load their own files (WebAssembly, native addons, worker threads) at run time and must not be bundled.
  serverExternalPackages: ["@electric-sql/pglite", "pglite-prisma-adapter", "@node-rs/argon2", "piscina", "pg"],
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: "tsconfig.json" },
  // Pictures are SVG and model files: nothing for the image optimiser, so its attack surface stays off.
  images: { unoptimized: true },
  headers: async () => [
    { source: "/:path*", headers: HEADERS },
    {
      source: "/api/:path*",
      headers: [
        { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'" },
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

export default createNextIntlPlugin("./i18n/request.ts")(withMDX(config));
