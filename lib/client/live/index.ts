export { hears } from "./hears";
export { hearOf } from "./stream";
export { useGroupNews, useInboxNews } from "./useNews";
