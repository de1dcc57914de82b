/** Pretendard in pieces of about 25 kB, cut by how common a syllable is on the web. Loaded by `RareSyllables`. */
import "pretendard/dist/web/variable/pretendardvariable-dynamic-subset.css";
