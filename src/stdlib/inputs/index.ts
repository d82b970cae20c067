export { type ChoiceElement, type ChoiceOptions, choice } from "./choice.ts";
export { type SliderElement, type SliderOptions, slider } from "./slider.ts";
