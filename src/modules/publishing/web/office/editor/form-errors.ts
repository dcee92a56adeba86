/** Names of the form's fields that differ from those of the content. */
const formNames: Readonly<Record<string, string>> = {
  imageId: 'photo',
  imageAlternative: 'photo_alternative',
  imageCredit: 'photo_credit',
  organizationId: 'organization',
};

/** Messages by the names of the form: blocks and their items are named by their ids, not by their rank. */
export function formErrors(fields: Readonly<Record<string, string>>, content: unknown): Record<string, string> {
  const blocks = (content as { blocks?: readonly { id: string }[] }).blocks ?? [];
  return Object.fromEntries(
    Object.entries(fields).map(([path, message]) => {
      const inBlock = /^content\.blocks\.(\d+)\.(.+)$/.exec(path);
      const id = inBlock && blocks[Number(inBlock[1])]?.id;
      return [id ? `bloc.${id}.${inBlock[2]}` : (formNames[path] ?? path), message];
    }),
  );
}

/** The summary on top of the form. */
export function summaryOf(errors: Readonly<Record<string, string>>): { field?: string; message: string }[] {
  return Object.entries(errors).map(([field, message]) => (field === '' ? { message } : { field, message }));
}
