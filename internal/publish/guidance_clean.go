package publish

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"

	"secondlook/internal/policy"
)

// Cleaned is a page of guidance as it may be kept and shown.
type Cleaned struct {
	Page   policy.Page
	Links  []string
	Faults []string
	Text   string // Markdown that says the page and nothing else
	Taken  bool   // the text that came held HTML, which is taken out or written as Markdown
}

// CleanPage reads Markdown, or HTML that was pasted into it. Text without HTML
// stays as it came, byte for byte.
func CleanPage(markdown string) Cleaned {
	c := Cleaned{Links: []string{}, Text: markdown, Taken: hasHTML([]byte(markdown))}
	c.Page, c.Faults = page([]byte(markdown), &c.Links)
	if c.Taken {
		w := markdownWriter{links: c.Links}
		w.page(&c.Page)
		c.Text = w.String()
	}
	return c
}

// markdownWriter writes the closed tree of a page as Markdown.
type markdownWriter struct {
	strings.Builder
	links []string
}

func (w *markdownWriter) page(p *policy.Page) {
	if p.Title != "" {
		w.WriteString("# " + escaped(p.Title) + "\n")
	}
	for i := range p.Body {
		w.WriteString("\n")
		w.block(&p.Body[i], "")
	}
}

func (w *markdownWriter) block(n *policy.Node, indent string) {
	switch n.Kind {
	case policy.List, policy.Numbered:
		for i := range n.Of {
			mark := "- "
			if n.Kind == policy.Numbered {
				mark = strconv.Itoa(i+1) + ". "
			}
			w.WriteString(indent + mark)
			w.item(n.Of[i].Of, indent+strings.Repeat(" ", len(mark)))
		}
	default:
		w.inline(n.Of)
		w.WriteString("\n")
	}
}

// item writes what stands in a list's item: its words, and lists within.
func (w *markdownWriter) item(of []policy.Node, indent string) {
	var words []policy.Node
	for i := range of {
		if of[i].Kind != policy.List && of[i].Kind != policy.Numbered {
			words = append(words, of[i])
		}
	}
	w.inline(words)
	w.WriteString("\n")
	for i := range of {
		if of[i].Kind == policy.List || of[i].Kind == policy.Numbered {
			w.block(&of[i], indent)
		}
	}
}

func (w *markdownWriter) inline(of []policy.Node) {
	for i := range of {
		n := &of[i]
		switch n.Kind {
		case policy.Strong:
			w.around("**", n)
		case policy.Em:
			w.around("*", n)
		case policy.Link:
			w.WriteString("[")
			w.inline(n.Of)
			w.WriteString("](<" + w.links[n.To] + ">)")
		case policy.Words:
			w.WriteString(escaped(n.Text))
		default:
			w.inline(n.Of)
		}
	}
}

func (w *markdownWriter) around(mark string, n *policy.Node) {
	w.WriteString(mark)
	w.inline(n.Of)
	w.WriteString(mark)
}

// escaped is a text in which no sign means anything to Markdown.
func escaped(s string) string {
	var out strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			out.WriteString("&lt;")
			continue
		case r == '&':
			out.WriteString("&amp;")
			continue
		case strings.ContainsRune("\\`*_[]!#>|~", r), strings.ContainsRune("-+=:.)", r) && i < 12:
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// hasHTML reports whether Markdown holds HTML, a block of it or a word.
func hasHTML(markdown []byte) (found bool) {
	doc := goldmark.DefaultParser().Parse(text.NewReader(markdown))
	_ = ast.Walk(doc, func(n ast.Node, _ bool) (ast.WalkStatus, error) {
		if k := n.Kind(); k == ast.KindHTMLBlock || k == ast.KindRawHTML {
			found = true
			return ast.WalkStop, nil
		}
		return ast.WalkContinue, nil
	})
	return found
}
