// The words of the locale, by key.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths';

const read = JSON.parse(readFileSync(join(root, 'extension/_locales/en/messages.json'), 'utf8')) as Record<string, { message: string }>;

export const messages: Readonly<Record<string, string>> = Object.fromEntries(Object.entries(read).map(([key, { message }]) => [key, message]));
