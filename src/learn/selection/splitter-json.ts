import { shown } from "../base/shown.ts";
import { GroupKFold } from "./group-k-fold.ts";
import { GroupShuffleSplit } from "./group-shuffle-split.ts";
import { KFold } from "./k-fold.ts";
import { LeaveOneGroupOut } from "./leave-one-group-out.ts";
import type { ParamSplitter, SplitterJSON } from "./param-splitter.ts";
import { RepeatedStratifiedKFold } from "./repeated-stratified-k-fold.ts";
import { ShuffleSplit } from "./shuffle-split.ts";
import { StratifiedGroupKFold } from "./stratified-group-k-fold.ts";
import { StratifiedKFold } from "./stratified-k-fold.ts";
import { StratifiedShuffleSplit } from "./stratified-shuffle-split.ts";

const splitters: Record<string, new (params: never) => ParamSplitter> = {
  GroupKFold,
  GroupShuffleSplit,
  KFold,
  LeaveOneGroupOut,
  RepeatedStratifiedKFold,
  ShuffleSplit,
  StratifiedGroupKFold,
  StratifiedKFold,
  StratifiedShuffleSplit,
};

/** The splitter that `toJSON` wrote. Throws when it is none of ours. */
export function splitterFrom({ splitter, params }: SplitterJSON): ParamSplitter {
  if (!Object.hasOwn(splitters, splitter)) {
    throw new TypeError(
      `There is no splitter ${shown(splitter)}: there are ${Object.keys(splitters).join(", ")}`,
    );
  }
  return new splitters[splitter]!(params as never);
}
