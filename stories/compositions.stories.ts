import {html, type TemplateResult} from 'lit';
import '../src/define/petition-campaign.ts';
import {settingsOf} from './page/page.ts';
import {image} from './support/petitions.ts';
import {clientOf, type Context, petition, showing, type Story, type StoryMeta} from './support/story.ts';
import {wall} from './support/wall.ts';
import {pageWords, type PageWords} from './support/words.ts';

/** The elements on pages as sites have them. */
const meta: StoryMeta = {
  title: 'Compositions/Pages',
  args: {},
  parameters: {controls: {disable: true}, docs: {story: {inline: false, height: '720px'}}},
};
export default meta;

const wordsIn = ({globals}: Context): PageWords => pageWords(settingsOf(globals).language);

const renderArticle = ({headline, byline, paragraphs}: PageWords, more: unknown): TemplateResult => html`
  <article class="article">
    <h1>${headline}</h1>
    <p class="credits">${byline}</p>
    ${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)} ${more}
  </article>
`;

/** An article that asks its readers to act, and the petition after it. */
export const CampaignPage: Story = {
  ...showing({image}),
  render: (_args, context) => html`
    <main class="paper">
      ${renderArticle(
        wordsIn(context),
        html`<petition-campaign petition=${petition} .client=${clientOf(context)}></petition-campaign>`,
      )}
    </main>
  `,
};

/** A newspaper’s sidebar, 300 px wide. */
export const Sidebar: Story = {
  ...showing({image}),
  render: (_args, context) => html`
    <main class="paper with-aside">
      ${renderArticle(wordsIn(context), '')}
      <aside>
        <h2>${wordsIn(context).aside}</h2>
        <petition-card petition=${petition} .client=${clientOf(context)}></petition-card>
        <petition-sign-form petition=${petition} .client=${clientOf(context)}></petition-sign-form>
      </aside>
    </main>
  `,
};

/** A bar that stays at the window’s bottom while the article is read. */
export const FloatingBar: Story = {
  render: (_args, context) => html`
    <main class="paper">${renderArticle(wordsIn(context), '')}</main>
    <petition-campaign petition=${petition} layout="banner" .client=${clientOf(context)}></petition-campaign>
  `,
};

/** All that an organization asks for. */
export const Wall: Story = {
  render: (_args, context) => html`
    <main class="wall">
      <h1>${wordsIn(context).wall}</h1>
      <div class="cards">
        ${[...wall].map(([id, client]) => html`<petition-card petition=${id} no-languages .client=${client}></petition-card>`)}
      </div>
    </main>
  `,
};
