// Numbers as people write them, and as the page does: −0.50, 0,5, 3/4, 10⁻⁸.

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const POWER = /(?:([\d.,]+) *[×·*] *)?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;
const TINY = 1e-4; // smaller numbers are written as powers of ten

/** The number that a text stands for, NaN where it is none. @param {string} text */
export function read(text) {
  const plain = text
    .replace(POWER, (_, factor, power) => `${factor ?? 1}e${power}`)
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(RAISED.indexOf(digit)))
    .replace(/[−–⁻]/g, "-")
    .replace(",", ".")
    .replace(/\s+/g, "");
  const parts = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?:\/(\d+\.?\d*))?$/i.exec(plain);
  return parts ? Number(parts[1]) / Number(parts[2] ?? 1) : NaN;
}

/** Whether a text may yet become a number: it is empty, or a sign. @param {string} text */
export const begun = (text) => /^\s*[+−–-]?\s*$/.test(text);

/** A number with so many decimals, or with more where it has more. @param {number} value @param {number} [places] */
export function write(value, places = 0) {
  const exact = Number(value.toFixed(10));
  const fixed = value.toFixed(places);
  const text = Number(fixed) === exact ? fixed : String(exact);
  return (value && Math.abs(value) < TINY ? power(value) : text).replace("-", "−");
}

/** @param {number} value */
function power(value) {
  const [factor, exponent] = value.toExponential().split("e-");
  return `${factor === "1" ? "" : `${factor}×`}10⁻${exponent.replace(/\d/g, (digit) => RAISED[Number(digit)])}`;
}
