import * as v from 'valibot';
import {integerFrom, natural, nonEmpty, time} from '../../../src/backend/wire-values.ts';

/*
 * What petitions are written with. Each says what it should be, since people read why a file was refused.
 */

export const words = v.message(nonEmpty, 'not a text, or an empty one');

export const moment = v.message(time, 'not a time as in 2026-11-22T12:00:00Z');

/** How many of something. */
export const amount = v.message(natural, 'not a whole number from 0 on');

/** How large something is. */
export const size = v.message(integerFrom(1), 'not a whole number from 1 on');
