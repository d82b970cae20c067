/** What a comparison takes when it is to tell its figures only. */
export type FiguresOnly = {
  /** True: what the figures come from is told as well. Default false. */
  steps?: false;
};

/** What a comparison takes when it is to tell what its figures come from as well. */
export type WithSteps = { steps: true };

/** What its one implementation takes. */
export type MaybeSteps = { steps?: boolean };
