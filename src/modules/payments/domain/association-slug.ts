/** The name of an association at HelloAsso, from that name or from the address of its page. */
export function associationSlug(text: string): string {
  const inAddress = /helloasso(?:-sandbox)?\.com\/associations\/([^/?#\s]+)/i.exec(text)?.[1];
  return (inAddress ?? text).trim().toLowerCase();
}

export const isAssociationSlug = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,98}$/.test(text);
