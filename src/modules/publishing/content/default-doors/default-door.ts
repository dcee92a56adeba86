import type { doorTones } from '../arranged.ts';

/** A door that a new hub opens with, to be rewritten by its people. */
export interface DefaultDoor {
  /** Its address and its tag. For a profile, the name under which the hub's form knows who asks. */
  tag: string;
  group: 'profile' | 'intent';
  label: string;
  promise: string;
  tone: (typeof doorTones)[number];
  title: string;
  brief: string;
  /** Beside a picture. */
  opening: { title: string; html: string };
  more?: { title: string; html: string };
  questions: readonly { question: string; html: string }[];
}
