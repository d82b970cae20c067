const TWIN = (of: string) => `the same melody as ${of}`;
const BY = (who: string) => `composed by ${who}`;

/** Melodies of the packages that are not kept, by package and name, and why. */
export const LEFT_OUT: readonly { source: string; name: string; reason: string }[] = [
  ...from("gcompris-qt-data", {
    "Simple Gifts": BY("Joseph Brackett, 1848"),
    "Piove, Piove": TWIN("Que llueva, que llueva"),
    "Se essa rua fosse minha": "its last phrases leap by sevenths: an octave is wrong in the package",
    "Un éléphant qui se balançait": TWIN("Un elefante se balanceaba"),
    "Zec kopa repu": "its age and author could not be found out",
    "Jack and Jill": "first printed by James William Elliott, 1870, and probably his",
    "Φεγγαράκι μου λαμπρό": TWIN("Twinkle, Twinkle, Little Star"),
    "Los pollitos dicen": BY("Ismael Parraguez, 1907"),
    "Humpty Dumpty": "first printed by James William Elliott, 1870, and probably his",
  }),
  ...from("solfege", {
    "Mit dem Pfeil, dem Bogen": BY("Bernhard Anselm Weber"),
    "Wem Gott will rechte Gunst erweisen": BY("Friedrich Theodor Fröhlich, 1833"),
    "Die Affen rasen durch den Wald": "a song of the 20th century; its author could not be found out",
    "Ein Mann, der sich Kolumbus nannt": "a song of the 20th century; its author could not be found out",
    "Aennchen von Tharau": BY("Friedrich Silcher"),
    "Ich hatt einen Kameraden": BY("Friedrich Silcher"),
    "Wie lieblich schallt": BY("Friedrich Silcher"),
    "Es war ein Koenig in Thule": BY("Carl Friedrich Zelter"),
    "Der Mond ist aufgegangen": BY("Johann Abraham Peter Schulz"),
    "In einem kuehlen Grunde": BY("Friedrich Glück"),
    "Ich weiss nicht, was soll es bedeuten": BY("Friedrich Silcher"),
    Iskierki: "a lullaby of the 20th century; its author could not be found out",
    "Bæ, bæ, lille lam": BY("Alice Tegnér, 1892"),
    "Det satt to katter på et bord...": "too short: 15 notes",
  }),
  ...from("abcmidi", {
    'The First Slip  "Arranged by Terry Tully"': "an arrangement of our time",
    "Daramad of Shur": "has quarter tones, which a list of MIDI numbers cannot hold",
    "Linear Temperament": "no tune, a test of tunings",
  }),
  ...from("abcm2ps", {
    "Andro à Patrice Corbel": "named for a player of our time, and perhaps his",
  }),
];

function from(source: string, reasons: Record<string, string>) {
  return Object.entries(reasons).map(([name, reason]) => ({ source, name, reason }));
}
