// Real editors by one handle: the element, its text as the site posts it, and a
// way to empty it.
import { Editor } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { $getRoot, COMMAND_PRIORITY_HIGH, createEditor, KEY_ENTER_COMMAND } from 'lexical';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { h } from './dom';

export interface Box {
  el: HTMLElement;
  text(): string;
  clear(): void;
}

/** Lexical; onEnter is the site's own Enter, Shift+Enter apart. */
export function lexicalBox(attributes: Record<string, string>, onEnter?: () => void): Box {
  const el = h('div', { contenteditable: 'true', role: 'textbox', spellcheck: 'true', tabindex: '0', class: 'box', ...attributes });
  const editor = createEditor({ namespace: 'site', onError: (e) => { throw e; } });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  if (onEnter) {
    editor.registerCommand(KEY_ENTER_COMMAND, (e) => {
      if (!e || e.shiftKey) return false;
      e.preventDefault();
      onEnter();
      return true;
    }, COMMAND_PRIORITY_HIGH);
  }
  editor.setRootElement(el);
  return {
    el,
    text: () => editor.getEditorState().read(() => $getRoot().getChildren().map((c) => c.getTextContent()).join('\n')),
    clear: () => editor.update(() => void $getRoot().clear()),
  };
}

/** TipTap in a place of its own; onChord is the site's Ctrl+Enter. */
export function tiptapBox(attributes: Record<string, string>, placeholder: string, onChord?: () => void): Box {
  const el = h('div', { class: 'box' });
  const editor = new Editor({
    element: el,
    extensions: [Document, Paragraph, Text, HardBreak, UndoRedo, Placeholder.configure({ placeholder })],
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', ...attributes },
      handleKeyDown: (_, e) => {
        if (!onChord || e.key !== 'Enter' || !(e.ctrlKey || e.metaKey)) return false;
        onChord();
        return true;
      },
    },
  });
  return { el, text: () => editor.getText({ blockSeparator: '\n' }), clear: () => void editor.commands.clearContent(true) };
}

/** A field of the browser's own. */
export function fieldBox(tag: 'textarea' | 'input', attributes: Record<string, string>): Box & { el: HTMLTextAreaElement | HTMLInputElement } {
  const el = h(tag, attributes) as HTMLTextAreaElement | HTMLInputElement;
  return { el, text: () => el.value, clear: () => void (el.value = '') };
}

/** A plain contenteditable, as a site without an editor library has it. */
export function plainBox(attributes: Record<string, string>): Box {
  const el = h('div', { contenteditable: 'true', class: 'box', ...attributes });
  return { el, text: () => el.innerText.replace(/\n$/, ''), clear: () => el.replaceChildren() };
}
