/** What a psalm is, by the form in which it is made. */
export type Form = "hymn" | "thanksgiving" | "individual lament" | "communal lament";

/**
 * The forms as Hermann Gunkel and Joachim Begrich sorted them (Einleitung in die Psalmen, 1933), with their enthronement
 * and Zion songs among the hymns, and the communal laments that handbooks after them add (12, 85, 90, 123). Only psalms
 * that are of one form as a whole.
 */
export const FORMS: Record<Form, readonly number[]> = {
  hymn: [
    ...[8, 29, 33, 65, 96, 98, 100, 103, 104, 111, 113, 114, 117, 145, 146, 147, 148, 150],
    ...[47, 93, 97, 99],
    ...[46, 48, 84, 87, 122],
  ],
  thanksgiving: [30, 32, 34, 66, 92, 107, 116, 124, 138],
  "individual lament": [
    ...[5, 6, 13, 17, 22, 25, 26, 28, 31, 38, 39, 42, 43, 51, 56, 57, 61, 70, 71, 86, 88],
    ...[102, 120, 130, 141, 142],
  ],
  "communal lament": [12, 44, 74, 80, 85, 90, 123],
};

/** Psalms of these forms that are left out because they ask for, or celebrate, violence. */
export const VIOLENT: readonly number[] = [
  ...[3, 7, 35, 54, 55, 58, 59, 60, 63, 64, 68, 69, 76, 79, 83, 94, 105, 109, 118, 135, 136, 137],
  ...[139, 140, 143, 149],
];

/** The form of a psalm; null when it is none of the four, is of several, or is called now this and now that. */
export function formOf(psalm: number): Form | null {
  const found = (Object.keys(FORMS) as Form[]).find((form) => FORMS[form].includes(psalm));
  return found ?? null;
}

/** The class of a form. */
export function genreOf(form: Form): "praise" | "lament" {
  return form.endsWith("lament") ? "lament" : "praise";
}
