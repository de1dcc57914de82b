import { nowhere } from "@/lib/server/http/nowhere";

export { nowhere as DELETE, nowhere as GET, nowhere as PATCH, nowhere as POST, nowhere as PUT };
