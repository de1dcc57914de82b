const DEGREES = 180 / Math.PI;
/** π as a double and what is left of it. */
const PI_LOW = 1.2246467991473532e-16;
const SPLITTER = 134217729;

/** Angle in [0, 180) or, signed, [0, 360) degrees, from the x axis towards the y axis (down). */
export function gradientAngle(dx: number, dy: number, signed: boolean): number {
  return wrap(Math.atan2(dy, dx), signed);
}

function wrap(radians: number, signed: boolean): number {
  const turn = signed ? 360 : 180;
  let angle = radians * DEGREES;
  if (angle < 0) angle += turn;
  return angle >= turn ? angle - turn : angle;
}

/** What rounding took from a · b (Dekker's product). */
function productError(a: number, b: number, product: number): number {
  let t = SPLITTER * a;
  const ah = t - (t - a);
  const al = a - ah;
  t = SPLITTER * b;
  const bh = t - (t - b);
  const bl = b - bh;
  return ah * bh - product + ah * bl + al * bh + al * bl;
}

/** `gradientAngle` with the quotient's and π's rounding made good, so that the last bit is right nearly always. */
function carefulAngle(dx: number, dy: number, signed: boolean): number {
  const x = Math.abs(dx);
  const y = Math.abs(dy);
  if (x === 0 || y === 0 || x === y) return gradientAngle(dx, dy, signed);
  const steep = y > x;
  const [small, large] = steep ? [x, y] : [y, x];
  const q = small / large;
  const product = q * large;
  const high = Math.atan(q);
  const low = (small - product - productError(q, large, product)) / (large * (1 + q * q));
  // The angle is quarter·π/2 ± (high + low): 0 + a, π/2 − a, π/2 + a or π − a.
  const quarters = steep ? 1 : dx < 0 ? 2 : 0;
  const sign = dx < 0 === steep ? 1 : -1;
  const whole = quarters * (Math.PI / 2);
  const sum = whole + sign * high;
  const lost = quarters === 0 ? 0 : sign * high - (sum - whole);
  const angle = sum + (lost + sign * low + quarters * (PI_LOW / 2));
  return wrap(dy < 0 ? -angle : angle, signed);
}

/** The bin whose half-open range [i·w, (i+1)·w) holds the gradient's angle; the bounds are products, as in scikit-image. */
export function orientationBin(dx: number, dy: number, bins: number, signed: boolean): number {
  const width = (signed ? 360 : 180) / bins;
  let angle = gradientAngle(dx, dy, signed);
  const t = angle / width;
  const nearest = Math.round(t);
  let bin = Math.floor(t);
  if (Math.abs(t - nearest) < 1e-9) {
    angle = carefulAngle(dx, dy, signed);
    bin = angle >= width * nearest ? nearest : nearest - 1;
    // Just below the full turn is the last bin, just below 0 does not occur.
    if (bin < 0) bin = bins - 1;
  }
  return bin >= bins ? bins - 1 : bin;
}
