import type {Petition} from '../../src/backend/wire.ts';

type Words = Readonly<Record<'en' | 'ar', Partial<Petition>>>;

/** What a petition says in a language; in English where it is not at hand. */
const spoken =
  ({en, ar}: Words) =>
  (lang: string): Partial<Petition> =>
    lang === 'ar' ? ar : en;

/** What came of a petition that is closed. */
export const handedOver = spoken({
  en: {outcome: 'All 5,136 signatures were handed over to the European Commission on 4 March 2019.'},
  ar: {outcome: 'سُلّمت التوقيعات البالغ عددها 5,136 إلى المفوضية الأوروبية في 4 مارس 2019.'},
});

/** What came of a petition that was won. */
export const won = spoken({
  en: {outcome: 'The collection has ended, and what was taken is to be destroyed by the end of the year.'},
  ar: {outcome: 'توقف جمع العينات، وسيُتلف ما أُخذ منها قبل نهاية العام.'},
});

/** As long as titles come: 140 characters in English. */
export const longTitle = spoken({
  en: {
    title:
      'Urgent: Demand That the Government Stop Secretly Transporting Millions of Detained Uyghurs to Prison Across the Inner Provinces of China Now',
  },
  ar: {
    title:
      'عاجل: طالبوا الحكومة بأن توقف فورًا النقل السري لملايين المحتجزين من الأويغور إلى سجون في المقاطعات الداخلية من الصين دون علم أسرهم',
  },
});

/** What stands around the elements on a page. */
export interface PageWords {
  readonly headline: string;
  readonly byline: string;
  readonly paragraphs: readonly string[];
  readonly aside: string;
  readonly wall: string;
}

const pages: Readonly<Record<'en' | 'ar', PageWords>> = {
  en: {
    headline: 'They took blood from everyone in the village',
    byline: 'By our correspondent · 10 March',
    paragraphs: [
      'The notice came on a Tuesday. Everyone between twelve and sixty-five was to come to the clinic, the notice said, for a free examination. Nobody was told what the samples were for.',
      'Those who have left the region tell the same story: fingerprints, a scan of the eyes, a recording of the voice, blood. It was never said that one could refuse.',
      'Researchers who have read the tenders say that the machines that were bought can store far more than medicine has a use for.',
      'The authorities call it a programme for public health. They have not answered our questions.',
    ],
    aside: 'What you can do',
    wall: 'Our petitions',
  },
  ar: {
    headline: 'أخذوا عينات الدم من جميع سكان القرية',
    byline: 'من مراسلنا · 10 مارس',
    paragraphs: [
      'وصل الإشعار يوم الثلاثاء. على كل من يتراوح عمره بين الثانية عشرة والخامسة والستين أن يأتي إلى العيادة لإجراء فحص مجاني. ولم يُخبر أحد بالغرض من العينات.',
      'يروي من غادروا المنطقة القصة نفسها: بصمات الأصابع، ومسح العينين، وتسجيل الصوت، والدم. ولم يقل أحد إن الرفض ممكن.',
      'ويقول باحثون قرؤوا العطاءات إن الأجهزة التي اشتُريت قادرة على تخزين أكثر بكثير مما يحتاج إليه الطب.',
      'وتصف السلطات ذلك بأنه برنامج للصحة العامة. ولم تُجب عن أسئلتنا.',
    ],
    aside: 'ما الذي يمكنك فعله',
    wall: 'عرائضنا',
  },
};

export const pageWords = (lang: string): PageWords => (lang === 'ar' ? pages.ar : pages.en);
