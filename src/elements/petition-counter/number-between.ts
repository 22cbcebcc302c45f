/** A whole number on the way between two, fast at first: a part of 0 is the one, 1 the other. */
export function numberBetween(from: number, to: number, part: number): number {
  return to - Math.round((to - from) * (1 - part) ** 3);
}
