declare module "@observablehq/runtime" {
  export type Observer = {
    pending?(): void;
    fulfilled?(value: unknown, name: string | null): void;
    rejected?(error: unknown, name: string | null): void;
    /** Where `visibility` looks. */
    _node?: Element;
  };
  export class Variable {
    define(name: string | null, inputs: string[], definition: unknown): this;
    delete(): this;
    _name: string | null;
    _promise: Promise<unknown>;
  }
  export class Module {
    variable(observer?: Observer | true): Variable;
    define(name: string | null, inputs: string[], definition: unknown): Variable;
    value(name: string): Promise<unknown>;
    _scope: Map<string, Variable>;
  }
  export class Runtime {
    constructor(builtins?: Record<string, unknown>, global?: (name: string) => unknown);
    module(): Module;
    dispose(): void;
    _computing: Promise<void> | null;
    _compute(): Promise<void>;
    _computeSoon(): Promise<void>;
    _computeNow(): Promise<void>;
    _disposed: boolean;
  }
  export class RuntimeError extends Error {
    constructor(message: string, input?: string);
    input?: string;
  }
}
