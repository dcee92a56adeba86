import type { VNode } from 'preact';
import { Form, SubmitBar } from '#ui/fields/form.tsx';
import { paths } from '../../paths.ts';

/** The page that the mail to a new address opens. */
export function AddressLinkPage({ token }: { token: string }): VNode {
  return (
    <>
      <p>Cette adresse servira désormais à vous connecter, à la place de l’ancienne.</p>
      <Form action={paths.confirmAddress(token)}>
        <SubmitBar label="Confirmer" />
      </Form>
    </>
  );
}
