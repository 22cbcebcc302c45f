import {html} from 'lit';
import '../src/define/petition-card.ts';
import '../src/define/petition-language-switcher.ts';
import {chooseLanguage, openMenu} from './support/switching.ts';
import {clientOf, given, petition, showing, slotted, type Story, type StoryMeta} from './support/story.ts';

const meta: StoryMeta = {
  title: 'Elements/Language switcher',
  component: 'petition-language-switcher',
  args: {petition},
  render: (args, context) => html`
    <petition-language-switcher ${given(args)} .client=${clientOf(context)}>${slotted(args)}</petition-language-switcher>
  `,
};
export default meta;

/** The petition's languages, each under its own name. */
export const Overview: Story = {};
export const Menu: Story = {args: {layout: 'menu'}, play: ({canvasElement}) => openMenu(canvasElement)};
export const List: Story = {args: {layout: 'list'}};
/** Languages that have an address of their own are links. */
export const ListOfLinks: Story = {args: {layout: 'list', remember: 'url'}};
export const Select: Story = {args: {layout: 'select'}};
export const FewLanguages: Story = {...showing({languages: ['en', 'ar', 'ug-Latn']}), args: {layout: 'list'}};
/** Only those that the page wants. */
export const LanguagesOfThePage: Story = {args: {layout: 'list', languages: 'en fr ar'}};
/** A petition in one language has nothing to switch. */
export const OneLanguage: Story = showing({languages: ['en']});

export const Loading: Story = showing({}, {reading: 'silent'});
export const LoadingList: Story = {...Loading, args: {layout: 'list'}};
export const Failed: Story = showing({}, {reading: 'unreachable'});
export const Slots: Story = {args: {'header-slot': 'Read this in', 'footer-slot': 'Translated by volunteers.'}};

/** All elements of the petition follow. */
export const Switched: Story = {
  render: (args, context) => html`
    <petition-language-switcher ${given({...args, layout: 'list'})} .client=${clientOf(context)}></petition-language-switcher>
    <petition-card class="below" petition=${petition} no-languages .client=${clientOf(context)}></petition-card>
  `,
  play: ({canvasElement}) => chooseLanguage(canvasElement, 'fr'),
};
