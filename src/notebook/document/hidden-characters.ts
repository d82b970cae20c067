/** Control characters, line ends, and marks that turn the direction of writing: they would make a name lie. */
export const hiddenCharacters = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;
