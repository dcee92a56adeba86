import { slugify } from '../french/index.ts';

/** The address wished for something of this id, and how one is taken. */
export interface AddressWish {
  id: string;
  wish: string;
  /** When the wish holds no letter. */
  otherwise: string;
  /** Words that stand in addresses where a slug would. */
  reserved: ReadonlySet<string>;
  /** Takes this address unless someone has or had it; answers who has it now. */
  take: (slug: string) => Promise<string>;
}

/** The wish as an address, else the wish and the end of the id: an address that another one has or had is never given again. */
export async function freeAddress({ id, wish, otherwise, reserved, take }: AddressWish): Promise<string> {
  const plain = slugify(wish).slice(0, 80).replace(/-+$/, '') || otherwise;
  for (const slug of [...(reserved.has(plain) ? [] : [plain]), `${plain}-${id.slice(-6)}`, `${plain}-${id}`])
    if ((await take(slug)) === id) return slug;
  throw new Error(`no address is free for ${id}`);
}
