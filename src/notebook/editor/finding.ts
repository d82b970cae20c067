/** Something to say of a stretch of a cell's code. */
export type Finding = { from: number; to: number; severity: "error" | "warning"; message: string };
