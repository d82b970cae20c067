import type { SourceInfo } from "../../src/stdlib/data/dataset-file.ts";
import type { Maker } from "./songs.ts";

/** Who made the songs, under which licence, and how they name their style. */
export const MAKERS: Record<Maker, SourceInfo & { style: string | null }> = {
  muldjord: {
    name: "Muldjord",
    authors: "El Senator of Muldjord",
    licence: "CC-BY-SA-3.0",
    source: "Debian fretsonfire-songs-muldjord 2.dfsg-2.1",
    credit: "El Senator of Muldjord, www.muldjord.com (CC-BY-SA-3.0), an excerpt, mixed to mono",
    style: "Death Metal",
  },
  sectoid: {
    name: "Sectoid",
    authors: "Carlos Viola Iborra",
    licence: "MIT",
    source: "Debian fretsonfire-songs-sectoid 1.dfsg-3.1",
    credit: "Sectoid: © 2006/2007 Carlos Viola Iborra (MIT), an excerpt, mixed to mono",
    style: null,
  },
};
