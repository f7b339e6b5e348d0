// How the asking stands, in a sentence.

import { refusalOf, type FeedStatus } from '../src/feed-protocol';
import { say } from '../ui/words';
import { refusalText } from './agency-refusal';
import { moment } from './rules-day';

export function Feed({ feed }: { feed: FeedStatus }) {
  const last = feed.heard ? moment(feed.heard) : '–';
  if (!feed.problem) return <p class="feed" data-problem="">{say('feed_status', feed.host, last)}</p>;
  return (
    <p class="feed" data-problem={feed.problem}>
      {say('feed_failing', feed.host, last)} {refusalText(refusalOf(feed.problem, 0))}
    </p>
  );
}
