/** Where the focus goes in a listbox by a key (ARIA APG, listbox pattern), or undefined if it stays. */
export function nextOption(key: string, focused: number, names: readonly string[]): number | undefined {
  const last = names.length - 1;
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, focused + 1);
    case 'ArrowUp':
      return Math.max(0, focused - 1);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return key.length === 1 && key !== ' ' ? optionFor(key, focused, names) : undefined;
  }
}

/** The next name after the focused one that begins with the letter typed, round and round. */
function optionFor(letter: string, focused: number, names: readonly string[]): number | undefined {
  const order = names.map((_, index) => (focused + 1 + index) % names.length);
  return order.find((index) => names[index]?.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()));
}
