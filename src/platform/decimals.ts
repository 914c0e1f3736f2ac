import { Decimal } from 'decimal.js';

/** Exact arithmetic for weights and money: 40 digits, never an exponent in text. */
export const Exact = Decimal.clone({ precision: 40, toExpNeg: -40, toExpPos: 40 });
export type Exact = Decimal;

/** A decimal as the API speaks it: no sign, no exponent, at most 15 digits before and 9 after the point. */
export const decimalPattern = /^\d{1,15}(\.\d{1,9})?$/;

/** Drops trailing zeros, as answers do: `"8.268000"` → `"8.268"`. Null stays null. */
export function plain(decimal: string): string;
export function plain(decimal: string | null): string | null;
export function plain(decimal: string | null): string | null {
  return decimal?.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
}
