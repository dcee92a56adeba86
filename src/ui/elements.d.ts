import 'preact';
import type { HTMLAttributes } from 'preact';

// Lets any island of ours, `<es-…>`, be written in JSX with the usual attributes.
declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      [island: `es-${string}`]: HTMLAttributes<HTMLElement> & Record<string, unknown>;
    }
  }
}
