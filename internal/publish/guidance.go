package publish

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/microcosm-cc/bluemonday"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/renderer/html"
	parsed "golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"secondlook/internal/policy"
)

// page turns Markdown, or HTML that was pasted into it, into the closed tree
// that a browser builds with textContent. What is not on the list is left out,
// its text kept; scripts and styles are left out whole. Links go into links.
// A fault is a sentence for the writer.
func page(markdown []byte, links *[]string) (policy.Page, []string) {
	if !utf8.Valid(markdown) {
		return policy.Page{}, []string{notUTF8}
	}
	var rendered bytes.Buffer
	if err := goldmark.New(goldmark.WithRendererOptions(html.WithUnsafe())).Convert(markdown, &rendered); err != nil {
		return policy.Page{}, []string{"cannot be read as Markdown: " + err.Error()}
	}
	clean := allowed().SanitizeReader(&rendered)
	root := &parsed.Node{Type: parsed.ElementNode, Data: "div", DataAtom: atom.Div}
	nodes, err := parsed.ParseFragment(clean, root)
	if err != nil {
		return policy.Page{}, []string{"cannot be read as Markdown: " + err.Error()}
	}
	t := tree{links: links}
	t.blocks(nodes)
	t.end()
	for i := range t.page.Body {
		if depth(&t.page.Body[i]) > policy.DeepestNode {
			t.faults = append(t.faults, "has lists within lists within lists; two levels are enough")
			break
		}
	}
	return t.page, t.faults
}

// depth is how many nodes lie one in the other, n included.
func depth(n *policy.Node) int {
	most := 0
	for i := range n.Of {
		most = max(most, depth(&n.Of[i]))
	}
	return most + 1
}

// allowed is what may remain of HTML before it becomes a tree.
func allowed() *bluemonday.Policy {
	p := bluemonday.NewPolicy()
	p.AllowElements("p", "ul", "ol", "li", "strong", "b", "em", "i", "h1", "h2", "h3", "h4", "h5", "h6")
	p.AllowAttrs("href").OnElements("a")
	p.AllowURLSchemes("https", "http", "mailto", "tel") // told apart below, so that the writer hears of it
	p.RequireParseableURLs(true)
	return p
}

const notUTF8 = "holds letters in an old coding; save it as UTF-8"

type tree struct {
	page   policy.Page
	links  *[]string
	loose  []policy.Node // words outside a paragraph
	faults []string
}

// blocks reads what stands at the top of a page.
func (t *tree) blocks(nodes []*parsed.Node) {
	for _, n := range nodes {
		switch {
		case n.Type != parsed.ElementNode:
			t.loose = append(t.loose, t.inline(n)...)
		case n.Data == "h1" && t.page.Title == "":
			t.page.Title = strings.TrimSpace(words(n))
		case n.Data[0] == 'h' && len(n.Data) == 2:
			t.add(policy.Node{Kind: policy.Paragraph, Of: wrap(policy.Strong, tidy(t.within(n)))})
		case n.Data == "p":
			t.add(policy.Node{Kind: policy.Paragraph, Of: tidy(t.within(n))})
		case n.Data == "ul" || n.Data == "ol":
			t.add(t.list(n))
		default:
			t.loose = append(t.loose, t.inline(n)...)
		}
	}
}

func (t *tree) add(n policy.Node) {
	t.end()
	if len(n.Of) > 0 {
		t.page.Body = append(t.page.Body, n)
	}
}

// end puts words that stood outside into a paragraph of their own.
func (t *tree) end() {
	if of := tidy(t.loose); len(of) > 0 {
		t.page.Body = append(t.page.Body, policy.Node{Kind: policy.Paragraph, Of: of})
	}
	t.loose = nil
}

func (t *tree) list(n *parsed.Node) policy.Node {
	out := policy.Node{Kind: policy.List}
	if n.Data == "ol" {
		out.Kind = policy.Numbered
	}
	for c := range n.ChildNodes() {
		if of := tidy(t.within(c)); c.Data == "li" && len(of) > 0 {
			out.Of = append(out.Of, policy.Node{Kind: policy.Item, Of: of})
		}
	}
	return out
}

func (t *tree) within(n *parsed.Node) (out []policy.Node) {
	for c := range n.ChildNodes() {
		out = append(out, t.inline(c)...)
	}
	return out
}

// inline reads what stands in a line. Strong within strong is strong once.
func (t *tree) inline(n *parsed.Node) []policy.Node {
	if n.Type == parsed.TextNode {
		return []policy.Node{{Kind: policy.Words, Text: n.Data}}
	}
	switch n.Data {
	case "strong", "b":
		return wrap(policy.Strong, tidy(t.within(n)))
	case "em", "i":
		return wrap(policy.Em, tidy(t.within(n)))
	case "a":
		return t.link(n)
	case "ul", "ol":
		if n.Parent != nil && n.Parent.Data == "li" {
			if list := t.list(n); len(list.Of) > 0 {
				return []policy.Node{list}
			}
			return nil
		}
	}
	return t.within(n)
}

// wrap puts nodes into one of a kind, itself taken out where it stands inside.
func wrap(kind policy.NodeKind, of []policy.Node) []policy.Node {
	var flat []policy.Node
	for _, n := range of {
		if n.Kind == kind {
			flat = append(flat, n.Of...)
		} else {
			flat = append(flat, n)
		}
	}
	if len(flat) == 0 {
		return nil
	}
	return []policy.Node{{Kind: kind, Of: flat}}
}

func (t *tree) link(n *parsed.Node) []policy.Node {
	said := strings.TrimSpace(words(n))
	for _, a := range n.Attr {
		if a.Key != "href" || said == "" {
			continue
		}
		if !policy.IsLink(a.Val) {
			t.faults = append(t.faults, fmt.Sprintf("the link %q is not an https:// address of a site; write one, or the words alone", a.Val))
			continue
		}
		to := slices.Index(*t.links, a.Val)
		if to < 0 {
			to = len(*t.links)
			*t.links = append(*t.links, a.Val)
		}
		return []policy.Node{{Kind: policy.Link, To: to, Of: []policy.Node{{Kind: policy.Words, Text: said}}}}
	}
	return t.within(n)
}

// words is the text of a node and all in it.
func words(n *parsed.Node) string {
	if n.Type == parsed.TextNode {
		return n.Data
	}
	var out strings.Builder
	for c := range n.ChildNodes() {
		out.WriteString(words(c))
	}
	return out.String()
}

// tidy joins neighbouring words, makes one space of many and drops what is
// empty at either end.
func tidy(of []policy.Node) []policy.Node {
	var out []policy.Node
	for _, n := range of {
		if n.Kind == policy.Words {
			n.Text = spaces(n.Text)
			if k := len(out); k > 0 && out[k-1].Kind == policy.Words {
				out[k-1].Text = spaces(out[k-1].Text + n.Text)
				continue
			}
		}
		out = append(out, n)
	}
	if len(out) > 0 && out[0].Kind == policy.Words {
		out[0].Text = strings.TrimLeft(out[0].Text, " ")
	}
	if k := len(out) - 1; k >= 0 && out[k].Kind == policy.Words {
		out[k].Text = strings.TrimRight(out[k].Text, " ")
	}
	return slices.DeleteFunc(out, func(n policy.Node) bool { return n.Kind == policy.Words && n.Text == "" })
}

func spaces(s string) string {
	joined := strings.Join(strings.Fields(s), " ")
	if s != "" && strings.TrimLeft(s, " \n\t") != s {
		joined = " " + joined
	}
	if joined != " " && s != "" && strings.TrimRight(s, " \n\t") != s {
		joined += " "
	}
	return joined
}
