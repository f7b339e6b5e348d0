// Any site: CKEditor 5 in its classic frame of toolbar and editing area.
import { ClassicEditor } from '@ckeditor/ckeditor5-editor-classic';
import { Essentials } from '@ckeditor/ckeditor5-essentials';
import { Paragraph } from '@ckeditor/ckeditor5-paragraph';
import { h, postButton, posted, root } from './parts';

const place = h('div');
root.append(place);
void ClassicEditor.create(place, { licenseKey: 'GPL', plugins: [Essentials, Paragraph], toolbar: ['undo', 'redo'], label: 'Reply' }).then((editor) => {
  // The document's blocks, a line each; a soft break is a line end within one.
  const textOf = (): string => {
    const main = editor.model.document.getRoot()!;
    return [...main.getChildren()].map((block) => {
      const inside = editor.model.createRangeIn(block as never).getItems();
      return [...inside].map((item) => ('data' in item ? String(item.data) : '\n')).join('');
    }).join('\n');
  };
  root.append(postButton(textOf, () => editor.setData('')), posted);
});
