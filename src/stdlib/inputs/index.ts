export { type ChoiceElement, type ChoiceOptions, choice } from "./choice.ts";
export { type FoldPipelineElement, type FoldPipelineOptions, foldPipeline } from "./fold-pipeline.ts";
export { type RelabelElement, type RelabelOptions, type RelabelRow, relabelInput } from "./relabel-input.ts";
export { type SliderElement, type SliderOptions, slider } from "./slider.ts";
export { type StepperOptions, stepper } from "./stepper.ts";
