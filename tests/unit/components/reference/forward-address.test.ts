import { expect, test } from "vitest";
import { forwardAddress } from "../../../../src/components/reference/forward-address.ts";

const addresses = new Map([
  ["SVC", "/reference/models/linear/#SVC"],
  ["music", "/reference/music/#music"],
  ["music.stft", "/reference/music/spectrum/#music.stft"],
]);

test.each([
  ["SVC", "/reference/models/linear/#SVC"],
  ["SVC.fit", "/reference/models/linear/#SVC.fit"],
  ["music.stft", "/reference/music/spectrum/#music.stft"],
  ["music.gone", "/reference/music/#music.gone"],
  ["SVCs", undefined],
  ["", undefined],
  ["_top", undefined],
])("the old address of %j leads to %s", (path, address) => {
  expect(forwardAddress(path, addresses)).toBe(address);
});
