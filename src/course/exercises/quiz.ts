import { z } from "astro/zod";

const text = z.string().min(1);

/** One answer that can be chosen; `right` when it is one of the right ones. Texts are Markdown. */
const option = z.strictObject({ text, right: z.boolean().default(false), feedback: text });

/** What every quiz may say: the cell whose output is veiled until it is answered. */
const common = { question: text, reveals: text.optional() };

const choice = z
  .strictObject({ type: z.literal("choice"), ...common, options: z.array(option).min(2) })
  .refine(({ options }) => options.filter(({ right }) => right).length === 1, {
    error: 'A choice has exactly one option with "right": true; for more of them, its type is "multiple".',
  });

const multiple = z
  .strictObject({ type: z.literal("multiple"), ...common, options: z.array(option).min(2) })
  .refine(({ options }) => options.some(({ right }) => right), {
    error: 'A multiple choice has at least one option with "right": true.',
  });

const interval = z.tuple([z.number(), z.number()]);

const number = z
  .strictObject({
    type: z.literal("number"),
    ...common,
    unit: z.string().default(""),
    /** The answer, with how far off it may be; or the least and the greatest that are right. */
    answer: z.number().optional(),
    tolerance: z.number().nonnegative().default(0),
    range: interval.optional(),
    right: text,
    wrong: text,
    /** Wrong answers that are likely, each with a word of its own. */
    likely: z
      .array(
        z.strictObject({ value: z.number(), tolerance: z.number().nonnegative().default(0), feedback: text }),
      )
      .default([]),
  })
  .refine(({ answer, range }) => (answer === undefined) !== (range === undefined), {
    error: 'A number has either "answer" (with "tolerance") or "range".',
  });

const order = z.strictObject({
  type: z.literal("order"),
  ...common,
  /** In the right order; they are shown in another. */
  items: z.array(text).min(2),
  right: text,
  wrong: text,
});

/** The learner says how a curve will run, before the figure of the cell `reveals` is shown. */
const curve = z
  .strictObject({
    type: z.literal("curve"),
    ...common,
    x: z.strictObject({ label: text, values: z.array(z.number()).min(2) }),
    y: z.strictObject({ label: text, domain: interval }),
    /** How it really runs, at each x; or the name of the lesson that holds it, an array of numbers. */
    truth: z.union([z.array(z.number()), text]),
    /** How far off, on the average, a drawing may be to be called right. */
    tolerance: z.number().positive(),
    right: text,
    wrong: text,
  })
  .refine(({ x, truth }) => typeof truth === "string" || truth.length === x.values.length, {
    error:
      'The "truth" of a curve has a number for each value of x, or is the name of an array in the lesson.',
  });

export const quizSchema = z.discriminatedUnion("type", [choice, multiple, number, order, curve]);

/** A question with its answers, as a lesson's `json quiz` says it. */
export type Quiz = z.infer<typeof quizSchema>;
