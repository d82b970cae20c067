// What danfojs needs of tfjs: tensors and the plain backend, without layers and WebGL.
import "@tensorflow/tfjs-backend-cpu";

export * from "@tensorflow/tfjs-core";
