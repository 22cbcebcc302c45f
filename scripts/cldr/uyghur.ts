/** A writing of Uyghur that CLDR, which has it in Arabic letters alone, doesn't know. */
export interface Script {
  readonly transliterate: (arabic: string) => string;
  readonly and: string;
}

const vowels = 'اەېىوۇۆۈ';
const letter = String.raw`[\u0620-\u06FF]`;

/** A vowel at the beginning of a word stands on a hamza, which is no sound of its own there. */
const atBeginning = new RegExp(`(?<!${letter})ئ`, 'gu');
const betweenVowels = new RegExp(`(?<=[${vowels}])ئ`, 'gu');

const latinLetters: Readonly<Record<string, string>> = {
  ئ: '’',
  ا: 'a',
  ە: 'e',
  ې: 'é',
  ى: 'i',
  و: 'o',
  ۇ: 'u',
  ۆ: 'ö',
  ۈ: 'ü',
  ب: 'b',
  پ: 'p',
  ت: 't',
  ج: 'j',
  چ: 'ch',
  خ: 'x',
  د: 'd',
  ر: 'r',
  ز: 'z',
  ژ: 'zh',
  س: 's',
  ش: 'sh',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  گ: 'g',
  ڭ: 'ng',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ھ: 'h',
  ۋ: 'w',
  ي: 'y',
};

const cyrillicLetters: Readonly<Record<string, string>> = {
  ئ: 'ъ',
  ا: 'а',
  ە: 'ә',
  ې: 'е',
  ى: 'и',
  و: 'о',
  ۇ: 'у',
  ۆ: 'ө',
  ۈ: 'ү',
  ب: 'б',
  پ: 'п',
  ت: 'т',
  ج: 'җ',
  چ: 'ч',
  خ: 'х',
  د: 'д',
  ر: 'р',
  ز: 'з',
  ژ: 'ж',
  س: 'с',
  ش: 'ш',
  غ: 'ғ',
  ف: 'ф',
  ق: 'қ',
  ك: 'к',
  گ: 'г',
  ڭ: 'ң',
  ل: 'л',
  م: 'м',
  ن: 'н',
  ھ: 'һ',
  ۋ: 'в',
  ي: 'й',
};

/** What is left over of the Arabic script would be a fault of the tables above. */
function spelt(text: string, letters: Readonly<Record<string, string>>): string {
  const result = text.replaceAll('،', ',').replaceAll(/\p{L}/gu, (each) => letters[each] ?? each);
  if (/\p{Script=Arabic}/u.test(result)) throw new Error(`"${text}" has letters that are not of the Uyghur alphabet.`);
  return result;
}

/** The Uyghur Latin alphabet (ULY). An apostrophe tells two letters from a digraph: n’g from ng, s’h from sh. */
export function toLatin(arabic: string): string {
  const apart = arabic
    .replaceAll(atBeginning, '')
    .replaceAll(/ن(?=[گغ])/gu, 'ن’')
    .replaceAll(/[سزگڭ](?=ھ)/gu, '$&’');
  return spelt(apart, latinLetters);
}

/** Cyrillic as in Kazakhstan, which has letters for two sounds, я and ю, and countries that end as in Russian. */
export function toCyrillic(arabic: string): string {
  const joined = arabic
    .replaceAll(atBeginning, '')
    .replaceAll(betweenVowels, '')
    .replaceAll(/ىيە(?!\p{L})/gu, 'ия')
    .replaceAll('يا', 'я')
    .replaceAll('يۇ', 'ю');
  return spelt(joined, cyrillicLetters);
}

/** The first letter raised. */
export const capitalized = (text: string): string => text.replace(/\p{L}/u, (first) => first.toUpperCase());

/** Each word of a name raised, but for an "and". */
export const titled = (text: string, and: string): string =>
  text.replaceAll(/(?<![\p{L}’])\p{L}+/gu, (word) => (word === and ? word : capitalized(word)));
