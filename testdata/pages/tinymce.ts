// Any site: TinyMCE 8. The composer is the body of an iframe, the button that
// posts stands in the page around it.
import tinymce from 'tinymce';
import 'tinymce/icons/default';
import 'tinymce/models/dom';
import 'tinymce/skins/ui/oxide/skin';
import 'tinymce/themes/silver';
import { h, postButton, posted, root } from './parts';

const area = h('textarea', { id: 'reply' });
root.append(area);
void tinymce.init({
  target: area, license_key: 'gpl', content_css: false, menubar: false, toolbar: false, statusbar: false, promotion: false,
  height: 320, iframe_aria_text: 'Reply', content_style: 'p { margin: 0 }',
}).then(([editor]) => {
  // A paragraph is a line here; the editor's own text parts them by two.
  const textOf = (): string => [...editor!.getBody().children].map((p) => (p as HTMLElement).innerText.replace(/\n$/, '').replace(/\u00a0/g, ' ')).join('\n');
  root.append(postButton(textOf, () => editor!.setContent('')), posted);
});
