// WordPress's block editor: the blocks are in an iframe that has a blob: address,
// the button that publishes is in the page around it. Undo is the page's, as in
// WordPress and its own playground.
import type { KeyboardEvent } from 'react';
import { createRoot } from 'react-dom/client';
import { BlockCanvas, BlockEditorProvider, RichText, useBlockProps } from '@wordpress/block-editor';
import { createBlock, registerBlockType, setDefaultBlockName } from '@wordpress/blocks';
import { useStateWithHistory } from '@wordpress/compose';
import { record } from './record';
import { posted, root } from './parts';

interface Block { attributes: { content: { toPlainText?(): string } | string } }

registerBlockType('fixture/paragraph', {
  apiVersion: 3, title: 'Paragraph', category: 'text',
  attributes: { content: { type: 'rich-text', source: 'rich-text', selector: 'p' } },
  edit: ({ attributes, setAttributes, onReplace, clientId }: never) => Edit(attributes, setAttributes, onReplace, clientId),
  save: () => null,
} as never);
setDefaultBlockName('fixture/paragraph');

function Edit(attributes: { content: string }, set: (a: { content: string }) => void, onReplace: never, clientId: string) {
  return (
    <RichText
      {...useBlockProps()} key={clientId} identifier="content" tagName="p" value={attributes.content} aria-label="Paragraph"
      onChange={(content: string) => set({ content })} onReplace={onReplace}
      onSplit={(value: string) => createBlock('fixture/paragraph', { content: value } as never)}
    />
  );
}

const textOf = ({ attributes: { content } }: Block): string => (typeof content === 'string' ? content : content?.toPlainText?.() ?? '');
const fresh = () => [createBlock('fixture/paragraph')];

function Page() {
  const { value: blocks, setValue: setBlocks, undo } = useStateWithHistory(fresh());
  const publish = () => {
    const text = (blocks as unknown as Block[]).map(textOf).join('\n');
    if (text.trim() === '') return;
    record(text);
    setBlocks(fresh(), false);
  };
  const key = (e: KeyboardEvent) => {
    if (e.key.toLowerCase() !== 'z' || !(e.ctrlKey || e.metaKey)) return;
    e.preventDefault();
    undo();
  };
  return (
    <BlockEditorProvider value={blocks} onInput={(b: Block[]) => setBlocks(b as never, true)} onChange={(b: Block[]) => setBlocks(b as never, false)} settings={{}}>
      <div className="editor-header">
        <button type="button" className="components-button editor-post-publish-button is-primary" onClick={publish}>Publish</button>
      </div>
      <div onKeyDown={key}><BlockCanvas height="360px" /></div>
    </BlockEditorProvider>
  );
}

const place = document.createElement('div');
root.append(place, posted);
createRoot(place).render(<Page />);
