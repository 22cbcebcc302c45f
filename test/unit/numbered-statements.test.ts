import {expect, it} from 'vitest';
import {NumberedStatements, valuesFor} from '../../demo/backend/storage/numbered-statements.ts';

const sql = `SELECT ':no', "a:b", 1::text, :b, :a, :b -- :c`;

it.each(['$', '?'] as const)(
  'numbers the parameters of a statement by %s, but not what only looks like one',
  (mark) => {
    const statements = new NumberedStatements(mark);
    const statement = statements.of(sql);
    expect(statement.text).toBe(`SELECT ':no', "a:b", 1::text, ${mark}1, ${mark}2, ${mark}1 -- :c`);
    expect(valuesFor(statement, {a: 1, b: 'two', c: null})).toEqual(['two', 1]);
    expect(statements.of(sql)).toBe(statement);
    expect(statements.of('SELECT 1').name).not.toBe(statement.name);
  },
);

it('gives no statement less than it asks for', () => {
  const statement = new NumberedStatements('$').of(sql);
  expect(() => valuesFor(statement, {a: 1})).toThrow('b is missing');
});
