const most = 999_999_999;

/**
 * The number of the variant that an address asks for: `?variant=17`; 0 unless it does.
 * @param search the query of the address
 * @throws RangeError for what is no such number
 */
export function variantNumber(search: string): number {
  const text = new URLSearchParams(search).get("variant");
  if (text === null) return 0;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new RangeError(
    `variant: the address of this page says variant=${text.slice(0, 40)}, but it must be a whole number from 0 to ${most}.`,
  );
}
