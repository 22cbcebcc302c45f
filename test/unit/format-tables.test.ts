import {afterEach, beforeEach, describe, expect, it, vi} from 'vitest';
import {loadFormatTables} from '../../src/controllers/format-tables.ts';

const asked = (...names: string[]): {name: string}[] => ['givenName', 'email', ...names].map((name) => ({name}));

const lost = (): Promise<never> => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));

describe('the tables that a form is judged by', () => {
  const warn = vi.spyOn(console, 'warn');
  beforeEach(() => warn.mockImplementation(() => undefined));
  afterEach(() => warn.mockReset());

  it('are those of its fields', async () => {
    const {phoneNumber, isPostalCode} = await loadFormatTables(asked('phone', 'postalCode'));
    expect(phoneNumber?.('030 12345678', 'DE')).toBe('+493012345678');
    expect(isPostalCode?.('10115', 'DE')).toBe(true);
    expect(isPostalCode?.('1011', 'DE')).toBe(false);
  });

  it('are not loaded for fields that are not asked for', async () => {
    const from = {phone: vi.fn<typeof lost>(lost), postalCode: vi.fn<typeof lost>(lost)};
    expect(await loadFormatTables(asked(), from)).toEqual({});
    expect(from.phone).not.toHaveBeenCalled();
    expect(from.postalCode).not.toHaveBeenCalled();
    expect(warn).not.toHaveBeenCalled();
  });

  it('are missing, one without the other, where they do not load, and are tried again', async () => {
    const isPostalCode = (): boolean => true;
    const phoneNumber = (text: string): string => text;
    const postalCode = (): Promise<{isPostalCode: () => boolean}> => Promise.resolve({isPostalCode});
    expect(await loadFormatTables(asked('phone', 'postalCode'), {phone: lost, postalCode})).toEqual({isPostalCode});
    expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/phone .*did not load.*Failed to fetch/));
    const phone = (): Promise<{phoneNumber: (text: string) => string}> => Promise.resolve({phoneNumber});
    const again = await loadFormatTables(asked('phone', 'postalCode'), {phone, postalCode});
    expect(again).toEqual({phoneNumber, isPostalCode});
  });
});
