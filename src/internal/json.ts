/**
 * JSON of plain data. Libraries of old give arrays a `toJSON` of theirs, which `JSON.stringify` heeds: a list
 * would be sent as a text.
 */
export function toJson(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((each) => toJson(each)).join(',')}]`;
  const members = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${members.map(([name, each]) => `${JSON.stringify(name)}:${toJson(each)}`).join(',')}}`;
}
