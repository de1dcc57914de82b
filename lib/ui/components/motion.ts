"use client";

/** True when the reader asked for less motion; null before the page is alive. */
export { useReducedMotion } from "framer-motion";
