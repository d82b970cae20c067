/** Words without the marks of Markdown, and with single spaces: as written in a file and as shown alike. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether what a page shows contains what a lesson's file says, in Markdown. */
export function says(shown: string, markdown: string): boolean {
  return plain(shown).includes(plain(markdown));
}
