// An agency's guidance, from the closed tree that the engine validated:
// paragraphs, lists, strong, em, and links of the bundle's own list. Words are
// only ever text.

import type { ComponentChildren } from 'preact';
import type { GuidanceNode } from '../src/engine-rules';

interface TreeProps {
  nodes: GuidanceNode[] | undefined;
  links: string[];
}

export function Guidance({ nodes, links }: TreeProps) {
  return <>{(nodes ?? []).map((n, i) => <Piece key={i} node={n} links={links} />)}</>;
}

function Piece({ node, links }: { node: GuidanceNode; links: string[] }) {
  const inside: ComponentChildren = <Guidance nodes={node.of} links={links} />;
  switch (node.kind) {
    case 'words':
      return <>{node.text}</>;
    case 'paragraph':
      return <p>{inside}</p>;
    case 'list':
      return <ul>{inside}</ul>;
    case 'numbered':
      return <ol>{inside}</ol>;
    case 'item':
      return <li>{inside}</li>;
    case 'strong':
      return <strong>{inside}</strong>;
    case 'em':
      return <em>{inside}</em>;
    case 'link':
      return <Address inside={inside} address={links[node.to ?? -1]} />;
    default:
      return <>{inside}</>;
  }
}

/** The address is written out and not followed: no page of ours leads to one that an agency chose. */
function Address({ inside, address }: { inside: ComponentChildren; address: string | undefined }) {
  return (
    <>
      {inside}
      {address && <> (<code>{address}</code>)</>}
    </>
  );
}
