import { health } from "@/lib/server/database/health";
import { endpoint } from "@/lib/server/http/endpoint";
import * as service from "@/lib/wire/service";

export const dynamic = "force-dynamic";
export const GET = endpoint(service.health, async () => ({ json: await health() }));
