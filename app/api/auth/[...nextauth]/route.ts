import { serveAuth } from "@/lib/server/auth/nextAuth";

export const dynamic = "force-dynamic";
export { serveAuth as GET, serveAuth as POST };
