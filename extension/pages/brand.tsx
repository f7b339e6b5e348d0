// The mark and the name.

import { say } from '../ui/words';

export function Brand({ size = 22 }: { size?: number }) {
  return (
    <span class="brand">
      <svg viewBox="0 0 128 128" width={size} height={size} aria-hidden="true" focusable="false">
        <rect x="4" y="4" width="120" height="120" rx="28" fill="#115e63" />
        <path
          d="M20 62c12-20 27-30 44-30s32 10 44 30c-12 20-27 30-44 30S32 82 20 62z" fill="none" stroke="#fff"
          stroke-width="9" stroke-linejoin="round"
        />
        <circle cx="64" cy="62" r="14" fill="#fff" />
        <path d="M42 105c14 5 30 5 44 0" fill="none" stroke="#8fd6d1" stroke-width="8" stroke-linecap="round" />
      </svg>
      <span>{say('app_name')}</span>
    </span>
  );
}
