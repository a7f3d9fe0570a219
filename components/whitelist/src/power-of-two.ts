/** A power of two as one writes it: 2⁹⁶. Numbers of IPv6 addresses are too long for digits. */
export function powerOfTwo(value: number): string {
  const exponent = String(Math.round(Math.log2(value)));
  return `2${exponent.replace(/\d/g, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))}`;
}
