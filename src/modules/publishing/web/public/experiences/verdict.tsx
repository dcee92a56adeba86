import type { JSX } from 'preact';
import type { verdicts } from '../../../content/network.ts';
import { Icon, type IconName } from '#ui/components/icon.tsx';
import { verdictNames } from '../../texts.ts';

export type VerdictName = (typeof verdicts)[number];

/** Each verdict by a colour, an icon and its words: none of them alone. */
const looks: Readonly<Record<VerdictName, { tone: string; icon: IconName }>> = {
  works: { tone: 'leaf', icon: 'check' },
  mixed: { tone: 'sun', icon: 'info' },
  fails: { tone: 'coral', icon: 'warning' },
};

export function Verdict({ verdict }: { readonly verdict: VerdictName }): JSX.Element {
  const { tone, icon } = looks[verdict];
  return (
    <p class={`verdict tone-${tone}`}>
      <Icon name={icon} />
      {verdictNames[verdict]}
    </p>
  );
}
