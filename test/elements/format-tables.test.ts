import {expect} from 'chai';
import {loadFormatTables} from '../../src/controllers/format-tables.ts';

describe('the tables that a form is judged by', () => {
  it('load in a browser', async () => {
    const {phoneNumber, isPostalCode} = await loadFormatTables([{name: 'phone'}, {name: 'postalCode'}]);
    expect(phoneNumber?.('01 23 45 67 89', 'FR')).to.equal('+33123456789');
    expect(isPostalCode?.('75001', 'FR')).to.equal(true);
    expect(isPostalCode?.('7500', 'FR')).to.equal(false);
  });
});
