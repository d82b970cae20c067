export { hiddenCharacters } from "../document/hidden-characters.ts";
