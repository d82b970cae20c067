/** The Markdown of a new lesson: every part that a lesson should have, in order, ready to be overwritten. */
export function lessonTemplate(title: string): string {
  return `---
title: ${JSON.stringify(title)}
summary: One sentence that says what a reader will find out.
terms: [feature]
objectives:
  - Tell by ear which of two tones is higher.
  - Say how many hertz are an octave above a tone.
minutes: 15
datasets: []
needs: []
seed: 1
---

Begin with a question that a musician has, and with something to hear. What a machine is given of a sound is a [[feature]]: a number.

\`\`\`js cell fold id=stepsSlider
const steps = view(slider("Semitones above A4", [0, 24], {value: 12, step: 1}));
\`\`\`

\`\`\`js cell
const pitch = 440 * 2 ** (steps / 12);
\`\`\`

${`$`}{steps} semitones above A4 are **${`$`}{pitch.toFixed(0)} Hz**.

## Guess first

\`\`\`json quiz id=guess
{
  "type": "choice",
  "question": "Twice as many semitones: how many hertz?",
  "options": [
    {"text": "more than twice as many", "feedback": "From A4 up, 12 semitones make 880 Hz. How many do 24 make?"},
    {"text": "it depends on how many there were", "right": true, "feedback": "What is added in semitones is multiplied in hertz."},
    {"text": "twice as many", "feedback": "That holds at 12 semitones. Try 6 and 12."}
  ]
}
\`\`\`

## Try it

\`\`\`js exercise id=octave
// How many hertz are one octave above 330 Hz?
const octave = ____;
\`\`\`

\`\`\`js check for=octave
if (near(octave, 660, 0.5)) return pass("An octave doubles, wherever it begins.");
if (near(octave, 342, 0.5)) return "You added 12 hertz. An octave is 12 semitones.";
return "Move the slider to 12, and compare the number with 440.";
\`\`\`

\`\`\`md hint for=octave
What does the slider make of 440 Hz at 12 semitones?
\`\`\`

\`\`\`js solution for=octave
const octave = 2 * 330;
\`\`\`

\`\`\`js wrong for=octave expect="You added 12 hertz"
const octave = 330 + 12;
\`\`\`

## What stays hard

Say what the method cannot do, and what the data do not tell.
`;
}
