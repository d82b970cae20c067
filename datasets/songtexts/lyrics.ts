/** A short lyric of our own, free for every use (CC0-1.0). */
export type Lyric = { title: string; kind: string; mood: "glad" | "sad"; lines: string };

/** Written for the course: examples that can be read, sung and spoilt without asking anybody. */
export const LYRICS: readonly Lyric[] = [
  {
    title: "Haul for the morning",
    kind: "shanty",
    mood: "glad",
    lines: `Oh, the wind has come round and the harbour is wide,
Haul for the morning, haul!
With salt on the rope and the sun on our side,
Haul for the morning, haul!
There's bread in the galley and songs in the hold,
Haul for the morning, haul!
And nobody here is too young or too old,
Haul for the morning, haul!`,
  },
  {
    title: "The tide took the lantern",
    kind: "shanty",
    mood: "sad",
    lines: `The tide took the lantern, the tide took the crew,
Leave her, lads, leave her be,
The tide took the captain that nobody knew,
Leave her, lads, leave her be.
I'll knock at his window and say it to none,
Leave her, lads, leave her be,
The sea keeps the father, the land keeps the son,
Leave her, lads, leave her be.`,
  },
  {
    title: "Bells over snow",
    kind: "carol",
    mood: "glad",
    lines: `Bells over snow, bells over snow,
Ring for the high ones, ring for the low,
Candles are lit in the windows we know,
Come to the table, come in from the snow.
Stars over hill, stars over hill,
Sing for the restless, sing for the still,
Bread for the hungry, and all have their fill,
Glad is the morning that wakes on the hill.`,
  },
  {
    title: "One candle",
    kind: "carol",
    mood: "sad",
    lines: `One candle is burning where once there were four,
The snow has grown deep at a neighbourless door,
The carol goes by in the street as before,
And nobody sings it inside any more.
Burn, little candle, burn low and burn blue,
I have no one to keep you but you.`,
  },
  {
    title: "Sleep, little boat",
    kind: "lullaby",
    mood: "glad",
    lines: `Sleep, little boat, on the wave of my arm,
The moon is your sail and the night is your calm,
Dream of the meadow, the bee and the bell,
Morning will find you, and all will be well.
Hush, little harbour, the gulls are in bed,
Love is the blanket that covers your head.`,
  },
  {
    title: "The empty cradle",
    kind: "lullaby",
    mood: "sad",
    lines: `Hush, said the mother, and nobody cried,
The cradle was still and the window was wide,
She rocked the cold evening, she rocked the grey rain,
She sang what she never would sing there again.
Hush, said the mother, and wept in her sleeve,
And nobody told her that she could leave.`,
  },
  {
    title: "Round the green",
    kind: "dance song",
    mood: "glad",
    lines: `Round the green and round again,
Fiddle for the women, fiddle for the men,
Kick up your heels till the sparrows complain,
And laugh, and let go, and begin it again.
Hey for the summer and hey for the moon,
Hey for the one who is humming the tune,
If you can't dance it you'll dance it soon,
Round the green by the end of June.`,
  },
  {
    title: "Your name on the gate",
    kind: "ballad",
    mood: "sad",
    lines: `I carved out your name on the gate by the mill,
The gate has been mended, the mill has gone still,
You went with the autumn, you said you would write,
I've counted the postmen from morning to night.
The river forgets every leaf that it bore,
And I am the leaf, and the river's the war.
I'll carve it no deeper, I'll carve it no more,
The rain has your name now, and rain is a door.`,
  },
  {
    title: "Song of the bread",
    kind: "work song",
    mood: "glad",
    lines: `Turn it and fold it and push it away,
There's bread in the making at breaking of day,
A pinch for the stranger, a loaf for the friend,
And good be the hunger that comes to its end.
Strong is the hand that has flour to the wrist,
And sweet is the crust that the fire has kissed.`,
  },
  {
    title: "Down in the seam",
    kind: "work song",
    mood: "sad",
    lines: `Down in the seam where the daylight is sold,
My father went under and came up old,
Dust for his wages and dust for his breath,
A shilling for silence, a shilling for death.
Weep for the lamp and the hand that it led,
There's frost on the pit and a stone at my head.`,
  },
  {
    title: "Thanks for the river",
    kind: "hymn",
    mood: "glad",
    lines: `For river and meadow, for harvest and hand,
For rain that comes singing across the dry land,
For all who have taught us and all whom we teach,
For friends at the table, and friends out of reach:
We lift up our voices, we lift up our song,
In gladness we gather, in joy we belong.`,
  },
  {
    title: "Out of the valley",
    kind: "hymn",
    mood: "sad",
    lines: `Out of the valley I call, and no sound
Comes back from the hill but the wind on the ground,
My eyes have grown weary, my strength is a thread,
The night is my garment, and tears are my bread.
How long shall I wait, and how long shall I mourn?
I was lost in the dark long before I was born.`,
  },
];
