/*
 * Where CLDR's Uyghur, letter for letter, is not what readers of a script write. Uyghurs of Kazakhstan and
 * its neighbours write foreign names as Russian does, which CLDR has too.
 */

type Names = Readonly<Record<string, string>>;

/** What CLDR 48 lacks in Uyghur, as versions before it had it. */
export const lacking: Names = {IO: 'ئەنگلىيەگە قاراشلىق ھىندى ئوكيان تېررىتورىيەسى'};

/** The countries whose name in Cyrillic is the Russian one. */
export const asInRussian: readonly string[] =
  'AD AI AL AM AO AQ AR AT AU AW BB BD BE BF BG BI BJ BL BN BO BR BT BW BY BZ CA CD CG CH CI CL CM CO CR CU CV CW CY CZ DE DJ DK DM DZ EC EE ER ES ET FI FJ FR GA GD GE GG GH GI GL GM GN GP GR GT GU GW GY HN HR HT HU ID IE IL IS IT JE JM JO JP KE KH KI LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG ML MQ MR MS MT MU MW MX MY MZ NA NE NG NI NO NP NR NU OM PA PE PL PR PT PW PY RE RO RS RU RW SD SE SG SI SK SL SM SN SO SR SV SX SZ TD TG TH TK TN TO TV TW TZ UA UG UY VA VE VN VU WS YT ZM ZW'.split(
    ' ',
  );

export const countriesInLatin: Names = {
  CN: 'Xitay',
  HK: 'Xongkong',
  UM: 'Tashqi Arallar (AQSh)',
  VI: 'Wirgin Aralliri (AQSh)',
};

export const countriesInCyrillic: Names = {
  AE: 'Бирләшкән Әрәб Әмирликлири',
  BA: 'Босния вә Герцеговина',
  BM: 'Бермуда Араллири',
  BS: 'Багам Араллири',
  BV: 'Буве Арили',
  CC: 'Кокос Араллири',
  CN: 'Хитай',
  CX: 'Рождество Арили',
  FK: 'Фолкленд Араллири',
  FO: 'Фарер Араллири',
  GB: 'Улуқ Британия',
  GF: 'Франция Гвианиси',
  GQ: 'Экваторлуқ Гвинея',
  GS: 'Җәнубий Георгия вә Җәнубий Сандвич Араллири',
  HK: 'Гонконг',
  HM: 'Херд Арили вә Макдональд Араллири',
  IM: 'Мэн Арили',
  IO: 'Британияниң Һинд Океанидики Территорияси',
  KG: 'Қирғизстан',
  KM: 'Комор Араллири',
  KN: 'Сент-Китс вә Невис',
  KP: 'Шималий Корея',
  KR: 'Җәнубий Корея',
  KZ: 'Қазақстан',
  MH: 'Маршалл Араллири',
  MM: 'Мьянма',
  MO: 'Макао',
  MP: 'Шималий Мариана Араллири',
  MV: 'Мальдив Араллири',
  PF: 'Франция Полинезияси',
  PG: 'Папуа — Йеңи Гвинея',
  PM: 'Сен-Пьер вә Микелон',
  PN: 'Питкэрн Араллири',
  SC: 'Сейшел Араллири',
  SH: 'Муқәддәс Елена Арили',
  SJ: 'Шпицберген вә Ян-Майен',
  ST: 'Сан-Томе вә Принсипи',
  TC: 'Тёркс вә Кайкос Араллири',
  TF: 'Францияниң Җәнубий Территориялири',
  TJ: 'Таҗикстан',
  TM: 'Түркмәнстан',
  TT: 'Тринидад вә Тобаго',
  UM: 'Ташқи Араллар (АҚШ)',
  US: 'Америка Қошма Штатлири',
  UZ: 'Өзбәкстан',
  VC: 'Сент-Винсент вә Гренадинлар',
  VG: 'Виргин Араллири (Улуқ Британия)',
  VI: 'Виргин Араллири (АҚШ)',
  WF: 'Уоллис вә Футуна',
};

export const monthsInCyrillic: readonly string[] = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
];

export const languagesInCyrillic: Names = {
  de: 'Немисчә',
  fr: 'Французчә',
  'ug-Cyrl': 'Уйғурчә (кирилл)',
  'zh-Hans': 'Хитайчә (аддийлаштурулған)',
  'zh-Hant': 'Хитайчә (әнъәнивий)',
};
