export { Autosave, type SaveState } from "./autosave.ts";
export { type EditStore, memoryEditStore, type StoredEdit } from "./edit-store.ts";
export { indexedDbEditStore } from "./indexed-db-store.ts";
