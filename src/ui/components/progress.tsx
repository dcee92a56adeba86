import type { ComponentChildren, JSX } from 'preact';

export interface ProgressProps {
  readonly id: string;
  readonly label: string;
  /** Leave out while the total is unknown. */
  readonly value?: number;
  readonly max?: number;
  /** « 340 lignes sur 1 200 » */
  readonly text?: string;
}

/** How far a long work has come. */
export function Progress({ id, label, value, max = 100, text }: ProgressProps): JSX.Element {
  return (
    <div class="progress">
      <label for={id}>{label}</label>
      <progress id={id} value={value} max={max} aria-describedby={text ? `${id}-texte` : undefined} />
      {text && (
        <p class="facts" id={`${id}-texte`}>
          {text}
        </p>
      )}
    </div>
  );
}

export interface ProgressPollProps {
  /** Address whose answer is the new content; it carries `data-done` on its first element when over. */
  readonly href: string;
  readonly children: ComponentChildren;
}

/** Refreshes its content every second from an address until it says it is done. */
export function ProgressPoll({ href, children }: ProgressPollProps): JSX.Element {
  return (
    <es-poll data-href={href} aria-live="polite">
      {children}
    </es-poll>
  );
}

export interface ProgressStepsProps {
  readonly label?: string;
  readonly steps: readonly { readonly label: string; readonly href?: string }[];
  /** Index of the current step, from 0. */
  readonly current: number;
}

/** The steps of a journey: done, current, to come. */
export function ProgressSteps({ steps, current, label = 'Étapes' }: ProgressStepsProps): JSX.Element {
  return (
    <nav class="steps" aria-label={label}>
      <ol>
        {steps.map((step, index) => (
          <li
            class={index < current ? 'done' : index === current ? 'current' : undefined}
            aria-current={index === current ? 'step' : undefined}
          >
            {step.href && index < current ? <a href={step.href}>{step.label}</a> : step.label}
            {index < current && <span class="visually-hidden"> (terminée)</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
