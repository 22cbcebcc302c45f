import {html} from 'lit';
import '../../src/define/petition-campaign.ts';
import {clientOf, petition, showing, type Story, type StoryMeta} from '../support/story.ts';

/** What the guide's pages show and no element has a story of. */
const meta: StoryMeta = {
  title: 'Guide/Pictures',
  tags: ['!dev', '!autodocs'],
};
export default meta;

const scripts = ['ug-Arab', 'ug-Latn', 'ug-Cyrl'] as const;

/** The same petition in the three scripts of one language, one of them from right to left. */
export const ThreeScripts: Story = {
  render: (_args, context) => html`
    <div style="display: grid; gap: 24px; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr))">
      ${scripts.map(
        (script) => html`
          <div lang=${script}>
            <petition-card petition=${petition} no-image no-languages .client=${clientOf(context)}></petition-card>
          </div>
        `,
      )}
    </div>
  `,
};

/** A part in Arabic on a page in English, with an element in each. */
export const MixedPage: Story = {
  render: (_args, context) => html`
    <div lang="en" dir="ltr" style="display: grid; gap: 24px">
      <petition-campaign petition=${petition} layout="compact" .client=${clientOf(context)}></petition-campaign>
      <section lang="ar" dir="rtl">
        <petition-campaign petition=${petition} layout="compact" .client=${clientOf(context)}></petition-campaign>
      </section>
    </div>
  `,
};

/** A petition in English that is shown to somebody who reads Arabic. */
export const UntranslatedInArabic: Story = {
  ...showing({languages: ['en']}),
  render: (_args, context) => html`
    <div lang="ar" dir="rtl" style="max-inline-size: 420px">
      <petition-card petition=${petition} no-image .client=${clientOf(context)}></petition-card>
    </div>
  `,
};
