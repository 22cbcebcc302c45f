/** What the test of all stories calls in their page. */
export {isThere, set, show} from './storybook.ts';
export {facesNow, watchFaces} from './face.ts';
export {crampedFaults} from './room.ts';
export {spaceText} from './text-spacing.ts';
export {targetFaults} from './targets.ts';
export {drawn} from './seen.ts';
export {focus, focusEnd, isInStory, isModal, placeEnds, removeEnds} from './focus.ts';
export {contrasting, focusClip, focusPerimeter, giveFocusBack, takeFocus} from './focus-picture.ts';
