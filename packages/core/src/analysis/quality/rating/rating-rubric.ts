/** What a judge is asked to go by where no rubric is given; it is stored with every rating. */
export const ratingRubric = `Rate how well the answer does what the task asks, for a reader of the task's language.
5: does all of it, correct, natural and fluent in the language of the task.
4: does it with small flaws in wording or content.
3: does it in part, or with clear flaws, and is still useful.
2: misses most of the task, or is hard to read.
1: useless: empty, off the task, in another language, broken or repeating itself.
An answer may stop in the middle of a sentence, because its length was limited: do not lower the rating for that.`;
