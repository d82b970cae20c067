import { describe, expect, test } from "vitest";
import {
  fromJSON,
  isRevivable,
  KNeighborsClassifier,
  Pipeline,
  type ScoreFunction,
  SelectKBest,
} from "../../../../src/learn/index.ts";
import { answers, dataFor } from "./data.ts";
import { type Any, cases, classes, covered } from "./estimators.ts";

test("every estimator that learn exports is spoken of here", () => {
  expect(covered.toSorted()).toEqual([...classes.keys()].toSorted());
});

describe.each(cases)("$name", ({ make, type, ...traits }) => {
  const { X, y } = dataFor(traits);

  test("getParams can be handed to setParams and to a new one", () => {
    const model = make();
    const before = JSON.stringify(model.toJSON());
    expect(JSON.stringify(model.setParams(model.getParams()).toJSON())).toBe(before);
  });

  test("an unknown parameter is refused with the nearest name, and changes nothing", () => {
    const model = make();
    const [known] = Object.keys(model.getParams());
    const before = JSON.stringify(model.toJSON());
    const wrong = known ? `${known}x` : "nonsense";
    expect(() => model.setParams({ ...model.getParams(), [wrong]: 1 })).toThrow(
      known ? `did you mean ${known.split("__").at(-1)}` : wrong,
    );
    expect(JSON.stringify(model.toJSON())).toBe(before);
  });

  test("a wrong value is refused, named, with what is allowed, and changes nothing", () => {
    const rules = Reflect.get(classes.get(type)!, "params") as
      | Record<string, { allowed: string }>
      | undefined;
    for (const [param, { allowed }] of Object.entries(rules ?? {})) {
      for (const value of [Number.NaN, {}, "no such thing"]) {
        if (Reflect.get(Reflect.get(classes.get(type)!, "params")[param], "allows")(value)) continue;
        const model = make();
        const before = JSON.stringify(model.toJSON());
        expect(() => model.setParams({ [param]: value })).toThrow(`${param} must be ${allowed}`);
        expect(JSON.stringify(model.toJSON())).toBe(before);
      }
    }
  });

  test("a clone has equal parameters, parts of its own, and is not fitted", () => {
    const model = make().fit(X, y);
    const copy = model.clone();
    expect(copy).not.toBe(model);
    expect(JSON.stringify(copy.toJSON())).toBe(JSON.stringify(make().toJSON()));
    for (const [param, value] of Object.entries(copy.getParams())) {
      if (typeof (value as Any)?.fit === "function") expect(value).not.toBe(model.getParams()[param]);
    }
  });

  test("through JSON and back it says the same, fitted or not", () => {
    const model = make().fit(X, y);
    const copy = fromJSON(JSON.parse(JSON.stringify(model))) as Any;
    expect(answers(copy, X)).toEqual(answers(model, X));
    expect(JSON.stringify(copy)).toBe(JSON.stringify(model));
    const unfitted = fromJSON(JSON.parse(JSON.stringify(make()))) as Any;
    expect(answers(unfitted.fit(X, y), X)).toEqual(answers(model, X));
  });

  test("it is known to be ours, and a subclass of it is not", () => {
    expect(isRevivable(make())).toBe(true);
    class Mine extends (classes.get(type)! as unknown as new () => object) {}
    expect(isRevivable(Object.setPrototypeOf(make(), Mine.prototype))).toBe(false);
  });
});

test("a pipeline with a part that is not ours is not ours", () => {
  class Mine extends KNeighborsClassifier {}
  expect(isRevivable(new Pipeline([["mine", new Mine()]]))).toBe(false);
});

test("an estimator with a function among its parameters stays where it is", () => {
  const scoreFunc: ScoreFunction = () => [1, 2, 3];
  expect(isRevivable(new SelectKBest({ scoreFunc }))).toBe(false);
});

test("fromJSON names the types it knows", () => {
  expect(() => fromJSON({ type: "Oracle", params: {}, fitted: null })).toThrow(
    /KNeighborsClassifier.*"Oracle"/,
  );
});
