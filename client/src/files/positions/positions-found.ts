import type { Reference } from './references.ts';
import type { Stance } from './stance.ts';

/** A list of numbers and what the reply says of it. */
export interface PositionStatement {
  references: readonly Reference[];
  /** Lines of the input, from 1, one for each reference. */
  lines: readonly number[];
  /** Null: they are named, and nothing that we know is said of them. */
  stance: Stance | null;
  /** `heading`: only the heading above says it; what a sentence says counts more. */
  by: 'sentence' | 'heading' | 'none';
  /** Those among them that it leaves out: of these it says nothing. */
  except: readonly Reference[];
  /** The words around it, for the reader. */
  words: string;
}

/** What a reply says of recommendations that it does not name one by one. */
export interface AllStatement {
  stance: Stance;
  /** `rest`: only those that are still open and not named. */
  which: 'all' | 'rest';
  /** Only those under this paragraph; '' for all. */
  section: string;
  except: readonly Reference[];
  line: number;
  words: string;
}

/** A State's reply as it was read; nothing has been compared with a catalogue yet. */
export interface PositionsFound {
  /** From 0 to 1: how sure it is that this is a reply, and not a list of recommendations. From a half on it may be taken for one. */
  confidence: number;
  statements: PositionStatement[];
  all: AllStatement[];
}
