// Pictures that go with a post, as the sites take them: by picker, paste or
// drop, shown beside the draft until they are removed or posted.
import { useState } from 'react';

export interface Chosen {
  urls: string[];
  add(files: Iterable<Blob>): void;
  clear(): void;
}

export function useChosen(): Chosen {
  const [urls, setUrls] = useState<string[]>([]);
  return {
    urls,
    add: (files) => {
      const more = [...files].map((f) => URL.createObjectURL(f)); // now: the picker is emptied next
      setUrls((now) => [...now, ...more]);
    },
    clear: () => setUrls([]),
  };
}

export function Picker(p: { mark: string; to: Chosen }) {
  return (
    <input
      type="file" multiple accept="image/*,video/mp4" data-testid={p.mark} aria-label="Add pictures or video"
      onChange={(e) => {
        p.to.add(e.currentTarget.files ?? []);
        e.currentTarget.value = '';
      }}
    />
  );
}
