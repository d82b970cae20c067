import { expect, test } from "vitest";
import { checkedLabel, naiveLabel } from "../../../datasets/drums/labels.ts";

test.each([
  ["ForzeeStereo", 'Ride (Custom, Zagrebin 22")', "tom", "cymbal"],
  ["The Black Pearl 1.0", "Cowbell", "cymbal", null],
  ["circAfrique v4", "Djembe1 Bass", "kick", null],
  ["The Black Pearl 1.0", "Finger Snaps", "snare", null],
  ["Sonic Pi singles", "hat_bdu", "kick", "hi-hat"],
  ["Sonic Pi drums", "drum_cymbal_closed", "cymbal", "hi-hat"],
  ["BJA_Pacific", "BassDrum", "kick", "kick"],
  ["ColomboAcousticDrumkit", "crash16inch", "cymbal", "cymbal"],
  ["ColomboAcousticDrumkit", "tomhi2", "tom", "tom"],
  ["HardElectro1", "Side OHH", "hi-hat", "hi-hat"],
  ["BJA_Pacific", "Snare Roll", "snare", null],
  ["Audiophob", "Stick", null, null],
])("%s: “%s” is naively %s, on inspection %s", (kit, instrument, naive, checked) => {
  expect([naiveLabel(instrument), checkedLabel(kit, instrument)]).toEqual([naive, checked]);
});
