// Underlines: boxes without text in the closed root. Each level has its own
// line as well as its own colour: note dotted, caution wavy, hold doubled.

import type { Level } from './protocol';
import { layerDiv, style } from './style';
import type { Foot } from './turn';

/** One line under one stretch of words, viewport px. */
export interface Line extends Foot {
  level: Level;
}

export interface Look {
  dark: boolean;
  forced: boolean;
}

const height = 4;
const colours = {
  light: { clear: '', note: '#1d4ed8', caution: '#b45309', hold: '#b91c1c' },
  dark: { clear: '', note: '#93c5fd', caution: '#fbbf24', hold: '#fca5a5' },
};

export class Lines {
  private readonly pool: HTMLElement[] = [];
  private drawn = '';

  constructor(private readonly layer: HTMLElement) {}

  /** Shows exactly these lines. origin: where the layer really is. */
  draw(lines: readonly Line[], look: Look, origin: { x: number; y: number; scale: number }): void {
    const now = JSON.stringify([lines, look, origin]);
    if (now === this.drawn) return;
    this.drawn = now;
    while (this.pool.length < lines.length) {
      const div = layerDiv({ display: 'none' });
      this.pool.push(div);
      this.layer.prepend(div);
    }
    this.pool.forEach((div, i) => {
      const line = lines[i];
      if (!line) return style(div, { display: 'none' });
      style(div, {
        display: 'block',
        left: `${(line.x - origin.x) / origin.scale}px`,
        top: `${(line.y - origin.y) / origin.scale - height / 2}px`,
        width: `${line.w / origin.scale}px`,
        height: `${height}px`,
        transform: line.angle === 0 ? 'none' : `rotate(${line.angle}rad)`,
        'transform-origin': '0 50%',
        ...stroke(line.level, look),
      });
    });
  }
}

function stroke(level: Level, look: Look): Record<string, string> {
  const c = look.forced ? 'CanvasText' : colours[look.dark ? 'dark' : 'light'][level];
  const common = { 'forced-color-adjust': 'none', 'box-sizing': 'border-box', 'background-image': 'none', border: '0' };
  if (level === 'note') return { ...common, 'border-bottom': `2px dotted ${c}` };
  if (level === 'hold') return { ...common, 'border-top': `1.5px solid ${c}`, 'border-bottom': `1.5px solid ${c}` };
  return { ...common, ...wave(c) };
}

// A zigzag of two slopes that alternate every four pixels.
function wave(c: string): Record<string, string> {
  const up = `linear-gradient(135deg, transparent 40%, ${c} 40%, ${c} 60%, transparent 60%)`;
  const down = `linear-gradient(45deg, transparent 40%, ${c} 40%, ${c} 60%, transparent 60%)`;
  return { 'background-repeat': 'repeat-x', 'background-image': `${up}, ${down}`, 'background-size': '8px 4px', 'background-position': '0 0, 4px 0' };
}
