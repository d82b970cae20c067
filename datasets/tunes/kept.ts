/** A tune that is kept: where it is, what it is, and why it is called traditional. */
export type Kept = {
  source: string;
  /** Its name in the package. */
  name: string;
  title: string;
  origin: string;
  /** Variants of one tune bear one name; a fair split keeps them together. */
  family: string;
  /** Where the package does not say it: by its last note and its thirds, checked by hand. */
  key?: string;
  /** Where the package does not say it, and the lengths of its notes leave no doubt. */
  meter?: string;
  evidence: string;
};

const CHILDREN = "children's song, author unknown";
const FOLK = "folk song, author unknown";
const SOLFEGE_GERMAN = "called a folk song (Volkslied) in the lesson file";
const SOLFEGE_POLISH = 'in the lesson file "Polish folk songs"';
const DANCE = "dance tune of the oral tradition";

/** All tunes that are kept, package by package. */
export const KEPT: readonly Kept[] = [
  ...from("gcompris-qt-data", [
    [
      "Twinkle Twinkle Little Star",
      "Twinkle, Twinkle, Little Star",
      "France",
      "C major",
      "4/4",
      '"Ah! vous dirai-je, maman", printed in 1761',
      "Ah! vous dirai-je, maman",
    ],
    [
      "Yankee Doodle",
      "Yankee Doodle",
      "America",
      "G major",
      "2/4",
      "in print since about 1782, author unknown",
    ],
    [
      "Old MacDonald Had a Farm",
      "Old MacDonald Had a Farm",
      "America",
      "G major",
      "4/4",
      "Roud Folk Song Index 745",
    ],
    ["Un elefante se balanceaba", "Un elefante se balanceaba", "Mexico", "C major", "2/4", CHILDREN],
    ["Que llueva, que llueva", "Que llueva, que llueva", "Spain", "C major", "", CHILDREN],
    ["Backe, backe Kuchen", "Backe, backe Kuchen", "Germany", "D major", "4/4", CHILDREN],
    [
      "Fuchs du hast die Gans gestohlen",
      "Fuchs, du hast die Gans gestohlen",
      "Germany",
      "D major",
      "4/4",
      "the words are of 1824, the tune is an older folk tune",
    ],
    ["Alle Meine Entchen", "Alle meine Entchen", "Germany", "C major", "2/4", CHILDREN, "Alle meine Entchen"],
    ["À la claire fontaine", "À la claire fontaine", "France", "G major", "", FOLK],
    ["O Cravo e a Rosa", "O cravo e a rosa", "Brazil", "C major", "", CHILDREN],
    ["Marcha Soldado", "Marcha, soldado", "Brazil", "C major", "", CHILDREN],
    ["Frère jacques", "Frère Jacques", "France", "F major", "4/4", "18th century, author unknown"],
    [
      "Au clair de la lune",
      "Au clair de la lune",
      "France",
      "G major",
      "4/4",
      "18th century, author unknown",
    ],
    ["Boci, boci tarka", "Boci, boci tarka", "Hungary", "D major", "2/4", CHILDREN],
    ["Nyuszi ül a fűben", "Nyuszi ül a fűben", "Hungary", "D major", "2/4", CHILDREN],
    ["Lánc, lánc, eszterlánc", "Lánc, lánc, eszterlánc", "Hungary", "D major", "2/4", CHILDREN],
    ["Tavaszi szél vizet áraszt", "Tavaszi szél vizet áraszt", "Hungary", "D minor", "", FOLK],
    ["Wlazł kotek na płotek", "Wlazł kotek na płotek", "Poland", "C major", "3/4", CHILDREN],
    ["Βρέχει, χιονίζει", "Vrechi, chionizi", "Greece", "G major", "2/4", CHILDREN],
    ["Котику сіренький", "Kotyku sirenkyi", "Ukraine", "F minor", "", "lullaby, author unknown"],
    [
      "Baa, Baa, Blacksheep",
      "Baa, Baa, Black Sheep",
      "Britain",
      "G major",
      "4/4",
      'a variant of "Ah! vous dirai-je, maman"',
      "Ah! vous dirai-je, maman",
    ],
    ["A la rueda de San Miguel", "A la rueda de San Miguel", "Mexico", "C major", "", CHILDREN],
    ["Arroz con leche", "Arroz con leche", "Mexico", "F major", "", CHILDREN],
    [
      "Dale dale dale",
      "Dale, dale, dale",
      "Mexico",
      "C major",
      "2/4",
      "sung where a piñata is broken, author unknown",
    ],
    ["Kolme varista", "Kolme varista", "Finland", "D minor", "", CHILDREN],
  ]),
  ...from("solfege", [
    ["Schoen ist die Welt", "Schön ist die Welt", "Germany", "", "", SOLFEGE_GERMAN],
    [
      "Hab mein Wage vollgelade",
      "Hab mein Wage vollgelade",
      "Netherlands",
      "",
      "",
      "a Dutch song, by the lesson file",
    ],
    [
      "Ein Vogel wollte Hochzeit machen",
      "Ein Vogel wollte Hochzeit machen",
      "Germany",
      "",
      "",
      SOLFEGE_GERMAN,
    ],
    ["Auf de schwaebsche Eisebahne", "Auf de schwäbsche Eisebahne", "Germany", "", "", SOLFEGE_GERMAN],
    ["Droben im Oberland", "Droben im Oberland", "Germany", "", "", "from Swabia, by the lesson file"],
    [
      "Ein Jaeger laengs dem Weiher ging",
      "Ein Jäger längs dem Weiher ging",
      "Germany",
      "",
      "",
      "of the 19th century, by the lesson file; author unknown",
    ],
    [
      "Alle Voegel sind schon da",
      "Alle Vögel sind schon da",
      "Germany",
      "",
      "",
      "the words are by Hoffmann von Fallersleben, the tune is an older folk tune",
    ],
    [
      "Alles neu macht der Mai",
      "Alles neu macht der Mai",
      "Germany",
      "",
      "",
      "the words are of the 19th century, the tune is an older folk tune",
    ],
    [
      "Glueck auf, der Steiger kommt",
      "Glück auf, der Steiger kommt",
      "Germany",
      "",
      "",
      "from Westphalia, by the lesson file",
    ],
    ["Koło mego ogródeczka", "Koło mego ogródeczka", "Poland", "", "", SOLFEGE_POLISH],
    ["Głęboka studzienka", "Głęboka studzienka", "Poland", "", "", SOLFEGE_POLISH],
    [
      "Laura i Filon",
      "Laura i Filon",
      "Poland",
      "",
      "",
      "the words are of 1780, nobody knows who made the tune",
    ],
    ["Czerwone jagody", "Czerwone jagody", "Poland", "", "", SOLFEGE_POLISH],
    ["Kukułeczka", "Kukułeczka", "Poland", "", "", SOLFEGE_POLISH],
    ["Hej, od Krakowa jadę", "Hej, od Krakowa jadę", "Poland", "", "", SOLFEGE_POLISH],
    ["Wyjechał pan z chartami na pole", "Wyjechał pan z chartami na pole", "Poland", "", "", SOLFEGE_POLISH],
    ["Idzie dysc", "Idzie dysc", "Poland", "", "", SOLFEGE_POLISH],
    ["W kadzidlańskim boru", "W kadzidlańskim boru", "Poland", "", "", SOLFEGE_POLISH],
    ["Uciekła mi przepióreczka", "Uciekła mi przepióreczka", "Poland", "", "", SOLFEGE_POLISH],
    ["Czerwone jabuszko", "Czerwone jabłuszko", "Poland", "", "", SOLFEGE_POLISH],
    ["Krakowiaczek jeden", "Krakowiaczek jeden", "Poland", "", "", SOLFEGE_POLISH],
    ["Dolina", "Dolina", "Poland", "", "", SOLFEGE_POLISH],
    ["Kondziałecka", "Kondziałecka", "Poland", "", "", SOLFEGE_POLISH],
    ["Wyjechałem na poleczko", "Wyjechałem na poleczko", "Poland", "", "", SOLFEGE_POLISH],
    [
      "Lisa gikk til skolen",
      "Lisa gikk til skolen",
      "Norway",
      "",
      "",
      'sung to "Alle meine Entchen"',
      "Alle meine Entchen",
    ],
  ]),
  ...from("abcmidi", [
    [
      "Araber tants  [D]",
      "Araber tants",
      "Eastern European Jewish",
      "D phrygian dominant",
      "",
      "from an anonymous manuscript, by the file",
    ],
    ["Baym Rebin's Sude", "Baym rebns sude", "Eastern European Jewish", "F# phrygian dominant", "", DANCE],
    [
      "The Boys of Carrigallen",
      "The Boys of Carrigallen",
      "Ireland",
      "",
      "",
      "O'Neill's collection, no. 210, by the file",
    ],
    ["Coleraine", "Coleraine", "Ireland", "", "", "Kerr's collection for the violin, by the file"],
    ["der Gasn Nigun", "Der gasn nign", "Eastern European Jewish", "", "", DANCE],
    [
      "Horses Branle",
      "Horses' Branle",
      "France",
      "",
      "",
      'in Arbeau\'s Orchésographie, 1589; "Trad" in the file',
    ],
    ["Trumpet Hornpipe", "Trumpet Hornpipe", "Britain", "", "", '"Trad" in the file'],
    ["Smash the Windows", "Smash the Windows", "Britain", "", "", '"Trad" in the file'],
    [
      "Candlemas Eve",
      "Candlemas Eve",
      "Britain",
      "",
      "",
      "from an old church-gallery book, by the file; its upper voice",
    ],
    ["Oh You New York Girls", "New York Girls", "America", "", "", 'shanty; "Trad" in the file'],
    ["The Friendly Visit", "The Friendly Visit", "Ireland", "", "", DANCE],
    ["Roddy McCawley", "Roddy McCorley", "Ireland", "", "", "ballad tune of the oral tradition"],
    ["Heights of Alma", "Heights of Alma", "Ireland", "", "", DANCE],
    ["Cuckoo's Nest", "The Cuckoo's Nest", "Britain", "", "", DANCE, "The Cuckoo's Nest"],
  ]),
  ...from("abcm2ps", [
    [
      "Jeune fille de quinze ans (50-51-52)",
      "Jeune fille de quinze ans",
      "France",
      "",
      "",
      '"trad" in the file, from Brittany',
    ],
    ["Scotland The Brave", "Scotland the Brave", "Britain", "", "", '"Trad." in the file; its first part'],
  ]),
  ...from("texlive-music", [
    [
      "fellow",
      "For He's a Jolly Good Fellow",
      "France",
      "",
      "",
      '"Malbrough s\'en va-t-en guerre", 18th century',
    ],
    ["Julia Delaney's", "Julia Delaney", "Ireland", "", "", DANCE],
    ["Drowsy Maggie", "Drowsy Maggie", "Ireland", "", "", DANCE],
    ["Breeches Full of Stitches", "The Breeches Full of Stitches", "Ireland", "", "", DANCE],
    ["Jacky Tar", "Jacky Tar", "Britain", "", "", 'a variant of "The Cuckoo\'s Nest"', "The Cuckoo's Nest"],
    ["Poll Ha'penny", "Poll Ha'penny", "Ireland", "", "", DANCE],
  ]),
];

type Line = [
  name: string,
  title: string,
  origin: string,
  key: string,
  meter: string,
  evidence: string,
  family?: string,
];

function from(source: string, lines: readonly Line[]): Kept[] {
  return lines.map(([name, title, origin, key, meter, evidence, family = title]) => ({
    source,
    name,
    title,
    origin,
    family,
    key: key || undefined,
    meter: meter || undefined,
    evidence,
  }));
}
