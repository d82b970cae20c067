declare module "@observablehq/inputs" {
  const inputs: Record<string, (...args: unknown[]) => HTMLElement>;
  export = inputs;
}
