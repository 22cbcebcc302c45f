/**
 * A migration as PostgreSQL has it: texts are compared by their bytes, as SQLite does it, and whole numbers
 * are of 64 bits.
 */
export function translateScript(script: string): string {
  return script
    .replaceAll(/\) STRICT\b/g, ')')
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
    .replaceAll(/\bINTEGER\b/g, 'BIGINT');
}
