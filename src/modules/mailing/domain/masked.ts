/** « c…@exemple.fr »: enough for its owner, too little for somebody who was forwarded the message. */
export function masked(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
