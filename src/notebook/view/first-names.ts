/** What says which name a source declares first; it comes with the compiler. */
export async function firstNames(): Promise<(source: string) => string | undefined> {
  const { tryCompile } = await import("../compile/index.ts");
  return (source) => tryCompile(source).compiled?.outputs[0];
}
