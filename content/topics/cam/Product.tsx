import { equality, num, signed } from "@/lib/words";

/** A product with its factors, in two lines where one is too narrow: "0.55 × 3.46 ≈ +1.89". */
export function Product({ weight, value }: { readonly weight: number; readonly value: number }) {
  const rounded = Number(weight.toFixed(2)) * Number(value.toFixed(2));
  return (
    <>
      <span className="whitespace-nowrap">
        {num(weight, 2)} × {num(value, 2)}
      </span>{" "}
      <span className="whitespace-nowrap">
        {equality(rounded, weight * value, 2)} <b>{signed(weight * value, 2)}</b>
      </span>
    </>
  );
}
