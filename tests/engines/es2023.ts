/**
 * Array methods of ES2022–2023 that every supported browser has and the SpiderMonkey of an older gjs lacks. Defined only where
 * missing, and for this test alone: what is compared is arithmetic.
 */
function define(name: string, method: (this: unknown[], ...args: never[]) => unknown): void {
  if (!(name in Array.prototype)) Object.defineProperty(Array.prototype, name, { value: method, writable: true, configurable: true });
}

type Test = (value: unknown, index: number, array: unknown[]) => unknown;

define("findLastIndex", function (test: Test) {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i, this)) return i;
  return -1;
});
define("findLast", function (test: Test) {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i, this)) return this[i];
  return undefined;
});
define("toSorted", function (order?: (a: unknown, b: unknown) => number) {
  return [...this].sort(order);
});
define("toReversed", function () {
  return [...this].reverse();
});
define("toSpliced", function (...args: [number, number, ...unknown[]]) {
  const copy = [...this];
  copy.splice(...args);
  return copy;
});
define("with", function (index: number, value: unknown) {
  const copy = [...this];
  copy[index < 0 ? copy.length + index : index] = value;
  return copy;
});

export {};
