/** One example of the gallery; `data-example` names it for tests. */
export type Example = readonly [title: string, make: () => Element[]];
