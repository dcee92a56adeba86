import type { JSX } from 'preact';
import { stageNames } from '../../texts.ts';
import { stagePath, type Stage } from './stages.ts';

/** How far a project has come, drawn as a way. A project in pause shows its way without a place on it. */
export function StagePath({ stage, small }: { readonly stage: Stage; readonly small?: boolean }): JSX.Element {
  const at = stagePath.findIndex((step) => step === stage);
  return (
    <ol class={small ? 'stage-path small' : 'stage-path'} aria-label={`Avancement : ${stageNames[stage]}`}>
      {stagePath.map((step, rank) => (
        <li
          class={rank < at ? 'done' : rank === at ? 'current' : undefined}
          aria-current={rank === at ? 'step' : undefined}
        >
          <span>{stageNames[step]}</span>
        </li>
      ))}
    </ol>
  );
}
