// SPDX-License-Identifier: GPL-3.0-or-later
// Check digits of national codes and legal-entity ids.

/** Ten Latin digits with the right check digit, not all equal. */
export function isNationalCode(code: string): boolean {
  if (!/^\d{10}$/.test(code) || /^(\d)\1{9}$/.test(code)) return false;
  const digits = [...code].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  const rest = sum % 11;
  return digits[9] === (rest < 2 ? rest : 11 - rest);
}

const legal_weights = [29, 27, 23, 19, 17, 29, 27, 23, 19, 17];

/** Eleven Latin digits with the right check digit. */
export function isLegalId(id: string): boolean {
  if (!/^\d{11}$/.test(id)) return false;
  const digits = [...id].map(Number);
  const shift = (digits[9] ?? 0) + 2;
  const sum = legal_weights.reduce((total, weight, index) => total + ((digits[index] ?? 0) + shift) * weight, 0);
  const rest = sum % 11;
  return digits[10] === (rest === 10 ? 0 : rest);
}
