// The feed of the offline edition: there is none.

import type { OpenFeed } from './feed-protocol';

export const openFeed: OpenFeed = () => null;
