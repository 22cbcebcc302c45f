/** Four sites that the elements could stand on, by their class in `brands.css`. */
export const brands = {
  broadsheet: 'Broadsheet, a newspaper',
  candle: 'Candle, a human-rights organization',
  municipal: 'Municipal, a government',
  nightjar: 'Nightjar, a magazine',
} as const;
