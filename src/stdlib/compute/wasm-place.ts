import place from "@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url";

/** Where the build has put the WebAssembly of tfjs, below the site's base. */
export const wasmPlace: string = place;
