/** The people of the demo class. Names are common ones; whoever bears one is not meant. */

const FAMILY = ["김", "이", "박", "최", "정", "강", "조", "윤", "장", "임"] as const;
const GIVEN = ["서연", "민준", "하은", "지호", "수아", "도윤", "예린"] as const;
const ELSEWHERE = [
  "Ana Ruiz",
  "Ben Okafor",
  "Chloe Martin",
  "Dev Patel",
  "Emma Larsen",
  "Farid Rahimi",
  "Grace Chen",
  "Hugo Weber",
  "Ines Costa",
  "Jonas Berg",
];

export interface Person {
  readonly name: string;
  readonly email: string;
  readonly locale: "ko" | "en";
}

/** All addresses of demo accounts end so: a domain that no mail reaches (RFC 6761). */
export const DEMO_DOMAIN = "demo.boxup.invalid";

/** `n` people with different names, at most 80; every sixth writes English. */
export function peopleOf(n: number): Person[] {
  const korean = GIVEN.flatMap((given) => FAMILY.map((family) => `${family}${given}`));
  if (n > korean.length + ELSEWHERE.length) throw new RangeError(`people: ${n} is more than ${korean.length + ELSEWHERE.length}`);
  let [ko, en] = [0, 0];
  return Array.from({ length: n }, (_, i) => {
    const english = (i % 6 === 5 && en < ELSEWHERE.length) || ko >= korean.length;
    return { name: english ? ELSEWHERE[en++] : korean[ko++], email: `student-${i + 1}@${DEMO_DOMAIN}`, locale: english ? "en" : "ko" };
  });
}
