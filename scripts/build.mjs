// npm run build: generated files and the production build. Never opens the database.
import { build, generate, install } from "./setup.mjs";

install();
generate();
build();
