// WordPress's block editor: the blocks are in an iframe that has a blob: address,
// the button that publishes is in the page around it.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { BlockCanvas, BlockEditorProvider, RichText, useBlockProps } from '@wordpress/block-editor';
import { createBlock, registerBlockType, setDefaultBlockName } from '@wordpress/blocks';
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
  const [blocks, setBlocks] = useState(fresh);
  const publish = () => {
    const text = (blocks as unknown as Block[]).map(textOf).join('\n');
    if (text.trim() === '') return;
    record(text);
    setBlocks(fresh());
  };
  return (
    <BlockEditorProvider value={blocks} onInput={setBlocks} onChange={setBlocks} settings={{}}>
      <div className="editor-header">
        <button type="button" className="components-button editor-post-publish-button is-primary" onClick={publish}>Publish</button>
      </div>
      <BlockCanvas height="360px" />
    </BlockEditorProvider>
  );
}

const place = document.createElement('div');
root.append(place, posted);
createRoot(place).render(<Page />);
