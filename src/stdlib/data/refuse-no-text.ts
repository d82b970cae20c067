/**
 * Throws when the bytes of a file that should hold a table are no text, in words for the learner: a workbook, which many
 * take for a table, or a picture under a table's name.
 */
export function refuseNoText(name: string, bytes: Uint8Array): void {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3) {
    throw new TypeError(
      `${name} is a workbook or another packed file. Save it as CSV, and take that instead.`,
    );
  }
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (!isUtf16 && bytes.includes(0)) {
    throw new TypeError(
      `${name} is no text: it does not look like a table. Save the table as CSV, and take that instead.`,
    );
  }
}
