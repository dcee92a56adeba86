/** The text of whatever a cell may hold; nothing for nothing, the items of a list one after the other. */
export function textOf(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
    case 'boolean':
      return String(value);
    case 'object':
      if (value === null) return '';
      return Array.isArray(value) ? value.map(textOf).join(' ; ') : JSON.stringify(value);
    default:
      return '';
  }
}
