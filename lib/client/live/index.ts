export { hears } from "./hears";
export { useGroupNews, useInboxNews } from "./useNews";
