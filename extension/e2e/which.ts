// Which browser a test is for: the project says so.
import { test } from '@playwright/test';
import { dist, distFirefox } from './paths';

export const isFirefox = (): boolean => test.info().project.name === 'firefox';

/** For frames of another site; whole-path-firefox is driven otherwise, and has them. */
export const besideFrames = 'the driver over Firefox presses beside what is in a frame of another site';

/** For pages of ours that are given another browser to ask. */
export const noFirst = 'in Firefox no script of a driver runs before a page of ours';

/** Skips what Firefox, or the driver over it, does not allow. */
export const onlyChromium = (why: string): void => test.skip(isFirefox(), why);

/** The extension as it ships for that browser. */
export const shipped = (): string => (isFirefox() ? distFirefox : dist);
