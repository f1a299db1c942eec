/** Caps on what people decide again and again, in a workshop and each. Part of `limits`. */
export const decidedLimits = {
  /** Comments on one row, replies included: the most talked about rows have a few dozen. */
  commentsPerRow: 200,
  /** With those of facilitators: they can speak where others have filled a row, and hand over what the hall said to it. */
  commentsPerRowInAll: 300,
  /** Comments in a workshop: a hall of sixty would have to write eighty each. */
  comments: 5_000,
  /** With those of facilitators, likewise: what is said to all presentations, and some. */
  commentsInAll: 6_000,
  /** Comments of one person who is no facilitator, so that nobody uses up everybody's: one every five minutes of three long days. */
  commentsPerPerson: 300,
  /** What one person who is no facilitator decides about comments: writing, rewording, resolving and reopening; three of each comment, and some. */
  commentActsPerPerson: 1_000,
  /** What all who are in and no facilitators decide about them, taken-out ones too: three times for each comment that a workshop holds. The log keeps each, with six kilobytes at most. */
  commentActs: 15_000,
  /** What of it each may in any case, so that nobody is kept out by those who spend everybody's: an even part in a hall of two hundred, as in all that is called few here. */
  fewCommentActs: 75,
  /** Comments that each of such a hall can have standing. */
  fewComments: 25,
  /** What facilitators decide about them: ten times what a workshop holds. */
  commentActsOfFacilitators: 50_000,
  /** What one person who is no facilitator decides otherwise: names, groups, who presents, what is done together, coming back. A day of a decision every half minute. */
  actsPerPerson: 1_000,
  /** What all who are in and no facilitators decide so: a hall of five hundred some forty times each. The log keeps each, with 1.5 kilobytes at most. */
  acts: 20_000,
  /** What of it each may in any case. */
  fewActs: 100,
  /** Times that one comment may be reworded, and that its thread may be resolved and reopened by others than facilitators, so that a script cannot fill the disk with them. */
  changesPerComment: 100,
  /** Characters of one piece of feedback: what a projector shows beside the rows, and somebody types on a phone while another speaks. */
  feedbackText: 280,
  /** Pieces of feedback that one person may give to one presentation. */
  feedbackPerPerson: 5,
  /** Pieces of feedback to one presentation: every second of the largest hall says something. */
  feedbackPerPresentation: 250,
  /** Pieces of feedback in the live view: ten times what a projector shows. */
  shownFeedback: 40,
  /** Times that one presentation may be turned to another row or action by who presents, so that a script cannot fill the disk with them. */
  turnsPerPresentation: 500,
  /** Rows that two groups share, proposed and agreed: every second recommendation of the largest review in several groups. */
  together: 1_000,
  /** Characters of the words that one amendment proposes: a long preamble. */
  amendmentText: 4000,
  /** Characters of what the facilitator says to one that is declined. */
  amendmentWord: 500,
  /** Amendments that are open at once: more than a hall can talk about; all of them go to every phone. */
  openAmendments: 200,
  /** Amendments that a workshop keeps, but for withdrawn ones: a hall of sixty would have to make thirty each. */
  amendments: 2_000,
  /** Those of them that facilitators have settled: the latest, so that there is always room for open ones. Earlier ones are in the log only. */
  settledAmendments: 1_800,
  /** Amendments that people who are in have withdrawn, and how many each may make in any case. The log keeps each, with 24 kilobytes at most. */
  withdrawnAmendments: 2_000,
  fewAmendments: 10,
  /** Amendments of one person, so that nobody uses up everybody's. */
  amendmentsPerPerson: 100,
} as const;
