import type { EstimatorJSON } from "./base/estimator-json.ts";
import { decode } from "./base/json.ts";
import type { Learner } from "./base/learner.ts";
import { shown } from "./base/shown.ts";
import * as cluster from "./cluster/index.ts";
import * as compose from "./compose/index.ts";
import * as decision from "./decision/index.ts";
import * as decomposition from "./decomposition/index.ts";
import * as discriminantAnalysis from "./discriminant-analysis/index.ts";
import * as dummy from "./dummy/index.ts";
import * as ensemble from "./ensemble/index.ts";
import * as featureSelection from "./feature-selection/index.ts";
import * as linearModel from "./linear-model/index.ts";
import * as mixture from "./mixture/index.ts";
import * as naiveBayes from "./naive-bayes/index.ts";
import * as neighbors from "./neighbors/index.ts";
import * as neuralNetwork from "./neural-network/index.ts";
import * as preprocessing from "./preprocessing/index.ts";
import * as recommend from "./recommend/index.ts";
import * as selection from "./selection/index.ts";
import type { SplitterJSON } from "./selection/param-splitter.ts";
import { splitterFrom } from "./selection/splitter-json.ts";
import * as sequence from "./sequence/index.ts";
import * as svm from "./svm/index.ts";
import * as text from "./text/index.ts";
import * as tree from "./tree/index.ts";

type Revivable = { typeName: string; revive(params: unknown, fitted: unknown): Learner };

const folders: object[] = [
  cluster,
  compose,
  decision,
  decomposition,
  discriminantAnalysis,
  dummy,
  ensemble,
  featureSelection,
  linearModel,
  mixture,
  naiveBayes,
  neighbors,
  neuralNetwork,
  preprocessing,
  recommend,
  selection,
  sequence,
  svm,
  text,
  tree,
];

function isRevivableClass(exported: unknown): exported is Revivable {
  return typeof exported === "function" && Object.hasOwn(exported, "typeName") && "revive" in exported;
}

// Asked for at the first use, when all modules are there.
let classes: Map<string, Revivable> | undefined;

function knownClasses(): Map<string, Revivable> {
  classes ??= new Map(
    folders
      .flatMap((folder) => Object.values(folder).filter(isRevivableClass))
      .map((Class) => [Class.typeName, Class] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  return classes;
}

/**
 * The estimator that `toJSON` wrote, fitted if it was. Throws when the type is none of ours, or the JSON is not of
 * the shape that `toJSON` gives; what was learned is taken as it stands there.
 *
 * @param json what `toJSON` gave
 * @example
 * const model = new KNeighborsClassifier().fit([[1], [2]], ["a", "b"]);
 * const copy = learn.fromJSON(JSON.parse(JSON.stringify(model)));
 * display(copy.getParams());
 */
export function fromJSON(json: EstimatorJSON): Learner {
  if (!isRecord(json)) {
    throw new TypeError(
      `fromJSON needs what toJSON gave, an object {type, params, fitted}, but it got ${shown(json)}${typeof json === "string" ? ": read text by JSON.parse first" : ""}`,
    );
  }
  const { type, params, fitted = null } = json;
  const Class = knownClasses().get(type);
  if (!Class) {
    const known = [...knownClasses().keys()].join(", ");
    throw new TypeError(`fromJSON knows ${known}, but the type is ${shown(type)}`);
  }
  if (!isRecord(params)) {
    throw new TypeError(
      `fromJSON: the params of ${type} must be an object of names and values, but they are ${shown(params)}`,
    );
  }
  if (fitted !== null && (!isRecord(fitted) || Object.keys(fitted).length === 0)) {
    throw new TypeError(
      `fromJSON: what ${type} has learned must be null or the object that toJSON wrote, but it is ${shown(fitted)}`,
    );
  }
  return Class.revive(decode(params, partFrom), decode(fitted, partFrom));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

/** What a part of an estimator was: another estimator, or a splitter. */
function partFrom(json: EstimatorJSON | SplitterJSON): unknown {
  return "splitter" in json ? splitterFrom(json) : fromJSON(json);
}
