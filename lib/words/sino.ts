/** Names of the digits as they are read one by one, and inside a number. */
const DIGITS = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];
const PLACES = ["", "십", "백", "천"];
/** Every four digits have a name of their own: 10⁴, 10⁸, 10¹², 10¹⁶. */
const MYRIADS = ["", "만", "억", "조", "경"];

const oneByOne = (digits: string) => [...digits].map((d) => DIGITS[Number(d)]).join("");

/** Up to four digits, "1204" → "천이백사". The one before a place is not said. */
function group(digits: string): string {
  return [...digits]
    .map((d, i) => {
      const place = PLACES[digits.length - 1 - i];
      if (d === "0") return "";
      return (d === "1" && place !== "" ? "" : DIGITS[Number(d)]) + place;
    })
    .join("");
}

function integer(digits: string): string {
  if (digits.length > 1 && digits.startsWith("0")) return oneByOne(digits);
  if (digits === "0") return DIGITS[0];
  if (digits.length > 4 * MYRIADS.length) return oneByOne(digits);
  const words: string[] = [];
  for (let end = digits.length, myriad = 0; end > 0; end -= 4, myriad++) {
    const word = group(digits.slice(Math.max(0, end - 4), end));
    if (word === "") continue;
    // 만, not 일만, where a number begins with it; 일억 and 일조 keep their 일.
    words.unshift((word === "일" && myriad === 1 && end <= 4 ? "" : word) + MYRIADS[myriad]);
  }
  return words.join("");
}

/**
 * A number as Koreans read it (Sino-Korean): the sign, the whole part by places, the decimals digit by digit.
 * Numbers with a leading zero and those beyond 10²⁰ are read digit by digit.
 * @example sino("−3.14") → "마이너스 삼 점 일사" · sino("10,000") → "만" · sino("07") → "영칠"
 * @throws {RangeError} when the text is not a plain decimal number
 */
export function sino(value: string | number): string {
  const text = String(value).replaceAll(",", "");
  const match = /^([-−–+]?)(\d*)(?:\.(\d+))?$/.exec(text);
  if (!match || (match[2] === "" && match[3] === undefined)) throw new RangeError(`value: "${value}" is not a plain decimal number`);
  const [, sign, whole, decimals] = match;
  const parts = [sign === "" ? "" : sign === "+" ? "플러스" : "마이너스", whole === "" ? "" : integer(whole)];
  if (decimals !== undefined) parts.push("점", oneByOne(decimals));
  return parts.filter((part) => part !== "").join(" ");
}
