import {switcherStories} from '../elements/support/stories.ts';
import {describeInAllLanguages} from './support/in-all-languages.ts';

describeInAllLanguages(switcherStories);
