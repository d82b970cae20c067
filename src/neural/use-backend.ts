import * as tf from "@tensorflow/tfjs-core";

/** What does the arithmetic of tensors: WebAssembly, or plain JavaScript where there is none. */
export type Backend = "wasm" | "cpu";

/** Where the WebAssembly of tfjs lies (the one with SIMD, which every browser of today has); only the build knows. */
export type WasmPlace = () => Promise<string>;

/**
 * Makes a backend ready and returns its name: the WebAssembly one, or, where that cannot be had, the plain one. Each is
 * loaded when it is first asked for.
 *
 * @param wanted the backend to use; "cpu" never loads WebAssembly
 * @param place where the `.wasm` file lies; not needed in Node
 */
export async function useBackend(wanted: Backend, place?: WasmPlace): Promise<Backend> {
  if (wanted === "wasm" && (await useWasm(place))) return "wasm";
  await import("@tensorflow/tfjs-backend-cpu");
  await tf.setBackend("cpu");
  return "cpu";
}

async function useWasm(place: WasmPlace | undefined): Promise<boolean> {
  try {
    const { setWasmPaths } = await import("@tensorflow/tfjs-backend-wasm");
    // The build with threads breaks when it is minified, and needs headers that a static site may not have.
    tf.env().set("WASM_HAS_MULTITHREAD_SUPPORT", false);
    if (place) {
      const file = await place();
      // It wants to be told of all its builds, and takes the one that the browser can run.
      const builds = ["", "-simd", "-threaded-simd"].map((build) => [`tfjs-backend-wasm${build}.wasm`, file]);
      setWasmPaths(Object.fromEntries(builds) as Parameters<typeof setWasmPaths>[0]);
    }
    return await tf.setBackend("wasm");
  } catch {
    return false;
  }
}
