/** The address's word for it: `?student`. */
export const studentWord = "student";

/** Whether the lesson is shown as one who opens it for the first time sees it; nothing is read or kept then. */
export function isStudentView(): boolean {
  return new URLSearchParams(location.search).has(studentWord);
}

/** Shows the lesson so. */
export function enterStudentView(): void {
  const address = new URL(location.href);
  address.hash = "";
  address.searchParams.set(studentWord, "");
  location.assign(address);
}
