import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getTranslations } from "next-intl/server";
import { ImageResponse } from "next/og";
import { routing } from "@/i18n/routing";

export const alt = "BoxUp";
export const size = { width: 1200, height: 630 };
export const contentType = "image/png";

export function generateStaticParams() {
  return routing.locales.map((locale) => ({ locale }));
}

/** The card that is shown where a link to BoxUp is shared: the mark, and the question of the first board. */
export default async function ShareCard({ params }: { readonly params: Promise<{ locale: string }> }) {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale === "en" ? "en" : "ko", namespace: "home" });
  const font = await readFile(join(process.cwd(), "node_modules/pretendard/dist/public/static/Pretendard-ExtraBold.otf"));
  return new ImageResponse(
    <div
      style={{
        width: "100%",
        height: "100%",
        display: "flex",
        alignItems: "center",
        justifyContent: "space-between",
        background: "#fbf7f0",
        color: "#1d1a26",
        padding: 80,
        fontFamily: "Pretendard",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", maxWidth: 640 }}>
        <div style={{ fontSize: 44, color: "#c23320" }}>BoxUp</div>
        <div style={{ fontSize: 76, lineHeight: 1.2, marginTop: 24, letterSpacing: -2, wordBreak: "keep-all" }}>{t("title")}</div>
      </div>
      <svg width="380" height="380" viewBox="0 0 33 33" fill="none">
        <path d="M17 12h4v4a5 5 0 0 1-5 5h-4v-4a5 5 0 0 1 5-5Z" fill="#ff6a4d" />
        <rect x="3" y="3" width="18" height="18" rx="5" stroke="#1d1a26" strokeWidth="2.6" />
        <rect x="12" y="12" width="18" height="18" rx="5" stroke="#1d1a26" strokeWidth="2.6" />
      </svg>
    </div>,
    { ...size, fonts: [{ name: "Pretendard", data: font, weight: 800, style: "normal" }] },
  );
}
