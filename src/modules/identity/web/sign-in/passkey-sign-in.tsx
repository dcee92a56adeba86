import type { VNode } from 'preact';
import { paths } from '../../paths.ts';

/** Signing in with a passkey; shows itself when the browser knows how. */
export function PasskeySignIn({ next }: { next: string | null }): VNode {
  return (
    <es-passkey hidden data-act="sign-in" data-challenge={paths.signInPasskeyChallenge}>
      <form method="post" action={paths.signInPasskey}>
        <input type="hidden" name="response" value="" />
        {next && <input type="hidden" name="suite" value={next} />}
        <button type="submit" class="button ghost">
          Utiliser une clé d’accès
        </button>
        <p role="status" class="facts" />
      </form>
    </es-passkey>
  );
}
